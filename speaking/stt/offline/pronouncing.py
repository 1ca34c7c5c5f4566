"""From a written word to the words and sounds that are spoken for it.

Only good enough to find a word in the sound; nobody's pronunciation is judged by it.
"""

from __future__ import annotations

import re

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
]  # fmt: skip
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))
_SYMBOLS = {"%": "percent", "&": "and", "+": "plus", "=": "equals", "@": "at", "°": "degrees"}
_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros"}
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")

_PART = re.compile(r"[$£€]?\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|[%&+=@°]")

# Longest first; what is not here is silent. ARPAbet.
_SOUNDS = {
    "tion": "SH AH N", "sion": "ZH AH N", "ough": "OW", "eigh": "EY", "tch": "CH", "igh": "AY",
    "sch": "SH", "dge": "JH", "ch": "CH", "sh": "SH", "th": "TH", "ph": "F", "wh": "W",
    "ck": "K", "ng": "NG", "qu": "K W", "gh": "G", "kn": "N", "wr": "R", "ee": "IY", "ea": "IY",
    "oo": "UW", "ou": "AW", "ow": "OW", "oa": "OW", "ai": "EY", "ay": "EY", "oi": "OY",
    "oy": "OY", "au": "AO", "aw": "AO", "ie": "IY", "ei": "EY", "ue": "UW", "er": "ER",
    "ir": "ER", "ur": "ER", "ar": "AA R", "or": "AO R", "a": "AE", "b": "B", "c": "K", "d": "D",
    "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IH", "j": "JH", "k": "K", "l": "L", "m": "M",
    "n": "N", "o": "AA", "p": "P", "q": "K", "r": "R", "s": "S", "t": "T", "u": "AH", "v": "V",
    "w": "W", "x": "K S", "y": "IY", "z": "Z",
}  # fmt: skip
_GRAPHEME = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))


def spoken_words(written: str) -> list[str]:
    """The lower-case words spoken for one written token: ``$20`` → twenty dollars.

    Punctuation gives none. Hyphenated words fall into their parts.
    """
    words: list[str] = []
    parts = _PART.findall(written)
    for index, part in enumerate(parts):
        if part[0].isdigit() or part[0] in _CURRENCIES:
            # "2nd" comes as two parts; for finding it "two" is near enough.
            words += _number(part)
        elif part in _SYMBOLS:
            words.append(_SYMBOLS[part])
        elif not (index and parts[index - 1][-1].isdigit() and part in _ORDINAL_ENDINGS):
            words.append(part.replace("’", "'").lower())
    return words


def approximate_phones(word: str) -> str:
    """ARPAbet phones for a word no dictionary has; empty if it has no Latin letters."""
    letters = re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]", "", word.lower()))
    if len(letters) > 3 and letters.endswith("e"):
        letters = letters[:-1]
    return " ".join(_SOUNDS[match] for match in _GRAPHEME.findall(letters))


def _number(part: str) -> list[str]:
    currency = _CURRENCIES.get(part[0])
    whole, _, fraction = part.lstrip("$£€").replace(",", "").partition(".")
    words = _year(int(whole)) if "," not in part and len(whole) == 4 else _cardinal(int(whole))
    if fraction:
        words += ["point", *(_ONES[int(digit)] for digit in fraction)]
    return words + ([currency] if currency else [])


def _year(value: int) -> list[str]:
    """Four digits are mostly a year: 1984 → nineteen eighty four."""
    century, rest = divmod(value, 100)
    if century % 10 == 0 or century < 11:
        return _cardinal(value)
    if not rest:
        return [*_cardinal(century), "hundred"]
    return [*_cardinal(century), *(["oh"] if rest < 10 else []), *_cardinal(rest)]


def _cardinal(value: int) -> list[str]:
    if value >= 1_000_000_000_000:
        return [_ONES[int(digit)] for digit in str(value)]
    if value < 20:
        return [_ONES[value]]
    if value < 100:
        tens, ones = divmod(value, 10)
        return [_TENS[tens - 2]] + ([_ONES[ones]] if ones else [])
    if value < 1_000:
        hundreds, rest = divmod(value, 100)
        return [_ONES[hundreds], "hundred", *(_cardinal(rest) if rest else [])]
    scale, name = next((scale, name) for scale, name in _SCALES if value >= scale)
    head, rest = divmod(value, scale)
    return [*_cardinal(head), name, *(_cardinal(rest) if rest else [])]
