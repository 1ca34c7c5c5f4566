"""What voices that live elsewhere have in common: one client, one answer of sound, one set of
errors. A new one says how it connects and how it asks."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Final, Generic, TypeVar

from speaking.tts.base import Accent, Speech, TtsError

Client = TypeVar("Client")

CONTENT_TYPE: Final = "audio/mpeg"
RETRY_AFTER_MS: Final = 5_000
MAX_BYTES: Final = 4 * 1024 * 1024
_BUSY: Final = frozenset({408, 409, 429})


class CloudSynthesiser(ABC, Generic[Client]):
    """``speaker`` is the provider's model or engine; with the voice it names who speaks."""

    provider: ClassVar[str]
    sample_rate_hz: ClassVar[int]

    def __init__(self, *, speaker: str, american: str, british: str) -> None:
        self._speaker = speaker
        self._voices: dict[Accent, str] = {"en-US": american, "en-GB": british}
        self._client: Client | None = None
        self._lock = threading.Lock()

    def voice(self, accent: Accent) -> str:
        return f"{self._speaker}:{self._voices[accent]}"

    def warm_up(self) -> None:
        self._connected()

    def synthesise(self, text: str, *, accent: Accent, slow: bool = False) -> Speech:
        return Speech(
            audio=self._audio(text, accent, slow),
            content_type=CONTENT_TYPE,
            sample_rate_hz=self.sample_rate_hz,
            provider=self.provider,
            voice=self.voice(accent),
        )

    def _connected(self) -> Client:
        with self._lock:
            if self._client is None:
                self._client = self._connect()
            return self._client

    @abstractmethod
    def _connect(self) -> Client:
        """A new client. Asks nobody anything."""

    @abstractmethod
    def _audio(self, text: str, accent: Accent, slow: bool) -> bytes:
        """The whole MP3 file. Raises TtsError."""


def sound_of(content_type: str, pieces: Iterator[bytes]) -> bytes:
    """All ``pieces``, if they are sound and not too many: a proxy's error page with status 200 is
    none. Raises TtsError."""
    audio = b""
    for piece in pieces:
        audio += piece
        if len(audio) > MAX_BYTES:
            break
    if not audio or len(audio) > MAX_BYTES or content_type.startswith(("text/", "application/j")):
        raise TtsError("tts_failed", f"No sound came back but {content_type}.", retryable=True)
    return audio


def refused(status: int, message: str, *, about_text: bool, busy: bool = False) -> TtsError:
    """An answer that is an error: about the text, about how much there is to do, or (a wrong key,
    a model that is gone) about our configuration."""
    if about_text:
        return TtsError("unspeakable", message, retryable=False)
    if busy or status in _BUSY or status >= 500:
        return unavailable(message)
    return TtsError("tts_failed", message, retryable=False)


def unavailable(message: str) -> TtsError:
    """Nobody answered."""
    return TtsError("tts_unavailable", message, retryable=True, retry_after_ms=RETRY_AFTER_MS)
