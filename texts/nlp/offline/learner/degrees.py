"""Degrees of comparison: forms and the small words of comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.tokens import Sentence

_VOWELS = re.compile(r"[aeiouy]+")
_LONG = frozenset(
    "fun real right wrong like just ill tired bored pleased scared shocked worn stressed loved due "
    "french dutch swiss own more less most least much such own other same true".split()
)


def _one_syllable(word: str) -> bool:
    stem = word[:-1] if word.endswith("e") and len(word) > 3 else word
    return len(_VOWELS.findall(stem)) == 1 and word not in _LONG and not word.endswith("ed")


def short_comparison(sentence: Sentence) -> Iterator[Edit]:
    """ "More cheap than", "the most strong man": one-syllable adjectives take -er and -est."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower not in ("more", "most"):
            continue
        word = sentence.low(index + 1)
        if sentence.tag(index + 1) != "JJ" or not _one_syllable(word):
            continue
        if "ADJ" not in forms.readings(word) or sentence.low(index - 1) in ("once", "any", "no"):
            continue
        if token.lower == "more" and (
            sentence.low(index + 2) != "than" or sentence.tag(index + 3).startswith("JJ")
        ):
            continue
        if token.lower == "most" and sentence.low(index - 1) not in ("the", "my", "his", "her"):
            continue
        degree = "JJR" if token.lower == "more" else "JJS"
        yield Edit(index, index + 2, forms.adjective(word, degree))


DEGREES: tuple[Rule, ...] = (
    Rule(
        id="short-degree",
        explanation="Short adjectives take -er and -est, not “more” and “most”.",
        example="This bag is cheaper than that one.",
        topic="comparatives",
        find=short_comparison,
    ),
    Rule(
        id="comparison-words",
        explanation="The parts of a comparison go together: -er … than, as … as, the -est … in.",
        example="He is as tall as me.",
        topic="comparatives",
        rows=table("""
            as <JJR>&!more|less|better as -> as {1:JJ} as
            as better as -> as good as
            as more|most <JJ|RB> as|than -> as {2} as
            as <JJR> than -> {1} than ? !known:1,more|less !prev:well
            the same <JJ>&fast|tall|big|old|long|good|high|heavy|expensive|small|young|strong|cheap
            ..|clever|rich as|like|than|that -> as {2} as
            the same <JJ>&fast|tall|big|old|long|good|high|heavy|expensive|small|young|strong|cheap
            .. of -> as {2} as
            so <JJ|RB> as|like|than @NP END -> as {1} as {3} ? !prev:not|n't !has:nothing
            .. !has:nobody !has:never !has:no
            not|n't so|as <JJ|RB> like|than|that|how @NP -> {0} as {2} as {4}
            as <JJ|RB> like|than|how @NP END -> as {1} as {3}
            more|less that @NP END -> {0} than {2} ? !tag:2,NNS prevtag:NN|NNS|PRP|JJ
            <JJR>&!more|less that|then|as|from|of|like|to @NP END -> {0} than {2} ?
            .. !known:1,of|to|that|from|as prev:is|are|was|were|'s|much|far|bit|lot|not|'m|'re|am
            <JJR>&!more|less of|from|that|as me|you|him|her|us|them|my|yours|mine|his -> {0} than {2} ?
            .. !prev:the|as !known:0,better|earlier
            more <JJ> that|as|then|from|of|like @NP END -> more {1} than {3} ? !known:2,of|from|as
            .. prev:is|are|was|were|'s|much|far|bit|lot|not|'m|'re|am
            more <JJ> as|from|of|like me|you|him|her|us|them|mine|yours|last|before -> more {1} than
            .. {3}
            the <JJR>&!more|less|former|latter|older|elder|younger <NN> in|on of? the|my|our|all ->
            .. the {1:sup} {2} {3} {4} {5} ? !next:two
            the <JJR>&!more|less|former|latter <NN> i|we|you 've|have|had ever? -> the {1:sup} {2} {3}
            .. {4} {5}
            the more <JJ> <NN> in|of the|my|our|all -> the most {2} {3} {4} {5} ? !next:two
            the more <JJ> <NN> in $plain_country -> the most {2} {3} in {5}
            the more <JJ> in|of the|my|our|all -> the most {2} {3} {4} ? !next:two
            the more <JJ> <NN> i|we|you 've|have|had -> the most {2} {3} {4} {5}
            the most <JJS> -> the {2}
            the <JJS> <NN>? of the|my|our|this world|city|country|class|town|village|school|team
            ..|building|street|region -> the {1} {2} in {4} {5}
            very|too|so <JJR>&!more|less|better than -> much {1} than
            very better|worse -> much {1}
            very more|less -> much {1} ? !known:1,less
            much <JJ>&!more|better|less|worse|younger than -> much {1:JJR} than ? tag:1,JJ
            .. known:1,$short_adjective
            a lot|bit|little <JJ> than -> a {1} {2:JJR} than ? known:2,$short_adjective tag:2,JJ
            am|is|are|was|were|'s|'m|'re $short_adjective than -> {0} {1:JJR} than
            =run|=drive|=speak|=walk|=work|=go fast|slow|hard|late|early than -> {0} {1:JJR} than
            worst than -> worse than
            the worse <NN> i|in|of|ever -> the worst {2} {3}
            more worse|better|bigger|smaller|older|younger|taller|faster|easier|cheaper -> {1}
            most best|worst|biggest|smallest|oldest|youngest|tallest|fastest|easiest|cheapest -> {1}
            double big|large|long|old|expensive as|than -> twice as {1} as
            two|three|four times bigger|larger|taller|older|longer as -> {0} times as {2:JJ} as
            two times as <JJ> as -> twice as {3} as
            elder than -> older than
            prefer more -> prefer ? nexttag:NN|NNS|VBG|PRP|DT
            more and more cheap|cold|hot|big|fast|strong|small|old|tall|long|warm|dark|high|weak|rich
            ..|poor|loud|hard|late|young -> {3:JJR} and {3:JJR}
            <JJR> and more <JJR> -> {0} and {3}
            the more <VB.*|JJ|NN|PRP> ~6 , more|less|better|worse -> the more {2} {3}, the {5}
            than|like|as i|he|she|we|they END -> {0} {1:obj} ? known:0,like
            most|more of people|students|children|men|women|countries -> most {2} ? known:0,most
            .. !next:who|i|in
            the most of people|students|the -> most {3} ? known:3,people|students
            the most people -> most people ? !prev:with
            <NN|NNS|PRP> is|are more bad|good -> {0} {1} {3:JJR} ? !known:0,more
            comparing to|with @NP , -> compared to {2},
            in compare|comparing with|to -> compared with
            alike than|as|to -> similar to
            similar like|as|than -> similar to
            different than|as -> different from ? known:1,as
        """),
        priority=1,
    ),
)
