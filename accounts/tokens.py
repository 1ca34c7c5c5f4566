"""JSON Web Tokens for apps: given, renewed, revoked, and who a token belongs to."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import structlog
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.tokens import RefreshToken

from accounts.authentication import JwtAuthentication, token_is_of
from accounts.models import TokenFamily, User
from accounts.plans import plan_of
from learnenglish.common.errors import DomainError

log = structlog.get_logger(__name__)


def token_for(user: User) -> RefreshToken:
    """The first refresh token of a new sign-in; its ``access_token`` goes with it.

    Both carry ``user_id``, ``role``, ``plan`` and ``family``.
    """
    family = TokenFamily(user=user)
    token = _mint(user, family.pk)
    family.current_jti, family.expires_at = token["jti"], _expiry(token)
    family.save()
    return token


def token_renew(*, refresh: str) -> RefreshToken:
    """The next refresh token of a sign-in; ``refresh`` never works again.

    A refresh token that was used before ends its sign-in. Raises DomainError ``token_not_valid``.
    """
    old = _refresh_token(refresh)
    family = TokenFamily.objects.select_related("user").filter(pk=old.get("family")).first()
    if family is None or not token_is_of(family.user, old):
        raise _not_valid()
    new = _mint(family.user, family.pk)
    # One statement, so that of two who come with the same token one at most is served.
    taken = TokenFamily.objects.filter(
        pk=family.pk, current_jti=old["jti"], revoked_at=None
    ).update(current_jti=new["jti"], expires_at=_expiry(new), updated_at=timezone.now())
    if not taken:
        log.warning("refresh_token_reused", family=str(family.pk))
        family_revoke(family_id=family.pk)
        raise _not_valid()
    return new


def token_revoke(*, refresh: str) -> None:
    """End the sign-in that ``refresh`` belongs to; twice is no error.

    Raises DomainError ``token_not_valid`` for what is no token of ours.
    """
    family_revoke(family_id=_refresh_token(refresh)["family"])


def family_revoke(*, family_id: UUID | str) -> None:
    TokenFamily.objects.filter(pk=family_id, revoked_at=None).update(revoked_at=timezone.now())


def families_purge() -> int:
    """Forget sign-ins whose last token has expired; how many there were."""
    return TokenFamily.objects.filter(expires_at__lt=timezone.now()).delete()[0]


def user_for_token(raw: str) -> User | None:
    """The active person an access token was given to; None if it is not valid any more."""
    authentication = JwtAuthentication()
    try:
        user = authentication.get_user(authentication.get_validated_token(raw.encode()))
    except (InvalidToken, AuthenticationFailed):
        return None
    return user if isinstance(user, User) else None


def token_is_valid(raw: str) -> bool:
    """Whether ``raw`` is an access token, or the refresh token, of a sign-in that lasts."""
    if user_for_token(raw) is not None:
        return True
    try:
        token = _refresh_token(raw)
    except DomainError:
        return False
    family = TokenFamily.objects.filter(
        pk=token.get("family"), current_jti=token["jti"], revoked_at=None
    )
    found = family.select_related("user").first()
    return found is not None and token_is_of(found.user, token)


def _mint(user: User, family_id: UUID) -> RefreshToken:
    token: RefreshToken = RefreshToken.for_user(user)
    token["family"] = str(family_id)
    token["role"] = user.role
    token["plan"] = plan_of(user)
    return token


def _expiry(token: RefreshToken) -> datetime:
    return datetime.fromtimestamp(token["exp"], tz=UTC)


def _refresh_token(raw: str) -> RefreshToken:
    try:
        token = RefreshToken(raw)  # type: ignore[arg-type]  # the stubs name the wrong class
    except TokenError as error:
        raise _not_valid() from error
    if "family" not in token:
        raise _not_valid()
    return token


def _not_valid() -> DomainError:
    return DomainError(
        "token_not_valid", _("This refresh token is not valid. Sign in again."), status=401
    )
