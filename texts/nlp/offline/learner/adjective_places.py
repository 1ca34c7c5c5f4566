"""Order of adjectives, and adjectives after their noun."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import at_end, surface
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.tokens import Sentence

_CLASSES: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "beautiful lovely nice pretty good wonderful ugly interesting expensive cheap horrible "
        "delightful charming attractive elegant gorgeous friendly famous popular pleasant unusual "
        "boring exciting funny clever intelligent handsome cute perfect excellent tasty cosy "
        "comfortable delicious terrible amazing fantastic great awful strange",
        "big small large huge tiny tall short long little enormous thin fat wide narrow slim giant",
        "old new young ancient modern antique elderly teenage",
        "round square oval rectangular",
        "red blue green yellow black white brown grey gray pink purple orange blonde dark "
        "golden violet",
        "italian french spanish german chinese japanese russian turkish american english british "
        "indian mexican brazilian greek swiss arabic portuguese persian korean african european",
        "wooden leather cotton silk plastic metal gold silver glass woollen wool paper stone brick "
        "steel iron rubber velvet denim linen straw",
    )
)
_RANK = {word: rank for rank, words in enumerate(_CLASSES) for word in words}


def adjective_order(sentence: Sentence) -> Iterator[Edit]:
    """ "A leather black old bag": opinion, size, age, shape, colour, origin, material."""
    index = 0
    while index < len(sentence):
        end = index
        while sentence.low(end) in _RANK or (sentence.low(end) == "," and end > index):
            end += 1
        words = [sentence.low(i) for i in range(index, end)]
        if len(words) < 2 or "," in words or sentence.tag(end) not in ("NN", "NNS"):
            index = max(end, index + 1)
            continue
        ordered = sorted(words, key=lambda word: _RANK[word])
        gap = max(_RANK[a] - _RANK[b] for a, b in zip(words, words[1:], strict=False))
        if ordered != words and gap >= 1 and _clear(words, ordered):
            texts = {t.lower: t.text for t in sentence.tokens[index:end]}
            new = " ".join(texts[word] for word in ordered)
            start = index
            if sentence.low(index - 1) in ("a", "an"):
                start, new = index - 1, f"{forms.article(ordered[0])} {new}"
            yield Edit(start, end, new)
        index = end


_LOOSE = frozenset("little old dark great good nice long short wide huge".split())


def _clear(words: list[str], ordered: list[str]) -> bool:
    """Pairs such as "old little" or "dark blue" are left alone."""
    first = next(a for a, b in zip(words, ordered, strict=True) if a != b)
    return len(words) > 2 or first not in _LOOSE or _RANK[first] - _RANK[words[1]] >= 2


_ADJECTIVES_AFTER = (
    frozenset(
        "red blue green yellow black white brown grey big small new old beautiful expensive cheap "
        "modern pretty interesting delicious fantastic wonderful comfortable nice good bad large "
        "long tall young difficult easy famous important boring dangerous strong rich poor wooden "
        "leather plastic round square".split()
    )
    | SETS["nationality"]
)
_WEATHER = frozenset("sunny rainy cloudy windy foggy snowy stormy".split())
_NOT_BEFORE_ADJECTIVE = frozenset(
    "something anything nothing everything someone year years metre metres lot bit day time "
    "way room mother little enough hour hours minute minutes week month kilometre mile foot "
    "feet inch km m cm kg".split()
)


def adjective_after_noun(sentence: Sentence) -> Iterator[Edit]:
    """ "A car red": adjectives stand before the noun."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.tag not in ("NN", "NNS"):
            continue
        weather = token.lower == "day" and sentence.low(index + 1) in _WEATHER
        if token.lower in _NOT_BEFORE_ADJECTIVE and not weather:
            continue
        place = index + 1
        if sentence.low(place) in ("very", "really"):
            place += 1
        described = place > index + 1 and sentence.tag(place) == "JJ"
        after = place + 1
        plain = at_end(sentence, after) and _plain_adjective(sentence, place)
        if not described and not plain and sentence.low(place) not in _ADJECTIVES_AFTER:
            continue
        if not (
            at_end(sentence, after)
            or sentence.tag(after) in ("IN", ",")
            or sentence.low(after) in ("and", "for", "with", "in", "to")
        ):
            continue
        if sentence.low(after) in ("and", ",") and sentence.tag(after + 1).startswith("JJ"):
            continue
        start = index - 1
        while sentence.tag(start) == "JJ":
            start -= 1
        counted = (
            sentence.tag(start) == "CD"
            and token.tag == "NNS"
            and sentence.low(place) != "old"
            and (described or sentence.low(place) in _ADJECTIVES_AFTER)
        )
        if (
            not counted
            and sentence.low(start) not in ("a", "an")
            and not (
                sentence.tag(start) in ("VB", "VBP", "VBD", "VBZ")
                and token.tag == "NNS"
                and start == index - 1
                and sentence.tokens[start].verb.lemma in ("have", "buy", "wear", "like", "love")
                and sentence.low(place) not in ("good", "nice", "hot", "cold", "black", "white")
            )
        ):
            continue
        if _changes_object(sentence, start):
            continue
        adjective = surface(sentence, index + 1, place + 1)
        noun = surface(sentence, start + 1, index + 1)
        article = sentence.low(start)
        if article in ("a", "an"):
            yield Edit(start, place + 1, f"{forms.article(adjective)} {adjective} {noun}")
        else:
            yield Edit(start + 1, place + 1, f"{adjective} {noun}")


_AFTER_ITS_NOUN = frozenset(
    "alone alive asleep awake available possible necessary present responsible full open closed "
    "ready free empty wrong right worth due old enough late early ill sick dead like such last "
    "next first more less better worse overnight online abroad total extra apart wide high deep "
    "broad thick tall long yesterday tomorrow alike afloat afraid ago".split()
)


def _plain_adjective(sentence: Sentence, index: int) -> bool:
    """A word that is an adjective and nothing else, and that describes the noun it stands by."""
    word = sentence.low(index)
    if sentence.tag(index) != "JJ" or word in _AFTER_ITS_NOUN:
        return False
    return forms.readings(word) <= {"ADJ"} and bool(forms.readings(word))


def _changes_object(sentence: Sentence, article: int) -> bool:
    """ "Paint a door blue", "such a day long": the adjective is not the noun's own."""
    verbs = frozenset(
        "paint make keep find consider leave dye colour get think turn cut call".split()
    )
    return any(
        sentence.tokens[i].verb.lemma in verbs for i in range(max(0, article - 3), article)
    ) or sentence.low(article - 1) in ("such", "what", "quite", "as", "too", "so")
