"""OpenAI's speech endpoint, or any server that speaks its protocol (``OPENAI_BASE_URL``)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from speaking.tts.base import SLOW_SPEED, Accent, Speech, TtsError

if TYPE_CHECKING:
    from openai import OpenAI

CONTENT_TYPE = "audio/mpeg"
SAMPLE_RATE_HZ = 24_000
_RETRY_AFTER_MS = 5_000
_MAX_BYTES = 4 * 1024 * 1024
_INSTRUCTIONS: Final[dict[Accent, str]] = {
    "en-US": "Read the text exactly as written, in General American English, for a learner.",
    "en-GB": "Read the text exactly as written, in Southern British English, for a learner.",
}
_SLOWLY = " Speak slowly and clearly."


class OpenAISynthesiser:
    """``base_url`` may be empty for OpenAI's own. ``timeout_s`` is for one whole answer."""

    provider = "openai"

    def __init__(
        self,
        *,
        api_key: str,
        base_url: str = "",
        model: str,
        american: str,
        british: str,
        timeout_s: float = 20.0,
    ) -> None:
        self._key = api_key
        self._base_url = base_url or None
        self._model = model
        self._voices: dict[Accent, str] = {"en-US": american, "en-GB": british}
        self._timeout_s = timeout_s
        self._client: OpenAI | None = None
        self._lock = threading.Lock()

    def voice(self, accent: Accent) -> str:
        return f"{self._model}:{self._voices[accent]}"

    def warm_up(self) -> None:
        self._connected()

    def synthesise(self, text: str, *, accent: Accent, slow: bool = False) -> Speech:
        return Speech(
            audio=self._audio(text, accent, slow),
            content_type=CONTENT_TYPE,
            sample_rate_hz=SAMPLE_RATE_HZ,
            provider=self.provider,
            voice=self.voice(accent),
        )

    def _audio(self, text: str, accent: Accent, slow: bool) -> bytes:
        import openai

        # Some models follow the instructions and ignore the speed, others the other way round.
        try:
            with self._connected().audio.speech.with_streaming_response.create(
                model=self._model,
                voice=self._voices[accent],
                input=text,
                instructions=_INSTRUCTIONS[accent] + (_SLOWLY if slow else ""),
                speed=SLOW_SPEED if slow else 1.0,
                response_format="mp3",
            ) as response:
                return _sound(response.headers.get("content-type", ""), response.iter_bytes())
        except openai.APIStatusError as error:
            raise _refused(error.status_code, error.message) from error
        except openai.OpenAIError as error:
            raise _unavailable(str(error)) from error

    def _connected(self) -> OpenAI:
        from openai import OpenAI

        with self._lock:
            if self._client is None:
                self._client = OpenAI(
                    api_key=self._key,
                    base_url=self._base_url,
                    timeout=self._timeout_s,
                    max_retries=1,
                )
            return self._client


def _sound(content_type: str, pieces: Iterator[bytes]) -> bytes:
    """A proxy's error page with status 200 is no sound. Raises TtsError."""
    audio = b""
    for piece in pieces:
        audio += piece
        if len(audio) > _MAX_BYTES:
            break
    if not audio or len(audio) > _MAX_BYTES or content_type.startswith(("text/", "application/j")):
        raise TtsError("tts_failed", f"No sound came back but {content_type}.", retryable=True)
    return audio


def _refused(status: int, message: str) -> TtsError:
    """400 is about the text; 401, 403 and 404 (a retired model) about our configuration."""
    if status == 400:
        return TtsError("unspeakable", message, retryable=False)
    if status in (408, 409, 429) or status >= 500:
        return _unavailable(message)
    return TtsError("tts_failed", message, retryable=False)


def _unavailable(message: str) -> TtsError:
    return TtsError("tts_unavailable", message, retryable=True, retry_after_ms=_RETRY_AFTER_MS)
