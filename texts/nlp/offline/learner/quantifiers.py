"""Number of a noun after numbers and quantifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.tokens import Sentence

_NEVER_PLURAL = {
    forms.regular_plural(noun): noun
    for noun in (
        "advice information homework housework furniture equipment luggage baggage evidence "
        "progress traffic software hardware machinery jewellery jewelry scenery garbage "
        "rubbish cutlery underwear clothing electricity laughter unemployment feedback "
        "paperwork sunshine applause knowledge transportation pollution bread "
        "happiness weather music money research luck stuff "
        "violence courage patience employment help mail poetry behaviour "
    ).split()
} | {"informations": "information", "advices": "advice", "monies": "money", "softwares": "software"}
_ALSO_REAL = frozenset({"helps", "researches", "breads", "behaviours", "monies"})
_AFTER_NUMBER = ("NN", "VB", "VBP")
_MEASURES = frozenset(
    "hundred thousand million billion dozen percent per pm am o'clock baht yen yuan rand "
    "people fish sheep series species deer aircraft point half foot pound hertz mph kilo euro "
    "cent more other less of times sugar water tea coffee juice bread rice milk money news "
    "adult street avenue class degree part chapter page room number gate platform bus route "
    "stone yesterday tomorrow today tonight day-old level grade version phase type category one "
    "piece star p.m. a.m.".split()
)


def false_plural(sentence: Sentence) -> Iterator[Edit]:
    """ "informations", "furnitures"."""
    for index, token in enumerate(sentence.tokens):
        if token.lower not in _NEVER_PLURAL or token.is_proper:
            continue
        if token.lower in _ALSO_REAL and (token.tag != "NNS" or token.lower == "researches"):
            continue
        if token.lower == "helps":
            continue
        if sentence.low(index + 1) in ("'", "’") or (token.tag == "VBZ" and token.verb.tags):
            continue
        if token.lower == "weathers" and sentence.low(index - 1) == "all":
            continue
        word = _NEVER_PLURAL[token.lower]
        before = sentence.low(index - 1)
        if before in ("many", "several", "few", "these", "those"):
            swap = {"many": "a lot of", "several": "some", "few": "little"}
            swap |= {"these": "this", "those": "that"}
            start = index - 1
            new = swap[before]
            if before in ("many",) and sentence.low(index - 2) in ("so", "too", "how", "as", "not"):
                new = "much"
            if before == "few" and sentence.low(index - 2) == "a":
                start, new = index - 2, "a little"
            yield Edit(start, index + 1, f"{new} {word}")
        elif before in SETS["number"] or before == "one":
            piece = "piece" if before == "one" else "pieces"
            yield Edit(index, index + 1, f"{piece} of {word}")
        elif before in ("an", "a"):
            yield Edit(index - 1, index + 1, f"some {word}")
        else:
            yield Edit(index, index + 1, word)


def plural_after_number(sentence: Sentence) -> Iterator[Edit]:
    """ "three brother", "two big window"."""
    for index, token in enumerate(sentence.tokens[:-1]):
        digits = token.lower.isdigit() and 2 <= int(token.lower) < 1000
        if token.lower not in SETS["number"] and not digits:
            continue
        if sentence.tag(index - 1) in ("NNP", "NN") or sentence.low(index - 1) in (
            "/",
            "-",
        ):
            continue
        place = index + 1
        while sentence.tag(place) in ("JJ", "JJR") and place < index + 3:
            place += 1
        if place >= len(sentence):
            continue
        noun = sentence.tokens[place]
        if sentence.low(place - 1) in ("next", "last", "past", "first", "other", "of", "or"):
            continue
        if noun.lower in _MEASURES or noun.noun in _MEASURES or noun.noun != noun.lower:
            continue
        if noun.is_proper or noun.lower in SETS["uncountable"] or sentence.tag(place - 1) == "CC":
            continue
        if noun.tag not in _AFTER_NUMBER or sentence.tag(place + 1) in (
            "NN",
            "NNS",
            "POS",
            "NNP",
            "VBG",
        ):
            continue
        if noun.tag != "NN" and (place > index + 1 or not _noun_first(noun.lower)):
            continue
        if (
            sentence.low(place + 1) in ("'s", "-", "away")
            or sentence.tokens[place].start == token.end
        ):
            continue
        if sentence.low(index - 1) in ("one", "the", "at", "half") and place > index + 1:
            continue
        if (
            sentence.low(index - 1)
            in ("at", "past", "to", "about", "until", "till", "by", "around")
            and noun.tag != "NN"
        ):
            continue
        yield Edit(place, place + 1, forms.plural(noun.lower))


def _noun_first(word: str) -> bool:
    return (
        word
        in (
            "book year week month day hour minute student child friend dog cat car house room "
            "sister "
            "brother question answer phone ticket apple cup bottle glass time window door language"
        ).split()
    )


_QUANTIFIERS = {
    "many": "many",
    "several": "several",
    "various": "various",
    "both": "both",
}


def plural_after_quantifier(sentence: Sentence) -> Iterator[Edit]:
    """ "many country", "a lot of car", "one of my friend"."""
    for index in range(len(sentence) - 1):
        start = _quantifier_end(sentence, index)
        if not start:
            continue
        place = start
        while sentence.tag(place) == "JJ" and place < start + 2:
            place += 1
        if place >= len(sentence):
            continue
        noun = sentence.tokens[place]
        if sentence.tokens[index].first and noun.verb.tags and sentence.tag(place + 1) == "IN":
            continue
        if noun.tag != "NN" or noun.is_proper or noun.noun != noun.lower:
            continue
        if (
            noun.lower in SETS["uncountable"]
            or noun.lower in _MASS
            or noun.lower in SETS["indefinite"]
        ):
            continue
        if (
            sentence.tag(place + 1) in ("NN", "NNS", "NNP", "POS", "VBG")
            or sentence.low(place + 1) == "'s"
        ):
            continue
        if forms.plural(noun.lower) == noun.lower or not _countable(sentence, index, noun.lower):
            continue
        yield Edit(place, place + 1, forms.plural(noun.lower))


_MASS = frozenset(
    "a time one people fish sheep few many more other kind sort type family government team police "
    "another way lot little thing offspring aircraft hundred thousand million dozen staff "
    "crew cast "
    "public audience group class gang band party couple pair rest set cattle youth number kind own "
    "opposition enemy population committee council board jury press media crowd army".split()
)
_SURE = frozenset(
    "car book friend student problem question country city town person tourist house shop tree "
    "animal dog cat bird flower idea mistake restaurant job game teacher picture photo toy "
    "building street tourist film movie song word child woman man girl boy brother sister cousin "
    "language place thing reason letter email bag ticket egg apple banana orange tomato potato "
    "computer phone bus train bicycle museum park hotel colleague neighbour day week month year "
    "hour minute test exam lesson gift present story class window door chair table party "
    "bridge lake river mountain island village beach sport hobby dream plan project company "
    "member player fan singer actor guest customer client colour shoe dress shirt cup glass plate "
    "bottle chapter page poem poster advert website app video".split()
)


def _countable(sentence: Sentence, index: int, noun: str) -> bool:
    """ "A lot of" also takes uncountable nouns, so there only sure countables are changed."""
    if sentence.low(index) in (
        "lot",
        "lots",
        "some",
        "plenty",
        "all",
        "most",
        "other",
        "no",
        "many",
        "few",
    ) and (sentence.low(index + 1) == "of" or sentence.low(index) == "all"):
        return noun in _SURE
    return True


_PARTITIVES = frozenset({"some", "most", "all"})
_SOME_OF = frozenset({"many", "few", "several"})
_DEFINITE = frozenset({"my", "your", "his", "her", "our", "their", "the", "these"})


def _quantifier_end(sentence: Sentence, index: int) -> int:
    """Index after a quantifier at ``index`` that asks for a plural, or 0."""
    word, before, after = sentence.low(index), sentence.low(index - 1), sentence.low(index + 1)
    if word in ("many", "several", "various"):
        if after in ("a", "an", "of") or (before in ("how", "the") and word != "many"):
            return 0
        return index + 1
    if word == "both" and sentence.tag(index + 1) in ("NN", "JJ"):
        return index + 1 if sentence.low(index + 2) not in ("and",) else 0
    if word in ("lot", "lots", "plenty") and after == "of":
        return index + 2
    if word == "few" and before in ("a", "very", "too", "so") and after != "of":
        return index + 1
    if word == "one" and after == "of" and sentence.tag(index + 2) in ("DT", "PRP$"):
        if sentence.low(index + 2) in ("this", "that", "a"):
            return 0
        place = index + 3
        return place + 1 if sentence.low(place) in ("most", "best") else place
    if after == "of" and sentence.low(index + 2) in _DEFINITE:
        sure = word in _SOME_OF | SETS["number"]
        plural_verb = sentence.low(index + 4) in ("are", "were", "have")
        return index + 3 if sure or (word in _PARTITIVES and plural_verb) else 0
    if word == "all" and sentence.low(index + 1) in _SURE - SETS["unit"]:
        plural_verb = sentence.tag(index + 2) in ("VBP", "VBD", "MD")
        return index + 1 if sentence.tag(index + 1) == "NN" and plural_verb else 0
    if word == "both" and sentence.low(index + 1) in _DEFINITE:
        coordinated = any(sentence.low(i) == "and" for i in range(index + 2, index + 7))
        return 0 if coordinated else index + 2
    if word == "couple" and after == "of":
        return index + 2
    return 0


def much_many(sentence: Sentence) -> Iterator[Edit]:
    """ "much books", "many water", "a few money", "less people"."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in ("much", "many", "few", "little", "less", "fewer", "amount"):
            continue
        place = index + 1
        while sentence.tag(place) in ("JJ",) and place < index + 3:
            place += 1
        if place >= len(sentence):
            continue
        noun = sentence.tokens[place]
        plural = (forms.is_plural(noun.lower) and noun.tag == "NNS") or noun.lower in (
            "people",
            "children",
        )
        mass = noun.lower in SETS["uncountable"] | _ALSO_MASS and noun.tag == "NN"
        if sentence.tag(place + 1) in ("NN", "NNS") or sentence.low(place + 1) == "'s":
            continue
        if noun.lower in SETS["singular_s"] | {"means", "thanks"}:
            continue
        if token.first and mass and noun.verb.tags:
            continue
        if (
            token.lower == "much"
            and plural
            and place <= index + 2
            and sentence.low(index - 1) != "very"
        ):
            yield Edit(index, index + 1, "many")
        elif (
            token.lower == "many"
            and mass
            and place == index + 1
            and noun.lower not in ("work", "light")
        ):
            new = "much"
            yield Edit(index, index + 1, new)
        elif token.lower in ("few", "fewer") and mass and place == index + 1:
            yield Edit(index, index + 1, "little" if token.lower == "few" else "less")
        elif token.lower == "little" and plural and place == index + 1:
            if noun.lower in ("people",) or _size(sentence, index):
                continue
            yield Edit(index, index + 1, "few")
        elif (
            token.lower == "less"
            and plural
            and place == index + 1
            and (
                sentence.low(index - 1) not in ("or", "no")
                and noun.lower not in SETS["units"] | _UNITS
            )
        ):
            yield Edit(index, index + 1, "fewer")


_UNITS = frozenset(
    "dollars euros pounds miles kilometres percent points kilos metres calories words items".split()
)
_ALSO_MASS = frozenset(
    "water salt sugar milk coffee tea juice oil butter cheese meat soup wine beer petrol gas "
    "energy space love time-off sleep snow ink paint flour honey chocolate cash hope attention "
    "pepper rain noise work time fun stress pressure food pain trouble help damage respect "
    "freedom light pollution sun patience information".split()
)


def _size(sentence: Sentence, index: int) -> bool:
    """ "Little" before a plural means size ("two little boys") unless "a", "very" or a start."""
    return sentence.low(index - 1) not in (
        "very",
        "so",
        "too",
        "a",
        "only",
        "have",
        "has",
        "had",
        "as",
    )


def singular_after_each(sentence: Sentence) -> Iterator[Edit]:
    """ "Every days", "each students", "another problems", "a books"."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in ("every", "each", "another", "a", "an"):
            continue
        noun = sentence.tokens[index + 1]
        if (
            token.lower == "each"
            and noun.verb.tags
            and sentence.tag(index + 2) in ("CD", "DT", "JJ", "PRP$")
        ):
            continue
        place = index + 1
        if (
            sentence.tag(place) == "JJ"
            and place + 1 < len(sentence)
            and token.lower in ("every", "each")
        ):
            place += 1
            noun = sentence.tokens[place]
        if noun.tag != "NNS" or not forms.is_plural(noun.lower) or noun.is_proper:
            continue
        if noun.lower in SETS["plural_only"] | SETS["singular_s"] | _INVARIANT | SETS["number"]:
            continue
        if any(sentence.low(i) in SETS["number"] for i in range(index + 1, place + 1)):
            continue
        if sentence.tag(place + 1) in ("NN", "NNS", "POS") or sentence.low(place + 1) in (
            "'",
            "’",
            "'s",
        ):
            continue
        if token.lower in ("a", "an"):
            if sentence.low(place + 1) in ("of",) or sentence.tag(place + 1) not in (
                ".",
                "IN",
                "CC",
                ",",
                "VBZ",
                "TO",
                "VBD",
            ):
                continue
        yield Edit(place, place + 1, noun.noun)


_INVARIANT = frozenset(
    "means series species crossroads headquarters works gallows barracks lens bus gas class "
    "boss glass kiss dress mess miss pass press loss cross us focus virus bonus campus bias "
    "shambles innings biceps triceps sweepstakes kudos whereabouts savings congratulations "
    "canvas atlas thesis crisis basis analysis oasis people news few".split()
)


_COMPOUND = re.compile(
    r"([a-z]+|\d+)-(years|days|weeks|months|hours|minutes|metres|meters|miles|stars|pounds|pages)"
    r"(-old|-long|-high|-deep)?"
)


def compound_plural(sentence: Sentence) -> Iterator[Edit]:
    """ "A five-years-old girl"."""
    for index, token in enumerate(sentence.tokens):
        match = _COMPOUND.fullmatch(token.text)
        if (match and match[1] in SETS["number"] | {"one", "hundred"}) or (
            match and match[1].isdigit()
        ):
            yield Edit(index, index + 1, f"{match[1]}-{match[2][:-1]}{match[3] or ''}")
