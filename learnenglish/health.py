"""Whether what the site leans on answers, each part named, with its time.

A part that is down takes one feature away, not the site: only the database is needed for all of
them, so only without it is the process not ready.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from uuid import uuid4

import structlog
from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.db import connection, connections

from learnenglish.celery import app
from learnenglish.common.replica import REPLICA

log = structlog.get_logger(__name__)

LIMIT_S = 2.0
NEEDED = frozenset({"database"})
# A thread that hangs in a dead part is not waited for, and no other one is sent after it: not even
# many who ask leave none for the others.
_POOL = ThreadPoolExecutor(max_workers=8, thread_name_prefix="health")
_under_way: dict[str, Future[int]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """One part. ``status`` is ok, down or embedded (there is nothing to ask)."""

    name: str
    status: str
    latency_ms: int
    needed: bool


def _database() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        connection.close()  # this thread's own


def _replica() -> None:
    replica = connections[REPLICA]
    try:
        with replica.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        replica.close()


def _cache() -> None:
    cache = caches["shared"]
    key = f"health:{uuid4()}"
    cache.set(key, 1, timeout=10)
    if cache.get(key) != 1:
        raise RuntimeError("the cache forgot at once")
    cache.delete(key)


def _broker() -> None:
    with app.connection_for_write(connect_timeout=LIMIT_S) as broker:
        broker.ensure_connection(max_retries=0, timeout=LIMIT_S)


def _storage() -> None:
    default_storage.exists(f"health/{uuid4()}")


def _parts() -> dict[str, Callable[[], None] | None]:
    """What there is to ask; None where it is inside this process."""
    replica = {"replica": _replica} if settings.DATABASE_REPLICA_URL else {}
    return {
        "database": _database,
        **replica,
        "cache": _cache,
        "broker": None if settings.CELERY_TASK_ALWAYS_EAGER else _broker,
        "storage": _storage,
    }


def health_check() -> list[Health]:
    """All parts, asked at the same time; one that takes longer than ``LIMIT_S`` is down."""
    started = time.monotonic()
    asked = {name: part_ask(name, part) if part else None for name, part in _parts().items()}
    found = []
    for name, future in asked.items():
        status, latency_ms = "embedded", 0
        if future is not None:
            left = max(0.0, started + LIMIT_S - time.monotonic())
            try:
                status, latency_ms = "ok", future.result(timeout=left)
            except TookTooLong:
                status, latency_ms = "down", int(LIMIT_S * 1000)
                log.warning("health_slow", part=name)
            except Exception as error:
                status, latency_ms = "down", int((time.monotonic() - started) * 1000)
                log.warning("health_down", part=name, error=repr(error))
        found.append(Health(name=name, status=status, latency_ms=latency_ms, needed=name in NEEDED))
    return found


def part_ask(name: str, part: Callable[[], object]) -> Future[int]:
    """In milliseconds; asked before and not answered yet, it is not asked again."""
    under_way = _under_way.get(name)
    if under_way is None or under_way.done():
        under_way = _under_way[name] = _POOL.submit(_timed, part)
    return under_way


def _timed(part: Callable[[], object]) -> int:
    """Milliseconds that ``part`` took."""
    started = time.perf_counter()
    part()
    return int((time.perf_counter() - started) * 1000)
