"""Recorded speech to text: OpenAI's transcription endpoint."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from math import ceil

from speaking.sound import wav_write
from speaking.stt.base import BYTES_PER_MS
from speaking.stt.openai.options import OpenAISttOptions
from texts.nlp.openai.calls import persist, provider_errors
from texts.nlp.openai.failures import ProviderError, bad_answer
from texts.nlp.openai.sdk import LazyClient
from texts.nlp.spending import Budget

_AT_ONCE = 4
# Nobody says more than 40 letters a second; what is longer is a loop, or no transcript at all.
_CHARS_PER_S, _CHARS_MORE = 40, 80
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]+")


class FileTranscriber:
    """Thread-safe. ``wait`` takes seconds."""

    def __init__(
        self,
        options: OpenAISttOptions,
        budget: Budget,
        *,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._options = options
        self._budget = budget
        self._wait = wait
        self._sdk = LazyClient(api_key=options.api_key, base_url=options.base_url)

    def warm_up(self) -> None:
        """Import the SDK. Nothing is sent."""
        self._sdk.get()

    def close(self) -> None:
        """Close the connections. The next call opens them again."""
        self._sdk.close()

    def texts_of(self, parts: Sequence[bytes]) -> list[str]:
        """What is said in each part (PCM of about a minute at the most). Raises EngineError."""
        if len(parts) < 2:
            return [self.text_of(part) for part in parts]
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            return list(pool.map(self.text_of, parts))

    def text_of(self, pcm: bytes) -> str:
        """What is said in ``pcm``. Raises EngineError."""
        deadline = time.monotonic() + self._options.total_ms / 1000
        return persist(
            lambda: self._attempt(pcm, deadline),
            attempts=self._options.attempts,
            deadline=deadline,
            wait=self._wait,
        )

    def _attempt(self, pcm: bytes, deadline: float) -> str:
        seconds = len(pcm) / BYTES_PER_MS / 1000
        settle = self._budget.reserve(ceil(seconds))
        left = min(self._options.timeout_ms / 1000, deadline - time.monotonic())
        try:
            return self._send(pcm, seconds, max(left, 0.001))
        except ProviderError as error:
            if error.is_free:
                settle(0)
            raise

    def _send(self, pcm: bytes, seconds: float, time_out_s: float) -> str:
        from texts.nlp.openai.transport import time_out_of

        with provider_errors():
            answer = self._sdk.get().audio.transcriptions.create(
                model=self._options.model,
                file=("recording.wav", wav_write(pcm), "audio/wav"),
                language="en",
                response_format="json",
                timeout=time_out_of(time_out_s),
            )
            text = readable(answer.text)
        if len(text) > seconds * _CHARS_PER_S + _CHARS_MORE:
            raise bad_answer("OpenAI heard more words than can be said in that time.")
        return text


def readable(text: object) -> str:
    """A provider's text on one line, without characters that nobody sees. Raises TypeError."""
    if not isinstance(text, str):
        raise TypeError("no text")
    return " ".join(_INVISIBLE.sub(" ", text).split())
