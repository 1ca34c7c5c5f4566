"""Misspelled endings, capital letters, adverbs without -ly."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.irregular import OVER_REGULAR
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.misspellings import MISSPELLINGS
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.tokens import Sentence


def known_misspelling(sentence: Sentence) -> Iterator[Edit]:
    for index, token in enumerate(sentence.tokens):
        right = MISSPELLINGS.get(token.lower)
        if right and not token.is_proper:
            yield Edit(index, index + 1, right)


def inflection_spelling(sentence: Sentence) -> Iterator[Edit]:
    """ "studing", "stoped", "writting", "citys": an ending joined in the wrong way."""
    for index, token in enumerate(sentence.tokens):
        word = token.lower
        if len(word) < 5 or not word.isalpha() or token.is_proper or forms.readings(word):
            continue
        if word in MISSPELLINGS or word in OVER_REGULAR:
            continue
        right = _respelled(word)
        if right:
            yield Edit(index, index + 1, right)


_REAL = frozenset("wining caped paned slimed maned planed dinning".split())
_LEAST_ZIPF = 3.0
_LEAST_GAIN = 1.0


def _respelled(word: str) -> str:
    """The real inflected form that ``word`` misspells at its joint, or an empty string."""
    if word in _REAL:
        return ""
    if word.endswith(("ing", "ed")):
        suffix, tag = ("ing", "VBG") if word.endswith("ing") else ("ed", "VBD")
        for lemma in _stems(word.removesuffix(suffix)):
            if "VB" in forms.verb_reading(lemma).tags:
                right = forms.verb(lemma, tag)
                if right != word and right.endswith(suffix) and _commoner(right, word):
                    return right
    if word.endswith(("ys", "chs", "shs", "xs")):
        right = forms.plural(word[:-1]) if forms.noun_lemma(word[:-1]) == word[:-1] else ""
        if right and right != word and _commoner(right, word):
            return right
    return ""


def _commoner(right: str, word: str) -> bool:
    """True if ``right`` is so much more frequent that ``word`` must be a slip."""
    # Read only for unknown words: the tables take a third of a second.
    from wordfreq import zipf_frequency

    zipf = zipf_frequency(right, "en")
    return zipf >= _LEAST_ZIPF and zipf >= zipf_frequency(word, "en") + _LEAST_GAIN


def _stems(stem: str) -> Iterator[str]:
    """Base forms that may lie behind ``stem``, the likeliest first."""
    if len(stem) < 3:
        return
    yield stem + "y" if not stem.endswith("y") else stem
    if stem[-1] == stem[-2]:
        yield stem[:-1]
        yield stem[:-1] + "e"
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    yield stem
    yield stem + "e"


_NAMES = (
    SETS["day"]
    | SETS["days"]
    | (SETS["month"] - {"may", "march", "august"})
    | (SETS["language"] - {"polish", "persian", "mandarin", "dutch", "greek", "thai"})
    | (SETS["nationality"] - {"polish"})
    | (SETS["plain_country"] - {"china", "turkey", "chile", "jordan", "florence", "milan", "nice"})
    | frozenset({"dutch", "greek", "thai", "christmas", "easter"})
)
_SPECIAL = {
    "china": ("in", "to"),
    "turkey": ("in", "from", "to"),
    "jordan": ("in", "from", "to"),
    "chile": ("in", "from", "to"),
}


def capital(sentence: Sentence) -> Iterator[Edit]:
    """Days, months, languages, nationalities and countries take a capital letter."""
    for index, token in enumerate(sentence.tokens):
        if not token.text[0].islower():
            continue
        special = sentence.low(index - 1) in _SPECIAL.get(token.lower, ())
        month = token.lower in ("may", "march", "august") and (
            (
                sentence.low(index - 1) in ("in", "last", "next", "since")
                and not sentence.tag(index + 1).startswith("VB")
                and sentence.low(index - 1) != "in"
            )
            or (sentence.low(index - 1) == "in" and token.lower != "march")
            or (
                sentence.tag(index - 1) == "CD"
                and sentence.low(index - 1).rstrip("stndrh").isdigit()
            )
        )
        if (token.lower in _NAMES and sentence.low(index + 1) != "-") or special or month:
            yield Edit(index, index + 1, token.text[0].upper() + token.text[1:])


_MANNER_VERBS = frozenset(
    "drive speak talk walk work run play sing dance write read eat drink answer behave dress "
    "smile laugh shout cry move act think learn teach explain listen wait close open knock treat "
    "arrive leave react respond live sleep fight shine rain snow win lose finish do cook type drop "
    "rise increase fall change grow pass improve study breathe watch".split()
)
_MANNER_ADJECTIVES = frozenset(
    "careful slow quick quiet beautiful easy nice polite happy sad angry dangerous perfect loud "
    "correct bad serious patient gentle nervous brave fluent regular immediate "
    "sudden heavy rapid wonderful terrible automatic safe silent strange rude successful "
    "comfortable peaceful proper different independent creative intelligent honest selfish "
    "aggressive dramatic careless clear".split()
)


def adverb_needed(sentence: Sentence) -> Iterator[Edit]:
    """ "He drives careful": a verb is described by an adverb."""
    for index, token in enumerate(sentence.tokens):
        if token.lower not in _MANNER_ADJECTIVES or index < 2:
            continue
        after = sentence.tag(index + 1)
        if after not in (".", ",", "IN", "CC", "", "TO", "RB") and sentence.low(index + 1) not in (
            "when",
            "at",
            "because",
        ):
            continue
        if sentence.low(index + 1) in ("and", "or") and sentence.tag(index + 2).startswith("JJ"):
            if sentence.tag(index + 3).startswith("NN"):
                continue
        start = index - 1
        if sentence.low(start) in (
            "very",
            "so",
            "too",
            "really",
            "quite",
            "more",
            "extremely",
            "pretty",
        ):
            start -= 1
        verb = _verb_before(sentence, start)
        if verb is None or (sentence.low(verb) in ("finish", "open") and after == "IN"):
            continue
        if (sentence.low(index + 1) == "and" and sentence.tag(index + 2) == "JJ") or (
            after == "IN" and token.lower == "clear"
        ):
            continue
        yield Edit(index, index + 1, forms.adverb(token.lower))


def _verb_before(sentence: Sentence, index: int) -> int | None:
    """The verb of manner that the word after ``index`` describes, its object skipped."""
    token = sentence.tokens[index]
    if token.verb.lemma in _MANNER_VERBS and token.tag in ("VB", "VBP", "VBZ", "VBD", "VBG", "VBN"):
        if token.verb.lemma in _LINKING_TOO and token.tag != "VBG":
            return None
        return index if sentence.low(index - 1) not in ("a", "the") else None
    for back in (1, 2):
        verb = index - back
        chunk = sentence.chunk(verb + 1) if verb >= 0 else None
        if chunk is None or chunk.end != index + 1 or verb < 0:
            continue
        head = sentence.tokens[verb]
        if head.tag not in ("VB", "VBP", "VBZ", "VBD", "VBG"):
            continue
        if head.verb.lemma in _MANNER_VERBS - _OBJECT_STATE:
            return verb
    return None


_LINKING_TOO = frozenset("grow fall keep stay arrive leave live drop rise shine open".split())
_OBJECT_STATE = frozenset(
    "open think leave drop close find drink eat cook live treat watch".split()
)
