"""What learners say instead: one sound of a word changed, dropped or added.

A contrast is named by its two sounds (``IY/IH``); ``final``, ``HH/-`` and ``cluster`` are sounds
that come or go. The names are those of the drills and of the tendencies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from speaking.pronunciation.phones import Phones, bare, is_vowel, plain

FINAL: Final = "final"
ASPIRATION: Final = "HH/-"
CLUSTER: Final = "cluster"

CONTRASTS: Final = (
    "IY/IH", "AE/EH", "AE/AH", "AA/AH", "UW/UH", "EH/IH", "EH/EY", "OW/AO", "AO/ER",
    "TH/S", "TH/T", "TH/F", "DH/D", "DH/Z", "V/W", "V/B", "F/V", "R/L", "S/SH", "SH/CH",
    "JH/CH", "JH/Y", "NG/N", "S/Z", "P/B", "T/D", "K/G", FINAL, ASPIRATION, CLUSTER,
)  # fmt: skip
"""In the order in which they are shown."""

_SWAPS: Final[dict[str, list[tuple[str, str]]]] = {}
for _contrast in CONTRASTS[:-3]:
    _one, _other = _contrast.split("/")
    _SWAPS.setdefault(_one, []).append((_other, _contrast))
    _SWAPS.setdefault(_other, []).append((_one, _contrast))
# Sounds that end a word and are lost or added without being another one's pair.
_HELD: Final = frozenset("P B T D K G F V TH DH S Z SH CH JH L R".split())
_FLAPPED: Final = frozenset({"T", "D"})


@dataclass(frozen=True, slots=True)
class Confusion:
    """``shown`` is said for a right form; ``wanted`` and ``said`` are the change in it.

    ``wanted`` or ``said`` may be empty: a sound that was added or lost.
    """

    shown: Phones
    contrast: str
    wanted: str
    said: str

    @property
    def phones(self) -> Phones:
        """``shown`` without marks of stress, as sounds are compared."""
        return bare(self.shown)


def confusions_of(form: Phones) -> list[Confusion]:
    """Each way in which a learner may miss ``form``, one change at a time, without repetition."""
    found: dict[Phones, Confusion] = {}
    for confusion in _all(form):
        if confusion.phones and confusion.phones != bare(form):
            found.setdefault(confusion.phones, confusion)
    return list(found.values())


def _all(form: Phones) -> Iterator[Confusion]:
    for place, phone in enumerate(form):
        if phone.endswith("0"):
            continue
        for said, contrast in _SWAPS.get(plain(phone), ()):
            if contrast == "AO/ER":
                yield from _before_r(form, place)
            elif not _is_flap(form, place) and not _is_coda_r(form, place):
                yield _changed(form, place, (said,), contrast)
    yield from _endings(form)
    yield from _beginnings(form)


def _changed(form: Phones, place: int, said: Phones, contrast: str, length: int = 1) -> Confusion:
    """``length`` phones from ``place`` on become ``said``."""
    wanted = bare(form[place : place + length])
    shown = (*form[:place], *said, *form[place + length :])
    return Confusion(shown, contrast, " ".join(wanted), " ".join(said))


def _before_r(form: Phones, place: int) -> Iterator[Confusion]:
    if form[place] == "ER":
        yield _changed(form, place, ("AO", "R"), "AO/ER")
    elif form[place : place + 2] == ("AO", "R"):
        yield _changed(form, place, ("ER",), "AO/ER", 2)


def _is_flap(form: Phones, place: int) -> bool:
    """A t or d between vowels, which Americans say alike."""
    inside = 0 < place < len(form) - 1
    return (
        form[place] in _FLAPPED
        and inside
        and is_vowel(form[place - 1])
        and is_vowel(form[place + 1])
    )


def _is_coda_r(form: Phones, place: int) -> bool:
    """An r after a vowel, which accents say in many ways and nobody takes for an l."""
    before_vowel = place + 1 < len(form) and is_vowel(form[place + 1])
    return form[place] == "R" and place > 0 and is_vowel(form[place - 1]) and not before_vowel


def _endings(form: Phones) -> Iterator[Confusion]:
    last = len(form) - 1
    if last > 0 and form[last] in _HELD:
        yield _changed(form, last, (), FINAL)
    if last > 0 and form[last] in {"N", "L", "R", "S"}:
        for added in ("T", "D"):
            yield _changed(form, last + 1, (added,), FINAL, 0)


def _beginnings(form: Phones) -> Iterator[Confusion]:
    if form[0] == "HH":
        yield _changed(form, 0, (), ASPIRATION)
    elif is_vowel(form[0]):
        yield _changed(form, 0, ("HH",), ASPIRATION, 0)
    if len(form) < 3 or is_vowel(form[0]) or is_vowel(form[1]) or form[1] in {"Y", "W"}:
        return
    if form[0] == "S":
        for vowel in ("IH", "EH", "AH"):
            yield _changed(form, 0, (vowel,), CLUSTER, 0)
    for vowel in ("AH", "IH"):
        yield _changed(form, 1, (vowel,), CLUSTER, 0)
