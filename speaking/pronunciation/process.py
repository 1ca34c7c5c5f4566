"""Judging in a process of its own, for whoever must not compute: a web process.

One process, started when it is first needed and replaced when it dies; what comes meanwhile
waits in its queue, so that a crowd is served in order and never takes more than one core.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from speaking.pronunciation.base import Choice, PronunciationError
from speaking.stt.base import SttError
from speaking.stt.offline.pool import Worker

if TYPE_CHECKING:
    from speaking.pronunciation.offline import OfflineJudge

_MOST_WAITING = 40
_SECONDS = 20.0

_judge: OfflineJudge | None = None


class JudgeProcess:
    """Thread-safe. At most _MOST_WAITING calls wait; more are told to come back."""

    def __init__(self) -> None:
        self._worker = Worker()
        self._waiting = threading.BoundedSemaphore(_MOST_WAITING)

    def warm(self) -> Future[None]:
        """Begin to load what the first call would wait for."""
        return self._worker.submit(_load)

    def shutdown(self) -> None:
        """End the process; it starts again when it is needed."""
        self._worker.shutdown()

    def tell_apart(self, pcm: bytes, first: str, second: str, contrast: str) -> Choice:
        """As ``PronunciationJudge.tell_apart``; blocks, mostly waiting.

        Raises PronunciationError ``nothing_heard``, or a retryable one: ``busy``,
        ``pronunciation_failed``.
        """
        if not self._waiting.acquire(blocking=False):
            raise PronunciationError("busy", "Too many are practising just now.", retryable=True)
        try:
            return self._call(pcm, first, second, contrast)
        finally:
            self._waiting.release()

    def _call(self, pcm: bytes, first: str, second: str, contrast: str) -> Choice:
        generation = self._worker.generation
        try:
            return self._worker.submit(_tell_apart, pcm, first, second, contrast).result(_SECONDS)
        except (BrokenProcessPool, FutureTimeout) as error:
            self._worker.replace(generation)
            raise _failed() from error
        except SttError as error:
            raise _failed() from error


def _failed() -> PronunciationError:
    return PronunciationError("pronunciation_failed", "Listening failed.", retryable=True)


def _load() -> None:
    """Runs in the process."""
    global _judge
    if _judge is None:
        from speaking.pronunciation.offline import OfflineJudge

        _judge = OfflineJudge()
        _judge.warm_up()


def _tell_apart(pcm: bytes, first: str, second: str, contrast: str) -> Choice:
    """Runs in the process."""
    _load()
    assert _judge is not None
    return _judge.tell_apart(pcm, first, second, contrast)
