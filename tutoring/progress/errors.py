"""Mistakes in speech: how many in a hundred words, by category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tutoring.progress.facts import DayFacts

# A rate over fewer words would jump about.
MIN_WORDS = 30


@dataclass(frozen=True, slots=True)
class CategoryRate:
    """``per_hundred`` words, and what it was before, None where too little was said."""

    category: str
    count: int
    per_hundred: float
    before: float | None


def rate_of(count: int, words: int) -> float | None:
    """Mistakes in a hundred words; None for too few words."""
    return 100 * count / words if words >= MIN_WORDS else None


def errors_total(days: Sequence[DayFacts]) -> tuple[Counter[str], int]:
    """The mistakes of ``days`` by category, and the words in which they were made."""
    errors: Counter[str] = Counter()
    for day in days:
        errors.update(day.errors)
    return errors, sum(day.spoken_words for day in days)


def error_rates(days: Sequence[DayFacts], before: Sequence[DayFacts]) -> list[CategoryRate]:
    """Each category, the most frequent first; empty if too little was said in ``days``."""
    errors, words = errors_total(days)
    earlier, earlier_words = errors_total(before)
    if words < MIN_WORDS:
        return []
    return [
        CategoryRate(
            category, count, 100 * count / words, rate_of(earlier[category], earlier_words)
        )
        for category, count in sorted(errors.items(), key=lambda item: (-item[1], item[0]))
    ]
