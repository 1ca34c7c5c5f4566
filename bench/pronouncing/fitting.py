"""Fits ``speaking/pronunciation/data/calibration.json``: ``python -m bench.pronouncing.fitting``.

What it is fitted to is in ``fit.json.gz`` beside the recordings: the evidence the engine found in
words of the fitted half, in seven voices (drills) and four (readings), and in the speech of two
people read from prompts (readings), who are not those of the report.

``drill``: voice, contrast, first, second, said, and the evidence for the first word.
``reading``: voice, word, whether it was said, and for each mistake its name, the evidence against
it, the word it makes and how much better the recogniser likes the right word, if it was asked.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import speaking.pronunciation
from bench.pronouncing.voices import DATA

TARGET = Path(speaking.pronunciation.__file__).parent / "data" / "calibration.json"
# The answer to a drill is told from this probability on.
SURE = 0.75
# Right words of the fitted half fall below it one time in 200.
LEAST_FIT = -3.8
# Of right words, synthetic and human, so many are called doubtful.
_DOUBTFUL, _DOUBTFUL_HUMAN = 0.03, 0.01
# One word in ten is taken to be wrong; the fitted words are more often.
_ODDS_RIGHT = 9.0
# A mistake seen less often leans on what all have in common.
_COMMON = 30
_ASKED, _STRANGE = 2, -0.5
_WEIGHT_PENALTY, _LEANING_PENALTY = 1e-3, 3e-3

Array = npt.NDArray[np.float64]
Mistake = tuple[str, float, str, float | None]


@dataclass(slots=True)
class Word:
    voice: str
    is_right: bool
    mistakes: list[Mistake]


def main() -> None:
    stored = json.loads(gzip.decompress((DATA / "fit.json.gz").read_bytes()))
    TARGET.write_text(json.dumps(calibration(stored), indent=1) + "\n")
    count = len(stored["drill"]), len(stored["reading"])
    print(f"{count[0]} drills, {count[1]} words read: {TARGET.name} written")


def calibration(stored: dict[str, list[list[Any]]]) -> dict[str, Any]:
    """All that the engine weighs evidence with, from what is in ``fit.json.gz``."""
    words = [Word(row[0], row[2], [tuple(one) for one in row[3]]) for row in stored["reading"]]
    unusual = fit_unusual(words)
    return {
        "drill": fit_drill(stored["drill"]),
        "unusual": {name: [round(a, 3), round(b, 3)] for name, (a, b) in sorted(unusual.items())},
        "reading": fit_reading(words, unusual),
    }


def fit_drill(rows: list[list[Any]]) -> dict[str, Any]:
    """Weights of the three kinds of evidence, and what is added for each contrast."""
    contrasts = sorted({row[1] for row in rows})
    evidence = np.array([row[5:8] for row in rows])
    of_contrast = np.array([[row[1] == name for name in contrasts] for row in rows], dtype=float)
    is_first = np.array([row[4] == row[2] for row in rows], dtype=float)
    penalty = [_WEIGHT_PENALTY] * 3 + [_LEANING_PENALTY] * len(contrasts)
    found = logistic(np.hstack([evidence, of_contrast]), is_first, np.array(penalty))
    states, probe, forced = (round(float(value), 4) for value in found[:3])
    bias = {name: round(float(value), 4) for name, value in zip(contrasts, found[3:], strict=True)}
    return {
        "states": states,
        "probe": probe,
        "forced": forced,
        "sure": SURE,
        "least_fit": LEAST_FIT,
        "bias": bias,
    }


def fit_unusual(words: list[Word]) -> dict[str, tuple[float, float]]:
    """Mean and spread of the evidence for right words, by mistake."""
    seen: dict[str, list[float]] = defaultdict(list)
    for word in words:
        for name, evidence, *_ in word.mistakes if word.is_right else ():
            seen[name].append(evidence)
    every = np.concatenate([np.array(values) for values in seen.values()])
    mean, variance = float(every.mean()), float(every.var())
    found = {"*": (mean, variance**0.5)}
    for name, values in seen.items():
        share = len(values) / (len(values) + _COMMON)
        own = np.array(values)
        spread = share * own.var() + (1 - share) * variance
        found[name] = (float(share * own.mean() + (1 - share) * mean), float(spread**0.5))
    return found


def fit_reading(words: list[Word], unusual: dict[str, tuple[float, float]]) -> dict[str, float]:
    """The two ways to the probability of a word, and where it becomes doubtful."""
    is_right = np.array([word.is_right for word in words], dtype=float)
    alone = with_bias(np.array([[_strangest(word, unusual)[0][0]] for word in words]), is_right)
    asked = [(word, found[0]) for word in words if (found := _asked(word, unusual))]
    forced = with_bias(
        np.array([[strangeness, liking] for _, (_, strangeness, liking) in asked]),
        np.array([word.is_right for word, _ in asked], dtype=float),
    )
    shift = float(np.log(_ODDS_RIGHT * (1 - is_right.mean()) / is_right.mean()))
    alone[-1] += shift
    forced[-1] += shift
    right = [_probability(word, unusual, alone, forced) for word in words if word.is_right]
    people = [
        _probability(word, unusual, alone, forced)
        for word in words
        if word.is_right and word.voice == "human"
    ]
    doubtful = min(np.quantile(right, _DOUBTFUL), np.quantile(people, _DOUBTFUL_HUMAN))
    return {
        "alone": round(float(alone[0]), 4),
        "alone_bias": round(float(alone[1]), 4),
        "strangeness": round(float(forced[0]), 4),
        "forced": round(float(forced[1]), 4),
        "bias": round(float(forced[2]), 4),
        "doubtful": round(float(doubtful), 4),
    }


def _strangest(word: Word, unusual: dict[str, tuple[float, float]]) -> list[tuple[float, Mistake]]:
    """All mistakes, the strangest evidence first, in spreads from the mean."""

    def strangeness(mistake: Mistake) -> float:
        mean, spread = unusual.get(mistake[0]) or unusual["*"]
        return (mistake[1] - mean) / spread

    found = [(strangeness(mistake), mistake) for mistake in word.mistakes]
    return sorted(found, key=lambda one: one[0])


def _asked(word: Word, unusual: dict[str, tuple[float, float]]) -> list[tuple[int, float, float]]:
    """Place, strangeness and the recogniser's liking of those it is asked about."""
    return [
        (place, strangeness, mistake[3])
        for place, (strangeness, mistake) in enumerate(_strangest(word, unusual))
        if mistake[3] is not None and (strangeness < _STRANGE or place == 0)
    ][:_ASKED]


def _probability(
    word: Word, unusual: dict[str, tuple[float, float]], alone: Array, forced: Array
) -> float:
    """As ``speaking.pronunciation.offline`` works it out."""
    right = _sigmoid(alone[0] * _strangest(word, unusual)[0][0] + alone[1])
    for place, strangeness, liking in _asked(word, unusual):
        asked = _sigmoid(forced[0] * strangeness + forced[1] * liking + forced[2])
        if place == 0 or asked < right:
            right = asked
    return right


def logistic(features: Array, truth: Array, penalty: Array) -> Array:
    """Weights of a logistic model with an L2 ``penalty`` for each, by Newton's method."""
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ weights))
        gradient = features.T @ (chance - truth) / len(truth) + penalty * weights
        curve = (features * (chance * (1 - chance))[:, None]).T @ features / len(truth)
        weights -= np.linalg.solve(curve + np.diag(penalty + 1e-9), gradient)
    return weights


def with_bias(features: Array, truth: Array) -> Array:
    """The same with a bias, which comes last and has no penalty."""
    padded = np.hstack([features, np.ones((len(features), 1))])
    return logistic(padded, truth, np.array([_WEIGHT_PENALTY] * features.shape[1] + [0.0]))


def _sigmoid(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))


if __name__ == "__main__":
    main()
