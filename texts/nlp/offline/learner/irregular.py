"""Over-regular past forms ("buyed") and the verbs they belong to."""

from __future__ import annotations

from texts.nlp.offline.learner import forms

_LEMMAS = (
    "buy catch teach think bring go run write drive speak take make come eat drink swim sleep "
    "feel leave keep meet sell tell send spend lose win find get give grow know throw fly draw "
    "break choose fall forget hide shake sing sink sit stand steal sweep understand wear "
    "become begin bite build cut put hit hurt cost fight hear hold pay ride rise say shut bend "
    "bleed blow dig feed freeze lend mean read ring shoot speak spread stick swear "
    "tear wake"
).split()
_DOUBLING = frozenset("run swim get sit forget cut put hit shut win begin dig".split())
_REAL = frozenset("putted seed singed ringed hided waked shined digged".split())


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ed"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


OVER_REGULAR: dict[str, str] = {
    _regular(lemma): lemma for lemma in _LEMMAS if _regular(lemma) not in _REAL
} | {"sayed": "say", "payed": "pay", "goed": "go", "flyed": "fly", "runed": "run", "sitted": "sit"}


def past_of(wrong: str, tag: str) -> str:
    """The real past (VBD) or participle (VBN) for an over-regular form. Raises KeyError."""
    return forms.verb(OVER_REGULAR[wrong], tag)
