"""Objects, times and places in the wrong place around the verb."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import at_end, surface
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.tokens import Sentence

_SUBJECTS = frozenset("i you he she it we they".split())
_TIMES = (
    SETS["unit"]
    | SETS["day"]
    | frozenset("morning evening afternoon weekend summer winter time spring autumn monday".split())
)
_STOPS = frozenset(
    {
        ",",
        ";",
        ":",
        "and",
        "but",
        "because",
        "when",
        "if",
        "so",
        "that",
        "who",
        "while",
        "before",
        "after",
        "where",
    }
)


def _clause_start(sentence: Sentence, index: int) -> bool:
    before = sentence.low(index - 1)
    return sentence.tokens[index].first or before in (
        ",",
        "and",
        "but",
        "because",
        "when",
        "if",
        "so",
        "that",
        "or",
        "think",
        "know",
    )


def _time_phrase(sentence: Sentence, index: int) -> int:
    """The end of a time expression such as "every day" or "yesterday", or 0."""
    word = sentence.low(index)
    if word in ("yesterday", "tomorrow", "today", "tonight"):
        return index + 1
    if word in ("every", "last", "next", "this") and sentence.low(index + 1) in _TIMES:
        end = index + 2
        if sentence.low(end) in ("morning", "evening", "night", "afternoon"):
            end += 1
        return end
    if word in ("in", "at", "on") and sentence.low(index + 1) == "the":
        if sentence.low(index + 2) in ("morning", "evening", "afternoon", "weekend"):
            return index + 3
    if word in ("once", "twice") and sentence.low(index + 1) == "a":
        return index + 3
    return 0


def _clause_end(sentence: Sentence, index: int) -> int:
    while (
        index < len(sentence) and sentence.low(index) not in _STOPS and not at_end(sentence, index)
    ):
        index += 1
    return index


def time_between(sentence: Sentence) -> Iterator[Edit]:
    """ "I every day study English": the time goes to the end of the clause."""
    for index, token in enumerate(sentence.tokens[:-2]):
        if token.lower not in _SUBJECTS or not _clause_start(sentence, index):
            continue
        place = index + 1
        modal = sentence.tag(place) == "MD" or sentence.low(place) in ("'ll",)
        place += modal
        end = _time_phrase(sentence, place)
        if not end or end >= len(sentence):
            continue
        verb = sentence.tokens[end]
        wanted = {"VB"} if modal else {"VBP", "VBZ", "VBD"}
        if not verb.verb.tags & wanted and not (verb.tag == "MD" and not modal):
            continue
        if not modal and not verb.tag.startswith(("VB", "MD")):
            continue
        stop = _clause_end(sentence, end)
        phrase = surface(sentence, place, end)
        yield Edit(place, stop, f"{surface(sentence, end, stop)} {phrase}")


def verb_last(sentence: Sentence) -> Iterator[Edit]:
    """ "I tea drink", "she the door closed", "he to school goes": subject, verb, then the rest."""
    for index, token in enumerate(sentence.tokens[:-3]):
        if token.lower not in _SUBJECTS or not _clause_start(sentence, index):
            continue
        start = index + 1
        prepositional = sentence.tag(start) in ("IN", "TO") and sentence.low(start) not in (
            "like",
            "that",
            "if",
            "as",
            "because",
        )
        chunk = sentence.chunk(start + prepositional)
        if chunk is None or sentence.tag(start + prepositional) in ("PRP", "WP", "EX", "CD"):
            continue
        plain = sentence.tag(start) in ("DT", "PRP$") or prepositional
        end = chunk.end
        if not plain and not (end == start + 1 and sentence.low(start) in _OBJECTS):
            continue
        verb = sentence.tokens[end] if end < len(sentence) else None
        if (
            verb is None
            or verb.tag not in ("VBP", "VBZ", "VBD")
            or verb.verb.lemma in ("be", "have", "do", "")
        ):
            continue
        if (
            prepositional
            and verb.tag == "VBD"
            and "VBN" in verb.verb.tags
            and sentence.low(end + 1) == "by"
        ):
            continue
        if sentence.tag(end + 1) in ("DT", "PRP$", "PRP", "VB", "VBG", "VBN"):
            continue
        yield Edit(start, end + 1, f"{verb.text} {surface(sentence, start, end)}")


_OBJECTS = frozenset(
    "tea coffee football tennis music english milk meat bread water rice fish tv books french spanish chess breakfast lunch dinner".split()
)
_TRANSITIVE = frozenset(
    "close open read write clean wash do make eat drink buy sell see meet find put leave take "
    "bring build visit watch play study learn answer explain speak cook drive paint repair fix cut "
    "carry hold throw catch kick lose show finish start forget remember use need understand "
    "know discuss solve teach sing draw spend check choose move push pull pour break keep get have".split()
)
_NOT_MANNER = frozenset(
    "only exactly precisely merely nearly roughly mostly mainly partly probably hardly really "
    "actually simply clearly usually generally normally certainly possibly finally early "
    "approximately family especially particularly lovely friendly supply apply fly reply daily "
    "monthly weekly ugly silly lonely italy july likely directly equally basically literally "
    "perhaps virtually practically largely solely purely effectively".split()
)
_FIXED = frozenset(
    "least last first once all fact general particular average time home work mind front".split()
)


def manner_before_object(sentence: Sentence) -> Iterator[Edit]:
    """ "Close quietly the door", "I met at the party an old friend"."""
    for index, token in enumerate(sentence.tokens[:-2]):
        if token.verb.lemma not in _TRANSITIVE or token.tag not in (
            "VB",
            "VBP",
            "VBZ",
            "VBD",
            "VBG",
        ):
            continue
        start, end = index + 1, 0
        word = sentence.low(start)
        if word.endswith("ly") and word not in _NOT_MANNER and sentence.tag(start) == "RB":
            end = start + 1
        elif word in ("in", "at", "on") and sentence.tag(start) == "IN":
            chunk = sentence.chunk(start + 1)
            if chunk is not None and sentence.low(chunk.head) not in _FIXED:
                if sentence.tag(start + 1) in ("DT", "PRP$", "NNP"):
                    end = chunk.end
            if sentence.low(start + 1) in ("home", "school", "work") and word == "at":
                end = start + 2
        if not end or end >= len(sentence):
            continue
        noun = sentence.chunk(end)
        if (
            noun is None
            or sentence.tag(end) not in ("DT", "PRP$")
            and sentence.low(end) not in SETS["meal"]
        ):
            continue
        if (
            sentence.low(end) in ("this", "that", "every", "each", "all")
            or sentence.low(noun.head) in _TIMES
        ):
            continue
        stop = noun.end
        if sentence.low(stop) == "of":
            inner = sentence.chunk(stop + 1)
            stop = inner.end if inner is not None else stop
        if not (at_end(sentence, stop) or sentence.low(stop) in _STOPS):
            continue
        if _verb_follows(sentence, stop):
            continue
        moved = surface(sentence, start, end)
        yield Edit(start, stop, f"{surface(sentence, end, stop)} {moved}")


def _verb_follows(sentence: Sentence, index: int) -> bool:
    return sentence.low(index) == "," and sentence.tag(index + 1) in (
        "DT",
        "NN",
        "NNS",
        "PRP$",
        "JJ",
    )


_FRONT = frozenset("today tomorrow yesterday then now usually sometimes often every".split())


def verb_second(sentence: Sentence) -> Iterator[Edit]:
    """ "Today have we a test", "then went we home": the subject comes before the verb."""
    if sentence.is_question:
        return
    first = next((i for i, t in enumerate(sentence.tokens) if t.is_word), None)
    if first is None or sentence.low(first) not in _FRONT:
        return
    place = first + 1
    if sentence.low(first) == "every":
        place = first + 2
    place += sentence.low(place) == ","
    verb = sentence.tokens[place] if place < len(sentence) else None
    if verb is None or not (verb.verb.tags & {"VBP", "VBZ", "VBD"} or verb.tag == "MD"):
        return
    if verb.tag not in ("VBP", "VBZ", "VBD", "MD", "NN", "NNS"):
        return
    if sentence.low(place + 1) in _SUBJECTS - {"it"}:
        pronoun = surface(sentence, place + 1, place + 2)
        yield Edit(place, place + 2, f"{pronoun} {verb.text}")
