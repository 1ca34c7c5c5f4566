"""Wrong, needless and missing prepositions after words that govern one."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner.governed_prepositions import (
    ADJECTIVES,
    DIRECT_VERBS,
    NEEDING,
    NOUNS,
    VERBS,
)
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import at_end
from texts.nlp.offline.learner.rules import Edit, Rule
from texts.nlp.offline.learner.tokens import Sentence

_OPENS_OBJECT = frozenset(
    {"DT", "PRP$", "PRP", "NN", "NNS", "NNP", "NNPS", "VBG", "JJ", "WP", "CD"}
)
_SUBJECT_ONLY = frozenset({"i", "he", "she", "we", "they"})
_BE = SETS["be"] | {"get", "gets", "got", "getting"}
_TIMES = (
    SETS["units"]
    | SETS["unit"]
    | SETS["day"]
    | SETS["month"]
    | frozenset(
        "moment time morning evening afternoon weekend once first last least yesterday tomorrow today "
        "tonight while beginning end start summer winter spring autumn christmas easter noon midnight "
        "home school work university college lunch dinner breakfast".split()
    )
)
_AMOUNT_TAGS = frozenset({"CD", "$"})


def _object_follows(sentence: Sentence, index: int) -> bool:
    """Something that a preposition can govern begins at ``index``."""
    word = sentence.low(index)
    return sentence.tag(index) in _OPENS_OBJECT and word not in _SUBJECT_ONLY


def _names_time(sentence: Sentence, index: int) -> bool:
    """The phrase at ``index`` is a time, so its preposition is its own."""
    chunk = sentence.chunk(index)
    if sentence.low(index) in _TIMES or sentence.tag(index) == "CD":
        return True
    return chunk is not None and any(sentence.low(i) in _TIMES for i in range(index, chunk.end))


def wrong_preposition(sentence: Sentence) -> Iterator[Edit]:
    """ "Afraid from dogs", "the reason of my visit", "it consists in three parts"."""
    for index, token in enumerate(sentence.tokens[:-2]):
        following = sentence.low(index + 1)
        if token.tag in ("JJ", "VBN", "VBD", "RB", "VB", "NN") and token.lower in ADJECTIVES:
            right, wrong = ADJECTIVES[token.lower]
            if token.tag == "NN" and sentence.tag(index - 1) in ("DT", "JJ", "PRP$"):
                continue
            fits = following in wrong and _adjective_governs(sentence, index)
        elif token.tag in ("NN", "NNS") and token.noun in NOUNS:
            right, wrong = NOUNS[token.noun]
            fits = following in wrong and _noun_governs(sentence, index, following)
        elif token.tag.startswith("VB") and token.verb.lemma in VERBS:
            right, wrong = VERBS[token.verb.lemma]
            fits = following in wrong and _verb_governs(sentence, index)
        else:
            continue
        if fits and _object_follows(sentence, index + 2):
            yield Edit(index + 1, index + 2, right, f"We say “{token.lower} {right}”.")


def _adjective_governs(sentence: Sentence, index: int) -> bool:
    if sentence.low(index + 1) == "to" and sentence.tag(index + 2) in ("VB", "VBP"):
        return False
    if sentence.low(index + 1) in ("by", "at", "in", "on", "from") and _names_time(
        sentence, index + 2
    ):
        return False
    # "I was interested as a child", "different as they are".
    return not (sentence.low(index + 1) == "as" and sentence.tag(index + 2) == "PRP")


def _noun_governs(sentence: Sentence, index: int, following: str) -> bool:
    if following == "of" and (
        sentence.tag(index + 2) in _AMOUNT_TAGS
        or sentence.low(index - 1) in ("by", "for", "from")
        or sentence.low(index + 2)
        in ("a", "an", "about", "over", "almost", "nearly", "this", "that")
    ):
        return False
    if following == "to" and sentence.tag(index + 2) in ("VB", "VBP"):
        return False
    return not _names_time(sentence, index + 2) and sentence.tag(index + 2) != "WP"


def _verb_governs(sentence: Sentence, index: int) -> bool:
    if sentence.low(index + 1) == "to" and sentence.tokens[index + 2].verb.tags & {"VB"}:
        return False
    if sentence.low(index + 1) in ("at", "in") and sentence.tag(index + 2) == "DT":
        # Concentrated in a place, met at a place: only what is one's own is surely governed.
        return sentence.tokens[index].verb.lemma in ("depend", "rely", "participate", "insist")
    if sentence.low(index + 1) in ("at", "in", "on", "for", "by", "from", "of"):
        return not _names_time(sentence, index + 2) and sentence.tag(index + 2) != "NNP"
    return True


def needless_preposition(sentence: Sentence) -> Iterator[Edit]:
    """ "Discuss about the plan", "he married with a nurse"."""
    for index, token in enumerate(sentence.tokens[:-2]):
        wrong = DIRECT_VERBS.get(token.verb.lemma)
        if wrong is None or not token.tag.startswith("VB"):
            continue
        following = sentence.low(index + 1)
        if following not in wrong or token.tag == "VBN" or _is_passive(sentence, index):
            continue
        if sentence.tag(index + 2) not in ("DT", "PRP$", "PRP", "NNP"):
            continue
        if token.verb.lemma == "invite" and sentence.tag(index + 2) != "PRP":
            continue
        if sentence.low(index + 2) in _SUBJECT_ONLY or _names_time(sentence, index + 2):
            continue
        if following in ("at", "in", "on", "for") and sentence.tag(index + 2) == "NNP":
            continue
        yield Edit(
            index,
            index + 2,
            token.text,
            f"“{token.verb.lemma.capitalize()}” takes its object without a preposition.",
        )


def _is_passive(sentence: Sentence, index: int) -> bool:
    place = index - 1
    while sentence.tag(place) == "RB":
        place -= 1
    return sentence.low(place) in _BE


_WAITED = SETS["units"] | frozenset(
    "while day night morning week hour minute turn lifetime moment".split()
)


def missing_preposition(sentence: Sentence) -> Iterator[Edit]:
    """ "Listen me", "it depends the weather", "she belongs this club"."""
    for index, token in enumerate(sentence.tokens[:-1]):
        right = NEEDING.get(token.verb.lemma)
        verbal = token.tag.startswith("VB") or (token.tag == "NNS" and "VBZ" in token.verb.tags)
        if not right or not verbal or token.tag == "VBN":
            continue
        pronoun = sentence.low(index - 1) in ("this", "that")
        if (sentence.tag(index - 1) in ("DT", "PRP$", "JJ") and not pronoun) or not _takes(
            sentence, index
        ):
            continue
        preposition = right
        if (
            token.verb.lemma in ("apologise", "apologize", "talk")
            and sentence.tag(index + 1) == "PRP"
        ):
            preposition = "to"
        yield Edit(
            index,
            index + 1,
            f"{token.text} {preposition}",
            f"We {token.verb.lemma} {preposition} somebody or something.",
        )


def _takes(sentence: Sentence, index: int) -> bool:
    """The verb's object follows it at once and is no time ("wait the whole day")."""
    tag, word = sentence.tag(index + 1), sentence.low(index + 1)
    lemma = sentence.tokens[index].verb.lemma
    if lemma == "knock":
        return word == "the" and sentence.low(index + 2) == "door"
    if tag == "PRP" and word in ("me", "him", "them", "us"):
        return True
    if lemma == "agree" and word == "you":
        return at_end(sentence, index + 2)
    if tag not in ("DT", "PRP$") or word in ("that", "all", "every", "each", "a", "an", "no"):
        return False
    chunk = sentence.chunk(index + 1)
    if chunk is None or lemma in ("agree", "hope", "dream", "apply", "vote"):
        return False
    if sentence.tag(chunk.end).startswith(("VB", "MD")) or sentence.tag(chunk.end) == "POS":
        return False
    return not any(
        sentence.low(i) in _WAITED | _TIMES | {"way", "lot", "same", "more", "little"}
        for i in range(index + 1, chunk.end)
    )


GOVERNED: tuple[Rule, ...] = (
    Rule(
        id="governed-preposition",
        explanation="This word goes with another preposition.",
        example="My sister is afraid of dogs.",
        topic="adjective-preposition-combinations",
        find=wrong_preposition,
        priority=-1,
    ),
    Rule(
        id="needless-preposition",
        explanation="This verb takes its object without a preposition.",
        example="We discussed the plan.",
        topic="verb-preposition-combinations",
        find=needless_preposition,
        priority=-1,
    ),
    Rule(
        id="missing-preposition",
        explanation="This verb needs a preposition before its object.",
        example="Listen to me.",
        topic="verb-preposition-combinations",
        find=missing_preposition,
        priority=-1,
    ),
)
