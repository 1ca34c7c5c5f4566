"""Answers about sentences: all checks merged, the corrected text, its words by level."""

from __future__ import annotations

from collections.abc import Iterable

from texts.content import Correction, SentenceContent
from texts.lexicon import Lexicon
from texts.nlp.offline.harper import get_checker
from texts.nlp.offline.normalise import tokens

_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")


def check_text(lexicon: Lexicon, text: str, dialect: str) -> tuple[Correction, ...]:
    """Corrections in order of position, never overlapping. Learner rules win over Harper."""
    # Imported here because its tables take half a second, which words never need to pay.
    from texts.nlp.offline.learner import learner_corrections

    learner = learner_corrections(text, dialect)
    return merge(learner, get_checker(dialect, lexicon).corrections(text))


def merge(preferred: Iterable[Correction], others: Iterable[Correction]) -> tuple[Correction, ...]:
    """All of ``preferred`` that fit side by side, then those of ``others`` that still fit."""
    kept: list[Correction] = []
    for correction in [*preferred, *others]:
        if not any(_overlap(correction, other) for other in kept):
            kept.append(correction)
    return tuple(sorted(kept, key=lambda c: (c.start, c.end)))


def _overlap(a: Correction, b: Correction) -> bool:
    """Sharing a character, or inserting at the same place."""
    return (a.start < b.end and b.start < a.end) or (a.start, a.end) == (b.start, b.end)


def apply_corrections(text: str, corrections: Iterable[Correction]) -> str:
    """``text`` with every correction made."""
    for correction in sorted(corrections, key=lambda c: c.start, reverse=True):
        text = text[: correction.start] + correction.corrected + text[correction.end :]
    return text


def explain_sentence(lexicon: Lexicon, text: str, dialect: str = "en-US") -> SentenceContent:
    """``text`` corrected and explained."""
    corrections = check_text(lexicon, text, dialect)
    corrected = apply_corrections(text, corrections)
    return SentenceContent(
        original=text,
        corrected=corrected,
        corrections=corrections,
        words_by_level=words_by_level(lexicon, corrected),
    )


def words_by_level(lexicon: Lexicon, text: str) -> dict[str, tuple[str, ...]]:
    """The dictionary words of ``text`` by CEFR level, each once, in order of appearance."""
    found: dict[str, dict[str, None]] = {level: {} for level in _LEVELS}
    for token in tokens(text):
        level = lexicon.level(token)
        if level in found:
            found[level][token.lower()] = None
    return {level: tuple(words) for level, words in found.items() if words}
