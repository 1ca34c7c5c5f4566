"""Finding the subject of a clause and its number."""

from __future__ import annotations

from typing import Literal, NamedTuple

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.conditions import PEOPLE
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
    "offspring clergy customs gentry nobility electorate congregation choir orchestra squad "
    "cabinet parliament "
    "senate congress council union firm department ministry embassy club society association "
    "united netherlands states philippines youth folk remainder total lots trio "
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
    if alone and word in ("many", "few", "several", "both"):
        return "plural"
    if not alone and "people" in (sentence.low(i) for i in range(chunk.start, chunk.head)):
        return "unknown"
    if sentence.low(chunk.start) == "all":
        return "unknown" if head.tag != "NNS" else "plural"
    if alone and word in _PLURAL_PRONOUNS:
        return "plural"
    if alone and word in _SINGULAR_PRONOUNS:
        return "singular"
    if word in SETS["singular_s"]:
        own = sentence.tag(chunk.start) == "PRP$" and word != "news"
        return "unknown" if own or word == "statistics" else "singular"
    if word in SETS["plural_only"] or word in SETS["group_plural"] - {"police"}:
        return "plural"
    if word in ("police",):
        return "plural"
    if word in _COLLECTIVE or head.tag in ("NNPS", "CD", "PRP", "WP", "EX"):
        return "unknown"
    opening = sentence.low(chunk.start)
    if opening in ("a", "an", "this", "every", "each", "another"):
        return "unknown" if forms.is_plural(word) else "singular"
    if word in SETS["nationality"] | SETS["language"] and sentence.low(chunk.start) == "the":
        return "unknown"
    if head.tag == "NNS" and _amount(sentence, chunk):
        return "unknown"
    if word in ("mine", "yours", "hers", "ours", "theirs"):
        return "unknown"
    if head.tag == "NNP" and not alone:
        return "unknown"
    if head.tag == "NNP":
        return "unknown" if word.endswith("s") else "singular"
    if forms.is_plural(word) and head.tag == "NNS":
        return "plural"
    if head.tag == "NN" and head.noun == word and not word.endswith("ics"):
        return "singular"
    return "unknown"


_AMOUNTS = SETS["units"] | frozenset(
    "euros dollars pounds cents kilometres kilometers miles metres meters kilos grams litres "
    "percent "
    "degrees".split()
)


def _amount(sentence: Sentence, chunk: Chunk) -> bool:
    """ "Ten euros" may be one amount or ten things."""
    return sentence.low(chunk.head) in _AMOUNTS and (
        sentence.tag(chunk.start) == "CD" or sentence.low(chunk.start) in SETS["number"]
    )


def subject_at(sentence: Sentence, start: int) -> Subject | None:
    """The subject that begins at token ``start``: base phrase, its "of" phrases, "and" phrases."""
    if sentence.low(start + 1) == "of" and sentence.low(start) in _PARTS:
        return _part_of(sentence, start)
    chunk = _without_verb(sentence, sentence.chunk(start))
    if chunk is None or sentence.low(chunk.end) == "but":
        return None
    if sentence.low(start) == "all" and sentence.low(start + 1) == "that":
        return None
    if sentence.low(chunk.head) in ("there", "who", "me", "him", "us", "them"):
        return None
    number: Number = chunk_number(sentence, chunk)
    if sentence.low(start) == "the" and sentence.low(start + 1) == "number":
        number = "singular" if sentence.low(start + 2) == "of" else number
    if sentence.low(start) in ("both", "all", "half"):
        number = "unknown" if number == "singular" else number
    end, inner = _postmodified(sentence, chunk.end)
    if sentence.low(chunk.head) == "lot" and inner is not None:
        number = chunk_number(sentence, inner)
    if sentence.low(end) == "and" and sentence.low(end + 2) == "'s":
        return None
    joined = False
    while sentence.low(end) in ("and", "or", "nor", ","):
        other = _without_verb(sentence, sentence.chunk(end + 1))
        if other is None or sentence.low(end) == ",":
            return None
        joined = True
        number = "plural" if sentence.low(end) == "and" and number != "unknown" else "unknown"
        end, _ = _postmodified(sentence, other.end)
    return Subject(number, end, chunk, joined)


_PARTS = frozenset("one each most some all many few none half neither either both".split())


def _part_of(sentence: Sentence, start: int) -> Subject | None:
    """ "One of my friends", "most of the shops"."""
    inner = sentence.chunk(start + 2)
    if inner is None:
        return None
    first = sentence.low(start)
    number: Number = "unknown"
    if first in ("one", "each"):
        number = "singular"
    elif first in ("most", "some", "all", "half"):
        number = chunk_number(sentence, inner)
    elif first in ("many", "few", "both"):
        number = "plural"
    end, _ = _postmodified(sentence, inner.end)
    return Subject(number, end, Chunk(start, inner.end, inner.head), False)


_ACTORS = PEOPLE | frozenset({"sun", "water", "earth", "moon", "shop", "bank", "bird", "lion"})
_LEAVING = frozenset("leave arrive go come start begin".split())


def _without_verb(sentence: Sentence, chunk: Chunk | None) -> Chunk | None:
    """ "My father work": a verb that the tagger took for the head noun is left out."""
    if chunk is None or chunk.end - chunk.start < 3 or chunk.head != chunk.end - 1:
        return chunk
    last, actor = sentence.tokens[chunk.head], sentence.tokens[chunk.head - 1]
    third = last.tag == "NNS" and "VBZ" in last.verb.tags
    if actor.tag != "NN" or not (third or (last.tag == "NN" and "VB" in last.verb.tags)):
        return chunk
    vehicles = actor.lower in ("bus", "train", "plane", "lesson", "film", "class")
    if actor.noun not in _ACTORS and not (vehicles and last.verb.lemma in _LEAVING):
        return chunk
    follower = sentence.tag(chunk.end)
    if follower not in ("IN", "TO", "DT", "PRP", "PRP$", "RB", "CD", "NNS", "NNP", "."):
        return chunk
    return Chunk(chunk.start, chunk.end - 1, chunk.head - 1)


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
