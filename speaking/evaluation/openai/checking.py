"""What a model says of a recording, held against what was said in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from speaking.evaluation.base import SpokenCorrection
from speaking.evaluation.script import Script
from texts.nlp.openai.corrections import place_corrections
from texts.nlp.openai.replies import CorrectionReply

_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]|(?<!\w)[‘']([^’']+)[’'](?!\w)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Checked:
    """``dropped`` counts what was left out because nobody said it."""

    corrections: tuple[SpokenCorrection, ...]
    dropped: int


def check_corrections(said: Script, replies: Sequence[CorrectionReply]) -> Checked:
    """Those whose quote is in ``said``, tied to their moment; without what is only spelling.

    Raises EngineError if there are some and none of them is about ``said``.
    """
    placed = place_corrections(said.text, replies)
    return Checked(said.tie(said.spoken(placed)), len(replies) - len(placed))


def quotes_said(texts: Iterable[str], known: Sequence[str]) -> tuple[list[str], int]:
    """The ``texts`` that quote nothing but words from ``known``, and how many do not."""
    sources = [_words(text) for text in known]
    kept: list[str] = []
    dropped = 0
    for text in texts:
        quotes = [one or other for one, other in _QUOTED.findall(text)]
        if all(any(_words(quote) in source for source in sources) for quote in quotes):
            kept.append(text)
        else:
            dropped += 1
    return kept, dropped


def _words(text: str) -> str:
    """Words alone, so that case, commas and dots do not matter, as whole words."""
    found = _WORD.findall(text.lower().replace("’", "'"))
    return f" {' '.join(found)} "
