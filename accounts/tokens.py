"""JSON Web Tokens for apps, and who a token belongs to."""

from __future__ import annotations

from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import AuthenticationFailed, InvalidToken
from rest_framework_simplejwt.tokens import RefreshToken

from accounts.models import User


def token_for(user: User) -> RefreshToken:
    """A refresh token (its ``access_token`` goes with it) that also carries role and plan."""
    token: RefreshToken = RefreshToken.for_user(user)
    token["role"] = user.role
    token["plan"] = user.plan
    return token


def user_for_token(raw: str) -> User | None:
    """The active person an access token was given to; None if it is not valid any more."""
    authentication = JWTAuthentication()
    try:
        user = authentication.get_user(authentication.get_validated_token(raw.encode()))
    except (InvalidToken, AuthenticationFailed):
        return None
    return user if isinstance(user, User) else None
