"""Grammar: what a text checker finds in the words heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from speaking.evaluation.base import SpokenCorrection
from speaking.evaluation.offline.scale import score_between
from speaking.evaluation.script import Script

if TYPE_CHECKING:
    from texts.content import Correction

MIN_WORDS = 15
_WORST_RATE, _BEST_RATE = 20.0, 0.0


class GrammarChecker(Protocol):
    """The part of a text engine that is needed here."""

    def check(self, text: str, *, dialect: str = "en-US") -> tuple[Correction, ...]:
        """Corrections of ``text`` in order of position."""
        ...


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, and the whole text as it would be right."""

    corrections: tuple[SpokenCorrection, ...]
    corrected_text: str


def find_mistakes(script: Script, checker: GrammarChecker, *, language: str) -> Findings:
    """Check each sentence. Raises what ``checker`` raises."""
    kept: list[Correction] = []
    for index, sentence in enumerate(script.sentences):
        found = checker.check(sentence.text, dialect=language)
        kept += script.spoken(script.from_sentence(index, found))
    return Findings(script.tie(kept), script.corrected(kept))


def grammar_score(words: int, mistakes: int) -> tuple[int | None, float | None, str]:
    """Score, mistakes per 100 words, or None, None and the reason.

    None wrong is 100, one word in five is 0, straight between. Errors per 100 words (Mehnert
    1998) do not depend on where sentences end, which in speech is the recogniser's guess.
    """
    if words < MIN_WORDS:
        reason = f"Grammar needs at least {MIN_WORDS} words to go by; there were {words}."
        return None, None, reason
    rate = 100.0 * mistakes / words
    score = score_between(rate, worst=_WORST_RATE, best=_BEST_RATE)
    return round(score), round(rate, 1), ""
