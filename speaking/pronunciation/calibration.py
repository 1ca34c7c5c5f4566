"""From evidence to probabilities, with what ``bench.pronunciation_fit`` found.

The numbers are in ``data/calibration.json``; ``docs/pronunciation.md`` says how they were found.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any

from speaking.pronunciation.candidates import Candidate

_FILE = Path(__file__).parent / "data" / "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """``drill`` weighs the three kinds of evidence for the first of two words; ``leaning`` is what
    is added for the first sound of each contrast.

    ``unusual`` is the mean and spread of the evidence for a right word against each mistake
    (``TH>S``; ``*`` for those too rare to have their own). ``reading`` weighs how unusual a
    word's evidence is, and the recogniser's where there is a word for the mistake.
    """

    drill: dict[str, float]
    leaning: dict[str, float]
    unusual: dict[str, tuple[float, float]]
    reading: dict[str, float]

    def first_word(self, states: float, probe: float, forced: float, contrast: str) -> float:
        """The probability of the first of two words, which has the first sound of ``contrast``.

        Evidence for it is positive.
        """
        drill = self.drill
        logit = drill["states"] * states + drill["probe"] * probe + drill["forced"] * forced
        return _sigmoid(logit + self.leaning.get(contrast, 0.0))

    def is_told(self, probability: float) -> bool:
        """Whether it is sure enough to be told to somebody."""
        return max(probability, 1 - probability) >= self.drill["sure"]

    def is_one_of_them(self, fit: float) -> bool:
        """Whether either word fits the sound at all."""
        return fit >= self.drill["least_fit"]

    def strangeness(self, candidate: Candidate) -> float:
        """How far the evidence is from that of right words, in their spreads; negative is odd."""
        confusion = candidate.confusion
        name = f"{confusion.wanted}>{confusion.said}"
        mean, spread = self.unusual.get(name) or self.unusual["*"]
        return (candidate.evidence - mean) / spread

    def right(self, strangeness: float, forced: float | None) -> float:
        """The probability that a word was right, by its strangest candidate."""
        reading = self.reading
        if forced is None:
            return _sigmoid(reading["alone"] * strangeness + reading["alone_bias"])
        return _sigmoid(
            reading["strangeness"] * strangeness + reading["forced"] * forced + reading["bias"]
        )

    def is_doubtful(self, right: float) -> bool:
        """Past the threshold at which at most 5 % of right words are."""
        return right < self.reading["doubtful"]


@lru_cache(maxsize=1)
def load_calibration() -> Calibration:
    stored: dict[str, Any] = json.loads(_FILE.read_text())
    drill = dict(stored["drill"])
    return Calibration(
        leaning=drill.pop("bias"),
        drill=drill,
        unusual={name: (one[0], one[1]) for name, one in stored["unusual"].items()},
        reading=stored["reading"],
    )


def _sigmoid(logit: float) -> float:
    return 1 / (1 + exp(-max(-60.0, min(60.0, logit))))
