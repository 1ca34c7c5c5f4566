"""The tense of a clause against its time expressions; verbs of state; irregular forms."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.conditions import is_year
from texts.nlp.offline.learner.irregular import OVER_REGULAR, past_of
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import surface
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.subjects import skip_adverbs, subject_at
from texts.nlp.offline.learner.tokens import Sentence

_NOW = frozenset({"since"})
_CLAUSE_MARKS = frozenset(
    {
        ",",
        ";",
        "and",
        "but",
        "because",
        "that",
        "when",
        "if",
        "while",
        "who",
        "before",
        "after",
        "so",
    }
)


def _present_finite(sentence: Sentence, index: int) -> bool:
    """A present-tense form at ``index`` that cannot be past."""
    token = sentence.tokens[index]
    return (
        bool(token.verb.tags & {"VBP", "VBZ"})
        and "VBD" not in token.verb.tags
        and (token.tag in ("VBP", "VBZ", "VB"))
    )


def _main(sentence: Sentence, start: int) -> tuple[int, str] | None:
    """Index of the finite verb of the clause at ``start`` and its subject's number."""
    subject = subject_at(sentence, start)
    if subject is None:
        return None
    index = skip_adverbs(sentence, subject.end)
    return (index, subject.number) if index < len(sentence) else None


# A year before this one lies in the past whenever the text is read.
_THIS_YEAR = 2024
_BEFORE_CLAUSE = frozenset({",", "and", "but", "so", "because", "yesterday", "ago", "that"})


def _starts(sentence: Sentence) -> Iterator[int]:
    """Where a clause may begin: at the start, after a conjunction or an opening time."""
    first = True
    for index, token in enumerate(sentence.tokens):
        if token.is_word and first:
            first = False
            yield index
        elif sentence.low(index - 1) in _BEFORE_CLAUSE or (
            index == 2 and sentence.low(0) in ("last", "in") and token.tag in ("PRP", "PRP$", "DT")
        ):
            yield index


def _clause(sentence: Sentence, index: int) -> range:
    """Token range of the clause around ``index``, cut at commas and conjunctions."""
    end = index + 1
    while end < len(sentence) and (
        sentence.low(end) not in _CLAUSE_MARKS or _determiner(sentence, end)
    ):
        end += 1
    return range(index, end)


def _determiner(sentence: Sentence, index: int) -> bool:
    """ "That" before a noun, not before a clause."""
    return sentence.low(index) == "that" and sentence.tag(index + 1) in ("NN", "JJ", "CD")


def yesterday(sentence: Sentence) -> Iterator[Edit]:
    """A present form in a clause with a finished past time."""
    for start in _starts(sentence):
        found = _main(sentence, start)
        if found is None or not _present_finite(sentence, found[0]):
            continue
        index, number = found
        token = sentence.tokens[index]
        if not _past_time(sentence, start, index) or token.verb.lemma in ("be", "have", "do"):
            if not (_past_time(sentence, start, index) and _whole_verb(sentence, index)):
                continue
        past = forms.verb(token.verb.lemma, "VBD")
        if token.verb.lemma == "be":
            past = "were" if number == "plural" else "was"
        if sentence.low(index + 1) in ("n't", "not") and token.verb.lemma == "do":
            past = "did"
        yield Edit(index, index + 1, past)


def _whole_verb(sentence: Sentence, index: int) -> bool:
    """ "be", "have", "do" used as main verbs, or "do" as the auxiliary of a negative."""
    token = sentence.tokens[index]
    if token.lower in ("'s", "'ve", "'m", "'re"):
        return False
    after = skip_adverbs(sentence, index + 1)
    following = sentence.tag(after)
    if sentence.low(index + 1) in ("n't", "not"):
        return token.verb.lemma == "do" or (token.verb.lemma == "be" and following != "VBG")
    return following not in ("VBN", "VBG", "VBD", "TO") and "VBN" not in (
        sentence.tokens[after].verb.tags if after < len(sentence) else ()
    )


_LAST = (
    SETS["unit"]
    | SETS["day"]
    | frozenset({"weekend", "summer", "winter", "spring", "autumn", "night"})
)


_ABOUT_PAST = frozenset("remember think know hear believe hope see say regret guess count".split())


def _opening(sentence: Sentence, start: int) -> range:
    """The time expression with which the sentence opens, if the clause at ``start`` follows it."""
    end = start - 1 if sentence.low(start - 1) == "," else start
    first = end - 1
    if sentence.low(first) != "yesterday":
        first = end - 3 if sentence.low(end - 1) == "ago" else end - 2
    opens = all(not token.is_word for token in sentence.tokens[: max(first, 0)])
    return range(first, end) if first >= 0 and opens else range(0)


def _past_year(word: str) -> bool:
    return is_year(word) and int(word) < _THIS_YEAR


def _past_time(sentence: Sentence, start: int, verb: int) -> bool:
    """ "yesterday", "last week" or "two days ago" in the clause or just before it."""
    clause = _clause(sentence, verb)
    if any(
        sentence.low(index) in ("now", "today", "still", "every", "remember") for index in clause
    ):
        return False
    if sentence.tag(verb + 1) == "VBG" or sentence.tokens[verb].verb.lemma in _ABOUT_PAST:
        return False
    for index in [*_opening(sentence, start), *clause]:
        word = sentence.low(index)
        if sentence.low(index - 1) in ("than", "as", "of", "since", "until"):
            continue
        if word == "in" and index < start and _past_year(sentence.low(index + 1)):
            return True
        if word == "yesterday" and sentence.low(index + 1) != "'s":
            if sentence.low(index - 1) not in ("since", "from", "of", "until", "than", "for"):
                return True
        if word == "ago" and not sentence.low(index - 1).startswith("long"):
            return True
        if word == "last" and sentence.low(index + 1) in _LAST and sentence.low(index + 2) != "'s":
            if sentence.low(index - 1) not in (
                "the",
                "since",
                "from",
                "of",
                "until",
                "for",
                "their",
                "his",
                "than",
                "my",
            ):
                return True
    return False


_SINCE_VERBS = frozenset(
    "live work study know learn teach play have be own want need wait drive love belong like "
    "run stay speak collect suffer use help travel date".split()
)


def since(sentence: Sentence) -> Iterator[Edit]:
    """ "I live here since 2019": the present for something that began in the past."""
    if sentence.lowers.isdisjoint({"since", "for"}):
        return
    for start in _starts(sentence):
        found = _main(sentence, start)
        if found is None or not _present_finite(sentence, found[0]):
            continue
        index, number = found
        token = sentence.tokens[index]
        clause = _clause(sentence, index)
        if sentence.tag(skip_adverbs(sentence, index + 1)) in ("VBN", "VBD"):
            continue
        if token.verb.lemma not in _SINCE_VERBS or not _long_time(sentence, clause):
            continue
        auxiliary = "has" if number == "singular" else "have"
        after = sentence.low(index + 1)
        if token.verb.lemma == "be":
            if sentence.tag(index + 1) == "VBG" or after not in ("not", "n't"):
                yield Edit(index, index + 1, f"{auxiliary} been")
        elif after not in ("n't", "not"):
            yield Edit(index, index + 1, f"{auxiliary} {forms.verb(token.verb.lemma, 'VBN')}")


_BEGINNINGS = frozenset(
    "i he she we they my his her our their last yesterday a many childhood morning breakfast lunch "
    "noon midnight christmas easter then this".split()
)


def _long_time(sentence: Sentence, clause: range) -> bool:
    """A "since" and what can begin a stretch of time stand in the clause."""
    points = SETS["number"] | SETS["month"] | SETS["day"] | _BEGINNINGS
    for index in clause:
        following = sentence.low(index + 1)
        if sentence.low(index) == "since" and (following.isdigit() or following in points):
            return not _long_ago(sentence, clause.start)
    return False


def _long_ago(sentence: Sentence, verb: int) -> bool:
    """ "It is a long time since ...", "it is ten years since ..."."""
    return sentence.low(verb - 1) == "it" and sentence.tokens[verb].verb.lemma == "be"


def stative_progressive(sentence: Sentence) -> Iterator[Edit]:
    """ "I am knowing", "she is wanting": verbs of state in the continuous."""
    for index, token in enumerate(sentence.tokens):
        if token.tag != "VBG" and "VBG" not in token.verb.tags:
            continue
        if token.verb.lemma not in _STATES or index == 0 or sentence.tag(index - 2) == "VBG":
            continue
        place = index - 1
        while place > 0 and sentence.tag(place) == "RB":
            place -= 1
        be = sentence.tokens[place]
        if be.lower not in ("am", "is", "are", "'m", "'re", "'s", "was", "were"):
            continue
        if sentence.is_question and be.first:
            continue
        if sentence.low(index - 1) == "always" or (
            be.lower == "'s"
            and sentence.low(place - 1)
            not in (
                "he",
                "she",
                "it",
            )
        ):
            continue
        middle = [t.lower for t in sentence.tokens[place + 1 : index]]
        fixed = _simple(be.lower, token.verb.lemma, middle)
        if fixed:
            yield Edit(place, index + 1, fixed)


_STATES = frozenset(
    "know want need understand believe belong own prefer hate contain deserve "
    "possess cost recognise recognize suppose owe doubt seem resemble agree disagree".split()
)


def _simple(be: str, lemma: str, middle: list[str]) -> str:
    third, past = be in ("is", "'s"), be in ("was", "were")
    if "not" in middle or "n't" in middle:
        auxiliary = "did" if past else "does" if third else "do"
        return f"{auxiliary} not {lemma}"
    form = forms.verb(lemma, "VBD" if past else "VBZ" if third else "VB")
    return " ".join([*middle, form])


def over_regular(sentence: Sentence) -> Iterator[Edit]:
    for index, token in enumerate(sentence.tokens):
        if token.lower not in OVER_REGULAR:
            continue
        place = index - 1
        while place >= 0 and sentence.tag(place) in ("RB", "PRP"):
            place -= 1
        perfect = sentence.low(place) in ("have", "has", "'ve", "had", "was", "were", "been")
        yield Edit(index, index + 1, past_of(token.lower, "VBN" if perfect else "VBD"))


def _perfect_question(sentence: Sentence) -> Iterator[Edit]:
    """ "Have you seen him yesterday?"."""
    if not sentence.is_question or sentence.low(0) not in ("have", "has"):
        return
    subject = subject_at(sentence, 1)
    if subject is None or subject.end >= len(sentence):
        return
    verb = sentence.tokens[subject.end]
    if "VBN" not in verb.verb.tags or verb.verb.lemma == "be":
        return
    if _past_time(sentence, 0, subject.end):
        noun = surface(sentence, 1, subject.end)
        yield Edit(0, subject.end + 1, f"did {noun} {verb.verb.lemma}")


def perfect_ago(sentence: Sentence) -> Iterator[Edit]:
    """ "He has died ten years ago"."""
    yield from _perfect_question(sentence)
    for start in _starts(sentence):
        found = _main(sentence, start)
        if found is None or sentence.low(found[0]) not in ("have", "has", "'ve"):
            continue
        index = found[0]
        after = skip_adverbs(sentence, index + 1)
        if after >= len(sentence) or "VBN" not in sentence.tokens[after].verb.tags:
            continue
        if sentence.low(index + 1) in ("n't", "not") or not _past_time(sentence, start, index):
            continue
        token = sentence.tokens[after]
        past = forms.verb(token.verb.lemma, "VBD")
        if token.lower == "been":
            past = "were" if found[1] == "plural" else "was"
            if sentence.low(after + 1) == "to":
                past = "went"
        between = " ".join(t.text for t in sentence.tokens[index + 1 : after])
        yield Edit(index, after + 1, f"{between} {past}".strip())
