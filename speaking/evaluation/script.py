"""What was said as a text in which every character knows its moment in the recording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from speaking.evaluation.base import SpokenCorrection
from speaking.evaluation.offline.speech import Sentence, sentence_of, split_sentences
from speaking.stt.base import Word

if TYPE_CHECKING:
    from texts.content import Correction

# These are the recogniser's doing, not the speaker's: it spells, capitalises and punctuates.
_WRITTEN_ONLY = frozenset({"punctuation", "capitalisation", "spelling", "style"})
_SURE_ENOUGH = 0.5
_START = re.compile(r"(?:^|(?<=[.?!] ))[a-z]")


class Script:
    """``text`` is the ``sentences`` with a space between, without fillers and false starts.

    Corrections of a script have positions in ``text``.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self.sentences = split_sentences(words)
        self._starts: list[int] = []
        position = 0
        for sentence in self.sentences:
            self._starts.append(position)
            position += len(sentence.text) + 1
        self.text = " ".join(sentence.text for sentence in self.sentences)

    @property
    def word_count(self) -> int:
        return sum(len(sentence.words) for sentence in self.sentences)

    def from_sentence(self, index: int, corrections: Iterable[Correction]) -> list[Correction]:
        """``corrections`` of sentence ``index`` as corrections of the script."""
        start = self._starts[index]
        return [replace(one, start=start + one.start, end=start + one.end) for one in corrections]

    def spoken(self, corrections: Iterable[Correction]) -> list[Correction]:
        """Without what is only about writing, and what the recogniser was not sure of itself."""
        return [correction for correction in corrections if self._is_spoken(correction)]

    def tie(self, corrections: Sequence[Correction]) -> tuple[SpokenCorrection, ...]:
        """Each with its moment, and its sentence as it was and as it would be right."""
        return tuple(self._tied(correction, corrections) for correction in corrections)

    def corrected(self, corrections: Sequence[Correction]) -> str:
        """The whole script as it would be right."""
        fixed = _applied(self.text, corrections)
        return _START.sub(lambda match: match[0].upper(), fixed)

    def _is_spoken(self, correction: Correction) -> bool:
        if correction.category in _WRITTEN_ONLY:
            return False
        sentence, start = self._around(correction)
        words = sentence.words_at(correction.start - start, correction.end - start)
        sure = [word.confidence for word in words if word.confidence is not None]
        return not sure or min(sure) >= _SURE_ENOUGH

    def _tied(self, correction: Correction, all_of_them: Sequence[Correction]) -> SpokenCorrection:
        sentence, start = self._around(correction)
        end = start + len(sentence.text)
        words = sentence.words_at(correction.start - start, correction.end - start)
        inside = [
            replace(one, start=one.start - start, end=one.end - start)
            for one in all_of_them
            if start <= one.start and one.end <= end
        ]
        return SpokenCorrection(
            original=correction.original,
            corrected=correction.corrected,
            explanation=correction.explanation,
            start_ms=words[0].start_ms,
            end_ms=words[-1].end_ms,
            category=correction.category,
            topic=correction.topic,
            sentence=sentence.text,
            sentence_corrected=_capital(_applied(sentence.text, inside)),
            sentence_start_ms=sentence.words[0].start_ms,
            sentence_end_ms=sentence.words[-1].end_ms,
        )

    def _around(self, correction: Correction) -> tuple[Sentence, int]:
        """The sentence of ``correction`` and where it starts in ``text``.

        Several become one where a correction takes back a full stop that nobody spoke.
        """
        touched = [
            index
            for index, start in enumerate(self._starts)
            if start < max(correction.end, correction.start + 1)
            and start + len(self.sentences[index].text) > correction.start
        ] or [len(self.sentences) - 1]
        words = [word for index in touched for word in self.sentences[index].words]
        return sentence_of(words), self._starts[touched[0]]


def _applied(text: str, corrections: Sequence[Correction]) -> str:
    for correction in sorted(corrections, key=lambda one: one.start, reverse=True):
        text = text[: correction.start] + correction.corrected + text[correction.end :]
    return text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
