"""Where in a recording somebody speaks. What is not speech is never sent, so it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from speaking.sound import GainControl, pcm_to_samples
from speaking.stt.base import BYTES_PER_MS
from speaking.stt.offline.segmenting import FRAME_MS, Segmenter, Span
from speaking.stt.offline.voice import FRAME_SAMPLES, VoiceDetector, load_voice_model

MAX_PART_MS = 60_000
_MAX_SILENCE_MS = 5_000
_FRAME_BYTES = FRAME_SAMPLES * 2


@lru_cache(maxsize=1)
def voice_model() -> Any:
    """One for all recordings of this process."""
    return load_voice_model()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the recording, in milliseconds from its start."""

    start_ms: int
    end_ms: int

    def of(self, pcm: bytes | bytearray) -> bytes:
        return bytes(pcm[self.start_ms * BYTES_PER_MS : self.end_ms * BYTES_PER_MS])


class SpeechFinder:
    """Speech in a stream. Not thread-safe: one call at a time."""

    def __init__(self, pause_ms: int) -> None:
        self._gain = GainControl()
        self._voice = VoiceDetector(voice_model())
        self._segmenter = Segmenter(pause_ms)
        self._rest = b""
        self.lines: list[Stretch] = []

    def add(self, pcm: bytes) -> None:
        """The next sound, an even number of bytes. Lines that end are added to ``lines``."""
        sound = self._rest + pcm
        whole = len(sound) - len(sound) % _FRAME_BYTES
        self._rest = sound[whole:]
        if not whole:
            return
        samples = self._gain.process(pcm_to_samples(sound[:whole]))
        for begin in range(0, len(samples), FRAME_SAMPLES):
            chance = self._voice.probability(samples[begin : begin + FRAME_SAMPLES])
            self._keep(self._segmenter.push(chance))

    def open_line(self) -> Stretch | None:
        """The line being spoken, as far as it has come."""
        span = self._segmenter.open_span()
        return None if span is None else _stretch(span)

    def finish(self) -> None:
        """The end of the recording."""
        if self._rest:
            self.add(bytes(_FRAME_BYTES - len(self._rest)))
        self._keep(self._segmenter.finish())

    def _keep(self, span: Span | None) -> None:
        if span is not None:
            self.lines.append(_stretch(span))


def find_speech(pcm: bytes, pause_ms: int) -> list[Stretch]:
    """The lines of a whole recording."""
    finder = SpeechFinder(pause_ms)
    finder.add(pcm[: len(pcm) & ~1])
    finder.finish()
    return finder.lines


def join_lines(lines: Sequence[Stretch]) -> list[Stretch]:
    """Lines put together into parts of a minute at the most, so that each has its context.

    A silence of five seconds or more always parts them: models fill silence with words.
    """
    parts: list[Stretch] = []
    for line in lines:
        last = parts[-1] if parts else None
        if (
            last is not None
            and line.end_ms - last.start_ms <= MAX_PART_MS
            and line.start_ms - last.end_ms < _MAX_SILENCE_MS
        ):
            parts[-1] = Stretch(last.start_ms, line.end_ms)
        else:
            parts.append(line)
    return parts


def _stretch(span: Span) -> Stretch:
    return Stretch(span.start * FRAME_MS, span.end * FRAME_MS)
