"""Who may keep a socket open, how many at once, and how often a new one."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core.cache import caches
from django.utils.translation import gettext as _

from accounts.mfa import MFA_SETUP_REQUIRED, mfa_setup_missing
from accounts.models import User
from accounts.permissions import is_person
from accounts.plans import plan_of
from learnenglish.common.errors import DomainError
from learnenglish.common.ratelimit import rate_hit, rate_parse

# A process that is killed gives nothing back: its places are free again after this many checks.
CHECKS_MISSED = 3


def person_check(*, user_id: UUID) -> User:
    """The person as they are now.

    Raises DomainError ``unauthenticated`` if they are gone or suspended, ``forbidden`` if their
    role needs a second factor and they have none.
    """
    user = User.objects.filter(pk=user_id).first()
    if user is None or not is_person(user):
        raise DomainError("unauthenticated", _("Sign in, then connect again."), status=401)
    if mfa_setup_missing(user):
        raise DomainError("forbidden", MFA_SETUP_REQUIRED, status=403)
    return user


def socket_open(*, user_id: UUID) -> str:
    """A place for one more socket of the person, to be kept by ``socket_keep``.

    Raises DomainError ``rate_limited``, and what ``person_check`` raises.
    """
    user = person_check(user_id=user_id)
    rate = rate_parse(settings.RATE_LIMITS["socket"][plan_of(user)])
    verdict = rate_hit(key=f"socket:{user_id}", rate=rate)
    if not verdict.allowed:
        raise _rate_limited(_("That were many connections. Wait a moment."), verdict.reset_s)
    for number in range(settings.SPEAK_SOCKETS_PER_USER):
        place = f"speak-socket:{user_id}:{number}"
        if caches["shared"].add(place, 1, _place_seconds()):  # atomic: of two, one gets it
            return place
    raise _rate_limited(_("You are speaking in other windows. Close one first."), _place_seconds())


def socket_keep(*, user_id: UUID, place: str) -> None:
    """Said every SPEAK_RECHECK_SECONDS. Raises what ``person_check`` raises."""
    person_check(user_id=user_id)
    caches["shared"].set(place, 1, _place_seconds())


def socket_close(*, place: str) -> None:
    caches["shared"].delete(place)


def _place_seconds() -> int:
    return CHECKS_MISSED * settings.SPEAK_RECHECK_SECONDS


def _rate_limited(message: str, wait_s: int) -> DomainError:
    return DomainError("rate_limited", message, status=429, retry_after_ms=1000 * wait_s)
