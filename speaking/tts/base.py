"""The contract of speech synthesis: English text in, a small sound file out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, Protocol

from learnenglish.common.engines import EngineFailure

Accent = Literal["en-US", "en-GB"]
ACCENTS: Final[tuple[Accent, ...]] = ("en-US", "en-GB")
SLOW_SPEED: Final = 0.75
"""Slow speech takes 1 / 0.75 of the usual time: clearly slower, not yet drawled."""


class TtsError(EngineFailure):
    """Synthesis failed. ``code`` is stable.

    ``unspeakable``: this text cannot be spoken, now or later. ``tts_failed``: the engine failed.
    ``tts_unavailable``: the provider cannot be reached, refuses us or has too much to do.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """``audio`` is a whole file of the MIME type ``content_type``."""

    audio: bytes
    content_type: str
    sample_rate_hz: int
    provider: str
    voice: str


class Synthesiser(Protocol):
    """An engine. Safe to call from several threads at once."""

    provider: str

    def voice(self, accent: Accent) -> str:
        """Who speaks ``accent``: model and voice. Another name means another sound."""
        ...

    def warm_up(self) -> None:
        """Load what the first text would wait for. Blocks."""
        ...

    def synthesise(self, text: str, *, accent: Accent, slow: bool = False) -> Speech:
        """Speak ``text`` (plain text, no markup). Blocks. Raises TtsError."""
        ...
