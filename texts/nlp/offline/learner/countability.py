"""Countable and uncountable nouns, quantifiers, number of nouns."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.tokens import Sentence

_NEVER_PLURAL = {
    forms.regular_plural(noun): noun
    for noun in (
        "advice information homework housework furniture equipment luggage baggage evidence "
        "progress traffic software hardware machinery jewellery jewelry scenery garbage "
        "rubbish cutlery underwear clothing electricity laughter unemployment feedback "
        "paperwork sunshine applause knowledge transportation pollution bread "
        "happiness weather music money research luck stuff permission accommodation "
        "violence courage patience employment help mail poetry behaviour vocabulary"
    ).split()
} | {"informations": "information", "advices": "advice", "monies": "money", "softwares": "software"}
_ALSO_REAL = frozenset({"helps", "researches", "breads", "behaviours", "monies"})
_AFTER_NUMBER = ("NN", "VB", "VBP")
_MEASURES = frozenset(
    "hundred thousand million billion dozen percent per pm am o'clock baht yen yuan rand "
    "people fish sheep series species deer aircraft point half foot pound hertz mph kilo euro "
    "cent more other less of times sugar water tea coffee juice bread rice milk money news "
    "adult street avenue class degree part chapter page room number gate platform bus route "
    "yesterday tomorrow today tonight day-old level grade version phase type category one piece star p.m. a.m.".split()
)


def _false_plural(sentence: Sentence) -> Iterator[Edit]:
    """ "informations", "furnitures"."""
    for index, token in enumerate(sentence.tokens):
        if token.lower not in _NEVER_PLURAL or token.is_proper:
            continue
        if token.lower in _ALSO_REAL and (token.tag != "NNS" or token.lower == "researches"):
            continue
        if token.lower == "helps":
            continue
        if sentence.low(index + 1) in ("'", "’") or token.tag == "VBZ" and token.verb.tags:
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


def _plural_after_number(sentence: Sentence) -> Iterator[Edit]:
    """ "three brother", "two big window"."""
    for index, token in enumerate(sentence.tokens[:-1]):
        digits = token.lower.isdigit() and 2 <= int(token.lower) < 1000
        if token.lower not in SETS["number"] and not digits:
            continue
        if (
            sentence.tag(index - 1) in ("NNP", "NN")
            and digits
            or sentence.low(index - 1) in ("/", "-")
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
            "book year week month day hour minute student child friend dog cat car house room sister "
            "brother question answer phone ticket apple cup bottle glass time window door language"
        ).split()
    )


_QUANTIFIERS = {
    "many": "many",
    "several": "several",
    "various": "various",
    "both": "both",
}


def _plural_after_quantifier(sentence: Sentence) -> Iterator[Edit]:
    """ "many country", "a lot of car", "one of my friend"."""
    for index, token in enumerate(sentence.tokens[:-1]):
        start = _quantifier_end(sentence, index)
        if not start:
            continue
        place = start
        while sentence.tag(place) == "JJ" and place < start + 2:
            place += 1
        if place >= len(sentence):
            continue
        noun = sentence.tokens[place]
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
    "another way lot little thing".split()
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
    if sentence.low(index) in ("lot", "lots", "some", "plenty", "all", "most", "other", "no"):
        return noun in _SURE
    return True


def _quantifier_end(sentence: Sentence, index: int) -> int:
    """Index after a quantifier at ``index`` that asks for a plural, or 0."""
    word, before, after = sentence.low(index), sentence.low(index - 1), sentence.low(index + 1)
    if word in ("many", "several", "various"):
        if after in ("a", "an", "of") or before in ("how", "the") and word != "many":
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
    if word == "couple" and after == "of":
        return index + 2
    return 0


def _much_many(sentence: Sentence) -> Iterator[Edit]:
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
        mass = noun.lower in SETS["uncountable"] | _ALSO_MASS and noun.tag in (
            "NN",
            "VB",
            "VBP",
            "JJ",
        )
        if sentence.tag(place + 1) in ("NN", "NNS") or sentence.low(place + 1) == "'s":
            continue
        if noun.lower in SETS["singular_s"] | {"means", "thanks"}:
            continue
        if (
            token.lower == "much"
            and plural
            and place <= index + 2
            and sentence.low(index - 1) != "very"
        ):
            yield Edit(index, index + 1, "many")
        elif token.lower == "many" and mass and place == index + 1:
            new = "much"
            yield Edit(index, index + 1, new)
        elif token.lower in ("few", "fewer") and mass and place == index + 1:
            yield Edit(index, index + 1, "little" if token.lower == "few" else "less")
        elif token.lower == "little" and plural and place == index + 1:
            if noun.lower in ("people",) or _size(sentence, index):
                continue
            yield Edit(index, index + 1, "few")
        elif token.lower == "less" and plural and place == index + 1:
            if (
                sentence.low(index - 1) not in ("or", "no")
                and noun.lower not in SETS["units"] | _UNITS
            ):
                yield Edit(index, index + 1, "fewer")


_UNITS = frozenset(
    "dollars euros pounds miles kilometres percent points kilos metres calories words items".split()
)
_ALSO_MASS = frozenset(
    "water salt sugar milk coffee tea juice oil butter cheese meat soup wine beer petrol gas "
    "energy space love time-off sleep snow ink paint flour honey chocolate cash hope attention "
    "experience-less pepper rain".split()
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


def _singular_after_each(sentence: Sentence) -> Iterator[Edit]:
    """ "Every days", "each students", "another problems", "a books"."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in ("every", "each", "another", "a", "an"):
            continue
        noun = sentence.tokens[index + 1]
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
    "canvas atlas thesis crisis basis analysis oasis people news few".split()
)


RULES: tuple[Rule, ...] = (
    Rule(
        id="uncountable-plural",
        explanation="This noun cannot be counted, so it has no plural.",
        example="My son has a lot of homework tonight.",
        topic="uncountable-nouns-advice-information",
        find=_false_plural,
        priority=3,
    ),
    Rule(
        id="plural-after-number",
        explanation="After a number greater than one the noun is plural.",
        example="I have three brothers.",
        topic="plural-nouns",
        find=_plural_after_number,
    ),
    Rule(
        id="plural-after-quantifier",
        explanation="After “many”, “several”, “a lot of”, “one of” and the like the noun is plural.",
        example="I have visited many countries.",
        topic="much-many-a-lot-of",
        find=_plural_after_quantifier,
    ),
    Rule(
        id="much-many",
        explanation="“Many” and “few” go with plural nouns, “much” and “little” with uncountable ones.",
        example="How many books do you read?",
        topic="much-many-a-lot-of",
        find=_much_many,
        priority=1,
    ),
    Rule(
        id="singular-after-each",
        explanation="After “every”, “each”, “another” and “a” the noun is singular.",
        example="Every day I take the bus.",
        topic="quantifiers-each-every-all",
        find=_singular_after_each,
    ),
    Rule(
        id="uncountable-article",
        explanation="This noun cannot be counted: use “some”, “a piece of” or no article.",
        example="Can you give me some advice?",
        topic="uncountable-nouns-advice-information",
        rows=table("""
            what a very|so? bad|good|great|terrible|lovely|beautiful|wonderful|nice|horrible|awful
            .. luck|weather|news|music|traffic|furniture|advice|behaviour -> what {3} {4}
            make|makes|made|making a good|great|real|big|excellent|much? progress -> {0} {2} progress
            a|an good|great|bad|new|useful|important|interesting|little|nice|terrible|excellent|heavy|old
            .. advice|information|homework|furniture|equipment|luggage|baggage|news|evidence|progress|traffic|software|feedback|research|weather|luck|accommodation|knowledge|music|behaviour|health
            .. -> {1} {2} ? !nexttag:NN|NNS known:1,good|great|bad|new|useful|important|interesting|nice|terrible|excellent|heavy|old !known:2,knowledge
            have|has|had a patience|luck|permission|courage|fun -> {0} {2} ? !nexttag:NN|NNS
            gave|give|gives|given|got|get|had|has|have|without|need|asked @NP? for? a permission -> {0} {1} {2} permission
            [ a ] permission -> permission ? nexttag:TO|IN|.
            in a traffic -> in traffic ? !nexttag:NN|NNS
            a bread|cheese|toast -> some {1} ? !nexttag:NN|NNS|JJ !next:and|-
            a money -> some money ? !nexttag:NN
            a homework -> some homework ? !nexttag:NN|NNS
            an|a advice|advise -> some advice ? !nexttag:NN|NNS
            an information -> some information ? !nexttag:NN|NNS
            an accommodation -> accommodation ? !nexttag:NN|NNS prev:find|for|found|need|book
            two|three|four|several|many breads -> {0} loaves of bread
        """),
        priority=3,
    ),
    Rule(
        id="hair",
        explanation="“Hair” on the head is uncountable.",
        example="She has brown hair.",
        topic="countable-and-uncountable-nouns",
        rows=table("""
            my|your|his|her|their|our hairs -> {0} hair
            long|short|brown|black|blonde|blond|dark|curly|straight|red|fair|grey|gray|beautiful|wet hairs -> {0} hair
        """),
        priority=3,
    ),
    Rule(
        id="noun-number",
        explanation="The number of this noun is different in English.",
        example="He has a five-year-old daughter.",
        topic="plural-nouns",
        rows=table("""
            hundreds|thousands|millions <NNS|people> -> {0:sg} {1} ? prevtag:CD
            <CD>|$number [ hundreds|thousands|millions|dozens ] <NNS|people>&!years|of -> {1:sg}
            a five|two|three|four|six|seven|eight|nine|ten years old <NN> -> a {1}-year-old {4}
            $number|<CD> years old daughter|son|boy|girl|child|man|woman|house|car|dog -> {0}-year-old {3}
            a|an|the|my|our $number|<CD> days|weeks|hours|minutes|months|years|stars|miles|pages
            .. trip|journey|course|holiday|walk|drive|break|hotel|flight|visit|contract|vacation|film|book|meeting|ride|tour|training|exam
            .. -> {0} {1}-{2:sg} {3}
            work|working experiences -> work experience
            years of experiences -> years of experience
            have|has|had|got|much|lot|more of? experiences in|with|as -> {0} {1} experience {3}
            a <JJ>? peoples -> {1} people ? !tag:0,DT
            many|some|these|those|other|most|all|few|young|old|poor|rich|nice|friendly peoples -> {0} people ? !next:of
            peoples -> people ? nexttag:VBP|VBD|VB|MD|WP|IN !prev:the|indigenous|these|those|two !prevtag:JJ !next:of
            childs|childrens|childrens' -> children ? !has:'
            mens -> men ? !glued:0
            womens -> women
            a|an|one|this|that|every|each childrens|children -> {0} child ? !next:'s|' !nexttag:NN
            a|an|one|every|each people -> {0} person ? !nexttag:NN|NNS !next:of|'s|'
            one|every|each men -> {0} man
            a|one|every|each women -> {0} woman ? !nexttag:NN|NNS !next:'s
            a trousers|jeans|scissors|glasses|pants|shorts -> a pair of {1} ? !next:of
            a new|nice|blue|black|red|white|big|good trousers|jeans|scissors|glasses|pants|shorts -> a {1} pair of {2} ? known:1,new|nice|good
            a blue|black|red|white|big trousers|jeans|scissors|shorts -> a pair of {1} {2}
            two|three|four trousers|jeans|scissors|pants|shorts -> {0} pairs of {1}
            other peoples|persons -> other people
            a lot of|persons? persons -> a lot of people
            many|few|some|several|young|more|other persons -> {0} people
            a news -> some news ? !nexttag:NN|NNS|NNP
            my|your|his|her|our|their|good|bad|these|those news are|were -> {0} news is ? !known:0,these|those
            these|those news are -> this news is
            these|those news -> this news ? !nexttag:NN|NNS
            a lots of -> lots of
            lot of <NNS|NN> -> a lot of {2} ? !prev:a|the|whole|awful|quite|this|that|parking|job|odd|bad|'s
            a lot <NNS> -> a lot of {2} ? plural:2 !known:2,times|days|lots|years
            plenty <NNS> -> plenty of {1} ? plural:1
            much of <NNS> -> many {2} ? first
            too much <JJ>&!little|of END -> too {2} ? !known:2,much|more|good prev:is|are|was|were|'s|'m|am|feel
            =be|'s|'m too much <JJ>&tired|big|small|hot|cold|expensive|difficult|late|early|hard|easy|long|short|old|young|slow|fast|far|noisy|busy|heavy
            .. -> {0} too {3}
        """),
        priority=2,
    ),
)
