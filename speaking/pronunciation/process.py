"""Judging in a process of its own, for whoever must not compute: a web process.

One process, started when it is first needed and replaced when it dies; what comes meanwhile
waits in its queue, so that a crowd is served in order and never takes more than one core.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from speaking.pronunciation.base import Choice, Judgement, PronunciationError, SpokenWord
from speaking.stt.base import SttError
from speaking.stt.offline.pool import Worker

if TYPE_CHECKING:
    from speaking.pronunciation.offline import OfflineJudge

_MOST_WAITING = 40
_DRILL_SECONDS, _READING_SECONDS = 20.0, 60.0

P = ParamSpec("P")
T = TypeVar("T")

_judge: OfflineJudge | None = None


class JudgeProcess:
    """Thread-safe. At most _MOST_WAITING calls wait; more are told to come back."""

    version = "1"

    def __init__(self) -> None:
        self._worker = Worker()
        self._waiting = threading.BoundedSemaphore(_MOST_WAITING)

    def warm(self) -> Future[None]:
        """Begin to load what the first call would wait for."""
        return self._worker.submit(_load)

    def shutdown(self) -> None:
        """End the process; it starts again when it is needed."""
        self._worker.shutdown()

    def judge(self, pcm: bytes, words: Sequence[SpokenWord]) -> Judgement:
        """As ``PronunciationJudge.judge``; blocks, mostly waiting. Raises as ``tell_apart``."""
        return self._call(_READING_SECONDS, _judge_words, pcm, words)

    def tell_apart(self, pcm: bytes, first: str, second: str, contrast: str) -> Choice:
        """As ``PronunciationJudge.tell_apart``; blocks, mostly waiting.

        Raises PronunciationError ``nothing_heard``, or a retryable one: ``busy``,
        ``pronunciation_failed``.
        """
        return self._call(_DRILL_SECONDS, _tell_apart, pcm, first, second, contrast)

    def _call(
        self, seconds: float, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        if not self._waiting.acquire(blocking=False):
            raise PronunciationError("busy", "Too many are practising just now.", retryable=True)
        generation = self._worker.generation
        try:
            return self._worker.submit(function, *args, **kwargs).result(seconds)
        except (BrokenProcessPool, FutureTimeout) as error:
            self._worker.replace(generation)
            raise _failed() from error
        except SttError as error:
            raise _failed() from error
        finally:
            self._waiting.release()


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


def _judge_words(pcm: bytes, words: Sequence[SpokenWord]) -> Judgement:
    """Runs in the process."""
    _load()
    assert _judge is not None
    return _judge.judge(pcm, words)
