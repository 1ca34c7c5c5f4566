"""The continuous: "is play", and what happens while somebody says "Look!"."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.conditions import PEOPLE
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.subjects import skip_adverbs, subject_at
from texts.nlp.offline.learner.tokens import Sentence

_VERBS = frozenset(
    "go come eat drink play work live study read write cook watch listen speak talk walk swim run "
    "drive travel sleep sit stand wait learn teach buy sell make do take look help think wear sing "
    "dance smoke cry laugh clean wash try stay visit use plan prepare rain snow build fly "
    "ride have "
    "like want know love need understand".split()
)
_SIMPLE = frozenset(
    "work live like want know love need understand study go teach speak have".split()
)
_FOLLOW = ("DT", "PRP$", "PRP", "IN", "TO", "NN", "NNS", "NNP", "RB", ".", "JJ", "CD")
_NOW = frozenset("now moment today currently right".split())
_CALLS = frozenset(
    ("look", "listen", "be quiet", "quiet", "shh", "sh", "hush", "please be quiet", "don't talk", "hurry up",
     "be careful", "watch out", "look out")
)  # fmt: skip
_STATES = frozenset(
    "be have know want need like love hate understand believe belong own prefer cost seem look "
    "smell taste sound contain mean think feel see hear".split()
)


def be_and_base(sentence: Sentence) -> Iterator[Edit]:
    """ "She is play tennis", "I was watch TV when ..."."""
    if sentence.is_question and sentence.tokens[0].verb.lemma == "be":
        return
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.tag not in ("PRP", "NN", "NNP", "NNS") or not _person(sentence, index):
            continue
        be = sentence.low(index + 1)
        if be not in ("am", "is", "are", "was", "were", "'m", "'re", "'s"):
            continue
        place = skip_adverbs(sentence, index + 2)
        verb = sentence.tokens[place] if place < len(sentence) else None
        if verb is None or verb.lower not in _VERBS or verb.lower != verb.verb.lemma:
            continue
        if be == "'s" and token.lower not in ("he", "she", "it"):
            continue
        if (
            sentence.tag(place + 1) not in _FOLLOW
            or (
                verb.lower in ("like", "drive", "cook")
                and place + 1 < len(sentence)
                and sentence.tag(place + 1) not in ("TO",)
            )
        ) and not (verb.lower == "cook" and sentence.tag(place + 1) in ("NN", "DT", "NNS")):
            continue
        if "VBN" in verb.verb.tags or sentence.low(index - 1) in ("what", "all", "thing"):
            continue
        yield Edit(index + 1, place + 1, _form(sentence, be, index + 2, place))


def _person(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.lower in ("i", "you", "he", "she", "we", "they"):
        return True
    return token.noun in PEOPLE and token.tag != "PRP"


def _form(sentence: Sentence, be: str, start: int, place: int) -> str:
    verb = sentence.tokens[place]
    middle = " ".join(t.text for t in sentence.tokens[start:place])
    past = be in ("was", "were")
    if past and not sentence.lowers & {"when", "while"}:
        return f"{middle} {forms.verb(verb.verb.lemma, 'VBD')}".strip()
    if not past and verb.lower in _SIMPLE and not sentence.lowers & _NOW:
        tag = "VBZ" if be in ("is", "'s") else "VB"
        return f"{middle} {forms.verb(verb.verb.lemma, tag)}".strip()
    full = be
    return " ".join(f"{full} {middle} {forms.verb(verb.verb.lemma, 'VBG')}".split())


def happening_after_call(sentence: Sentence) -> Iterator[Edit]:
    """ "Look! It snows.": the sentence before calls attention to what happens now."""
    if sentence.before not in _CALLS or not sentence.tokens:
        return
    subject = subject_at(sentence, 0)
    if subject is None:
        return
    index = subject.end
    if index >= len(sentence) or sentence.lowers & {"always", "usually", "every", "never", "often"}:
        return
    verb = sentence.tokens[index]
    if verb.tag not in ("VBZ", "VBP") or verb.verb.lemma in _STATES or not verb.verb.lemma:
        return
    if "VBD" in verb.verb.tags:
        return
    be = {"I": "am", "plural": "are"}.get(subject.number, "is")
    yield Edit(index, index + 1, f"{be} {forms.verb(verb.verb.lemma, 'VBG')}")
