"""Which words of a reading are judged, and in which stretches of sound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from speaking.pronunciation.base import SpokenWord
from speaking.pronunciation.phones import is_known
from speaking.stt.base import BYTES_PER_MS
from speaking.stt.offline.pronouncing import spoken_words

# Words that are worn down in running speech: what a dictionary says of them is rarely heard.
_WORN = frozenset(
    "a an the and or but nor if of to in on at by for from as than that this these those there"
    " i you he she it we they me him her us them my your his its our their"
    " am is are was were be been being have has had having do does did can could will would shall"
    " should may might must not no so up out into with what which who whom when where how all some"
    " just then because about i'm you're he's she's it's we're they're i've you've i'll you'll"
    " don't doesn't didn't isn't wasn't can't couldn't won't wouldn't".split()
)
_PAUSE_MS = 250
_LEAST_MS = 3_000
_MOST_MS = 9_000
_PADDING_MS = 150
_LEAST_WORD_MS = 120


@dataclass(frozen=True, slots=True)
class Part:
    """``words`` with the sound they are in, which begins at ``start_ms``.

    ``spoken`` are the words said, lower case; ``owner`` is the number of the written word each
    belongs to; ``judged`` are the numbers of those among ``spoken`` that are judged.
    """

    words: tuple[SpokenWord, ...]
    spoken: tuple[str, ...]
    owner: tuple[int, ...]
    judged: tuple[int, ...]
    start_ms: int
    end_ms: int

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def sound(self, pcm: bytes) -> bytes:
        return pcm[self.start_ms * BYTES_PER_MS : self.end_ms * BYTES_PER_MS]

    def text_with(self, owner: int, word: str) -> str:
        """``text`` with ``word`` instead of written word ``owner``, its marks around it kept."""
        written = [one.text for one in self.words]
        written[owner] = _replaced(written[owner], word)
        return " ".join(written)


def parts_of(words: Sequence[SpokenWord], duration_ms: int) -> list[Part]:
    """``words`` cut at pauses into parts of at least _LEAST_MS where that is possible."""
    parts: list[list[SpokenWord]] = []
    for word in words:
        if word.end_ms <= word.start_ms:
            continue
        if parts and not _breaks(parts[-1], word):
            parts[-1].append(word)
        else:
            parts.append([word])
    bounds = [(part[0].start_ms, part[-1].end_ms) for part in parts]
    found = []
    for index, part in enumerate(parts):
        before = bounds[index - 1][1] if index else 0
        after = bounds[index + 1][0] if index + 1 < len(parts) else duration_ms
        start = max(before, bounds[index][0] - _PADDING_MS)
        end = min(after, bounds[index][1] + _PADDING_MS, duration_ms)
        found.append(_part(part, start, max(start, end)))
    return found


def _breaks(part: Sequence[SpokenWord], word: SpokenWord) -> bool:
    length = part[-1].end_ms - part[0].start_ms
    pause = word.start_ms - part[-1].end_ms
    return (length >= _LEAST_MS and pause >= _PAUSE_MS) or length >= _MOST_MS


def _part(words: Sequence[SpokenWord], start_ms: int, end_ms: int) -> Part:
    spoken: list[str] = []
    owner: list[int] = []
    judged: list[int] = []
    for number, word in enumerate(words):
        said = spoken_words(word.text)
        if len(said) == 1 and _is_judged(said[0], word):
            judged.append(len(spoken))
        spoken += said
        owner += [number] * len(said)
    return Part(tuple(words), tuple(spoken), tuple(owner), tuple(judged), start_ms, end_ms)


def _is_judged(said: str, word: SpokenWord) -> bool:
    long_enough = word.end_ms - word.start_ms >= _LEAST_WORD_MS
    return word.is_asked and long_enough and said not in _WORN and is_known(said)


def _replaced(written: str, word: str) -> str:
    """``word`` in the case and between the marks of ``written``."""
    letters = [place for place, letter in enumerate(written) if letter.isalnum()]
    if not letters:
        return word
    first, last = letters[0], letters[-1]
    if written[first].isupper():
        word = word[0].upper() + word[1:]
    return written[:first] + word + written[last + 1 :]
