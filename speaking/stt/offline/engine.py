"""The offline recogniser: Moonshine in a pool of processes."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

from speaking.stt.base import BYTES_PER_MS, Interim, SttError, Transcript
from speaking.stt.offline import worker as work
from speaking.stt.offline.pool import Worker, WorkerPool, available_cores

_MIN_NEW_MS = 400
_MAX_NEW_MS = 2_000
_MAX_WAIT_S = 1.0
_CATCH_UP_BYTES = 5_000 * BYTES_PER_MS
_LOAD_ALL, _LOAD_ONE = 0.7, 0.25
"""The share of a worker's time that interim results may take: of all its sessions, of one."""


class OfflineSession:
    """One live recording, pinned to one worker process.

    Meant for a loop: ``while recording: show(await session.interim())``. ``feed`` may be called
    while ``interim`` is waiting; ``finish`` ends the waiting.
    """

    def __init__(self, pool: WorkerPool, worker: Worker) -> None:
        self._pool = pool
        self._worker = worker
        self._generation = worker.generation
        self._key = uuid.uuid4().hex
        self._calls = asyncio.Lock()
        self._changed = asyncio.Event()
        # What the worker has not confirmed yet; it begins at byte ``_sent`` of the recording.
        self._pending = bytearray()
        self._sent = 0
        self._enough = _MIN_NEW_MS * BYTES_PER_MS
        self._latest = Interim(lines=(), processed_ms=0)
        self._working_off: asyncio.Task[None] | None = None
        self._finishing = False
        self._closed = False

    async def start(self, pause_ms: int, model: str) -> None:
        """Begin the recording in the worker."""
        await self._worker.call(self._generation, work.open_session, self._key, pause_ms, model)

    async def feed(self, pcm: bytes) -> None:
        """Buffer sound; may be cut anywhere. Raises SttError after ``close``.

        Where nobody asks for interims, it is recognised every 5 s, so that the end is near when
        ``finish`` is called.
        """
        self._check_open()
        self._pending += pcm
        self._changed.set()
        nobody_asks = len(self._pending) > _CATCH_UP_BYTES and not self._calls.locked()
        if nobody_asks and (self._working_off is None or self._working_off.done()):
            self._working_off = asyncio.create_task(self._work_off())

    async def interim(self) -> Interim:
        """Wait for enough new sound, recognise it, return all lines so far.

        Enough is 400 ms, and more when decoding takes long (a long line, many sessions on the
        worker), up to 2 s: recognition then updates less often instead of lagging behind. Some
        sound that does not grow to be enough is taken after a second. With no new sound at all
        this waits until some comes or ``finish`` or ``close`` is called from elsewhere, which
        gives the latest result again. May be cancelled without loss.
        """
        self._check_open()
        await self._wait_for_sound()
        async with self._calls:
            if not self._finishing and not self._closed:
                await self._update()
        return self._latest

    async def finish(self) -> Transcript:
        """Recognise the rest, let go of everything. Raises SttError; a second call does so too."""
        self._check_open()
        self._finishing = True
        self._changed.set()
        try:
            async with self._calls:
                self._check_open()
                while len(self._pending) > _CATCH_UP_BYTES:
                    await self._update()
                rest = self._whole_samples()
                return await self._worker.call(
                    self._generation, work.finish, self._key, self._sent, rest
                )
        finally:
            await self.close()

    async def close(self) -> None:
        """Free the place in the pool; the worker forgets the recording when it gets to it."""
        if self._closed:
            return
        self._closed = True
        self._changed.set()
        self._pending.clear()
        self._pool.release(self._worker)
        if self._generation == self._worker.generation:
            with suppress(SttError):
                self._worker.submit(work.close_session, self._key)

    def _check_open(self) -> None:
        if self._closed:
            raise SttError("stt_failed", "The recognition session is closed.", retryable=False)
        if self._generation != self._worker.generation:
            raise SttError("stt_failed", "The recognition process was lost.", retryable=True)

    async def _wait_for_sound(self) -> None:
        try:
            async with asyncio.timeout(None) as limit:
                while len(self._pending) < self._enough and not self._finishing:
                    if self._closed:
                        return
                    self._changed.clear()
                    if len(self._pending) > 1 and limit.when() is None:
                        limit.reschedule(asyncio.get_running_loop().time() + _MAX_WAIT_S)
                    await self._changed.wait()
        except TimeoutError:
            return

    async def _work_off(self) -> None:
        async with self._calls:
            # What fails here fails again, and is heard of, in the next call of the session.
            with suppress(SttError):
                while len(self._pending) > _CATCH_UP_BYTES and not self._closed:
                    await self._update()

    async def _update(self) -> None:
        """Send what is next; with much waiting, only lines that end are decoded."""
        behind = len(self._pending) > _CATCH_UP_BYTES
        reply = await self._worker.call(
            self._generation, work.update, self._key, self._sent, self._whole_samples(), not behind
        )
        del self._pending[: reply.taken - self._sent]
        self._sent = reply.taken
        self._latest = reply.interim
        wanted_ms = int(reply.cost_ms * max(self._worker.sessions / _LOAD_ALL, 1 / _LOAD_ONE))
        self._enough = min(max(wanted_ms, _MIN_NEW_MS), _MAX_NEW_MS) * BYTES_PER_MS

    def _whole_samples(self) -> bytes:
        return bytes(self._pending[: min(len(self._pending), _CATCH_UP_BYTES) & ~1])


class OfflineRecogniser:
    """Recognises English without network or key.

    ``workers``: processes, by default one for each core. ``sessions_per_worker``: live sessions
    each takes; past ``workers * sessions_per_worker`` ``open`` raises SttError ``busy``. ``model``
    is one of ``decoding.MODELS``. It knows English as a whole, so ``language`` changes nothing.
    """

    provider = "offline"

    def __init__(
        self,
        *,
        workers: int | None = None,
        sessions_per_worker: int = 5,
        model: str = "tiny-en",
    ) -> None:
        self.model = f"moonshine-{model}"
        self._name = model
        self._pool = WorkerPool(workers or available_cores(), sessions_per_worker)

    def warm(self) -> list[Future[int]]:
        """Start the processes and load the networks in the background.

        The futures are done when a process is ready and give its id; nobody needs to wait.
        """
        return self._pool.warm(self._name)

    def close(self) -> None:
        """End the processes; blocks until they are gone. At interpreter exit it is not needed."""
        self._pool.shutdown()

    async def open(self, *, language: str, pause_ms: int) -> OfflineSession:
        """A live session. The first one on a process that is not warm waits for its networks."""
        session = OfflineSession(self._pool, self._pool.acquire())
        try:
            await session.start(pause_ms, self._name)
        except BaseException:
            await session.close()
            raise
        return session

    async def align(self, pcm: bytes, words: list[str]) -> list[tuple[int, int]]:
        """When each of ``words`` is said in ``pcm``, found in one of the processes.

        Alignment holds Python's lock all the while, so in this process nobody else would get on.
        Raises SttError.
        """
        worker = self._pool.least_busy()
        return await worker.call(worker.generation, work.align, pcm, words)

    def transcribe(
        self,
        pcm: bytes,
        *,
        language: str,
        pause_ms: int,
        progress: Callable[[int], None] | None = None,
    ) -> Transcript:
        """A whole recording, in the calling process and thread. Thread-safe."""
        from speaking.stt.offline.models import load_models
        from speaking.stt.offline.stream import LiveStream

        try:
            stream = LiveStream(load_models(self._name), pause_ms=pause_ms)
            for begin in range(0, len(pcm) & ~1, _CATCH_UP_BYTES):
                stream.add(pcm[begin : min(begin + _CATCH_UP_BYTES, len(pcm) & ~1)])
                if progress is not None:
                    progress(stream.received_ms)
            return stream.finish()
        except (FileNotFoundError, ImportError) as error:
            raise SttError("stt_failed", f"Recognition is not installed: {error}",
                           retryable=False) from error  # fmt: skip
