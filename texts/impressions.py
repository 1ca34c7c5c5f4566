"""How often explanations are shown, counted without a write per view.

A view adds to a buffer: in this process, or in Redis where ``REDIS_URL`` is set. The buffer is
emptied into the database as one batch: this process's by a timer, by size and at its end; the one
in Redis by the schedule. While Redis is away, views are counted in the process.
"""

from __future__ import annotations

import atexit
import threading
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_started
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from redis import RedisError

from learnenglish.common.outage import Outage
from texts.impressions_redis import RedisBuffer
from texts.models import ImpressionFlush, TextResource
from texts.quality.locking import statistics_lock

FLUSH_S = 10
# So many different resources wait at most; more and the timer is woken early.
BUFFER_SIZE = 1000
# A batch that was written but not forgotten is offered again by the next flush.
MARKS_KEPT = timedelta(days=1)

logger = structlog.get_logger(__name__)


class ProcessBuffer:
    """The views of this process that are not in the database yet. For any thread.

    A process that serves requests starts the timer; others (commands, tests) show nothing to
    anybody. ``interval_s`` is how long a view waits at most.
    """

    def __init__(self, *, interval_s: float = FLUSH_S) -> None:
        self._interval_s = interval_s
        self._counts: Counter[UUID] = Counter()
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._closed = False
        self._thread: threading.Thread | None = None

    def add(self, counts: Counter[UUID]) -> None:
        with self._lock:
            self._counts.update(counts)
            full = len(self._counts) >= BUFFER_SIZE
        if full:
            self._wake.set()

    def flush(self) -> int:
        """Write what waits; the number of views. What could not be written waits on."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if not counts:
            return 0
        try:
            return impressions_store(counts=counts)
        except Exception:
            self.add(counts)
            raise

    def start(self) -> None:
        """Start the timer, once per process, and see to the last views at the process's end."""
        if self._thread is not None:
            return
        with self._lock:
            if self._thread is not None:
                return
            self._thread = threading.Thread(target=self._run, name="learn-impressions", daemon=True)
            self._thread.start()
        # Runs after a signal, too, which servers answer by stopping in an orderly way.
        atexit.register(self.close)

    def close(self) -> None:
        """Stop the timer, wait for a flush under way and write the rest."""
        self._closed = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join()
        self._try_to_flush()
        atexit.unregister(self.close)

    def _run(self) -> None:
        while not self._closed:
            self._wake.wait(self._interval_s)
            self._wake.clear()
            self._try_to_flush()

    def _try_to_flush(self) -> None:
        try:
            self.flush()
        except Exception as error:
            # A timer that ended here would lose all later views; these are tried again.
            logger.warning("impressions_not_written", error=str(error))
        finally:
            connection.close()


_here = ProcessBuffer()
# Not every view waits for a Redis that hangs.
_outage = Outage(pause_s=FLUSH_S)


def impressions_count(ids: Iterable[UUID]) -> None:
    """Note that the resources ``ids`` were shown once each. Writes nothing to the database."""
    counts = Counter(ids)
    if not counts:
        return
    if settings.REDIS_URL and not _outage.message:
        try:
            RedisBuffer().add(counts)
            return
        except RedisError as error:
            _outage.begin(str(error))
            logger.warning("impressions_counted_here", error=str(error))
    _here.add(counts)


def impressions_flush() -> int:
    """Empty the buffers that this process reaches; the number of views written.

    Raises django.db.Error or redis.RedisError; what was not written stays in its buffer.
    """
    views = _here.flush()
    if settings.REDIS_URL:
        shared = RedisBuffer()
        for batch, counts in shared.batches():
            views += impressions_store(batch=batch, counts=counts)
            shared.forget(batch)
    return views


def impressions_store(*, counts: Counter[UUID], batch: UUID | None = None) -> int:
    """Add ``counts`` to their resources, once per ``batch`` if given; the number of views.

    Resources with the same count share a statement. Those deleted meanwhile are left out.
    """
    by_count: dict[int, list[UUID]] = {}
    for resource_id, count in counts.items():
        by_count.setdefault(count, []).append(resource_id)
    with transaction.atomic():
        statistics_lock()
        if batch is not None and not _first_time(batch, views=counts.total()):
            return 0
        for count, ids in by_count.items():
            TextResource.objects.filter(pk__in=ids).update(impressions=F("impressions") + count)
    return counts.total()


def _first_time(batch: UUID, *, views: int) -> bool:
    """Mark ``batch`` as written. False if it was: a process was killed before it forgot it."""
    ImpressionFlush.objects.filter(created_at__lt=timezone.now() - MARKS_KEPT).delete()
    _, is_new = ImpressionFlush.objects.get_or_create(pk=batch, defaults={"views": views})
    return is_new


def _serving(sender: type, **_: object) -> None:
    if issubclass(sender, ASGIHandler | WSGIHandler):
        _here.start()


request_started.connect(_serving, dispatch_uid="texts.impressions")
