"""The OpenAI recogniser: words from the cloud, their times from our own alignment."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence

from speaking.stt.base import BYTES_PER_MS, Interim, SttError, Transcript, Word
from speaking.stt.offline.engine import OfflineRecogniser
from speaking.stt.offline.models import load_aligner
from speaking.stt.openai.failures import stt_error
from speaking.stt.openai.files import FileTranscriber
from speaking.stt.openai.finding import SpeechFinder, Stretch, find_speech, join_lines, voice_model
from speaking.stt.openai.live import LiveTranscriber
from speaking.stt.openai.options import OpenAISttOptions
from texts.nlp.base import EngineError
from texts.nlp.spending import Budget

Times = Sequence[tuple[int, int]]
_MIN_NEW_BYTES = 200 * BYTES_PER_MS
_MAX_WAIT_S = 1.0


class OpenAIRecogniser:
    """``budget`` counts seconds of sound sent; ``offline`` lends its processes for alignment."""

    provider = "openai"

    def __init__(
        self, *, options: OpenAISttOptions, budget: Budget, offline: OfflineRecogniser
    ) -> None:
        self.model = options.model
        self._options = options
        self._budget = budget
        self._offline = offline
        self._files = FileTranscriber(options, budget)

    def warm(self) -> threading.Thread:
        """Load the SDK and the voice activity model; nothing is sent."""
        # Not a daemon: one that is cut off within an import would keep the process from ending.
        thread = threading.Thread(target=self._load, name="warm-up-openai")
        thread.start()
        return thread

    def _load(self) -> None:
        voice_model()
        self._files.warm_up()

    def close(self) -> None:
        """Close idle connections; the engine can still be used."""
        self._files.close()

    async def open(self, *, language: str, pause_ms: int) -> OpenAISession:
        """A live session. It connects when there is something to hear."""
        return OpenAISession(self, self._options, self._budget, pause_ms)

    def transcribe(
        self,
        pcm: bytes,
        *,
        language: str,
        pause_ms: int,
        progress: Callable[[int], None] | None = None,
    ) -> Transcript:
        """A whole recording. Thread-safe; aligned in this process. Raises SttError."""
        parts = join_lines(find_speech(pcm, pause_ms))
        texts = self._texts(pcm, parts)
        aligner = load_aligner()
        times = [
            aligner.align(part.of(pcm), text.split())
            for part, text in zip(parts, texts, strict=True)
        ]
        if progress is not None:
            progress(len(pcm) // BYTES_PER_MS)
        return self._transcript(len(pcm), parts, texts, times)

    async def write_down(self, pcm: bytes, lines: Sequence[Stretch]) -> Transcript:
        """A whole recording whose ``lines`` are known. Raises SttError."""
        parts = join_lines(lines)
        texts = await asyncio.to_thread(self._texts, pcm, parts)
        times = [
            await self._offline.align(part.of(pcm), text.split())
            for part, text in zip(parts, texts, strict=True)
        ]
        return self._transcript(len(pcm), parts, texts, times)

    def _texts(self, pcm: bytes, parts: Sequence[Stretch]) -> list[str]:
        try:
            return self._files.texts_of([part.of(pcm) for part in parts])
        except EngineError as error:
            raise stt_error(error) from error

    def _transcript(
        self, size: int, parts: Sequence[Stretch], texts: Sequence[str], times: Sequence[Times]
    ) -> Transcript:
        duration_ms = size // BYTES_PER_MS
        words = [
            Word(
                text=written,
                start_ms=min(part.start_ms + start, duration_ms),
                end_ms=min(part.start_ms + end, duration_ms),
            )
            for part, text, found in zip(parts, texts, times, strict=True)
            for written, (start, end) in zip(text.split(), found, strict=True)
        ]
        return Transcript(
            text=" ".join(text for text in texts if text),
            words=tuple(words),
            duration_ms=duration_ms,
            provider=self.provider,
            model=self.model,
        )


class OpenAISession:
    """One live recording: words as they come over a socket, written down anew at the end."""

    def __init__(
        self, engine: OpenAIRecogniser, options: OpenAISttOptions, budget: Budget, pause_ms: int
    ) -> None:
        self._engine = engine
        self._finder = SpeechFinder(pause_ms)
        self._live = LiveTranscriber(options, budget, self._wake)
        self._calls = asyncio.Lock()
        self._changed = asyncio.Event()
        self._pcm = bytearray()
        self._heard = 0
        self._news = False
        self._over = False
        self._closed = False

    async def feed(self, pcm: bytes) -> None:
        """Buffer sound; may be cut anywhere. Raises SttError after ``close``."""
        self._check_open()
        self._pcm += pcm
        self._changed.set()

    async def interim(self) -> Interim:
        """Wait for sound or words, send what is new, return the lines so far. Raises SttError.

        May be cancelled: what was begun ends before the next call begins.
        """
        self._check_open()
        await self._wait_for_news()
        listening = asyncio.create_task(self._listen())
        # Looked at also when nobody waits for it any more.
        listening.add_done_callback(lambda done: done.cancelled() or done.exception())
        await asyncio.shield(listening)
        return self._live.items.interim(self._heard // BYTES_PER_MS)

    async def finish(self) -> Transcript:
        """Have the whole recording written down. Raises SttError."""
        self._check_open()
        self._over = True
        self._changed.set()
        try:
            async with self._calls:
                await self._live.close()
                await asyncio.to_thread(self._hear_all)
                return await self._engine.write_down(bytes(self._pcm), self._finder.lines)
        finally:
            await self.close()

    async def close(self) -> None:
        self._over = self._closed = True
        self._changed.set()
        await self._live.close()

    def _check_open(self) -> None:
        if self._closed:
            raise SttError("stt_failed", "The recognition session is closed.", retryable=False)

    def _wake(self) -> None:
        self._news = True
        self._changed.set()

    async def _wait_for_news(self) -> None:
        while not (self._over or self._news or len(self._pcm) - self._heard >= _MIN_NEW_BYTES):
            self._changed.clear()
            pending = len(self._pcm) - self._heard > 1 or self._live.items.waiting is not None
            try:
                async with asyncio.timeout(_MAX_WAIT_S if pending else None):
                    await self._changed.wait()
            except TimeoutError:
                return

    async def _listen(self) -> None:
        async with self._calls:
            if self._over:
                return
            self._news = False
            known = len(self._finder.lines)
            await asyncio.to_thread(self._hear_more)
            try:
                await self._live.send(
                    self._pcm, self._finder.lines[known:], self._finder.open_line()
                )
            except EngineError as error:
                raise stt_error(error) from error

    def _hear_more(self) -> None:
        new = bytes(self._pcm[self._heard : len(self._pcm) & ~1])
        self._finder.add(new)
        self._heard += len(new)

    def _hear_all(self) -> None:
        self._hear_more()
        self._finder.finish()
