"""Negatives without "do": "she not works", "I no have", "he speaks not"."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.subjects import subject_at
from texts.nlp.offline.learner.tokens import Sentence

_CLAUSE = frozenset({",", "and", "but", "because", "that", "if", "when", "so", "think", "who"})
_AFTER = frozenset("hope believe think afraid say said guess suppose why if or".split())


def negative_form(sentence: Sentence) -> Iterator[Edit]:
    """Edits that put "do not", "does not" or "did not" before the verb."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if not (token.first or sentence.low(index - 1) in _CLAUSE):
            continue
        subject = subject_at(sentence, index)
        if subject is None or subject.end + 1 >= len(sentence):
            continue
        third = subject.number == "singular"
        word = sentence.low(subject.end)
        if word in ("not", "no") and not _fixed_no(sentence, subject.end):
            yield from _before_verb(sentence, subject.end, third)
        elif sentence.low(subject.end + 1) == "not":
            yield from _after_verb(sentence, subject.end, third)


def _fixed_no(sentence: Sentence, index: int) -> bool:
    return sentence.low(index + 1) in ("longer", "more", "only", "one", "even") or (
        sentence.low(index) == "no" and sentence.tag(index - 1) not in ("PRP", "NN", "NNS", "NNP")
    )


def _before_verb(sentence: Sentence, index: int, third: bool) -> Iterator[Edit]:
    verb = sentence.tokens[index + 1]
    if not _pronoun_or_name(sentence, index) or _subjunctive(sentence, index):
        return
    tags = verb.verb.tags
    if verb.tag == "MD" or not tags & {"VB", "VBZ", "VBD"}:
        return
    if verb.verb.lemma == "be":
        if verb.lower in ("am", "is", "are", "was", "were"):
            yield Edit(index, index + 2, f"{verb.text} not")
        return
    if (
        sentence.low(index) == "no"
        and "NOUN" in forms.readings(verb.lower)
        and not verb.tag.startswith("VB")
    ):
        return
    past = "VBD" in tags and "VB" not in tags
    auxiliary = "did" if past else "does" if third else "do"
    yield Edit(index, index + 2, f"{auxiliary} not {verb.verb.lemma}")


def _pronoun_or_name(sentence: Sentence, index: int) -> bool:
    """ "No" after a noun is rarely a wrong negative ("long time no see")."""
    return sentence.low(index) == "not" or sentence.tag(index - 1) in ("PRP", "NNP")


def _subjunctive(sentence: Sentence, index: int) -> bool:
    """ "They requested that we not take photographs"."""
    return any(t.lower in _DEMANDS for t in sentence.tokens[:index])


_DEMANDS = frozenset(
    "suggest suggests suggested recommend recommended insist insists insisted demand demands "
    "demanded prefer ask asked request requested require requires propose proposed important "
    "essential "
    "vital crucial advised imperative better".split()
)


def _after_verb(sentence: Sentence, index: int, third: bool) -> Iterator[Edit]:
    verb = sentence.tokens[index]
    if verb.tag not in ("VBP", "VBZ", "VBD") or verb.verb.lemma in (
        "be",
        "have",
        "do",
        "",
        "need",
        "dare",
        "ought",
    ):
        return
    if sentence.tag(index + 2) in ("VBG", "JJ", "VBN", "TO") or sentence.low(index - 1) == "that":
        return
    if verb.verb.lemma in _AFTER or sentence.low(index + 2) in (
        "only",
        "to",
        "just",
        "because",
        "so",
        "a",
        "one",
    ):
        return
    past = "VBD" in verb.verb.tags and "VB" not in verb.verb.tags
    auxiliary = "did" if past else "does" if third else "do"
    yield Edit(index, index + 2, f"{auxiliary} not {verb.verb.lemma}")
