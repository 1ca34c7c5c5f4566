"""Single-use tickets for browser clients that have a JWT only: a JWT never stands in a URL."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.core.cache import caches

if TYPE_CHECKING:
    from accounts.models import User

TICKET_SECONDS = 60


def ticket_issue(*, user: User) -> str:
    ticket = secrets.token_urlsafe(32)
    caches["shared"].set(_key(ticket), str(user.pk), TICKET_SECONDS)
    return ticket


def ticket_redeem(*, ticket: str) -> str | None:
    """The person's id the first time, None ever after: only one deletion succeeds."""
    shared = caches["shared"]
    user_id: str | None = shared.get(_key(ticket))
    return user_id if user_id is not None and shared.delete(_key(ticket)) else None


def _key(ticket: str) -> str:
    return f"speak-ticket:{ticket}"
