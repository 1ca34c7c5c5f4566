"""The recognition processes: how many, how busy, and what happens when one dies."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar

from speaking.stt.base import SttError
from speaking.stt.offline import worker as work

logger = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

_BUSY_RETRY_MS = 10_000
_FAILED_RETRY_MS = 1_000


def available_cores() -> int:
    """The cores this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Worker:
    """One process, started when first needed, and the sessions pinned to it.

    When the process dies, ``generation`` is raised and the next call starts another; sessions of
    an older generation are lost.
    """

    def __init__(self) -> None:
        self.sessions = 0
        self.generation = 0
        self._executor: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a call. Raises SttError if the process has just died."""
        with self._lock:
            if self._executor is None:
                self._executor = ProcessPoolExecutor(
                    max_workers=1, mp_context=get_context("spawn"), initializer=work.start
                )
            executor, generation = self._executor, self.generation
        try:
            return executor.submit(function, *args, **kwargs)
        except (BrokenProcessPool, RuntimeError) as error:
            self.replace(generation)
            raise process_lost() from error

    async def call(
        self,
        generation: int,
        function: Callable[P, T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run ``function`` in the process a session of ``generation`` lives in.

        A cancelled caller does not cancel the work: the process answers in order, always.
        Raises SttError ``stt_failed`` when the process has died or the function raises.
        """
        if generation != self.generation:
            raise process_lost()
        future = await asyncio.to_thread(self.submit, function, *args, **kwargs)
        await _done(future)
        try:
            return future.result()
        except BrokenProcessPool as error:
            self.replace(generation)
            raise process_lost() from error
        except SttError:
            raise
        except Exception as error:
            logger.exception("Recognition failed in its process.")
            raise SttError("stt_failed", "Recognition failed.", retryable=True) from error

    def replace(self, generation: int) -> None:
        """Let go of the dead process of ``generation``; only the first to notice does anything."""
        with self._lock:
            if generation != self.generation:
                return
            self.generation += 1
            executor, self._executor = self._executor, None
        logger.warning("A recognition process died; its sessions are lost, it is replaced.")
        if executor is not None:
            executor.shutdown(wait=False, cancel_futures=True)

    def let_go(self) -> None:
        """Forget the process, which ends by itself."""
        self._executor = None

    def shutdown(self) -> None:
        """End the process after the call it is at."""
        with self._lock:
            self.generation += 1
            executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=True, cancel_futures=True)


class WorkerPool:
    """``size`` processes of at most ``sessions_per_worker`` sessions each. Thread-safe."""

    def __init__(self, size: int, sessions_per_worker: int) -> None:
        if size < 1 or sessions_per_worker < 1:
            raise ValueError("The pool needs at least one worker and one session per worker.")
        self._workers = [Worker() for _ in range(size)]
        self._sessions_per_worker = sessions_per_worker
        self._lock = threading.Lock()
        # An executor that lives until the interpreter takes its modules apart finds its own module
        # gone when it is collected, and complains on stderr: so it goes before, at exit.
        weakref.finalize(self, _let_go, self._workers)

    def acquire(self) -> Worker:
        """The least busy worker, one session busier. Raises SttError ``busy``."""
        with self._lock:
            worker = min(self._workers, key=lambda one: one.sessions)
            if worker.sessions >= self._sessions_per_worker:
                raise SttError(
                    "busy",
                    "All recognition capacity is in use.",
                    retryable=True,
                    retry_after_ms=_BUSY_RETRY_MS,
                )
            worker.sessions += 1
            return worker

    def least_busy(self) -> Worker:
        """For a call that needs no place of its own."""
        with self._lock:
            return min(self._workers, key=lambda one: one.sessions)

    def release(self, worker: Worker) -> None:
        """Give back what ``acquire`` gave."""
        with self._lock:
            worker.sessions -= 1

    def warm(self, model: str) -> list[Future[int]]:
        """Start all processes and load their networks; the futures give their process ids."""
        return [worker.submit(work.load, model) for worker in self._workers]

    def shutdown(self) -> None:
        """End all processes. The pool can be used again afterwards."""
        for worker in self._workers:
            worker.shutdown()


def _let_go(workers: list[Worker]) -> None:
    for worker in workers:
        worker.let_go()


def process_lost() -> SttError:
    """What a session is told whose process has died."""
    return SttError(
        "stt_failed",
        "The recognition process ended unexpectedly.",
        retryable=True,
        retry_after_ms=_FAILED_RETRY_MS,
    )


async def _done(future: Future[Any]) -> None:
    """Wait without owning: unlike ``wrap_future``, a cancelled wait leaves ``future`` alone.

    It may also outlive the event loop, which then needs no telling.
    """
    loop = asyncio.get_running_loop()
    finished = asyncio.Event()

    def wake(_: Future[Any]) -> None:
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(finished.set)

    future.add_done_callback(wake)
    await finished.wait()
