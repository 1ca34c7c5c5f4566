"""Levels of words that no list of levels has: estimates.

A word gets the level of words as frequent; a hyphenated one, whose frequency nobody counts, that
of a phrase of its parts. ``data/SOURCES.md`` says how good both are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

import numpy as np

from texts.lexicon.builder.levels import LEVELS, phrase_level
from texts.lexicon.store import WordEntry

_FOLDS = 10


@dataclass(frozen=True, slots=True)
class FrequencyLevels:
    """``least``: how frequent (zipf × 100) a word of A1, A2, B1, B2, C1 is at least."""

    least: tuple[int, ...]

    @classmethod
    def fitted(cls, zipf: Sequence[int], levels: Sequence[str]) -> Self:
        """The bounds that are off by the fewest levels in all, for words whose level is known."""
        frequent = np.asarray(zipf)
        known = np.array([LEVELS.index(level) for level in levels])
        grid = np.arange(frequent.min(), frequent.max() + 2)
        # below[level, bound]: how far off all words rarer than ``bound`` are if called ``level``.
        off = np.abs(np.arange(len(LEVELS))[:, None] - known)
        counted = [np.bincount(frequent - grid[0], row, len(grid) - 1) for row in off]
        below = np.pad(np.cumsum(counted, axis=1), ((0, 0), (1, 0)))
        # From the rarest words up: where a level best begins if it ends at each bound.
        best, begins = below[-1], []
        for row in below[-2::-1]:
            gain = best - row
            lowest = np.minimum.accumulate(gain)
            begin = np.maximum.accumulate(np.where(gain == lowest, np.arange(len(gain)), 0))
            best = row + lowest
            begins.append(begin)
        bound, least = len(grid) - 1, []
        for begin in reversed(begins):
            bound = int(begin[bound])
            least.append(int(grid[bound]))
        return cls(tuple(least))

    def level(self, zipf: int) -> str:
        """Of a word of this frequency (zipf × 100)."""
        rarer = sum(zipf < bound for bound in self.least)
        return LEVELS[rarer]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often estimates are the known level, and at most one level off (shares, 0–1)."""

    words: int
    exact: float
    near: float

    @classmethod
    def of(cls, pairs: Sequence[tuple[str, str]]) -> Self:
        """``pairs``: the known level, the estimate."""
        off = [abs(LEVELS.index(known) - LEVELS.index(guess)) for known, guess in pairs]
        count = len(off) or 1
        return cls(
            words=len(off),
            exact=sum(step == 0 for step in off) / count,
            near=sum(step <= 1 for step in off) / count,
        )

    def __str__(self) -> str:
        return f"{self.exact:.0%} exact, {self.near:.0%} at most one level off ({self.words:,})"


def frequency_agreement(zipf: Sequence[int], levels: Sequence[str]) -> Agreement:
    """Each tenth of the words estimated by bounds fitted to the other nine."""
    pairs: list[tuple[str, str]] = []
    bounds = [len(zipf) * fold // _FOLDS for fold in range(_FOLDS + 1)]
    for begin, end in pairwise(bounds):
        fitted = FrequencyLevels.fitted(
            [*zipf[:begin], *zipf[end:]], [*levels[:begin], *levels[end:]]
        )
        pairs += [(levels[n], fitted.level(zipf[n])) for n in range(begin, end)]
    return Agreement.of(pairs)


def with_levels(words: Sequence[WordEntry]) -> list[WordEntry]:
    """``words`` in their order; those without a level with an estimate, marked as one."""
    fitted = FrequencyLevels.fitted(*_counted(words))
    parts = _levels_of_forms(words)

    def estimate(word: WordEntry) -> str:
        if "-" in word.key:
            return phrase_level([parts.get(part) for part in word.key.split("-")])
        return fitted.level(round(word.zipf * 100))

    return [
        word if word.level else replace(word, level=estimate(word), is_estimate=True)
        for word in words
    ]


def words_agreement(words: Sequence[WordEntry]) -> Agreement:
    """How good the estimates from frequency are, by the words with a level."""
    return frequency_agreement(*_counted(words))


def _counted(words: Iterable[WordEntry]) -> tuple[list[int], list[str]]:
    known = [word for word in words if word.level and "-" not in word.key]
    known.sort(key=lambda word: word.key)
    zipf = [round(word.zipf * 100) for word in known]
    # Every tenth word of the alphabet, not a stretch of it, is one part of ten.
    order = sorted(range(len(known)), key=lambda number: (number % _FOLDS, number))
    return [zipf[n] for n in order], [known[n].level or "" for n in order]


def _levels_of_forms(words: Iterable[WordEntry]) -> Mapping[str, str | None]:
    """By headword, and by inflected form where that is no headword."""
    levels = {word.key: word.level for word in words}
    for word in words:
        for form in word.content.forms:
            for value in form.values:
                levels.setdefault(value.lower(), word.level)
    return levels
