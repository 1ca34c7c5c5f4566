"""The minimal pairs in two halves that share no word: one to fit on, one to report."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import speaking.pronunciation

FIT, REPORT = 0, 1
CARRIERS = (
    "I said {} twice.",
    "She wrote {} on the board.",
    "It was {} that he meant.",
    "He wanted a word like {} there.",
)
_FILE = Path(speaking.pronunciation.__file__).parent / "data" / "pairs.csv"


@dataclass(frozen=True, slots=True)
class MeasuredPair:
    contrast: str
    first: str
    second: str
    half: int

    @property
    def words(self) -> tuple[str, str]:
        return self.first, self.second


def pairs() -> list[MeasuredPair]:
    """All pairs. Those that share a word, also by way of others, are in the same half; within
    that, each contrast is spread over both halves as evenly as it can be."""
    with _FILE.open(newline="") as file:
        rows = [(row["contrast"], row["first"], row["second"]) for row in csv.DictReader(file)]
    half_of = _halves(rows)
    return [MeasuredPair(*row, half=half_of[row[1], row[2]]) for row in rows]


def report_pairs() -> list[MeasuredPair]:
    return [pair for pair in pairs() if pair.half == REPORT]


def _halves(rows: list[tuple[str, str, str]]) -> dict[tuple[str, str], int]:
    groups = sorted(
        _groups(rows),
        key=lambda group: (-len(group), hashlib.md5(group[0][1].encode()).hexdigest()),
    )
    of_contrast: Counter[tuple[int, str]] = Counter()
    total: Counter[int] = Counter()
    half_of: dict[tuple[str, str], int] = {}
    for group in groups:
        weights = [
            sum(of_contrast[half, contrast] for contrast, _, _ in group) + 0.01 * total[half]
            for half in (FIT, REPORT)
        ]
        half = FIT if weights[FIT] <= weights[REPORT] else REPORT
        for contrast, first, second in group:
            of_contrast[half, contrast] += 1
            total[half] += 1
            half_of[first, second] = half
    return half_of


def _groups(rows: list[tuple[str, str, str]]) -> list[list[tuple[str, str, str]]]:
    """Rows that are joined by common words."""
    leader: dict[str, str] = {}

    def lead(word: str) -> str:
        leader.setdefault(word, word)
        while leader[word] != word:
            word = leader[word]
        return word

    for _, first, second in rows:
        leader[lead(first)] = lead(second)
    groups: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in rows:
        groups[lead(row[1])].append(row)
    return list(groups.values())
