"""Question tags that do not repeat the auxiliary of the statement."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.subjects import skip_adverbs, subject_at
from texts.nlp.offline.learner.tokens import Sentence

_AUXILIARIES = frozenset(
    "am is are was were have has had do does did can could will would should must ca wo shall "
    "might".split()
)
_PRONOUNS = frozenset("i you he she it we they there".split())
_NEGATIVE = frozenset("n't not never nobody nothing hardly no rarely seldom".split())
_MODAL_NEGATIVE = {"can": "ca", "will": "wo", "ca": "ca", "wo": "wo"}
_POSITIVE = {"ca": "can", "wo": "will"}


def wrong_tag(sentence: Sentence) -> Iterator[Edit]:
    """The tag rewritten after the statement's own auxiliary and subject."""
    tag = _tag(sentence)
    if tag is None:
        return
    comma, auxiliary, negative, pronoun = tag
    start = next((i for i, t in enumerate(sentence.tokens) if t.is_word), 0)
    subject = subject_at(sentence, start)
    if sentence.low(start) == "there":
        end, name = start + 1, "there"
    elif subject is None or subject.end >= comma or sentence.tag(start).startswith("VB"):
        return
    else:
        end, name = subject.end, sentence.low(start) if sentence.low(start) in _PRONOUNS else ""
    if sentence.low(start) in ("this", "that") and end == start + 1:
        name = "it"
    main = _auxiliary_of(
        sentence, skip_adverbs(sentence, end), name, subject.number if subject else ""
    )
    if not main or (name == "i" and main == "am"):
        return
    denied = any(t.lower in _NEGATIVE for t in sentence.tokens[start:comma])
    right_pronoun = name or pronoun
    if sentence.low(start) in SETS["indefinite"]:
        return
    if not name and subject is not None and subject.number == "plural":
        right_pronoun = "they"
    same = _POSITIVE.get(auxiliary, auxiliary) == main and right_pronoun == pronoun
    if same and not (denied and negative):
        return
    if denied:
        new = f"{main} {right_pronoun}"
    else:
        new = f"{_MODAL_NEGATIVE.get(main, main)}n't {right_pronoun}"
    yield Edit(
        comma + 1, len(sentence) - _closing(sentence), f"{new[:-1]}I" if new.endswith(" i") else new
    )


def _closing(sentence: Sentence) -> int:
    count = 0
    while not sentence.tokens[-1 - count].is_word:
        count += 1
    return count


def _tag(sentence: Sentence) -> tuple[int, str, bool, str] | None:
    """Comma index, auxiliary, negated or not, pronoun of the tag at the end."""
    if not sentence.is_question or not any(token.is_word for token in sentence.tokens):
        return None
    last = len(sentence) - 1 - _closing(sentence)
    pronoun = sentence.low(last)
    negative = sentence.low(last - 1) == "n't"
    place = last - 2 if negative else last - 1
    if pronoun not in _PRONOUNS or sentence.low(place) not in _AUXILIARIES or place < 3:
        return None
    if sentence.low(place - 1) != ",":
        return None
    return place - 1, sentence.low(place), negative, pronoun


def _auxiliary_of(sentence: Sentence, index: int, name: str, number: str) -> str:
    token = sentence.tokens[index]
    if token.lower == "'ve":
        return "have"
    full = {"'m": "am", "'re": "are", "'ll": "will", "ca": "can", "wo": "will"}
    word = full.get(token.lower, token.lower)
    if word in (
        "am",
        "is",
        "are",
        "was",
        "were",
        "can",
        "could",
        "will",
        "would",
        "should",
        "must",
    ):
        return word
    after = skip_adverbs(sentence, index + 1)
    if sentence.low(after) in ("n't", "not", "never"):
        after = skip_adverbs(sentence, after + 1)
    follower = sentence.tokens[after] if after < len(sentence) else None
    participle = follower is not None and "VBN" in follower.verb.tags
    if word == "'s":
        return (
            "has"
            if participle and follower is not None and follower.lower in ("been", "got", "gone")
            else "is"
        )
    if word == "'d":
        return ""
    perfect = (
        participle
        and follower is not None
        and (follower.tag in ("VBN", "VBD", "RB") or follower.lower == "got")
    )
    if word in ("have", "has", "had") and (perfect or sentence.low(index + 1) == "n't"):
        return str(word)
    if word in ("do", "does", "did") and sentence.low(index + 1) in ("n't", "not"):
        return word
    if "VBD" in token.verb.tags and "VB" not in token.verb.tags:
        return "did"
    if token.tag not in ("VBZ", "VBP", "VBD", "VB") and not name:
        return ""
    if not token.verb.tags:
        return ""
    third = name in ("he", "she", "it") or (not name and number == "singular")
    return "does" if third else "do"
