"""Places of adverbs, objects and particles; inversion."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import at_end, surface
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.subjects import subject_at
from texts.nlp.offline.learner.tokens import Sentence

_SEPARABLE = {
    "pick": "up", "turn": "on off down up", "take": "off out away back", "put": "on away down off",
    "switch": "on off", "give": "back up away", "throw": "away out", "wake": "up",
    "call": "back off", "bring": "back up", "fill": "in out up", "look": "up", "write": "down",
    "try": "on", "find": "out", "work": "out", "ring": "up back", "clean": "up", "cut": "down off up",
    "hand": "in out", "tidy": "up", "send": "back", "pay": "back", "set": "up", "let": "down",
    "knock": "down over", "drop": "off", "leave": "out", "cross": "out", "make": "up", "point": "out",
    "hang": "up", "lock": "up", "sort": "out", "wash": "up", "shut": "down", "blow": "up out",
    "burn": "down", "carry": "out", "eat": "up", "get": "back", "keep": "up", "mix": "up",
    "pull": "down out", "push": "away", "read": "out", "rip": "off up", "sell": "off", "see": "off",
    "show": "off", "tear": "up", "use": "up", "warm": "up", "wear": "out", "wipe": "up off", "zip": "up",
    "check": "out", "chop": "up down", "kick": "out", "let ": "in", "note": "down", "plug": "in",
    "print": "out", "put ": "out", "rule": "out", "save": "up", "slow": "down", "think": "over",
    "print ": "off", "lift": "up", "heat": "up", "invite": "in", "help": "out", "leave ": "behind",
}  # fmt: skip
_PRONOUNS = frozenset("it them him her me us you".split())


def particle(sentence: Sentence) -> Iterator[Edit]:
    """ "Pick up it": a pronoun stands between the verb and its particle."""
    for index, token in enumerate(sentence.tokens[:-2]):
        particles = _SEPARABLE.get(token.verb.lemma, "").split()
        particle, pronoun = sentence.low(index + 1), sentence.low(index + 2)
        if particle not in particles or pronoun not in _PRONOUNS:
            continue
        if sentence.tag(index + 2) == "PRP$" or token.tag in ("NN", "NNS"):
            continue
        if pronoun == "you" and not at_end(sentence, index + 3):
            continue
        chunk = sentence.chunk(index + 3)
        if token.verb.lemma in ("give", "send", "pay", "bring") and chunk is not None:
            if sentence.tag(index + 3) in ("DT", "PRP$"):
                yield Edit(index + 1, index + 3, f"{pronoun} {particle}")
            continue
        if pronoun == "her" and sentence.tag(index + 3) in ("NN", "NNS", "JJ"):
            continue
        if particle == "on" and token.verb.lemma == "put" and pronoun not in ("it", "them"):
            continue
        yield Edit(index + 1, index + 3, f"{pronoun} {particle}")


_FREQUENCY = SETS["frequency"] - {"ever"}
_MOVING = frozenset(
    "go eat drink play read watch see visit do have get wake meet work live listen speak cook "
    "take buy use make study walk drive travel arrive come wear write call help think sleep "
    "forget swim feel run".split()
)


def adverb_after_verb(sentence: Sentence) -> Iterator[Edit]:
    """ "I go often to the theatre": before the main verb."""
    for index, token in enumerate(sentence.tokens[:-2]):
        if token.verb.lemma not in _MOVING or token.tag not in ("VBP", "VBZ", "VBD"):
            continue
        adverb = sentence.low(index + 1)
        if adverb not in _FREQUENCY | {"also", "still", "probably", "certainly"} or at_end(
            sentence, index + 2
        ):
            continue
        if sentence.tag(index + 2) not in (
            "IN",
            "TO",
            "DT",
            "PRP$",
            "NN",
            "NNS",
            "NNP",
            "JJ",
            "PRP",
            "RB",
        ):
            continue
        if sentence.low(index + 2) in (
            "in",
            "and",
            "but",
            "when",
            "if",
            "because",
            "as",
            "enough",
            "that",
        ) and adverb in ("sometimes", "often", "also"):
            continue
        if sentence.tag(index - 1) not in ("PRP", "NN", "NNS", "NNP", "WP"):
            continue
        if token.verb.lemma in ("have",) and "VBN" in sentence.tokens[index + 2].verb.tags:
            continue
        if adverb == "also" and sentence.tag(index + 2) not in ("DT", "PRP$", "NN", "NNS"):
            continue
        yield Edit(index, index + 2, f"{adverb} {token.text}")


_MANNER = (
    "very well", "really well", "quite well", "so well", "well", "perfectly", "fluently", "badly",
    "every day", "every morning", "every evening", "every night", "every week", "every weekend",
    "every month", "every year", "every summer", "yesterday", "very much", "so much", "a lot", "last night",
    "last week", "last year", "always", "very often", "very fast", "carefully", "every sunday",
    "every monday", "every saturday", "every friday", "twice a week", "once a week",
)  # fmt: skip
_WHEN = frozenset("last next every yesterday tomorrow today tonight".split())
_TIMES = frozenset("season weekend time morning evening afternoon".split())
_BARE = ("NN", "NNS", "JJ")
_ENJOYING = frozenset("like love enjoy drink eat play watch have".split())
_TAKING = frozenset(
    "speak play watch drink eat read study visit meet do buy make like love enjoy clean "
    "wash know see take learn teach cook write understand drive sing use help finish forget need "
    "want miss remember open close send call".split()
)


def object_after_adverb(sentence: Sentence) -> Iterator[Edit]:
    """ "She speaks very well English": the object follows its verb at once."""
    for index, token in enumerate(sentence.tokens[:-2]):
        if token.verb.lemma not in _TAKING or not token.tag.startswith("VB"):
            continue
        phrase, start = _adverbial(sentence, index + 1)
        chunk = sentence.chunk(start) if phrase else None
        if (
            chunk is None
            or sentence.tag(start) == "POS"
            or sentence.low(chunk.head) in SETS["unit"]
        ):
            continue
        if sentence.low(start) in _WHEN:
            continue
        if sentence.low(chunk.head) in SETS["day"] | SETS["month"] | _TIMES:
            continue
        if sentence.low(start) in ("i", "he", "she", "we", "they", "you", "who", "there"):
            continue
        if phrase in ("so much", "very much", "a lot", "always") and sentence.tag(start) in _BARE:
            if phrase == "so much" or token.verb.lemma not in _ENJOYING:
                continue
        if phrase in ("always", "well", "a lot") and (
            sentence.tag(start) in ("CC", "RB") or sentence.low(start) in ("time", "more")
        ):
            continue
        end = chunk.end
        if sentence.low(end) == "of" and sentence.chunk(end + 1) is not None:
            inner = sentence.chunk(end + 1)
            end = inner.end if inner is not None else end
        if sentence.tag(end) in ("VBZ", "VBP", "VBD", "MD", "TO") and phrase != "very much":
            continue
        if sentence.tag(end) in ("VBZ", "VBP", "VBD", "MD"):
            continue
        if end < len(sentence) and sentence.low(end) in ("and", "or") and sentence.chunk(end + 1):
            inner = sentence.chunk(end + 1)
            after = sentence.tag(inner.end) if inner is not None else ""
            if inner is not None and not after.startswith(("VB", "MD")):
                end = inner.end
        noun = surface(sentence, start, end)
        if phrase == "always":
            yield Edit(index, end, f"always {token.text} {noun}")
        else:
            yield Edit(index + 1, end, f"{noun} {phrase}")


def _adverbial(sentence: Sentence, index: int) -> tuple[str, int]:
    """The adverbial of ``_MANNER`` at ``index`` and the index after it."""
    for length in (3, 2, 1):
        phrase = " ".join(sentence.low(i) for i in range(index, index + length))
        if phrase in _MANNER:
            return phrase, index + length
    return "", index


_NEGATIVE_OPENERS = (
    "never", "rarely", "seldom", "hardly ever", "not only", "no sooner", "under no circumstances",
    "at no time", "in no way", "little", "not once", "nowhere", "never before", "only then",
    "only later", "on no account", "hardly", "scarcely",
)  # fmt: skip


def inversion(sentence: Sentence) -> Iterator[Edit]:
    """ "Never I have seen ...", "Only after the exam I realised ..."."""
    place = _after_opener(sentence)
    if not place or sentence.is_question:
        return
    subject = subject_at(sentence, place)
    if subject is None or sentence.tag(place) not in ("PRP", "DT", "PRP$", "NNP"):
        return
    verb = sentence.tokens[subject.end] if subject.end < len(sentence) else None
    if verb is None or (sentence.low(place) == "you" and verb.lower == "mind"):
        return
    noun = surface(sentence, place, subject.end)
    index = subject.end
    auxiliary = verb.tag == "MD" or verb.lower in (
        "am",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "did",
        "do",
        "does",
    )
    if auxiliary and (
        verb.lower not in ("have", "has", "had", "do", "does", "did")
        or _participle(sentence, index + 1)
    ):
        yield Edit(place, index + 1, f"{verb.text} {noun}")
    elif verb.tag in ("VBD", "VBZ", "VBP") and verb.verb.lemma:
        helper = {"VBD": "did", "VBZ": "does"}.get(verb.tag, "do")
        yield Edit(place, index + 1, f"{helper} {noun} {verb.verb.lemma}")


def _participle(sentence: Sentence, index: int) -> bool:
    while sentence.tag(index) == "RB":
        index += 1
    return index < len(sentence) and "VBN" in sentence.tokens[index].verb.tags


def _after_clause(sentence: Sentence, start: int) -> int:
    """Index of the second subject pronoun, after a whole clause that begins at ``start``; or 0."""
    subject = subject_at(sentence, start)
    if subject is None or subject.end >= len(sentence):
        return 0
    if not sentence.tag(subject.end).startswith(("VB", "MD")):
        return 0
    for index in range(subject.end + 1, len(sentence) - 1):
        if sentence.low(index) in SETS["subject"] - {"it", "you"}:
            before = sentence.low(index - 1)
            return 0 if before in ("that", "and", "what", "who", "but", "when") else index
    return 0


def _after_opener(sentence: Sentence) -> int:
    """Index after a negative opening adverbial, or 0."""
    first = next((i for i, t in enumerate(sentence.tokens) if t.is_word), None)
    if first is None:
        return 0
    for opener in _NEGATIVE_OPENERS:
        words = opener.split()
        if [sentence.low(first + i) for i in range(len(words))] == words:
            end = first + len(words)
            return end if sentence.tag(end) in ("PRP", "DT", "PRP$", "NNP") else 0
    if sentence.low(first) == "only" and sentence.low(first + 1) in ("after", "when", "if"):
        after = _after_clause(sentence, first + 2)
        if after:
            return after
    if sentence.low(first) == "only" and sentence.low(first + 1) in ("after", "when", "in", "by"):
        chunk = sentence.chunk(first + 2)
        if (
            chunk is not None
            and sentence.low(first + 1) in ("after", "in")
            and chunk.end - chunk.start > 1
        ):
            return chunk.end
    if sentence.low(first) == "not" and sentence.low(first + 1) == "until":
        chunk = sentence.chunk(first + 2)
        if chunk is not None:
            return _after_clause(sentence, first + 2) or chunk.end
    return 0
