"""CEFR levels of words by part of speech, from cefrpy's CEFR-J-based table."""

from __future__ import annotations

from functools import cache

from cefrpy import CEFRAnalyzer

_TAGS = {
    "noun": ("NN", "NNS", "NNP"),
    "verb": ("VB", "VBP"),
    "adjective": ("JJ",),
    "adverb": ("RB",),
}
LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")


@cache
def _analyzer() -> CEFRAnalyzer:
    return CEFRAnalyzer()


def level_of(key: str, part_of_speech: str) -> str | None:
    """Level of a lower-case lemma used as ``part_of_speech``, None where the table is silent."""
    table = _analyzer().get_pos_level_dict_for_word(key, pos_tag_as_string=True) or {}
    for tag in _TAGS.get(part_of_speech, ()):
        if tag in table:
            return str(table[tag])
    return None


def any_level_of(key: str) -> str | None:
    """The lowest level of ``key`` in any part of speech, None where the table is silent."""
    table = _analyzer().get_pos_level_dict_for_word(key, pos_tag_as_string=True) or {}
    return min(map(str, table.values()), default=None)


def phrase_level(words: list[str | None]) -> str:
    """Estimate for a phrase from its words' levels: one step above the hardest, at least B1.

    A phrase means more than its words do, so it is learnt after them; unknown words count as B2.
    """
    hardest = max((LEVELS.index(level or "B2") for level in words), default=0)
    return LEVELS[min(max(hardest + 1, LEVELS.index("B1")), LEVELS.index("C2"))]
