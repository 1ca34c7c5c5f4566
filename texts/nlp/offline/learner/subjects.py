"""Finding the subject of a clause and its number."""

from __future__ import annotations

from typing import Literal, NamedTuple

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.tokens import Chunk, Sentence

Number = Literal["I", "singular", "plural", "unknown"]

_PLURAL_PRONOUNS = frozenset({"we", "they", "you", "these", "those"})
_SINGULAR_PRONOUNS = frozenset({"he", "she", "it", "this", "that"}) | SETS["indefinite"]
_COLLECTIVE = frozenset(
    "family team government crew staff company data number majority minority couple pair half "
    "lot rest group class public audience committee crowd band army variety range series "
    "handful bunch media police council band press jury board club third quarter percent "
    "plenty kind type sort dozen hundred thousand million bit most some all none any enough "
    "more means species fish sheep deer aircraft series headquarters crossroads "
    "united netherlands states philippines youth folk remainder total lots fruit hair trio "
    "generation management personnel faculty population opposition party side england "
    "brazil spain france germany italy argentina manchester liverpool arsenal chelsea".split()
)
_POSTMODIFIERS = frozenset(
    "of in on for from with at near about between behind under inside outside across around "
    "against without over along".split()
)
_ADVERBS = frozenset(
    "always usually often sometimes never rarely also still just only really already now "
    "probably certainly even both all ever hardly generally normally actually simply "
    "suddenly currently mostly seldom occasionally frequently definitely".split()
)


class Subject(NamedTuple):
    """A subject: its number, the token after it, its first base phrase, whether joined by "and"."""

    number: Number
    end: int
    chunk: Chunk
    joined: bool


def chunk_number(sentence: Sentence, chunk: Chunk) -> Number:
    """The number of a base noun phrase by its head."""
    head = sentence.tokens[chunk.head]
    word = head.lower
    if word == "i":
        return "I"
    alone = chunk.end == chunk.start + 1
    if alone and word in _PLURAL_PRONOUNS:
        return "plural"
    if alone and word in _SINGULAR_PRONOUNS:
        return "singular"
    if word in SETS["singular_s"]:
        return "singular"
    if word in SETS["plural_only"] or word in SETS["group_plural"] - {"police"}:
        return "plural"
    if word in ("police",):
        return "plural"
    if word in _COLLECTIVE or head.tag in ("NNPS", "CD", "PRP", "WP", "EX"):
        return "unknown"
    opening = sentence.low(chunk.start)
    if opening in ("a", "an", "this", "every", "each", "another"):
        return "unknown" if forms.is_plural(word) else "singular"
    if head.tag == "NNS" and _amount(sentence, chunk):
        return "unknown"
    if word in ("mine", "yours", "hers", "ours", "theirs"):
        return "unknown"
    if head.tag == "NNP":
        return "unknown" if word.endswith("s") else "singular"
    if forms.is_plural(word) and head.tag == "NNS":
        return "plural"
    if head.tag == "NN" and head.noun == word and not word.endswith("ics"):
        return "singular"
    return "unknown"


_AMOUNTS = SETS["units"] | frozenset(
    "euros dollars pounds cents kilometres kilometers miles metres meters kilos grams litres percent "
    "degrees".split()
)


def _amount(sentence: Sentence, chunk: Chunk) -> bool:
    """ "Ten euros" may be one amount or ten things."""
    return sentence.low(chunk.head) in _AMOUNTS and (
        sentence.tag(chunk.start) == "CD" or sentence.low(chunk.start) in SETS["number"]
    )


def subject_at(sentence: Sentence, start: int) -> Subject | None:
    """The subject that begins at token ``start``: base phrase, its "of" phrases, "and" phrases."""
    chunk = sentence.chunk(start)
    if chunk is None or sentence.low(chunk.end) == "but":
        return None
    if sentence.low(chunk.head) in ("there", "who", "me", "him", "us", "them"):
        return None
    number = _partitive(sentence, start) or chunk_number(sentence, chunk)
    first = sentence.low(start)
    end = chunk.end
    end, inner = _postmodified(sentence, end)
    if number == "unknown" and first in ("most", "some", "all", "half") and inner is not None:
        number = chunk_number(sentence, inner)
    if sentence.low(chunk.head) == "lot" and inner is not None:
        number = chunk_number(sentence, inner)
    joined = False
    while sentence.low(end) in ("and", "or", "nor", ","):
        other = sentence.chunk(end + 1)
        if other is None or sentence.low(end) == ",":
            return None
        joined = True
        number = "plural" if sentence.low(end) == "and" and number != "unknown" else "unknown"
        end, _ = _postmodified(sentence, other.end)
    return Subject(number, end, chunk, joined)


def _partitive(sentence: Sentence, start: int) -> Number | None:
    first, second = sentence.low(start), sentence.low(start + 1)
    if second == "of" and first in ("one", "each", "neither", "either"):
        return "singular"
    if first == "the" and second == "number" and sentence.low(start + 2) == "of":
        return "singular"
    if first in ("most", "some", "many", "half", "all", "none", "few", "any") and second == "of":
        return "unknown"
    return None


def _postmodified(sentence: Sentence, end: int) -> tuple[int, Chunk | None]:
    """The end after following prepositional phrases, and the last phrase in them."""
    inner: Chunk | None = None
    while sentence.low(end) in _POSTMODIFIERS or _next_to(sentence, end):
        step = 2 if _next_to(sentence, end) else 1
        following = sentence.chunk(end + step)
        if following is None:
            break
        inner = inner or following
        end = following.end
    return end, inner


def _next_to(sentence: Sentence, index: int) -> bool:
    return sentence.low(index) == "next" and sentence.low(index + 1) == "to"


def skip_adverbs(sentence: Sentence, index: int) -> int:
    """The first index from ``index`` on that is no mid-position adverb."""
    while sentence.low(index) in _ADVERBS or (
        sentence.tag(index) == "RB" and sentence.low(index).endswith("ly")
    ):
        index += 1
    return index
