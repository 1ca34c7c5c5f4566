"""The American voice: hibari, a small neural model inside its wheel."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np

from speaking.tts.base import SLOW_SPEED, TtsError

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

NAME = "hibari-heart"
SAMPLE_RATE_HZ = 24_000
# The model's memory grows with the square of what it reads at once: 1,300 phonemes take 280 MB.
_PHONEMES_AT_ONCE = 300
# About a minute and a half. 500 characters of ordinary English are 400 to 550 phonemes.
_MAX_PHONEMES = 1_300
# Seeds the noise in consonants, so that the same text is the same sound.
_SEED = 0


class NeuralVoice:
    """Loads on first use: 1 s, 150 MB."""

    def __init__(self) -> None:
        self._model: Any = None
        self._lock = threading.Lock()

    def load(self) -> Any:
        with self._lock:
            if self._model is None:
                from hibari import Hibari  # type: ignore[import-untyped]

                model = Hibari(threads=1)
                model.phonemize("Ready.")
                self._model = model
            return self._model

    def speak(self, text: str, *, slow: bool) -> Samples:
        """``text`` at ``SAMPLE_RATE_HZ``. Raises TtsError ``unspeakable``."""
        model = self.load()
        try:
            phonemes: list[str] = model.phonemize(text)
        except (IndexError, KeyError, ValueError, RecursionError) as error:
            # Numbers beyond those that have names end in an IndexError.
            raise unspeakable() from error
        if not 0 < sum(map(len, phonemes)) <= _MAX_PHONEMES:
            raise unspeakable()
        noise = np.random.default_rng(_SEED)
        speed = SLOW_SPEED if slow else 1.0
        pieces = [piece for sentence in phonemes for piece in _cut(sentence)]
        sound = [model.from_ids(model.ids(piece), speed, noise) for piece in pieces]
        samples: Samples = np.concatenate(sound)
        return samples


def unspeakable() -> TtsError:
    return TtsError(
        "unspeakable", "There is nothing here that a voice could read out.", retryable=False
    )


def _cut(phonemes: str) -> list[str]:
    """Pieces of at most ``_PHONEMES_AT_ONCE``, cut between words where there are any."""
    pieces = []
    while len(phonemes) > _PHONEMES_AT_ONCE:
        space = phonemes.rfind(" ", 1, _PHONEMES_AT_ONCE)
        end = space if space > 0 else _PHONEMES_AT_ONCE
        pieces.append(phonemes[:end])
        phonemes = phonemes[end:].lstrip()
    return [*pieces, phonemes] if phonemes else pieces
