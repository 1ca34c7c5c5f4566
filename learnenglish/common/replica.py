"""Reading from a replica: only where a view asks for it, and never behind one's own writes.

Analytics (progress, a tutor's overview) may be a moment old, so they read from
``DATABASE_REPLICA_URL`` inside ``replica_reads``. A person who has just written reads from the
first database for ``REPLICA_PAUSE_SECONDS``, so that they see what they did; everybody does while
the replica is away.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.core.cache import caches
from django.db import OperationalError, connections, models

from learnenglish.common.redis_cache import CacheAway

log = structlog.get_logger(__name__)
REPLICA = "replica"
AWAY_SECONDS = 30
_reads_replica: ContextVar[bool] = ContextVar("reads_replica", default=False)
_wrote: ContextVar[bool] = ContextVar("wrote", default=False)
# When a replica that did not answer, by its URL, is asked again.
_away_until: dict[str, float] = {}


class ReplicaRouter:
    """Writes and everything else go to ``default``."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str | None:
        return REPLICA if _reads_replica.get() else None

    def db_for_write(self, model: type[models.Model], **hints: Any) -> str | None:
        _wrote.set(True)
        return None

    def allow_relation(self, one: models.Model, other: models.Model, **hints: Any) -> bool:
        """Both databases hold the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return False if db == REPLICA else None


@contextmanager
def replica_reads(*, user_id: UUID) -> Iterator[None]:
    """Read from the replica inside, unless there is none or ``user_id`` wrote just now."""
    use = (
        bool(settings.DATABASE_REPLICA_URL) and not _wrote_just_now(user_id) and _replica_answers()
    )
    token = _reads_replica.set(use)
    try:
        yield
    finally:
        _reads_replica.reset(token)


def _replica_answers() -> bool:
    url = settings.DATABASE_REPLICA_URL
    if time.monotonic() < _away_until.get(url, 0):
        return False
    try:
        connections[REPLICA].ensure_connection()
    except OperationalError as error:
        _away_until[url] = time.monotonic() + AWAY_SECONDS
        log.warning("replica_away", error=type(error).__name__)
        return False
    return True


class WritesMiddleware:
    """Remembers who wrote, for ``replica_reads``. Does nothing without a replica."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        if not settings.DATABASE_REPLICA_URL:
            return self.get_response(request)
        token = _wrote.set(False)
        try:
            response = self.get_response(request)
            user = getattr(request, "user", None)
            if _wrote.get() and user is not None and user.is_authenticated:
                replica_pause(user_id=user.pk)
        finally:
            _wrote.reset(token)
        return response


def replica_pause(*, user_id: UUID) -> None:
    """Something of the person's was written just now; also by a task or over a socket."""
    if not settings.DATABASE_REPLICA_URL:
        return
    with suppress(CacheAway):
        caches["shared"].set(_key(user_id), 1, timeout=settings.REPLICA_PAUSE_SECONDS)


def _wrote_just_now(user_id: UUID) -> bool:
    try:
        return bool(caches["shared"].get(_key(user_id)))
    except CacheAway:  # nobody knows
        return True


def _key(user_id: UUID) -> str:
    return f"wrote:{user_id}"
