"""The curated minimal pairs: two common words that differ in one sound."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from speaking.drills.contrasts import CONTRASTS
from speaking.pronunciation.phones import ipa_word

_FILE = Path(__file__).parent.parent / "pronunciation" / "data" / "pairs.csv"
LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")


@dataclass(frozen=True, slots=True)
class Pair:
    """``first`` has the first sound of ``contrast``. ``level`` is the harder word's (CEFR)."""

    contrast: str
    first: str
    second: str
    level: str

    @property
    def words(self) -> tuple[str, str]:
        return self.first, self.second

    def other(self, word: str) -> str:
        return self.second if word == self.first else self.first


@lru_cache(maxsize=1)
def pair_list() -> tuple[Pair, ...]:
    """Those of contrasts that are offered."""
    with _FILE.open(newline="") as file:
        pairs = [Pair(**row) for row in csv.DictReader(file)]
    return tuple(pair for pair in pairs if pair.contrast in CONTRASTS)


@lru_cache(maxsize=1)
def pairs_by_contrast() -> dict[str, tuple[Pair, ...]]:
    """In the order of the file, which is the order in which contrasts are shown."""
    found: dict[str, list[Pair]] = {}
    for pair in pair_list():
        found.setdefault(pair.contrast, []).append(pair)
    return {contrast: tuple(pairs) for contrast, pairs in found.items()}


def pair_find(first: str, second: str) -> Pair | None:
    """The pair of two words in either order; case does not matter."""
    return _pairs().get(frozenset((first.lower(), second.lower())))


@lru_cache(maxsize=1)
def _pairs() -> dict[frozenset[str], Pair]:
    return {frozenset((pair.first.lower(), pair.second.lower())): pair for pair in pair_list()}


@lru_cache(maxsize=512)
def word_ipa(word: str) -> str:
    """General American, without stress, as all these words are short."""
    return ipa_word(word.lower())
