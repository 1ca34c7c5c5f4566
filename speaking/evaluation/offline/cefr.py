"""A CEFR level from scores. An estimate, and called one."""

from __future__ import annotations

from dataclasses import dataclass

from speaking.evaluation.offline.timing import Timing
from speaking.evaluation.offline.vocabulary import LEVELS, Vocabulary

MIN_WORDS = 50

_WEIGHTS = {"vocabulary": 0.4, "fluency": 0.3, "grammar": 0.3}
# The first composite score of each level after A1; equal steps but for the ends.
_BOUNDS = (28, 43, 58, 73, 88)
_LEAST_SHARE = 0.03


@dataclass(frozen=True, slots=True)
class Estimate:
    """``level`` is None where there is too little to tell; ``reasons`` say what it rests on."""

    level: str | None
    reasons: tuple[str, ...] = ()


def estimate_cefr(
    timing: Timing,
    scores: dict[str, int | None],
    error_rate: float | None,
    vocabulary: Vocabulary,
) -> Estimate:
    """A level, or None with fewer than 50 words or a score missing.

    The weighted mean of vocabulary (40), fluency (30) and grammar (30), cut into bands, but at
    most one level above the highest of which at least 3 % of the different words are: nobody
    shows C1 with A2 words, however fast and faultless. Weights and bands are ours, not calibrated
    against raters.
    """
    values = {name: scores.get(name) for name in _WEIGHTS}
    if timing.words < MIN_WORDS or any(value is None for value in values.values()):
        return Estimate(None)
    composite = sum(weight * (values[name] or 0) for name, weight in _WEIGHTS.items())
    reached = sum(composite >= bound for bound in _BOUNDS)
    shown = _highest_shown(vocabulary)
    level = min(reached, shown + 1)
    reasons = [
        _words_reason(vocabulary, values["vocabulary"]),
        f"Fluency {values['fluency']} of 100: {timing.words_per_minute:.0f} words a minute, "
        f"{timing.pause_ratio or 0:.0%} of the time in pauses.",
        f"Grammar {values['grammar']} of 100: {error_rate or 0:.1f} corrections in 100 words.",
    ]
    if level < reached:
        reasons.append(
            f"Speed and grammar alone would say {LEVELS[reached]}, but most words are "
            f"{LEVELS[shown]} or below."
        )
    return Estimate(LEVELS[level], tuple(reasons))


def _highest_shown(vocabulary: Vocabulary) -> int:
    counts = vocabulary.counts
    least = _LEAST_SHARE * sum(counts.values())
    return max((n for n, name in enumerate(LEVELS) if counts.get(name, 0) >= least), default=0)


def _words_reason(vocabulary: Vocabulary, score: int | None) -> str:
    counts = vocabulary.counts
    listed = ", ".join(f"{counts[level]} {level}" for level in LEVELS if counts.get(level))
    return f"Vocabulary {score} of 100: of {sum(counts.values())} different words {listed}."
