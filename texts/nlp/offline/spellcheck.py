"""Which spelling lints are worth showing, and what the writer most likely meant."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import OSA

from texts.lexicon import Lexicon

_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+|\n\s*)[\"'(“‘]*$")
_CERTAIN_ZIPF = 4.4
_ZIPF_WEIGHT = 0.3
# The most frequent misspellings reach 3.0 on wordfreq's scale; those above it are listed.
_COMMON_ZIPF = 3.35
_COMMON_SLIPS = frozenset({"alot", "teh", "dont", "didnt", "doesnt", "cant", "wont", "isnt", "im"})


def spelling_choices(
    lexicon: Lexicon, text: str, start: int, word: str, proposed: list[str]
) -> list[str]:
    """Corrections for ``word`` at ``start``, the likeliest first; empty to leave it alone.

    Words of the dictionary (British and American alike) and names are left alone.
    """
    if _is_fine(lexicon, word):
        return []
    opens = bool(_SENTENCE_START.search(text[:start]))
    if word[0].isupper() and not opens:
        return []
    same = [choice for choice in proposed if choice.lower() == word.lower()]
    if same and not opens:
        return same[:1]
    own = list(lexicon.suggest(word, 5))
    ranked = sorted(
        dict.fromkeys([*own, *proposed]), key=lambda choice: _cost(lexicon, word, choice)
    )
    if word[0].isupper():
        ranked = [
            choice[0].upper() + choice[1:] for choice in ranked if _is_sure(lexicon, word, choice)
        ]
    return ranked


def _is_fine(lexicon: Lexicon, word: str) -> bool:
    low = _without_accents(word.lower()).removesuffix("'s")
    if lexicon.has_word(low) or (low not in _COMMON_SLIPS and _is_common(low)):
        return True
    return "-" in low and all(lexicon.has_word(part) for part in low.split("-") if part)


def _is_common(word: str) -> bool:
    """Written so often that it is a word of English or a name, though no dictionary has it."""
    from wordfreq import zipf_frequency

    return bool(zipf_frequency(word, "en") >= _COMMON_ZIPF)


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _cost(lexicon: Lexicon, word: str, choice: str) -> float:
    low, near = word.lower(), choice.lower()
    return (
        OSA.distance(low, near)
        - _ZIPF_WEIGHT * lexicon.zipf(near)
        - 0.5 * (set(low) == set(near))
        + 0.4 * (low[0] != near[0])
        + 0.5 * ("'" in near)
        + 0.5 * (" " in near)
    )


def _is_sure(lexicon: Lexicon, word: str, choice: str) -> bool:
    """At the start of a sentence an unknown word may be a name: only clear slips count."""
    distance = OSA.distance(word.lower(), choice.lower())
    certain = lexicon.zipf(choice) >= _CERTAIN_ZIPF
    return (distance <= 1 or (distance == 2 and len(word) >= 8)) and certain and len(word) > 2
