"""Questions without "do", or with the wrong auxiliary."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import surface
from texts.nlp.offline.learner.question_order import (
    AUXILIARIES,
    after_question_word,
    first_word,
    question_start,
)
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.subjects import skip_adverbs, subject_at
from texts.nlp.offline.learner.tokens import Sentence

_WANTING = frozenset("mean cost want think like prefer say need".split())
_WITH_DO = frozenset("we they you i".split())
QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})


def subject_question(sentence: Sentence) -> Iterator[Edit]:
    """ "What means this word?", "What time starts the film?", "How much weighs it?"."""
    if not sentence.is_question:
        return
    start = question_start(sentence)
    place = after_question_word(sentence, start)
    word = sentence.low(start)
    if not place or place >= len(sentence) or word in ("who", "whose", "whom"):
        return
    verb = sentence.tokens[place]
    if (
        verb.lower in AUXILIARIES
        or not verb.verb.tags & {"VBZ", "VBD", "VBP"}
        or not verb.verb.lemma
    ):
        return
    if verb.verb.lemma in ("be", "have", "do"):
        return
    if verb.lower == "means" and sentence.tokens[place + 1].text in QUOTES:
        end = place + 2
        while end < len(sentence) and sentence.tokens[end].text not in QUOTES:
            end += 1
        if end < len(sentence):
            raw = sentence.text[sentence.tokens[place + 1].start : sentence.tokens[end].end]
            yield Edit(place, end + 1, f"does {raw} mean")
        return
    chunk = sentence.chunk(place + 1)
    if chunk is None or sentence.tag(chunk.start) not in ("DT", "PRP$", "PRP", "NNP"):
        return
    bare_what = word in ("what", "which") and place == start + 1
    if bare_what and verb.verb.lemma not in _WANTING:
        return
    if word in ("what", "which") and place > start + 1 and sentence.low(start + 1) != "time":
        return
    if word == "how" and sentence.low(start + 1) == "many":
        return
    if bare_what and sentence.low(chunk.start) in ("me", "him", "us", "them", "you", "it"):
        return
    past = "VBD" in verb.verb.tags and "VBZ" not in verb.verb.tags and "VB" not in verb.verb.tags
    if word == "why":
        return
    plural = forms.is_plural(sentence.low(chunk.head)) or sentence.low(chunk.head) in _WITH_DO
    auxiliary = "did" if past else "do" if plural else "does"
    if not at_clause_end(sentence, chunk.end):
        return
    noun = surface(sentence, chunk.start, chunk.end)
    yield Edit(place, chunk.end, f"{auxiliary} {noun} {verb.verb.lemma}")


def at_clause_end(sentence: Sentence, index: int) -> bool:
    """True if nothing but adverbials or punctuation follows."""
    return (
        index >= len(sentence)
        or sentence.tag(index) in (".", ",", "IN", "RB", "NN", "TO")
        or (not sentence.tokens[index].is_word)
    )


def statement_question(sentence: Sentence) -> Iterator[Edit]:
    """ "Do you", "Are you", "Did you" with the wrong auxiliary for the verb that follows."""
    start = first_word(sentence)
    for index in range(start, min(len(sentence) - 2, start + 5)):
        token = sentence.tokens[index]
        if (
            not (index == start or sentence.low(index - 1) in SETS["wh"])
            or not sentence.is_question
        ):
            continue
        subject = subject_at(sentence, index + 1)
        if subject is None or subject.joined or sentence.low(subject.chunk.start) == "there":
            continue
        verb = skip_adverbs(sentence, subject.end)
        if verb >= len(sentence):
            continue
        fixed = _right_auxiliary(sentence, token.lower, verb, subject.number)
        if fixed:
            yield Edit(index, index + 1, fixed)
            return


_ADJECTIVAL = frozenset(
    "open close clean clear free welcome well like mean slow dry empty last set cut put read "
    "hurt back".split()
)


def _right_auxiliary(sentence: Sentence, auxiliary: str, verb: int, number: str) -> str:
    token = sentence.tokens[verb]
    tags = token.verb.tags
    if auxiliary in ("are", "is", "am") and "VB" in tags and "VBN" not in tags:
        if token.lower in _ADJECTIVAL or not tags:
            return ""
        plain = token.tag in ("VB", "VBP") or (
            sentence.tag(verb - 1) == "PRP" and not (forms.readings(token.lower) & {"ADJ", "NOUN"})
        )
        if not plain or sentence.tag(verb - 1) not in ("PRP", "NN", "NNS", "NNP", "RB"):
            return ""
        return "do" if auxiliary in ("are", "am") else "does"
    if auxiliary in ("do", "does") and token.lower in ("been", "gone", "seen", "done"):
        return "have" if auxiliary == "do" else "has"
    if auxiliary in ("do", "does") and token.tag == "VBG" and "VB" not in tags:
        return {"do": "am" if number == "I" else "are", "does": "is"}[auxiliary]
    if auxiliary == "did" and token.lower in (
        "been",
        "gone",
        "seen",
        "done",
        "eaten",
        "written",
        "taken",
        "spoken",
    ):
        return "has" if number == "singular" else "have"
    if (
        auxiliary in ("was", "were")
        and "VB" in tags
        and token.tag in ("VB", "VBP")
        and sentence.tag(verb - 1) == "PRP"
    ):
        return "" if forms.readings(token.lower) & {"ADJ", "NOUN"} else "did"
    return ""
