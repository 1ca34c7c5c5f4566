"""The offline voices: American by a neural model, British by Pico; no key, no network."""

from __future__ import annotations

import re

from speaking.tts.base import Accent, Speech
from speaking.tts.offline import mp3, neural, pico

# English words end at 45 letters. What goes on without a space costs the neural voice time with
# its third power (500 per cent signs: 67 s), and makes Pico loop for ever (260 times x).
_ENDLESS = re.compile(r"(\S{45})(?=\S)")


class OfflineSynthesiser:
    """``american`` is ``hibari``, or ``pico`` where 150 MB are too much."""

    provider = "offline"

    def __init__(self, *, american: str = "hibari") -> None:
        self._american = american
        self._neural = neural.NeuralVoice()
        self._pico = pico.PicoVoice()

    def voice(self, accent: Accent) -> str:
        return neural.NAME if self._is_neural(accent) else f"{pico.NAME}-{accent}"

    def warm_up(self) -> None:
        if self._is_neural("en-US"):
            self._neural.load()

    def synthesise(self, text: str, *, accent: Accent, slow: bool = False) -> Speech:
        text = _ENDLESS.sub(r"\1 ", text)
        if self._is_neural(accent):
            samples, rate = self._neural.speak(text, slow=slow), neural.SAMPLE_RATE_HZ
        else:
            samples = self._pico.speak(text, accent=accent, slow=slow)
            rate = pico.SAMPLE_RATE_HZ
        return Speech(
            audio=mp3.mp3_write(samples, sample_rate_hz=rate),
            content_type=mp3.CONTENT_TYPE,
            sample_rate_hz=rate,
            provider=self.provider,
            voice=self.voice(accent),
        )

    def _is_neural(self, accent: Accent) -> bool:
        return accent == "en-US" and self._american == "hibari"
