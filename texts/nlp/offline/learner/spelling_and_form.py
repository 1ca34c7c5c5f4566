"""Spelling, capital letters and the wrong member of a word family."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.irregular import OVER_REGULAR
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.misspellings import MISSPELLINGS
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.tokens import Sentence


def _known_misspelling(sentence: Sentence) -> Iterator[Edit]:
    for index, token in enumerate(sentence.tokens):
        right = MISSPELLINGS.get(token.lower)
        if right and not token.is_proper:
            yield Edit(index, index + 1, right)


def _inflection_spelling(sentence: Sentence) -> Iterator[Edit]:
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


_SUFFIXES = (("ing", "VBG"), ("ed", "VBD"), ("es", "VBZ"), ("s", "VBZ"))


def _respelled(word: str) -> str:
    """The real inflected form that ``word`` misspells at its joint, or an empty string."""
    for suffix, tag in _SUFFIXES:
        if not word.endswith(suffix):
            continue
        stem = word.removesuffix(suffix)
        for lemma in _stems(stem):
            if suffix in ("es", "s"):
                noun = forms.plural(lemma) if forms.noun_lemma(lemma) == lemma else ""
                if noun and noun != word and noun[:2] == word[:2]:
                    return noun
            if "VB" in forms.verb_reading(lemma).tags:
                right = forms.verb(lemma, tag)
                if right != word and right.endswith(suffix[-1]) and forms.readings(right):
                    return right
    return ""


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
    "china": ("in", "from", "to"),
    "turkey": ("in", "from", "to"),
    "jordan": ("in", "from", "to"),
    "chile": ("in", "from", "to"),
}


def _capital(sentence: Sentence) -> Iterator[Edit]:
    """Days, months, languages, nationalities and countries take a capital letter."""
    for index, token in enumerate(sentence.tokens):
        if not token.text[0].islower():
            continue
        special = sentence.low(index - 1) in _SPECIAL.get(token.lower, ())
        month = token.lower in ("may", "march", "august") and (
            sentence.low(index - 1) in ("in", "last", "next", "since")
            and not sentence.tag(index + 1).startswith("VB")
            and sentence.low(index - 1) != "in"
            or sentence.low(index - 1) == "in"
            and token.lower != "march"
            or sentence.tag(index - 1) == "CD"
            and sentence.low(index - 1).rstrip("stndrh").isdigit()
        )
        if token.lower in _NAMES and sentence.low(index + 1) != "-" or special or month:
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


def _adverb_needed(sentence: Sentence) -> Iterator[Edit]:
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
        if verb is None or sentence.low(verb) in ("finish", "open") and after == "IN":
            continue
        if (
            sentence.low(index + 1) == "and"
            and sentence.tag(index + 2) == "JJ"
            or after == "IN"
            and token.lower == "clear"
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


RULES: tuple[Rule, ...] = (
    Rule(
        id="misspelling",
        explanation="The word is spelled differently.",
        example="I will definitely come.",
        find=_known_misspelling,
        priority=3,
    ),
    Rule(
        id="inflection-spelling",
        explanation="The spelling changes when this ending is added.",
        example="She is studying for her exams.",
        find=_inflection_spelling,
        priority=2,
    ),
    Rule(
        id="capital-letter",
        explanation="Days, months, languages, nationalities and countries take a capital letter.",
        example="My next exam is on Monday.",
        topic="capital-letters-and-full-stops",
        find=_capital,
        priority=-2,
    ),
    Rule(
        id="adverb-of-manner",
        explanation="A verb is described by an adverb, which usually ends in “-ly”.",
        example="My neighbour drives very carefully.",
        topic="adverbs-of-manner",
        find=_adverb_needed,
        rows=table("""
            [ real|extreme|incredible|terrible|absolute|complete|total ] good|tired|difficult|easy|important|expensive|beautiful|nice|hard|happy|cold|hot|big|bad|interesting|boring|right|different|wrong|impossible
            .. -> {0:ly} ? !prevtag:DT prev:is|was|are|were|am|'m|'s|'re|feel|so
        """),
    ),
    Rule(
        id="irregular-plural",
        explanation="This noun has an irregular plural.",
        example="My aunt has three children.",
        topic="irregular-plurals",
        rows=table("""
            childs|childrens|childrends -> children ? !next:'|play
            tooths|teeths -> teeth
            foots|feets -> feet ? !known:0,foots
            foots -> feet ? prevtag:CD|PRP$|DT
            mans -> men ? prevtag:CD|JJ|DT tag:0,NNS
            womans|womens -> women
            mouses -> mice ? !prev:computer
            sheeps -> sheep
            deers -> deer
            fishs -> fish
            knifes -> knives ? tag:0,NNS
            wifes -> wives
            lifes -> lives
            leafs -> leaves ? prevtag:DT|JJ|CD
            shelfs|shelfes -> shelves
            halfs -> halves
            wolfs -> wolves
            thiefs -> thieves
            potatos -> potatoes
            tomatos -> tomatoes
            heros -> heroes
            persons -> people ? prev:many|two|three|four|five|few|some|several|young|old|of
            gooses -> geese
            policemans -> policemen
            businessmans -> businessmen
            oxes -> oxen
            aircrafts -> aircraft
            offsprings -> offspring
            criterias -> criteria
            phenomenons -> phenomena
        """),
        priority=4,
    ),
    Rule(
        id="negative-prefix",
        explanation="This adjective takes another prefix.",
        example="It is impossible to finish the work in one day.",
        rows=table("""
            unpossible|inpossible|dispossible -> impossible
            unpolite|inpolite|dispolite -> impolite
            unregular|inregular -> irregular
            unlegal|inlegal -> illegal
            unpatient|inpatient -> impatient ? known:0,unpatient
            unperfect|inperfect -> imperfect
            unresponsible -> irresponsible
            uncorrect|discorrect -> incorrect
            uncomplete -> incomplete
            unvisible -> invisible
            undependent -> independent
            unexpensive|disexpensive -> inexpensive
            unmature -> immature
            unmoral -> immoral
            unlogical|inlogical -> illogical
            unhonest|inhonest -> dishonest
            unagree|inagree -> disagree
            unlike -> dislike ? prev:i|we|they|you !next:my|other|most|the|his|many
            inhappy|dishappy -> unhappy
            inusual|disusual -> unusual
            inlucky|dislucky -> unlucky
            infair|disfair -> unfair
            inkind -> unkind
            inhealthy|dishealthy -> unhealthy
            inable -> unable
            disconfortable|discomfortable|incomfortable|uncomfortble -> uncomfortable
            insecured -> insecure
            unsure|insure -> unsure ? known:0,insure prev:am|'m|is|are
            unadequate -> inadequate
            uneffective -> ineffective
            unability -> inability
            unequality -> inequality
        """),
        priority=4,
    ),
    Rule(
        id="word-family",
        explanation="Another member of the word family is needed here: noun, verb or adjective.",
        example="Texting while you drive is very dangerous.",
        rows=table("""
            very|so|too|really|more|extremely|is|are|was|were|'s [ danger ] END -> dangerous ? !prev:there
            very|so|too|more [ danger|danger ] to|for|because|and|in -> dangerous
            is|are|was|be [ danger ] to|for|because -> dangerous ? !prev:there|in known:0,is|are|be
            the [ important ] of -> importance
            the [ different ] between -> difference ? !prev:are|is
            a|any|no|big|some|many|main [ different|differents ] between -> difference
            very|so|too|more|really|be|are|were|become|is|was [ success ] END -> successful ? !prev:a !known:0,is|was|be|are|were|become
            very|so|too|more|really [ success ] -> successful ? !nexttag:NN
            a [ success ] businessman|man|woman|person|company|business|project|career -> successful
            to|can|will|must [ success ] in|END -> succeed ? !known:0,to
            very|so|too|more|really [ health|beauty|noise|happiness|confidence|hunger|anger|intelligence|interest|comfort|patience|jealousy|luck|pain|silence|truth|strength|wealth|wind|sun|cloud|rain|fog|ease|poverty|kindness|sadness|safety|freedom|difficulty|pride|thirst ] END
            .. -> {1:adjective} ? !prev:in|a|the
            very|so|too|more|really [ beauty|noise|difficulty|happiness|importance|health|patience|safety ] place|city|girl|person|for|to|and|because|in|house|woman|day|food -> {1:adjective} ? !known:0,more
            =be|'s|'m|'re not|n't [ patience|confidence|happiness|safety|honesty ] END -> {2:adjective}
            have|has|had|need|with|without|his|her|my [ patient|confident ] END -> {1:noun} ? !known:0,his|her|my|with
            have|has|had|need|n't|no|much|more|of|great [ confident ] -> confidence ? !prevtag:RB known:0,have|has|had|no|great|much
            have|has|had|need|no|much|great [ patient ] with|END -> patience ? known:0,have|has|no|much|great
            in|for|of|his|her|my|about [ safe ] END -> safety ? known:0,his|her|my
            my|his|her|their|the [ believe|believes ] in|that|is|are|about -> belief ? known:1,believe !prevtag:IN
            a|my|your|good|best|bad|the|right|no|difficult|wrong [ choose|chose ] END -> choice ? !prev:to !known:0,no
            a|my|your|good|best|bad|the|right|wrong [ choose ] is|for|of|to -> choice
            the [ long|deep|wide|high|strong|warm|hot|poor|free ] of -> {1:noun} ? !next:it
            the [ happy|sad|beautiful|difficult|possible|kind|rich|dangerous|poor|healthy|lonely|weak|cruel|sick|ill ] of my|the|her|his|this|life|a -> {1:noun}
            a|the|big|great|good [ solve ] to|for|of|END -> solution
            hardly|ca|can|could|to|n't|deep|deeply [ breath ] in|here|well|properly|END|because -> breathe ? known:0,hardly|ca|can|could|to|n't
            can|could|hardly|to n't|? [ breath ] END -> breathe
            take|took|deep|a|my|your|his|her|out [ breathe ] END -> breath ? known:0,deep|a|my|your|his|her
            a deep [ breathe ] -> breath
            [ bath ] in the sea|river|lake -> bathe ? prev:to|can
            can|could|you|to|will|please [ advice ] me|us|him -> advise
            =be|'s|'m|'re very|so|really? [ interest ] in|to -> interested ? !prev:of|no|there|in !known:2,to
            very|so|really [ interest ] book|film|story|place|article|idea|thing -> interesting
            very|so|really [ interest ] END -> interesting ? before:it|this|that|was|is|film|book
            is|was|are very|so|really? [ tire|bore|excite|surprise|confuse|disappoint ] END -> {2:VBG} ? !has:there|no|a before:it|this|film|book|lesson
            i am|'m|was very|so|really? [ tire|bore|excite|confuse|disappoint|worry|surprise ] -> {3:VBN} ? !nexttag:NN
            am|'m|is|are|was|very|so [ worry|worries ] about -> worried ? known:1,worry
            [ everyday ] i|we|he|she|they|at|in END? -> every day ? !nexttag:NN
            [ everyday ] END -> every day
            [ every day ] life|english|language|clothes|things|conversation|objects -> everyday ? !prev:of
            [ some times ] i|we|he|she|they -> sometimes
            [ sometime ] i|we|he|she|they -> sometimes ? first
            [ may be ] i|we|he|she|they|you|it -> maybe ? first
            i|he|she|they|you|we [ maybe ] late|right|wrong|there|able|at|in|tired -> may be
            [ a lot of|alot of|alot ] -> a lot ? known:0,alot
            [ alot ] -> a lot
            [ infront ] -> in front
            [ eachother ] -> each other
            [ aswell ] -> as well
            [ atleast ] -> at least
            [ thankyou ] -> thank you
            [ nevermind ] -> never mind
            [ incase ] -> in case
            [ inspite ] -> in spite
            [ with out ] -> without
            [ in to ] the -> into ? prev:go|went|come|came|get|got|walk|walked|jump|fell|ran
            [ can 't ] -> can't
            danger|noise animal|street|dog -> {0:adjective} {1} ? known:0,danger
            the [ die ] of -> death
            since|after my|his|her|their <NN> [ dead|die ] END -> died
            an|the english people -> {0} english person ? known:0,an
            speak|speaks|learn|study|speaking [ germany|france|spain|italy|china|japan|russia|turkey|korea|portugal|poland ] -> {1:language}
            a|an|the [ shoes|books|toys|flowers|cars|tickets|vegetables|computers|stamps|cigarettes|clothes|animals|apples|oranges|trees|students|pictures ] shop|factory|office|soup|collection|game|juice|lover|house|garden|store|box|machine|market
            .. -> {1:sg} ? !known:1,clothes|animals|students
        """),
        priority=2,
    ),
)
