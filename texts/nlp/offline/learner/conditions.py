"""Conditions that a row of a rule table may put on a match.

Written ``name:arguments``, several separated by spaces, ``!`` before a name for its denial.
Arguments: element numbers and words, separated by ``|`` and ``,``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.tokens import Sentence

Spans = Mapping[int, tuple[int, int]]
Condition = Callable[[Sentence, Spans], bool]

_BE = frozenset({"am", "is", "are", "was", "were", "'m", "'re", "'s", "be", "been", "being"})
PEOPLE = frozenset(
    "i you he she we they me him her us them boss manager teacher mother father mum mom dad "
    "brother sister parent friend wife husband son daughter child people person man woman boy "
    "girl student doctor police policeman neighbour neighbor guest visitor customer worker "
    "employee colleague coach team officer guard nurse driver thief burglar baby kid cousin "
    "uncle aunt grandmother grandfather grandparent classmate player soldier someone somebody "
    "everyone everybody anyone anybody nobody audience actor singer pupil passenger tourist "
    "family boyfriend girlfriend landlord waiter trainer director professor lawyer lady guy "
    "grandma grandpa nephew niece chef captain owner cat dog client patient leader president "
    "member speaker secretary actress artist aunt stranger tenant twin class crowd".split()
)


def words_of(argument: str) -> frozenset[str]:
    """The words of ``a|b|$set``."""
    words: set[str] = set()
    for part in argument.split("|"):
        words |= SETS[part[1:]] if part.startswith("$") else {part}
    return frozenset(words)


def _edges(spans: Spans) -> tuple[int, int]:
    return min(s for s, _ in spans.values()), max(e for _, e in spans.values())


def _span(spans: Spans, number: str) -> tuple[int, int]:
    """The span of an element, ``-1`` for the last. Raises KeyError if it matched nothing."""
    return spans[max(spans)] if number == "-1" else spans[int(number)]


def _pure(argument: str) -> Condition:
    """The word is a verb here: tagged so, or nothing else in the dictionary."""

    def test(sentence: Sentence, spans: Spans) -> bool:
        token = sentence.tokens[_span(spans, argument)[0]]
        if token.is_proper:
            return False
        return token.tag.startswith("VB") or not forms.readings(token.lower) - {"VERB", "AUX"}

    return test


def _verblike(argument: str) -> Condition:
    """The word is tagged as a verb or is followed by what follows verbs, not nouns."""

    def test(sentence: Sentence, spans: Spans) -> bool:
        index = _span(spans, argument)[0]
        token = sentence.tokens[index]
        if not forms.readings(token.lower) & {"NOUN", "ADJ", "ADV"}:
            return True
        follower = sentence.tag(index + 1)
        if follower in ("DT", "PRP", "PRP$", "WRB", "WP", "TO"):
            return True
        return token.tag in ("VB", "VBP") and follower not in ("NN", "NNS", "VBZ", "VBP", "VBD")

    return test


def _person(argument: str) -> Condition:
    def test(sentence: Sentence, spans: Spans) -> bool:
        head = sentence.tokens[_span(spans, argument)[1] - 1]
        return head.noun in PEOPLE or head.lower in PEOPLE or head.is_proper

    return test


def _thing(argument: str) -> Condition:
    person = _person(argument)

    def test(sentence: Sentence, spans: Spans) -> bool:
        head = sentence.tokens[_span(spans, argument)[1] - 1]
        return not person(sentence, spans) and bool(head.noun) and head.tag.startswith("NN")

    return test


def _prev(argument: str) -> Condition:
    words = words_of(argument)
    return lambda sentence, spans: sentence.low(_edges(spans)[0] - 1) in words


def _next(argument: str) -> Condition:
    words = words_of(argument)
    return lambda sentence, spans: sentence.low(_edges(spans)[1]) in words


def _prev_tag(argument: str) -> Condition:
    tags = tuple(argument.split("|"))
    return lambda sentence, spans: sentence.tag(_edges(spans)[0] - 1) in tags


def _next_tag(argument: str) -> Condition:
    tags = tuple(argument.split("|"))
    return lambda sentence, spans: sentence.tag(_edges(spans)[1]) in tags


def _has(argument: str) -> Condition:
    words = words_of(argument)
    return lambda sentence, spans: not words.isdisjoint(sentence.lowers)


def _before(argument: str) -> Condition:
    """One of the words stands somewhere before the match."""
    words = words_of(argument)
    return lambda sentence, spans: any(
        token.lower in words for token in sentence.tokens[: _edges(spans)[0]]
    )


def _after(argument: str) -> Condition:
    """One of the words stands somewhere after the match."""
    words = words_of(argument)
    return lambda sentence, spans: any(
        token.lower in words for token in sentence.tokens[_edges(spans)[1] :]
    )


def _question(_: str) -> Condition:
    return lambda sentence, spans: sentence.is_question


def _first(_: str) -> Condition:
    return lambda sentence, spans: all(
        not token.is_word for token in sentence.tokens[: _edges(spans)[0]]
    )


def _passive(_: str) -> Condition:
    """A form of "be" or "get" stands before the match, adverbs between left out."""

    def test(sentence: Sentence, spans: Spans) -> bool:
        index = _edges(spans)[0] - 1
        while index >= 0 and sentence.tag(index) == "RB":
            index -= 1
        return sentence.low(index) in _BE or sentence.low(index) in ("get", "got", "gets")

    return test


def _plural(argument: str) -> Condition:
    def test(sentence: Sentence, spans: Spans) -> bool:
        token = sentence.tokens[_span(spans, argument)[1] - 1]
        return forms.is_plural(token.lower) or token.lower in SETS["group_plural"]

    return test


def _singular(argument: str) -> Condition:
    """A noun in its singular form that has another plural."""

    def test(sentence: Sentence, spans: Spans) -> bool:
        token = sentence.tokens[_span(spans, argument)[1] - 1]
        if token.tag not in ("NN", "VB", "VBP") or token.noun != token.lower:
            return False
        return token.lower not in SETS["uncountable"] and forms.plural(token.lower) != token.lower

    return test


def _reads(argument: str) -> Condition:
    """``n,POS``: the dictionary knows the word of element n as POS."""
    number, part = argument.split(",")

    def test(sentence: Sentence, spans: Spans) -> bool:
        return part in forms.readings(sentence.tokens[_span(spans, number)[0]].lower)

    return test


def _length(argument: str) -> Condition:
    """``n,k``: element n has at most k tokens."""
    number, limit = argument.split(",")

    def test(sentence: Sentence, spans: Spans) -> bool:
        start, end = _span(spans, number)
        return end - start <= int(limit)

    return test


def _glued(argument: str) -> Condition:
    """``n``: the element n has no space before it."""

    def test(sentence: Sentence, spans: Spans) -> bool:
        index = _span(spans, argument)[0]
        return index > 0 and sentence.tokens[index].start == sentence.tokens[index - 1].end

    return test


def _tag(argument: str) -> Condition:
    """``n,TAG|TAG``: the last word of element n has one of the tags."""
    number, tags = argument.split(",")
    allowed = tags.split("|")
    return lambda sentence, spans: sentence.tag(_span(spans, number)[1] - 1) in allowed


def _starts(argument: str) -> Condition:
    """``n,TAG|TAG``: the first word of element n has one of the tags."""
    number, tags = argument.split(",")
    allowed = tags.split("|")
    return lambda sentence, spans: sentence.tag(_span(spans, number)[0]) in allowed


def _known(argument: str) -> Condition:
    """``n,word|$set``: the last word of element n, or its singular, is one of the words."""
    number, source = argument.split(",")
    words = words_of(source)

    def test(sentence: Sentence, spans: Spans) -> bool:
        token = sentence.tokens[_span(spans, number)[1] - 1]
        return token.lower in words or token.noun in words

    return test


def _year(argument: str) -> Condition:
    """The element is a year of the last or this century."""

    def test(sentence: Sentence, spans: Spans) -> bool:
        return is_year(sentence.low(_span(spans, argument)[0]))

    return test


def is_year(word: str) -> bool:
    """True for 1900 to 2099."""
    return word.isdigit() and len(word) == 4 and word[:2] in ("19", "20")


_CONDITIONS: dict[str, Callable[[str], Condition]] = {
    "pure": _pure,
    "verblike": _verblike,
    "person": _person,
    "thing": _thing,
    "prev": _prev,
    "next": _next,
    "prevtag": _prev_tag,
    "nexttag": _next_tag,
    "has": _has,
    "before": _before,
    "after": _after,
    "question": _question,
    "first": _first,
    "passive": _passive,
    "plural": _plural,
    "singular": _singular,
    "reads": _reads,
    "length": _length,
    "glued": _glued,
    "tag": _tag,
    "starts": _starts,
    "known": _known,
    "year": _year,
}


def _stated(condition: Condition, denied: bool) -> Condition:
    """``condition`` or its denial; about an element that matched nothing it does not hold."""

    def test(sentence: Sentence, spans: Spans) -> bool:
        try:
            return condition(sentence, spans) is not denied
        except KeyError:
            return denied

    return test


def parse_conditions(source: str) -> tuple[Condition, ...]:
    """The conditions written in ``source``. Raises KeyError for an unknown name."""
    conditions = []
    for part in source.split():
        name, _, argument = part.lstrip("!").partition(":")
        conditions.append(_stated(_CONDITIONS[name](argument), part.startswith("!")))
    return tuple(conditions)
