"""A CEFR level from scores. An estimate, and called one."""

from __future__ import annotations

from speaking.evaluation.offline.vocabulary import LEVELS, Vocabulary

MIN_WORDS = 50

_WEIGHTS = {"vocabulary": 0.4, "fluency": 0.3, "grammar": 0.3}
# The first composite score of each level after A1; equal steps but for the ends.
_BOUNDS = (28, 43, 58, 73, 88)
_LEAST_SHARE = 0.03


def estimate_cefr(words: int, scores: dict[str, int | None], vocabulary: Vocabulary) -> str | None:
    """A level, or None with fewer than 50 words or a score missing.

    The weighted mean of vocabulary, fluency and grammar, cut into bands, but at most one level
    above the highest of which at least 3 % of the different words are: nobody shows C1 with A2
    words, however fast and faultless.
    """
    values = {name: scores.get(name) for name in _WEIGHTS}
    if words < MIN_WORDS or any(value is None for value in values.values()):
        return None
    composite = sum(weight * (values[name] or 0) for name, weight in _WEIGHTS.items())
    level = sum(composite >= bound for bound in _BOUNDS)
    counts = vocabulary.counts
    total = sum(counts.values())
    shown = [
        index for index, name in enumerate(LEVELS) if counts.get(name, 0) >= _LEAST_SHARE * total
    ]
    return LEVELS[min(level, max(shown, default=0) + 1)]
