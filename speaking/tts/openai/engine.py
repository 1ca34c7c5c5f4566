"""OpenAI's speech endpoint, or any server that speaks its protocol (``OPENAI_BASE_URL``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from speaking.tts.base import SLOW_SPEED, Accent
from speaking.tts.cloud import CloudSynthesiser, refused, sound_of, unavailable

if TYPE_CHECKING:
    from openai import OpenAI

_INSTRUCTIONS: Final[dict[Accent, str]] = {
    "en-US": "Read the text exactly as written, in General American English, for a learner.",
    "en-GB": "Read the text exactly as written, in Southern British English, for a learner.",
}
_SLOWLY = " Speak slowly and clearly."


class OpenAISynthesiser(CloudSynthesiser["OpenAI"]):
    """``base_url`` may be empty for OpenAI's own. ``timeout_s`` is for one whole answer."""

    provider: ClassVar[str] = "openai"
    sample_rate_hz: ClassVar[int] = 24_000

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
        super().__init__(speaker=model, american=american, british=british)
        self._key = api_key
        self._base_url = base_url or None
        self._timeout_s = timeout_s

    def _audio(self, text: str, accent: Accent, slow: bool) -> bytes:
        import openai

        # Some models follow the instructions and ignore the speed, others the other way round.
        try:
            with self._connected().audio.speech.with_streaming_response.create(
                model=self._speaker,
                voice=self._voices[accent],
                input=text,
                instructions=_INSTRUCTIONS[accent] + (_SLOWLY if slow else ""),
                speed=SLOW_SPEED if slow else 1.0,
                response_format="mp3",
            ) as response:
                return sound_of(response.headers.get("content-type", ""), response.iter_bytes())
        except openai.APIStatusError as error:
            status = error.status_code
            raise refused(status, error.message, about_text=status == 400) from error
        except openai.OpenAIError as error:
            raise unavailable(str(error)) from error

    def _connect(self) -> OpenAI:
        from openai import OpenAI

        return OpenAI(
            api_key=self._key, base_url=self._base_url, timeout=self._timeout_s, max_retries=1
        )
