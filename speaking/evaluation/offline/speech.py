"""The transcript as speech: words without fillers, sentences without false starts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from speaking.stt.base import Word

FILLERS = frozenset({"uh", "uhh", "um", "umm", "uhm", "er", "erm", "hm", "hmm", "mm", "mmm"})

_SENTENCE_END = re.compile(r"[.?!]+[\"'”’)]*$")
_NOT_WORD = re.compile(r"[^\w'’]+")


def plain(text: str) -> str:
    """A written word in lower case, without punctuation, with a straight apostrophe."""
    return _NOT_WORD.sub("", text).replace("’", "'").strip("'_").lower()


def is_filler(word: Word) -> bool:
    """A filled pause such as "um"."""
    return plain(word.text) in FILLERS


def real_words(words: Sequence[Word]) -> list[Word]:
    """What counts as a word: not fillers, not lone punctuation."""
    return [word for word in words if plain(word.text) and not is_filler(word)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """``spans[i]`` is where ``words[i]`` stands in ``text`` (start, end)."""

    text: str
    words: tuple[Word, ...]
    spans: tuple[tuple[int, int], ...]

    def words_at(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that ``text[start:end]`` touches, at least one."""
        touched = [
            word
            for word, (begin, stop) in zip(self.words, self.spans, strict=True)
            if begin < max(end, start + 1) and stop > start
        ]
        return tuple(touched) or self.words[-1:]


def split_sentences(words: Sequence[Word]) -> list[Sentence]:
    """Sentences as the recogniser's punctuation ends them.

    Fillers are left out, and so is a word said twice in a row: a grammar checker takes for a
    mistake what is only somebody looking for words.
    """
    sentences: list[Sentence] = []
    current: list[Word] = []
    for word in words:
        repeated = bool(current) and plain(current[-1].text) == plain(word.text)
        if repeated:
            # The later one carries the punctuation.
            current[-1] = word
        elif not is_filler(word):
            current.append(word)
        if current and _SENTENCE_END.search(word.text):
            sentences.append(sentence_of(current))
            current = []
    if current:
        sentences.append(sentence_of(current))
    return sentences


def sentence_of(words: Sequence[Word]) -> Sentence:
    """``words`` as one text, whatever their punctuation."""
    spans: list[tuple[int, int]] = []
    position = 0
    for word in words:
        spans.append((position, position + len(word.text)))
        position += len(word.text) + 1
    return Sentence(" ".join(word.text for word in words), tuple(words), tuple(spans))
