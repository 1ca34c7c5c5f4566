"""ARPABET, as in the CMU Pronouncing Dictionary, to IPA for General American.

Vowels and consonants map one to one. AH and ER split by stress: AH1 ʌ, AH0 ə; ER1 ɝ, ER0 ɚ.
Words of one syllable carry no stress mark. In longer words ˈ (1) or ˌ (2) stands before the
onset of the stressed syllable; the onset is the longest run of consonants before the vowel that
can begin an English word (maximal onset principle), so EH1 K S T R AH0 is ˈɛkstrə and
D IH0 S T R IH1 B Y UW0 T is dɪˈstrɪbjut.
"""

from __future__ import annotations

_VOWELS = {
    "AA": "ɑ", "AE": "æ", "AO": "ɔ", "AW": "aʊ", "AY": "aɪ", "EH": "ɛ", "EY": "eɪ", "IH": "ɪ",
    "IY": "i", "OW": "oʊ", "OY": "ɔɪ", "UH": "ʊ", "UW": "u",
}  # fmt: skip
_CONSONANTS = {
    "B": "b", "CH": "tʃ", "D": "d", "DH": "ð", "F": "f", "G": "ɡ", "HH": "h", "JH": "dʒ",
    "K": "k", "L": "l", "M": "m", "N": "n", "NG": "ŋ", "P": "p", "R": "r", "S": "s", "SH": "ʃ",
    "T": "t", "TH": "θ", "V": "v", "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
_ONSETS = frozenset(
    ["", *(c for c in _CONSONANTS if c != "NG")]
    + [f"{c} R" for c in ("P", "B", "T", "D", "K", "G", "F", "TH", "SH")]
    + [f"{c} L" for c in ("P", "B", "K", "G", "F", "S")]
    + [f"{c} W" for c in ("T", "D", "K", "G", "S", "TH")]
    + [f"{c} Y" for c in ("P", "B", "K", "M", "F", "V", "HH", "N", "T", "D")]
    + [f"S {c}" for c in ("P", "T", "K", "M", "N", "F")]
    + ["S P L", "S P R", "S P Y", "S T R", "S K R", "S K W", "S K Y"]
)


def _vowel(phone: str) -> str:
    name, stressed = phone[:-1], phone[-1] != "0"
    if name == "AH":
        return "ʌ" if stressed else "ə"
    if name == "ER":
        return "ɝ" if stressed else "ɚ"
    return _VOWELS[name]


def _onset_length(consonants: list[str]) -> int:
    """How many of the last ``consonants`` belong to the syllable that follows them."""
    return next(n for n in range(len(consonants), -1, -1) if _legal(consonants, n))


def _legal(consonants: list[str], length: int) -> bool:
    return " ".join(consonants[len(consonants) - length :]) in _ONSETS


def arpabet_to_ipa(phones: list[str]) -> str:
    """IPA for CMU ``phones`` such as ["HH", "AH0", "L", "OW1"]: həˈloʊ."""
    vowel_count = sum(phone[-1].isdigit() for phone in phones)
    ipa: list[str] = []
    waiting: list[str] = []
    for phone in phones:
        if not phone[-1].isdigit():
            waiting.append(phone)
            continue
        onset = _onset_length(waiting) if ipa else len(waiting)
        split = len(waiting) - onset
        mark = {"1": "ˈ", "2": "ˌ"}.get(phone[-1], "") if vowel_count > 1 else ""
        ipa += [_CONSONANTS[c] for c in waiting[:split]]
        ipa += [mark, *(_CONSONANTS[c] for c in waiting[split:]), _vowel(phone)]
        waiting = []
    return "".join(ipa + [_CONSONANTS[c] for c in waiting])


def pronunciations(variants: list[list[str]], limit: int = 2) -> tuple[str, ...]:
    """The first ``limit`` different IPA forms of a word's CMU ``variants``."""
    return tuple(dict.fromkeys(arpabet_to_ipa(phones) for phones in variants))[:limit]
