"""How much English somebody knows, from which words they know.

Item response theory, three parameters (Birnbaum 1968): a learner of ability t knows a word of
difficulty b with probability c + (1 - c) / (1 + exp(-a (t - b))). A word's difficulty is that of
its CEFR level; c is the chance of a guess among the options, and 0 for "I don't know". The ability
is the mean of the posterior over a grid (EAP, Bock & Mislevy 1982), its error the deviation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
# One level is one unit: A1 -2.5 … C2 2.5.
DIFFICULTY = {level: number - 2.5 for number, level in enumerate(LEVELS)}
SLOPE = 2.0
GUESS = 0.25
# Most who sign up are A2 or B1.
PRIOR_MEAN, PRIOR_DEVIATION = -0.8, 1.6
_GRID = [number / 10 for number in range(-45, 46)]


@dataclass(frozen=True, slots=True)
class Answer:
    """``known``: right, wrong, or None for "I don't know"."""

    word: str
    level: str
    known: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """``mean`` and ``deviation`` on the scale of ``DIFFICULTY``."""

    mean: float
    deviation: float

    @property
    def level(self) -> str:
        """The highest level whose words are known more often than not."""
        reached = [level for level in LEVELS if DIFFICULTY[level] <= self.mean]
        return reached[-1] if reached else LEVELS[0]

    @property
    def confidence(self) -> float:
        """0–1: the probability that the level is right or next to right, if errors are normal."""
        return math.erf(1 / (self.deviation * math.sqrt(2))) if self.deviation else 1.0


def ability_of(answers: Sequence[Answer]) -> Ability:
    """What ``answers`` say; without any, what is known of learners in general."""
    weights = [_prior(point) * math.prod(_likelihood(a, point) for a in answers) for point in _GRID]
    total = sum(weights)
    mean = sum(weight * point for weight, point in zip(weights, _GRID, strict=True)) / total
    variance = sum(w * (point - mean) ** 2 for w, point in zip(weights, _GRID, strict=True)) / total
    return Ability(mean=mean, deviation=math.sqrt(variance))


def next_level(answers: Sequence[Answer]) -> str:
    """The level whose words tell most now: the one nearest to the ability so far."""
    mean = ability_of(answers).mean
    return min(LEVELS, key=lambda level: abs(DIFFICULTY[level] - mean))


def _prior(point: float) -> float:
    return math.exp(-0.5 * ((point - PRIOR_MEAN) / PRIOR_DEVIATION) ** 2)


def _likelihood(answer: Answer, point: float) -> float:
    knows = 1 / (1 + math.exp(-SLOPE * (point - DIFFICULTY[answer.level])))
    if answer.known is None:
        return 1 - knows
    right = GUESS + (1 - GUESS) * knows
    return right if answer.known else 1 - right
