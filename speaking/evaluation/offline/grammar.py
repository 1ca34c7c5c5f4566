"""Grammar: what a text checker finds in the words heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from speaking.evaluation.base import SpokenCorrection
from speaking.evaluation.offline.scale import score_between
from speaking.evaluation.offline.speech import Sentence

if TYPE_CHECKING:
    from texts.content import Correction

MIN_WORDS = 15

# These are the recogniser's doing, not the speaker's: it spells, capitalises and punctuates.
_WRITTEN_ONLY = frozenset({"punctuation", "capitalisation", "spelling", "style"})
_SURE_ENOUGH = 0.5
_WORST_RATE, _BEST_RATE = 20.0, 0.0


class GrammarChecker(Protocol):
    """The part of a text engine that is needed here."""

    def check(self, text: str, *, dialect: str = "en-US") -> tuple[Correction, ...]:
        """Corrections of ``text`` in order of position."""
        ...


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, and the sentences as they would be right."""

    corrections: tuple[SpokenCorrection, ...]
    corrected_text: str


def find_mistakes(
    sentences: Sequence[Sentence], checker: GrammarChecker, *, language: str
) -> Findings:
    """Check each sentence. Raises what ``checker`` raises.

    A correction of words the recogniser was not sure of itself is left out: they may never have
    been said.
    """
    found: list[SpokenCorrection] = []
    texts: list[str] = []
    for sentence in sentences:
        kept = [
            correction
            for correction in checker.check(sentence.text, dialect=language)
            if _is_spoken(correction, sentence)
        ]
        found += [_spoken(correction, sentence) for correction in kept]
        texts.append(_apply(sentence.text, kept))
    return Findings(tuple(found), " ".join(texts))


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


def _is_spoken(correction: Correction, sentence: Sentence) -> bool:
    if correction.category in _WRITTEN_ONLY:
        return False
    words = sentence.words_at(correction.start, correction.end)
    sure = [word.confidence for word in words if word.confidence is not None]
    return not sure or min(sure) >= _SURE_ENOUGH


def _spoken(correction: Correction, sentence: Sentence) -> SpokenCorrection:
    words = sentence.words_at(correction.start, correction.end)
    return SpokenCorrection(
        original=correction.original,
        corrected=correction.corrected,
        explanation=correction.explanation,
        start_ms=words[0].start_ms,
        end_ms=words[-1].end_ms,
        category=correction.category,
        topic=correction.topic,
    )


def _apply(text: str, corrections: Sequence[Correction]) -> str:
    for correction in reversed(corrections):
        text = text[: correction.start] + correction.corrected + text[correction.end :]
    return text[:1].upper() + text[1:]
