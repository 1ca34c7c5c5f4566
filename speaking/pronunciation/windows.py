"""The stretch of sound in which a word is judged, and the rows of states tried on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from speaking.pronunciation.paths import States
from speaking.pronunciation.phones import Phones, bare, dictionary_forms
from speaking.pronunciation.senones import SILENCE, Triphones

# Sounds added before or after a word lie outside what was aligned with it.
_MARGIN = 15
_NEIGHBOUR = 10
_TOGETHER = 5


@dataclass(frozen=True, slots=True)
class Window:
    """Frames ``begin`` to ``end``, in which ``left`` comes before the word and ``right`` after.

    ``left`` and ``right`` are phones of the neighbours, or silence.
    """

    begin: int
    end: int
    left: str
    right: str

    def row(self, triphones: Triphones, phones: Sequence[str]) -> States:
        """The states of ``phones`` (without stress) in this place."""
        return np.concatenate(
            [
                triphones.phone_states(self.left),
                triphones.word_states(phones, self.left, self.right),
                triphones.phone_states(self.right),
            ]
        )

    def plain_row(self, triphones: Triphones, phones: Sequence[str]) -> States:
        """The same with states that know nothing of a phone's neighbours."""
        every = (self.left, *phones, self.right)
        return np.concatenate([triphones.phone_states(phone) for phone in every])


def window_of(
    words: Sequence[str], times: Sequence[tuple[int, int]], place: int, frames: int
) -> Window:
    """The window of word ``place`` among the spoken ``words`` of a stretch of ``frames``."""
    start, end = times[place]
    left = right = SILENCE
    begin, finish = max(0, start - _MARGIN), min(frames, end + _MARGIN)
    if place:
        before = times[place - 1]
        if start - before[1] <= _TOGETHER:
            left = _last(words[place - 1])
            begin = max(before[0], start - _NEIGHBOUR)
        else:
            begin = max(before[1], begin)
    if place + 1 < len(words):
        after = times[place + 1]
        if after[0] - end <= _TOGETHER:
            right = _first(words[place + 1])
            finish = min(after[1], end + _NEIGHBOUR)
        else:
            finish = min(after[0], finish)
    return Window(begin, finish, left, right)


def _sounds(word: str) -> Phones:
    return bare(dictionary_forms(word)[0])


def _last(word: str) -> str:
    return _sounds(word)[-1]


def _first(word: str) -> str:
    return _sounds(word)[0]
