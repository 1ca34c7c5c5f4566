"""The spool: where sound waits until its session has a result.

In Redis where ``REDIS_URL`` is set, so that any process on any machine can resume or finish a
session; else in a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.conf import settings

from speaking.spool.base import Spool, SpoolEntry, SpoolLost, SpoolUnavailable
from speaking.spool.file import FileSpool
from speaking.spool.redis import RedisSpool

__all__ = ["Spool", "SpoolEntry", "SpoolLost", "SpoolUnavailable", "spool_entries", "spool_of"]


def spool_of(session_id: UUID) -> Spool:
    """The spool of one session. Making it touches nothing yet."""
    if settings.REDIS_URL:
        return RedisSpool(session_id)
    return FileSpool(session_id)


def spool_entries() -> Iterator[SpoolEntry]:
    """All spools there are. Raises SpoolUnavailable."""
    return RedisSpool.entries() if settings.REDIS_URL else FileSpool.entries()
