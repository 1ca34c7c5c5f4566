"""Comparatives, superlatives and comparisons of equality."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.degrees import DEGREES
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.tokens import Sentence

_NOT_FORMS = frozenset(
    "other rather never ever over under after together another either neither whether per "
    "super order offer number water matter answer better-off eager clever bitter tender sober "
    "proper upper inner outer former latter elder computer teacher driver player".split()
)
_BASES = {
    forms.adjective(word, tag): (word, tag)
    for word in sorted(
        SETS["short_adjective"] | frozenset("hard fast early late soon near".split())
    )
    for tag in ("JJR", "JJS")
    if word not in ("good", "bad", "far")
} | {
    "better": ("good", "JJR"),
    "best": ("good", "JJS"),
    "worse": ("bad", "JJR"),
    "worst": ("bad", "JJS"),
    "further": ("far", "JJR"),
    "farther": ("far", "JJR"),
    "elder": ("old", "JJR"),
}
_WRONG = {
    "gooder": "better", "goodest": "best", "badder": "worse", "baddest": "worst",
    "worser": "worse", "worsest": "worst", "bestest": "best", "betterer": "better",
    "farer": "further", "farest": "furthest", "littler": "smaller", "beautifuler": "more beautiful",
    "beautifuller": "more beautiful", "beautifulest": "most beautiful",
    "interestinger": "more interesting", "interestingest": "most interesting",
    "expensiver": "more expensive", "expensivest": "most expensive",
    "difficulter": "more difficult", "difficultest": "most difficult",
    "importanter": "more important", "importantest": "most important",
    "dangerouser": "more dangerous", "dangerousest": "most dangerous",
    "comfortabler": "more comfortable", "famouser": "more famous", "famousest": "most famous",
    "boringer": "more boring", "boringest": "most boring", "funner": "more fun", "funnest": "most fun",
    "usefuler": "more useful", "carefuler": "more careful", "intelligenter": "more intelligent",
    "intelligentest": "most intelligent", "moderner": "more modern", "modernest": "most modern",
    "popularer": "more popular", "popularest": "most popular", "patienter": "more patient",
    "hoter": "hotter", "biger": "bigger", "bigest": "biggest", "hotest": "hottest", "fater": "fatter",
    "thiner": "thinner", "easyer": "easier", "happyer": "happier", "busyer": "busier",
    "heavyer": "heavier", "prettyer": "prettier", "easyest": "easiest", "happyest": "happiest",
    "funnyer": "funnier", "funnyest": "funniest", "noisyer": "noisier", "dryer": "drier",
    "more": "", "sader": "sadder", "wetter": "",
    "peacefuller": "more peaceful", "successfuler": "more successful",
}  # fmt: skip
_WRONG = {wrong: right for wrong, right in _WRONG.items() if right and wrong != "dryer"}


def _double(sentence: Sentence) -> Iterator[Edit]:
    """ "more younger", "the most biggest", "more better"."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in ("more", "most", "less", "least"):
            continue
        following = sentence.low(index + 1)
        if following in _WRONG:
            yield Edit(index, index + 2, _WRONG[following])
            continue
        if following not in _BASES:
            continue
        base, tag = _BASES[following]
        if following in ("further", "best", "better") and sentence.tag(index + 2) in ("NN", "NNS"):
            continue
        if token.lower == "most" and tag == "JJR":
            yield Edit(index, index + 2, forms.adjective(base, "JJS"))
        elif token.lower == "less":
            yield Edit(index, index + 2, f"less {base}")
        else:
            yield Edit(index, index + 2, following)


def _periphrastic(sentence: Sentence) -> Iterator[Edit]:
    """ "more big", "the most old": short adjectives take -er and -est."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in ("more", "most"):
            continue
        word = sentence.low(index + 1)
        if word not in SETS["short_adjective"] or word in _BOTH_WAYS:
            continue
        after = sentence.low(index + 2)
        if sentence.low(index - 1) == "and" and sentence.low(index - 2) == "more":
            continue
        if token.lower == "most":
            if sentence.low(index - 1) != "the" or word not in SETS["one_syllable"] | _Y_ADJECTIVES:
                continue
            yield Edit(index, index + 2, forms.adjective(word, "JJS"))
            continue
        # "More kind than clever" compares two qualities of one thing.
        if after == "than" and sentence.tag(index + 3).startswith("JJ"):
            continue
        if sentence.tag(index + 2) in ("NNS",) and sentence.low(index - 1) not in _COMPARED:
            continue
        if after in ("and", "or", "but") and sentence.low(index + 3) == "more":
            continue
        yield Edit(index, index + 2, forms.adjective(word, "JJR"))


_COMPARED = frozenset(
    "is are was were 's be am 'm 're feel feels look looks get gets much even a become "
    "becomes".split()
)
_BOTH_WAYS = frozenset(
    "clever narrow quiet simple friendly lovely crazy tiny polite common cruel pleasant stupid "
    "shy wise fun lazy kind bright right wrong real like good bad lucky tight loose sharp "
    "calm brave rough tough silly messy scary tasty spicy cute late early light close".split()
) - frozenset("good bad late early close light tight lazy lucky".split())
_Y_ADJECTIVES = (
    frozenset(word for word in SETS["short_adjective"] if word.endswith("y")) - _BOTH_WAYS
)


def _wrong_form(sentence: Sentence) -> Iterator[Edit]:
    for index, token in enumerate(sentence.tokens):
        if (
            token.lower in _WRONG
            and not token.is_proper
            and sentence.low(index - 1) not in ("more", "most")
        ):
            yield Edit(index, index + 1, _WRONG[token.lower])


_GROUP = frozenset("world class family group school team city country town all".split())


def _superlative_needed(sentence: Sentence) -> Iterator[Edit]:
    """ "The better pizza I have ever eaten", "the younger of four"."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in ("the", "my", "his", "her", "our", "their"):
            continue
        word = sentence.low(index + 1)
        if word == "more":
            end, new = index + 2, "most"
        elif word == "less":
            end, new = index + 2, "least"
        elif word in _BASES and _BASES[word][1] == "JJR":
            end, new = index + 2, forms.adjective(_BASES[word][0], "JJS")
        else:
            continue
        if _whole_group(sentence, end, word):
            yield Edit(index + 1, end, new)


def _whole_group(sentence: Sentence, index: int, word: str) -> bool:
    """What follows compares one with all: "I have ever seen", "in the world", "of my life"."""
    words = [sentence.low(i) for i in range(index, min(index + 9, len(sentence)))]
    if word in ("slower", "lower", "higher", "upper") and "ever" not in words:
        return False
    if word in ("more", "less") and not sentence.tag(index).startswith(("JJ", "RB")):
        return False
    if "," in words[:4]:
        words = words[: words.index(",")]
    for place, current in enumerate(words):
        if current == "ever" and place > 0:
            return words[0] != "part" and any(
                w in ("have", "has", "had", "'ve", "'d") for w in words
            )
        if current == "of" and place + 2 < len(words) + 1:
            after = words[place + 1 : place + 4]
            if after[:1] and (
                after[0] in ("all", "three", "four", "five", "six") or after[:2] == ["the", "three"]
            ):
                return True
            if after[:2] in (
                ["my", "life"],
                ["his", "life"],
                ["her", "life"],
                ["our", "lives"],
                ["the", "year"],
                ["the", "day"],
                ["the", "whole"],
            ):
                return place <= 2
        if current == "in" and place <= 3:
            after = words[place + 1 : place + 3]
            if len(after) == 2 and after[0] in ("the", "my", "our") and after[1] in _GROUP:
                return True
    return False


RULES: tuple[Rule, ...] = (
    Rule(
        id="double-comparison",
        explanation="Use “more” or “-er”, “most” or “-est”, never both.",
        example="She is much younger than her husband.",
        topic="comparatives",
        find=_double,
        priority=4,
    ),
    Rule(
        id="short-adjective",
        explanation="Short adjectives take “-er” and “-est”.",
        example="My car is faster than yours.",
        topic="comparatives",
        find=_periphrastic,
        priority=3,
    ),
    Rule(
        id="comparison-form",
        explanation="This is not how the adjective forms its comparative or superlative.",
        example="My new phone is better than my old one.",
        topic="comparatives",
        find=_wrong_form,
        priority=3,
    ),
    Rule(
        id="superlative-needed",
        explanation="To compare one with all the others use the superlative.",
        example="This is the best pizza I have ever eaten.",
        topic="superlatives",
        find=_superlative_needed,
        rows=table("""
            the [ worse ] <NN> of my|our|his|her life|lives -> worst
            one of the [ better|bigger|older|smaller|worse|younger|taller|longer|cheaper|nicer
            ..|richer ] <NNS> in -> {3:sup}
            one of the [ more ] <JJ> <NNS> in|of|i -> most
        """),
        priority=2,
    ),
    Rule(
        id="comparative-needed",
        explanation="Before “than” use the comparative.",
        example="There's nothing worse than a cold shower.",
        topic="comparatives",
        rows=table("""
            worst than -> worse than
            best than -> better than
            least than -> less than ? !prev:at
            most <JJ> than -> more {1} than
            $one_syllable than -> {0:JJR} than ? !prev:more|less|rather|other|no|as|so|too
            .. !has:rather !prevtag:JJR|DT !tag:0,NN|NNS|VB !known:0,well|new|old|young|late
            tall|old|young|big|small|short|long|fast|cheap|high|hard|strong|rich|cold|hot|slow
            .. than -> {0:JJR} than ? !prev:more|less|rather|other|no|as !prevtag:DT
            expensive|beautiful|interesting|difficult|important|intelligent|comfortable|dangerous
            ..|popular|famous|boring|delicious|useful than -> more {0} than ?
            .. !prev:more|less|rather|other|no|as !prevtag:DT !before:more|less|rather
            happy|easy|heavy|busy|early|funny|noisy|healthy|pretty than -> {0:JJR} than ?
            .. !prev:more|less|rather|no|as !before:more|less|rather
            <JJS>&!most|least|best|worst than @NP -> {0:comp} than {2} ? !known:2,all
            how <JJR> is|are|was -> how {1:JJ} {2} ? !prev:much !known:1,more|less|better
            too <JJR>&!more|less|better|worse -> too {1:JJ} ? !next:than
            as <JJR>&!more|less as -> as {1:JJ} as
            twice|half more <JJ> than -> {0} as {2} as
            three|four|five|ten times more <JJ>&!than than -> {0} times as {3} as
            prefer|prefers|preferred more @NP -> {0} {2}
            =like more @NP than -> {0} {2} more than ? tag:0,VB|VBP|VBZ|VBD
            same <NN>&age|size|colour|color|height|class|school|name|thing|time|place with|of|to
            .. me|my|him|her|you|them|us|mine|his|your -> same {1} as {3}
        """),
        priority=1,
    ),
    Rule(
        id="than-after-comparative",
        explanation="After a comparative the second part begins with “than”.",
        example="London is bigger than Paris.",
        topic="comparatives",
        rows=table("""
            <JJR>&!more|less|better|lower|higher|earlier that|then|as|from|of @NP END -> {0} than
            .. {2} ? !prev:the|as !known:1,that|of !next:, !known:2,home|year|start|day|time|week
            .. before:is|are|was|were|'s|'m|'re|am|look|looks|run|runs|works|work|drives
            <JJR>&!less|more that $plain_country|me|him|her|them|us|mine|yours|hers|his|theirs
            ..|ours|you|my|the|before -> {0} than {2} ? !prev:the !nexttag:VBZ|VBD|VBP|MD|VBN
            better|worse|older|younger that my|his|her|your|our|their|the|mine|me|you -> {0} than
            .. {2} ? !prev:the !nexttag:VBZ|VBD|VBP|MD
            <JJR>&!less|more that <NNP> -> {0} than {2} ? !prev:the !nexttag:VBZ|VBD|VBP|MD
            <JJR>&!less|more that|then my|his|her|your|our|their|the|this -> {0} than {2} ?
            .. !prev:the|even known:1,that has:is|are|was|were|'s|'m !before:said|say|think
            <JJR>&!less|more then me|him|her|them|us|mine|yours|you|my|the|his|your|our|their|i|he
            ..|she|ever|before|a|this|that|it|we|they|usual|expected -> {0} than {2} ? !prev:the
            more|less <JJ|RB> that|then|from|as $plain_country|me|him|her|them|us|mine|yours|hers
            ..|my|your|his|our|the|before|this|you|a -> {0} {1} than {3} ? !prev:the|no
            .. !nexttag:VBZ|VBD|MD
            more|less then <CD>|$number -> {0} than {2}
            more|less that <CD>|$number&!one -> {0} than {2}
            more|less of <CD>|$number&!one <NNS> -> {0} than {2} {3} ? !prev:two|one|some|the|no
            more <JJ|NN|NNS> then -> more {1} than ? next:me|you|i|he|she|we|they|my|the|his|her
            ..|any|ever|before|usual
            older|younger|taller|bigger|smaller|better|worse|faster|shorter|longer|cheaper|richer
            ..|stronger|easier|nicer|higher|hotter|colder from|of|as|to|like me|him|her|you|us
            ..|them|my|mine|yours|the|his|your|our|this|that -> {0} than {2} ? !prev:the
            .. !known:1,to|of
            older|younger|taller|bigger|smaller|better|worse|faster|shorter|longer|cheaper|richer
            ..|stronger of me|him|you|us|my|mine|yours -> {0} than {2} ? !prev:the
            rather then -> rather than
            other then -> other than
        """),
        priority=2,
    ),
    Rule(
        id="as-as",
        explanation="Equality is “as … as”, sameness “the same as”.",
        example="He is as tall as his father.",
        topic="as-as-comparison",
        rows=table("""
            as <JJ|RB|VBN> than|like|that|so|how -> as {1} as ?
            .. !known:1,well|soon|long|far|much|many !prev:such|same !nexttag:VBZ|VBD
            as|so much|many|well|fast|long|far|soon|hard <NN|NNS>? than|like -> as {1} {2} as
            as well <VBN> than|like -> as well {2} as
            as <JJ> <NN|NNS> than|like -> as {1} {2} as ? !prev:such|same
            so <JJ|RB> like|than -> as {1} as ? !nexttag:VBZ|VBD|TO has:n't|not|is|are|am
            not so <JJ|RB> than|like -> not as {2} as
            same like|than|that|of|with|to -> same as ? !known:1,that|of|to|with
            same <NN|NNS> like|than -> same {1} as
            the same that|to|with my|yours|mine|his|hers|your|you|me|him|her -> the same as {3}
            same <NN> that my|your|his|hers|yours|mine|me|you -> same {1} as {3} ? !nexttag:VBZ
            such a|an? <JJ>? <NN|NNS> like my|her|his|your|you|me|him|your -> such {1} {2} {3} as
            .. {5} ? before:n't|not
            @NP is|am|are|'m|'s|was|were [ clever|tall|old|strong|fast|big|busy|brave|white|cold
            ..|quiet|sweet|free|light|hard|blind|thin ] as a|an|my|his|her|me|you|your -> as {2} ?
            .. !prev:as
            twice|half [ <JJR>&!more|less than ] -> as {1:JJ} as
            so <JJ> as me|you|him|her|us|them|my|mine|his|your -> as {1} as {3} ? !has:n't
            .. !has:not !has:never !has:nobody
            more <NN|NNS> that me|you|him|her|us|them END -> more {1} than {3}
            elder than -> older than
            <JJS>&!most|least than all -> {0} of all
            <JJS>&!most|least from all -> {0} of all
            <JJS>&!most|least from the|my|her|his|our|their|all <NN>? <NNS> -> {0} of {2} {3} {4}
            twice|three|four|two|half times? [
            .. <JJ>&big|expensive|long|old|large|heavy|high|fast|tall than ] -> as {2} as
            not as <JJ> than -> not as {2} as
        """),
        priority=3,
    ),
    Rule(
        id="comparative-modifier",
        explanation=(
            "A comparative is strengthened by “much”, “a lot” or “far”, not by “very” or “more”."
        ),
        example="This laptop is a lot better than my old one.",
        topic="comparatives",
        rows=table("""
            very|so|too better|worse|bigger|smaller|older|younger|taller|faster|cheaper|easier
            ..|harder|longer|shorter|happier|higher|nicer|hotter|colder|stronger than -> much {1}
            .. than
            very more|less <JJ> -> much {1} {2}
            very better|worse|bigger|older|taller|faster|cheaper|easier END -> much {1}
            a lot of <JJR>&!more|less -> a lot {3} ? next:than|.
            a lot of more|less <JJ> -> a lot {3} {4} ? next:than
            much of <JJR> than -> much {2} than
            a little of <JJR> -> a little {3}
            too much <JJR> than -> much {2} than
            more and more <JJR> -> {3} and {3}
            more and more $one_syllable -> {3:JJR} and {3:JJR} ? !nexttag:NN|NNS
            more and more easy|happy|busy|heavy|noisy|angry|hungry|funny|lazy|early|dirty ->
            .. {3:JJR} and {3:JJR} ? !nexttag:NN|NNS
            each time more <JJ> -> more and more {3}
            every time|day more <JJ> -> more and more {3} ? !has:than
        """),
        priority=4,
    ),
    Rule(
        id="more-slowly",
        explanation="A verb is described by an adverb: “speak more slowly”.",
        example="Can you speak more slowly, please?",
        topic="adverbs-of-manner",
        rows=table("""
            =speak|talk|drive|walk|work|eat|go|play|write|read|think|explain|behave|sing|learn
            ..|move|listen @NP? more slow|quick|quiet|careful|clear|easy|loud|serious|polite|soft
            ..|safe|calm|fluent|efficient|creative|natural|correct -> {0} {1} more {3:ly} ?
            .. !nexttag:NN|NNS tag:0,VB|VBP|VBD|VBZ|VBG
        """),
        priority=6,
    ),
    Rule(
        id="the-most",
        explanation="The superlative takes “the”.",
        example="She is the most famous actor in India.",
        topic="superlatives",
        rows=table("""
            the most <JJ>&!one|people of|from the|all world|town -> the most {2} in {4} {5} ?
            .. known:3,of|from !known:4,all
            the <JJS>&!most|least <NN|person> of the world|country|city|town|village|school|class
            .. -> the {1} {2} in the {5} ? !known:2,part
            the <JJS>&!most|least of the world|country|city|town|village|school|class -> the {1}
            .. in the {4}
            the most <JJ> <NN|NNS> of|from the world|country|city|town|village|school|class -> the
            .. most {2} {3} in the {6}
            the <JJS>&!most|least <NN> from the world|country|city|town|village|school|class|all
            .. -> the {1} {2} in the {5}
        """),
        priority=2,
    ),
    *DEGREES,
)
