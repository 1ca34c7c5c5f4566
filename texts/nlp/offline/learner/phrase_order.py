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


_CLAUSE_OPENERS = frozenset(
    ", and but because when if so that or think know tomorrow yesterday today now then while "
    "although".split()
)


def _clause_start(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].first or sentence.low(index - 1) in _CLAUSE_OPENERS


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
    """ "I every day study English", "I was yesterday ill": the time goes to the clause's end."""
    for index, token in enumerate(sentence.tokens[:-2]):
        if token.lower not in _SUBJECTS or not _clause_start(sentence, index):
            continue
        if (
            sentence.is_question
            and index
            and sentence.tag(index - 1) in ("VBP", "VBD", "VBZ", "MD")
        ):
            continue
        place = index + 1
        first = sentence.tokens[place]
        wanted = {"VBP", "VBZ", "VBD"}
        if first.tag == "MD":
            wanted = {"VB"}
        elif first.verb.lemma in ("have", "be") or first.lower in ("'s", "'ve"):
            wanted = {"VBN", "VBG"}
        place += wanted != {"VBP", "VBZ", "VBD"}
        end = _time_phrase(sentence, place)
        if (
            not end
            or end >= len(sentence)
            or not _continues(sentence, end, wanted, first.verb.lemma)
        ):
            continue
        stop = _clause_end(sentence, end)
        yield Edit(place, stop, f"{surface(sentence, end, stop)} {surface(sentence, place, end)}")


def _continues(sentence: Sentence, index: int, wanted: set[str], lemma: str) -> bool:
    """What follows the time is the rest of the verb, or after "be" what is said of the subject."""
    word = sentence.tokens[index]
    if (
        lemma == "be"
        and word.tag in ("JJ", "DT", "IN")
        and word.lower not in ("that", "than", "as")
    ):
        return sentence.low(index - 1) not in ("today",)
    if not word.verb.tags & wanted:
        return False
    return word.tag.startswith(("VB", "MD"))


def verb_last(sentence: Sentence) -> Iterator[Edit]:
    """ "I tea drink", "she the door closed", "because I ill was": subject, verb, then the rest."""
    for index, token in enumerate(sentence.tokens[:-3]):
        if token.lower not in _SUBJECTS or not _clause_start(sentence, index):
            continue
        start = index + 1
        helper = sentence.tag(start) == "MD" or sentence.low(start) in ("have", "has", "'ve", "'ll")
        start += helper
        if sentence.low(start) in ("n't", "not"):
            start += 1
        end = _moved_phrase(sentence, start)
        verb = sentence.tokens[end] if 0 < end < len(sentence) else None
        if verb is None or not verb.verb.lemma:
            continue
        after = at_end(sentence, end + 1) or sentence.low(end + 1) == ","
        if helper:
            right = (
                verb.tag in ("VB", "VBN", "VBP")
                and after
                and not _causative(sentence, start, verb.lower)
            )
        elif verb.verb.lemma == "be":
            right = after and sentence.low(index - 1) in _SUBORDINATE and "VB" not in verb.verb.tags
        else:
            right = _plain_verb_last(sentence, start, end)
        if right:
            yield Edit(start, end + 1, f"{verb.text} {surface(sentence, start, end)}")


_SUBORDINATE = frozenset("because that when if while although since think know".split())
_REPAIRED = frozenset(
    "cut done repaired fixed checked painted cleaned tested left removed taken built".split()
)


def _causative(sentence: Sentence, start: int, participle: str) -> bool:
    """ "I have my hair cut" is right."""
    return sentence.tag(start) in ("DT", "PRP$") and participle in _REPAIRED


def _plain_verb_last(sentence: Sentence, start: int, end: int) -> bool:
    verb = sentence.tokens[end]
    if verb.tag not in ("VBP", "VBZ", "VBD") or verb.verb.lemma in ("have", "do"):
        return False
    if sentence.tag(start) == "JJ" or sentence.low(end + 1) == "by":
        return False
    return sentence.tag(end + 1) not in ("DT", "PRP$", "PRP", "VB", "VBG", "VBN")


def _moved_phrase(sentence: Sentence, start: int) -> int:
    """The end of an object, a place or an adjective that stands before its verb, or 0."""
    if sentence.tag(start) == "JJ" and sentence.tokens[start + 1].verb.lemma == "be":
        return start + 1
    prepositional = sentence.tag(start) in ("IN", "TO") and sentence.low(start) in _PLACES
    chunk = sentence.chunk(start + prepositional)
    if chunk is None or sentence.tag(start + prepositional) in ("WP", "EX", "CD"):
        return 0
    if sentence.tag(start) == "PRP":
        return 0
    if sentence.low(start + prepositional) in ("all", "no", "any", "some", "every"):
        return 0
    single = chunk.end == start + 1 and sentence.low(start) in _OBJECTS
    plain = sentence.tag(start) in ("DT", "PRP$") or prepositional or single
    return chunk.end if plain else 0


_PLACES = frozenset("to in at with from on".split())
_OBJECTS = frozenset(
    "tea coffee football tennis music english milk meat bread water rice fish tv books french "
    "spanish chess breakfast lunch dinner".split()
)
_TRANSITIVE = frozenset(
    "close open read write clean wash do make eat drink buy sell see meet find put leave take "
    "bring build visit watch play study learn answer explain speak cook drive paint repair fix cut "
    "carry hold throw catch kick lose show finish start forget remember use need understand "
    "know discuss solve teach sing draw spend check choose move push pull pour break keep get "
    "have".split()
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
        elif word in ("in", "at", "on", "for", "from", "with"):
            chunk = sentence.chunk(start + 1)
            if chunk is not None and sentence.low(chunk.head) not in _FIXED:
                if sentence.tag(start + 1) in ("DT", "PRP$", "NNP"):
                    end = chunk.end
            if sentence.low(start + 1) in ("home", "school", "work") and word == "at":
                end = start + 2
        if not end or end >= len(sentence):
            continue
        noun = sentence.chunk(end)
        if noun is not None and sentence.low(end) in _OBJECT_PRONOUNS and at_end(sentence, end + 1):
            yield Edit(start, end + 1, f"{sentence.low(end)} {surface(sentence, start, end)}")
            continue
        if noun is None or (
            sentence.tag(end) not in ("DT", "PRP$") and sentence.low(end) not in SETS["meal"]
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


_OBJECT_PRONOUNS = frozenset({"it", "him", "them", "her", "me", "us"})
_NOUN_LIKE_VERBS = frozenset("go come swim play work eat drink live sleep visit".split())
_OPENING = frozenset("in on at after before during".split())
_FRONT = frozenset("today tomorrow yesterday then now usually sometimes often every".split())


def verb_second(sentence: Sentence) -> Iterator[Edit]:
    """ "Today have we a test", "then went we home": the subject comes before the verb."""
    if sentence.is_question:
        return
    first = next((i for i, t in enumerate(sentence.tokens) if t.is_word), None)
    if first is None:
        return
    place = first + 1
    chunk = sentence.chunk(first + 1) if sentence.low(first) in _OPENING else None
    if chunk is not None:
        bare = chunk.end == first + 3 and sentence.tag(first + 1) == "NN"
        swallowed = bare and sentence.low(chunk.end - 1) in _NOUN_LIKE_VERBS
        place = chunk.end - swallowed
    elif sentence.low(first) not in _FRONT:
        return
    elif sentence.low(first) == "every":
        place = first + 2
    place += sentence.low(place) == ","
    verb = sentence.tokens[place] if place < len(sentence) else None
    if verb is None or not (verb.verb.tags & {"VBP", "VBZ", "VBD"} or verb.tag == "MD"):
        return
    if verb.tag not in ("VBP", "VBZ", "VBD", "MD", "NN", "NNS"):
        return
    if sentence.low(first) == "often" and verb.verb.lemma in ("have", "do"):
        return
    if sentence.low(place + 1) in _SUBJECTS - {"it"}:
        pronoun = surface(sentence, place + 1, place + 2)
        yield Edit(place, place + 2, f"{pronoun} {verb.text}")
