"""Where subject and auxiliary stand in questions and in indirect questions."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import surface
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.subjects import skip_adverbs, subject_at
from texts.nlp.offline.learner.tokens import Chunk, Sentence

AUXILIARIES = frozenset(
    "am is are was were have has had do does did can could will would should must may might "
    "shall 'm 're 's 've 'll 'd ca wo".split()
)
_FULL = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will"}
_DETERMINED = frozenset({"PRP", "DT", "PRP$"})
_WH_NOUN = frozenset("kind sort type time colour color size".split())


def first_word(sentence: Sentence) -> int:
    for index, token in enumerate(sentence.tokens):
        if token.is_word:
            return index
    return len(sentence)


def question_start(sentence: Sentence) -> int:
    """The question word, at the start or after an opening such as "But" or "Excuse me,"."""
    start = first_word(sentence)
    for index in range(len(sentence) - 1, start, -1):
        if (
            sentence.low(index) in SETS["wh"]
            and sentence.low(index - 1)
            in (
                ",",
                "and",
                "but",
                "so",
                ":",
            )
            and all(sentence.low(i) not in SETS["wh"] for i in range(start, index))
        ):
            return index
    return start + 1 if sentence.low(start) in ("and", "but", "so") else start


def after_question_word(sentence: Sentence, start: int) -> int:
    """The first token after "where", "what kind of music", "how many books" or "which bus"."""
    word = sentence.low(start)
    if word not in SETS["wh"] or word in ("who", "whom"):
        return start + 1 if word in ("who", "whom") else 0
    index = start + 1
    if word == "how":
        if sentence.low(index) in ("much", "many"):
            index += 1
            chunk = sentence.chunk(index)
            if chunk is not None and sentence.tag(index) not in ("PRP", "DT", "PRP$"):
                return chunk.end
            return index
        if sentence.low(index) in (
            "long",
            "often",
            "far",
            "old",
            "tall",
            "fast",
            "well",
            "big",
            "soon",
            "come",
        ):
            return index + 1
        return index
    if (
        word in ("what", "which")
        and sentence.low(index) in _WH_NOUN
        and sentence.low(index + 1) != "of"
    ):
        return index + 1
    if word in ("what", "which", "whose"):
        if sentence.low(index) in _WH_NOUN and sentence.low(index + 1) == "of":
            return index + 3 if sentence.tag(index + 2).startswith("NN") else 0
        if sentence.tag(index) in ("NN", "NNS") and not sentence.tokens[index].lower.endswith("'s"):
            if sentence.tokens[index].verb.tags and sentence.low(index + 1) not in SETS["subject"]:
                if sentence.low(index) not in _WH_NOUN:
                    return index
            return index + 1
    return index


def inversion(sentence: Sentence) -> Iterator[Edit]:
    """ "Where you live?", "Why you are crying?", "When the last train leaves?"."""
    if not sentence.is_question:
        return
    start = question_start(sentence)
    after = after_question_word(sentence, start)
    if not after or after >= len(sentence):
        return
    if sentence.low(start) == "how" and sentence.low(start + 1) in ("about", "come"):
        return
    if sentence.low(start) == "what" and sentence.low(start + 1) in ("if", "about"):
        return
    subject = subject_at(sentence, after)
    if subject is None or (
        sentence.low(after) in ("that", "this") and start == after - 1 and False
    ):
        return
    if sentence.low(after - 1) in SETS["wh"] - {"which", "what", "whose"} or sentence.tag(
        after
    ) in (
        "PRP",
        "DT",
        "PRP$",
        "NNP",
        "EX",
    ):
        edit = _inverted(sentence, after, subject.end, subject.number)
        if edit is not None:
            yield edit


def _inverted(sentence: Sentence, start: int, end: int, number: str) -> Edit | None:
    verb = skip_adverbs(sentence, end)
    if verb >= len(sentence):
        return None
    token = sentence.tokens[verb]
    noun = surface(sentence, start, end)
    between = surface(sentence, end, verb)
    if token.lower in AUXILIARIES and _is_auxiliary(sentence, verb):
        auxiliary = _FULL.get(token.lower, token.lower)
        if auxiliary in ("'s", "'d", "ca", "wo"):
            return None
        negative = "n't" if sentence.low(verb + 1) == "n't" else ""
        stop = verb + 1 + bool(negative)
        return Edit(start, stop, " ".join(f"{auxiliary}{negative} {noun} {between}".split()))
    tags = token.verb.tags
    if not tags or (token.tag.startswith(("NN", "JJ")) and sentence.tag(start) != "PRP"):
        return None
    if token.tag in ("VBG", "VBN") and "VBD" not in tags:
        if token.tag == "VBG" and number != "unknown":
            be = {"I": "am", "plural": "are"}.get(number, "is")
            return Edit(start, verb, f"{be} {noun} {between}".strip())
        return None
    auxiliary = "did" if "VBD" in tags and "VB" not in tags else ""
    if not auxiliary:
        auxiliary = "does" if number == "singular" else "do" if number in ("plural", "I") else ""
        auxiliary = auxiliary or ("does" if token.tag == "VBZ" else "do")
    base = forms.verb(token.verb.lemma, "VB")
    return Edit(start, verb + 1, " ".join(f"{auxiliary} {noun} {between} {base}".split()))


def _is_auxiliary(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.verb.lemma not in ("have", "do"):
        return True
    if token.verb.lemma == "do":
        after = skip_adverbs(sentence, index + 1)
        if sentence.low(after) in ("n't", "not"):
            return True
        return after < len(sentence) and sentence.tag(after) in ("VB", "VBP")
    after = skip_adverbs(sentence, index + 1)
    if sentence.low(index + 1) == "n't":
        return True
    if after >= len(sentence):
        return False
    return "VBN" in sentence.tokens[after].verb.tags if token.verb.lemma == "have" else False


_ASKING = "know wonder understand remember explain tell ask see idea sure say show guess".split()


def indirect(sentence: Sentence) -> Iterator[Edit]:
    """ "I wonder why did she leave": inversion inside an indirect question."""
    for index, token in enumerate(sentence.tokens):
        if token.lower not in SETS["wh"] | {"if", "whether"} or index < 2:
            continue
        before = [
            sentence.tokens[i].verb.lemma or sentence.low(i)
            for i in range(max(0, index - 3), index)
        ]
        if before[-1] not in _ASKING and not (
            before[-1] in ("me", "us", "him", "her", "them", "you", "of", "about")
            and any(word in _ASKING for word in before)
        ):
            continue
        if sentence.low(index - 1) in (",", ":"):
            continue
        place = after_question_word(sentence, index) if token.lower in SETS["wh"] else index + 1
        if token.lower == "how" and sentence.low(index + 1) in (
            "much",
            "many",
            "long",
            "old",
            "far",
            "often",
        ):
            place = index + 2
        edit = _uninverted(sentence, index, place)
        if edit is not None:
            yield edit


def _uninverted(sentence: Sentence, wh: int, place: int) -> Edit | None:
    auxiliary = sentence.low(place)
    if auxiliary not in AUXILIARIES or not place or sentence.low(place + 1) == "there":
        return None
    negative = sentence.low(place + 1) == "n't"
    chunk = _subject_chunk(sentence, place + 1 + negative, auxiliary)
    if chunk is None:
        return None
    subject = subject_at(sentence, place + 1 + negative)
    end = subject.end if subject is not None and not subject.joined else chunk.end
    end = min(end, chunk.end) if auxiliary in ("do", "does", "did") else end
    if auxiliary in ("have", "has", "had") and sentence.low(wh) in ("who", "which", "what"):
        follower = sentence.tokens[end] if end < len(sentence) else None
        if follower is None or "VBN" not in follower.verb.tags:
            return None
    noun = surface(sentence, place + 1 + negative, end)
    if sentence.low(chunk.start) in ("that", "this") and chunk.end == chunk.start + 1:
        if auxiliary not in ("is", "was", "do", "does", "did"):
            return None
    adverb = skip_adverbs(sentence, end)
    if auxiliary in ("do", "does", "did"):
        if adverb >= len(sentence) or "VB" not in sentence.tokens[adverb].verb.tags:
            return None
        between = surface(sentence, end, adverb)
        lemma = sentence.tokens[adverb].verb.lemma
        if negative:
            return Edit(place, end, f"{noun} {auxiliary}n't")
        form = {"do": "VB", "does": "VBZ", "did": "VBD"}[auxiliary]
        return Edit(
            place, adverb + 1, " ".join(f"{noun} {between} {forms.verb(lemma, form)}".split())
        )
    opens = sentence.tag(chunk.start)
    if (
        auxiliary in ("is", "was", "are", "were", "'s", "'re")
        and sentence.low(wh) in ("what", "who", "which")
        and (end >= len(sentence) or not sentence.tokens[end].is_word)
        and chunk.end - chunk.start > 1
        and opens not in _DETERMINED
    ):
        return None
    named = opens in _DETERMINED | {"EX", "NNP"} or sentence.low(chunk.start) == "there"
    if auxiliary in ("is", "are") and not named:
        return None
    if auxiliary in ("'s", "'re"):
        auxiliary = {"'s": "is", "'re": "are"}[auxiliary]
    tail = "n't" if negative else ""
    if sentence.low(end) == "not":
        tail, end = " not", end + 1
    return Edit(place, end, f"{noun} {auxiliary}{tail}")


def _subject_chunk(sentence: Sentence, start: int, auxiliary: str) -> Chunk | None:
    """The subject after an auxiliary; after "do" a verb taken for its noun is left out."""
    chunk = sentence.chunk(start)
    if chunk is None or auxiliary not in ("do", "does", "did") or chunk.end - start < 2:
        return chunk
    last = sentence.tokens[chunk.end - 1]
    after = sentence.tag(chunk.end)
    if "VB" in last.verb.tags and not after.startswith("VB"):
        return Chunk(start, chunk.end - 1, chunk.end - 2)
    return chunk
