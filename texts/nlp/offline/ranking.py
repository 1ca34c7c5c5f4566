"""Ranks keyed phrases against a question: overlap of words weighted by rarity."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
# What questions are made of; it tells nothing about the topic.
_FILLERS = frozenset(
    """a an the i you we me my do does did is are am be can could should would how what when why
    where which use used using say explain tell about of in on to for with and or please english
    grammar rule rules exercise exercises example examples meaning mean means form forms make
    formed correct right learn teach help need know it its there this that as explanation
    between difference vs versus after before difference not""".split()
)
_FILLER_WEIGHT = 0.12
_SUFFIXES = ("ations", "ation", "ives", "ive", "als", "al", "ing", "ies", "es", "ed", "s", "y")
_COVERAGE = 0.6


@dataclass(frozen=True, slots=True)
class Ranked:
    """``score`` is 0–1: 1 when question and phrase have the same words."""

    key: str
    score: float


def stem(word: str) -> str:
    """A rough stem, so that "conditional" and "conditionals" meet."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


class PhraseRanking:
    """``phrases`` gives each key the phrases that it may be asked for by."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._phrases = [
            (key, frozenset(_stems(phrase))) for key, list_ in phrases.items() for phrase in list_
        ]
        self._exact: dict[str, str] = {}
        for key, list_ in phrases.items():
            for phrase in list_:
                self._exact.setdefault(_plain(phrase), key)
        documents = Counter(word for key in phrases for word in set(_all_stems(phrases[key])))
        total = max(len(phrases), 1)
        self._weights = {word: math.log(1 + total / count) for word, count in documents.items()}
        self._unknown = math.log(1 + total)
        self._vocabulary = [word for word in self._weights if len(word) >= 4]

    def best(self, question: str, limit: int) -> list[Ranked]:
        """Keys by their best phrase, the best first; ties go to the shorter key.

        A question that is one of the phrases word by word comes before all others.
        """
        asked = frozenset(self._corrected(word) for word in _stems(question))
        scores: dict[str, float] = {}
        for key, words in self._phrases:
            score = self._score(asked, words)
            if score > scores.get(key, 0.0):
                scores[key] = score
        same = self._exact.get(_plain(question))
        ranked = sorted(
            scores.items(), key=lambda item: (item[0] != same, -item[1], len(item[0]), item[0])
        )
        return [Ranked(key, score) for key, score in ranked[:limit]]

    def _score(self, asked: frozenset[str], words: frozenset[str]) -> float:
        common = self._weight(asked & words)
        if not common:
            return 0.0
        recall = common / self._weight(words)
        precision = common / self._weight(asked)
        return 1 / (_COVERAGE / precision + (1 - _COVERAGE) / recall)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(
            self._weights.get(word, self._unknown) * (_FILLER_WEIGHT if word in _FILLERS else 1.0)
            for word in words
        )

    def _corrected(self, word: str) -> str:
        if word in self._weights or word in _FILLERS or len(word) < 5:
            return word
        near = process.extractOne(word, self._vocabulary, scorer=OSA.distance, score_cutoff=1)
        return near[0] if near else word


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _stems(text: str) -> list[str]:
    words = _WORD.findall(text.lower().replace("-", " "))
    return [word if word in _FILLERS else stem(word) for word in words]


def _all_stems(phrases: Iterable[str]) -> list[str]:
    return [word for phrase in phrases for word in _stems(phrase)]
