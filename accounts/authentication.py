"""Bearer tokens of requests, for REST and for the socket."""

from __future__ import annotations

from typing import Any

import structlog
from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.tokens import Token
from rest_framework_simplejwt.utils import get_md5_hash_password

from accounts.mfa import MFA_SETUP_REQUIRED, mfa_setup_missing
from accounts.models import TokenFamily, User


def token_is_of(user: User, token: Token) -> bool:
    """Whether ``user`` may still act with ``token``: not suspended, and the same password."""
    same_password = token.get("hash_password") == get_md5_hash_password(user.password)
    return user.is_active and same_password


class JwtAuthentication(JWTAuthentication):
    """An access token counts as long as its sign-in lasts: one query for that and the person."""

    def get_user(self, validated_token: Token) -> Any:
        family = (
            TokenFamily.objects.select_related("user")
            .filter(pk=validated_token.get("family"), revoked_at=None)
            .first()
        )
        if family is None or not token_is_of(family.user, validated_token):
            raise AuthenticationFailed(
                "This sign-in has ended. Sign in again.", code="token_not_valid"
            )
        if mfa_setup_missing(family.user):
            raise AuthenticationFailed(MFA_SETUP_REQUIRED, code="mfa_setup_required")
        structlog.contextvars.bind_contextvars(user_id=str(family.user_id))
        return family.user
