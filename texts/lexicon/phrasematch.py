"""Recognises phrases in running text: inflected, with an object inside, with possessives.

A phrase's own words may hold places to fill: one's, someone's, someone, something, oneself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Lemmas = Callable[[str], list[str]]

_POSSESSIVES = frozenset("my your his her its our their one's".split())
_POSSESSIVE_PLACES = frozenset("one's someone's somebody's your".split())
_PEOPLE = frozenset("someone somebody sb".split())
_THINGS = frozenset("something sth".split())
_REFLEXIVES = frozenset(
    """myself yourself himself herself itself ourselves yourselves themselves oneself""".split()
)
_PRONOUN_OBJECTS = (
    frozenset(
        """me you him her it us them this that these those one someone somebody something
        everyone everybody everything anyone anybody anything nobody nothing""".split()
    )
    | _REFLEXIVES
)
_DETERMINERS = _POSSESSIVES | frozenset(
    "the a an this that these those some any no all every each both another".split()
)
# Particles that can stand after the object: "pick it up", but not "look it for".
_MOVABLE = frozenset(
    """up down out off on in away back over around through apart together along by aside forward
    round about""".split()
)
_MAX_OBJECT = 4


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """``tokens[start:end]`` is a form of the phrase ``headword``."""

    headword: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    headword: str
    words: tuple[str, ...]
    separable: bool


class PhraseMatcher:
    """Built once from (phrase, category) pairs; matching reads only."""

    def __init__(self, phrases: Iterable[tuple[str, str]], lemmas: Lemmas) -> None:
        self._lemmas = lemmas
        self._by_first: dict[str, list[_Pattern]] = defaultdict(list)
        for headword, category in phrases:
            words = tuple(headword.split())
            separable = category == "phrasal verb" and len(words) == 2 and words[1] in _MOVABLE
            self._by_first[words[0]].append(_Pattern(headword, words, separable))
        for patterns in self._by_first.values():
            patterns.sort(key=lambda p: (-len(p.words), p.headword))

    def match(self, tokens: Sequence[str]) -> str | None:
        """The phrase that ``tokens`` form from first to last."""
        low = [token.lower() for token in tokens]
        for pattern in self._starting(low, 0):
            if len(low) in self._ends(pattern, low, 0):
                return pattern.headword
        return None

    def find(self, tokens: Sequence[str]) -> tuple[PhraseMatch, ...]:
        """Matches from left to right; at each place the phrase with most words wins."""
        low = [token.lower() for token in tokens]
        found: list[PhraseMatch] = []
        start = 0
        while start < len(low):
            match = self._first_at(low, start)
            if match is not None:
                found.append(match)
            start = match.end if match is not None else start + 1
        return tuple(found)

    def _first_at(self, low: list[str], start: int) -> PhraseMatch | None:
        for pattern in self._starting(low, start):
            ends = self._ends(pattern, low, start)
            if ends:
                return PhraseMatch(pattern.headword, start, min(ends))
        return None

    def _starting(self, low: list[str], start: int) -> list[_Pattern]:
        if start >= len(low):
            return []
        first = low[start]
        keys = dict.fromkeys([first, *self._lemmas(first)])
        if first in _POSSESSIVES:
            keys["one's"] = None
        patterns = [pattern for key in keys for pattern in self._by_first.get(key, ())]
        return sorted(patterns, key=lambda p: -len(p.words))

    def _ends(self, pattern: _Pattern, low: list[str], start: int) -> list[int]:
        """Places just after the last word of each way in which ``pattern`` fits."""
        places = [start + 1]
        for number, word in enumerate(pattern.words[1:], 1):
            if pattern.separable and number == 1:
                places += [end for place in places for end in _objects(low, place)]
            places = [end for place in places for end in self._after(word, low, place)]
            if not places:
                return []
        return places

    def _after(self, word: str, low: list[str], place: int) -> list[int]:
        if place >= len(low):
            return []
        token = low[place]
        if word in _POSSESSIVE_PLACES:
            return _possessor_ends(low, place)
        if word in _PEOPLE or word in _THINGS:
            return [place + 1] if token == word else _objects(low, place)
        if word == "oneself":
            return [place + 1] if token in _REFLEXIVES else []
        return [place + 1] if token == word or word in self._lemmas(token) else []


def _objects(low: list[str], place: int) -> list[int]:
    """Ends of an object at ``place``: a pronoun, a name or noun, or a determiner and nouns."""
    if place >= len(low):
        return []
    if low[place] in _PRONOUN_OBJECTS and low[place] not in _DETERMINERS:
        return [place + 1]
    longest = _MAX_OBJECT if low[place] in _DETERMINERS else 2
    return [end for end in range(place + 1, place + longest + 1) if end <= len(low)]


def _possessor_ends(low: list[str], place: int) -> list[int]:
    if low[place] in _POSSESSIVES or low[place].endswith(("'s", "s'")):
        return [place + 1]
    follows = place + 1 < len(low) and low[place + 1].endswith(("'s", "s'"))
    return [place + 2] if follows and low[place] in _DETERMINERS else []
