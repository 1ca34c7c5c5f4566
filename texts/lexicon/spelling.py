"""Near spellings, by Damerau–Levenshtein distance (adjacent swaps count once) and frequency."""

from __future__ import annotations

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

# A word ten times as frequent may be a third of an edit further away.
_ZIPF_WEIGHT = 0.3
# Learners seldom miss the first letter.
_FIRST_LETTER = 0.4
_FORM_PENALTY = 0.1
_PHRASE_SCORE = 72.0


class SpellingIndex:
    """``words``, ``forms`` and ``phrases`` map spellings to frequency (zipf × 100)."""

    def __init__(
        self, *, words: dict[str, int], forms: dict[str, int], phrases: dict[str, int]
    ) -> None:
        self._zipf = {**forms, **words}
        self._headwords = frozenset(words)
        self._spellings = list(self._zipf)
        self._phrase_zipf = phrases
        self._phrases = list(phrases)

    def words(self, misspelling: str, limit: int) -> tuple[str, ...]:
        """Up to ``limit`` spellings within two edits (one for short words)."""
        low = misspelling.lower()
        reach = 1 if len(low) <= 3 else 2 if len(low) <= 8 else 3
        found = process.extract(
            low, self._spellings, scorer=OSA.distance, score_cutoff=reach, limit=60
        )
        ranked = sorted(found, key=lambda row: (self._cost(low, row[0], row[1]), row[0]))
        return tuple(spelling for spelling, *_ in ranked if spelling != low)[:limit]

    def _cost(self, low: str, spelling: str, distance: float) -> float:
        return (
            distance
            - _ZIPF_WEIGHT * self._zipf[spelling] / 100
            + _FIRST_LETTER * (spelling[0] != low[0])
            + _FORM_PENALTY * (spelling not in self._headwords)
            # The same letters in another order or doubled: the typical slip of the pen.
            - 0.5 * (set(spelling) == set(low))
        )

    def phrases(self, text: str, limit: int) -> tuple[str, ...]:
        """Up to ``limit`` phrases spelt like ``text`` or made of much the same words."""
        low = text.lower()
        found = process.extract(
            low, self._phrases, scorer=fuzz.ratio, score_cutoff=_PHRASE_SCORE, limit=20
        )
        ranked = sorted(found, key=lambda row: (-row[1], -self._phrase_zipf[row[0]], row[0]))
        return tuple(phrase for phrase, *_ in ranked if phrase != low)[:limit]
