"""The contract of speech recognition.

Sound is 16 kHz mono signed 16-bit little-endian PCM everywhere behind this line; resampling and
decoding happen before. Times are milliseconds from the start of the recording.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from learnenglish.common.engines import EngineFailure

SAMPLE_RATE_HZ = 16_000
BYTES_PER_MS = SAMPLE_RATE_HZ * 2 // 1000


class SttError(EngineFailure):
    """Recognition failed. ``code`` is stable (``busy``, ``stt_failed``, ``bad_audio``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A spoken word as written, with its time. ``confidence`` is 0–1, None where unknown."""

    text: str
    start_ms: int
    end_ms: int
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch between pauses. A ``final`` line does not change any more."""

    id: int
    text: str
    start_ms: int
    end_ms: int
    final: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Interim:
    """All lines so far. The first ``stable_chars`` of ``text`` will not change.

    ``processed_ms``: how much of the sound fed so far the text accounts for.
    """

    lines: tuple[Line, ...]
    processed_ms: int

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def stable_chars(self) -> int:
        length = 0
        for index, line in enumerate(self.lines):
            if not line.final:
                break
            length += len(line.text) + (1 if index else 0)
        return length


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """The final text with word times. Silence gives an empty text and no words.

    ``fallback_reason`` tells a person why another engine than the configured one heard it; it is
    empty if that is not so.
    """

    text: str
    words: tuple[Word, ...]
    duration_ms: int
    provider: str
    model: str
    fallback_reason: str = ""


class RecognitionSession(Protocol):
    """One live recording. Used by one coroutine at a time; never blocks the event loop."""

    async def feed(self, pcm: bytes) -> None:
        """Take sound in order. Returns at once; recognition goes on elsewhere."""
        ...

    async def interim(self) -> Interim:
        """Recognise what was fed and not yet processed. Raises SttError."""
        ...

    async def finish(self) -> Transcript:
        """Recognise the rest and close. Raises SttError."""
        ...

    async def close(self) -> None:
        """Let go of all resources; may be called at any time, also twice."""
        ...


class Recogniser(Protocol):
    """An engine. ``transcribe`` blocks and is for workers."""

    @property
    def provider(self) -> str: ...

    @property
    def model(self) -> str: ...

    def warm(self) -> object:
        """Begin to load what the first session would wait for. Returns at once; may be repeated."""
        ...

    def close(self) -> None:
        """Let go of idle connections or processes; it can still be used."""
        ...

    async def open(self, *, language: str, pause_ms: int) -> RecognitionSession:
        """A new live session. Raises SttError ``busy`` when there is no capacity."""
        ...

    def transcribe(
        self,
        pcm: bytes,
        *,
        language: str,
        pause_ms: int,
        progress: Callable[[int], None] | None = None,
    ) -> Transcript:
        """A whole recording. ``progress`` is told the milliseconds done. Raises SttError."""
        ...
