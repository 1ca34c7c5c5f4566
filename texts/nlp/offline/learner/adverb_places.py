"""Adverbs of frequency, degree and certainty: before the main verb, after "be" and auxiliaries."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import at_end
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.tokens import Sentence

_MIDDLE = frozenset("always usually often never rarely seldom hardly already also probably".split())
_SUBJECT_TAGS = frozenset({"PRP", "NN", "NNS", "NNP", "EX"})
_OBJECTS = frozenset({"me", "him", "her", "us", "them"})
_BE = frozenset({"am", "is", "are", "was", "were"})
_HAVE = frozenset({"have", "has", "had"})


def adverb_before_auxiliary(sentence: Sentence) -> Iterator[Edit]:
    """ "She always is late", "I already have seen it", "he also can swim"."""
    if sentence.is_question:
        return
    for index in range(1, len(sentence) - 2):
        adverb, helper = sentence.low(index), sentence.low(index + 1)
        if adverb not in _MIDDLE or not _subject_before(sentence, index):
            continue
        if _moves(sentence, index, helper):
            yield Edit(index, index + 2, f"{helper} {adverb}")


def _subject_before(sentence: Sentence, index: int) -> bool:
    before = sentence.tokens[index - 1]
    if before.tag not in _SUBJECT_TAGS - {"NNS"} or before.lower in _OBJECTS:
        return False
    # "The more she always was ...", "what he never was": nothing is certain after a question word.
    return sentence.low(index - 2) not in SETS["wh"]


def _moves(sentence: Sentence, index: int, helper: str) -> bool:
    after = sentence.tokens[index + 2]
    if at_end(sentence, index + 2) or after.lower in ("n't", "not", ",", "and", "but"):
        return False
    if helper in _BE:
        return after.tag.startswith(("JJ", "VB", "NN", "DT", "IN", "PRP$", "RB", "CD", "TO"))
    if helper in _HAVE:
        return after.tag in ("VBN", "VBD") and "VBN" in after.verb.tags
    modal = sentence.tag(index + 1) == "MD" and helper not in (
        "'ll",
        "'d",
        "ca",
        "wo",
        "need",
        "dare",
    )
    return modal and "VB" in after.verb.tags and sentence.low(index) != "still"


_LATE = frozenset("always never usually rarely seldom often".split())
_AFTER_ADVERB = frozenset({"IN", "TO", "DT", "PRP$", "NN", "NNS", "NNP", "JJ", "PRP", "VBG"})
_STAYS = frozenset(
    "in and but when if because as enough that than of about with at so after before during "
    "ever more late since without".split()
)
_LINKING = frozenset("be seem become remain appear stay".split())


def adverb_after_base(sentence: Sentence) -> Iterator[Edit]:
    """ "He doesn't eat usually meat", "they play often football", "I go never to bed early"."""
    for index in range(1, len(sentence) - 2):
        verb, adverb = sentence.tokens[index], sentence.low(index + 1)
        if adverb not in _LATE or not verb.tag.startswith("VB") or at_end(sentence, index + 2):
            continue
        if sentence.tag(index + 2) not in _AFTER_ADVERB or sentence.low(index + 2) in _STAYS:
            continue
        if not verb.verb.lemma or verb.verb.lemma in _LINKING or verb.lower in SETS["have"]:
            continue
        before = sentence.low(index - 1)
        if verb.tag in ("VBP", "VBZ") and sentence.tag(index - 1) in _SUBJECT_TAGS:
            fits = before not in _OBJECTS
        else:
            negated = before in ("n't", "not") and sentence.low(index - 2) in ("do", "does")
            fits = verb.tag in ("VB", "VBP") and negated
        if fits:
            yield Edit(index, index + 2, f"{adverb} {verb.text}")


ADVERB_PLACES: tuple[Rule, ...] = (
    Rule(
        id="adverb-after-auxiliary",
        explanation="Adverbs such as “always” stand after “be” and after the first auxiliary.",
        example="She is always late.",
        topic="adverbs-of-frequency",
        find=adverb_before_auxiliary,
        priority=2,
    ),
    Rule(
        id="adverb-before-verb",
        explanation="Adverbs of frequency stand before the main verb.",
        example="I often go to the theatre.",
        topic="adverbs-of-frequency",
        find=adverb_after_base,
        rows=table("""
            we|they|you|<NNS> all|both are <JJ|VBG|VBN|IN|DT|RB> -> {0} {2} {1} {3} ? !question
            ^ all|both they|we|you <VBP|VBD>&!are|were|have|had|need|want -> {1} {0} {2}
            =like|=speak|=play|=need|=want|=have|=enjoy|=love|=study|=know|=drink|=eat|=read|=teach
            .. also <VBG|NN|NNS|NNP|DT|PRP$> -> also {0} {2} ? tag:0,VBP|VBZ|VBD
            .. prevtag:PRP|NN|NNP|NNS !nexttag:VBN !next:been
            can|could|will|must|should|would|may +VB also <NN|NNS|NNP|DT|PRP$> -> {0} also {1} {3}
            .. ? !tag:1,NN !known:0,would
            have|has|had $subject +VBN ever -> {0} {1} ever {2}
            ^ have|has|had ever $subject +VBN -> {0} {2} ever {3}
            ^ do|does|did ever|often|usually|always $subject +VB -> {0} {2} {1} {3}
            ^ are|is|was|were|can|will always|often|usually|ever|still $subject -> {0} {2} {1} ?
            .. question
            $subject a little|bit speak|understand|know|speaks|understands|knows $language -> {0}
            .. {3} a {2} {4} ? !known:2,bit
            $subject very like|love|want|need|likes|loves|enjoy|enjoyed|liked -> {0} really {2}
            $subject very much <VBP|VBZ>&like|love|enjoy|want|likes|loves|enjoys|wants|need|needs
            .. @NP END -> {0} {3} {4} very much ? !tag:3,VB
            $subject have|has|'ve|'s $number|many|several years|months|weeks|days +VBN here|there
            ..|together -> {0} {1} {4} {5} for {2} {3}
            we|i|they|he|she|you <VBP|VBZ|VBD>&!am|is|are|was|were together often|always|usually
            .. <NN|NNS> -> {0} {3} {1} {4} together
            $subject =be all the time <JJ|VBG> -> {0} {1} {5} all the time ? !tag:1,VB
            taller|bigger|older|younger|better|cheaper|faster|smaller|longer|higher|easier|happier
            ..|stronger|nicer|worse|larger much|far than -> {1} {0} than
            ^ only i|we|they|he|she have|has $number|a|one|<CD> -> {1} only {2} {3}
            ^ maybe|perhaps can|could|will|should $subject +VB -> {0} {2} {1} {3} ? !question
            <VBZ|VBP|VBD>&=go|come|arrive|leave|travel|walk|drive always on|at|to|by|late|early|home
            .. -> always {0} {2} ? prevtag:PRP|NN|NNP|NNS
            =go|come|walk|drive to @NP always|often|usually|never|sometimes on|at|by|with|in ->
            .. {3} {0} to {2} {4} ? prevtag:PRP|NN|NNP|NNS tag:0,VBP|VBZ
            'll|will|can|could|may|must call|see|tell|help|send|visit|give|do|go|come|be|buy
            .. probably|certainly|definitely <PRP|PRP$|DT|JJ|TO|IN|NN|NNP> -> {0} {2} {1} {3} ?
            .. tag:1,VB
            $subject have|has|'ve|'s been already|never|always|just -> {0} {1} {3} been ?
            .. !nexttag:. known:1,have|has|'ve !known:3,just
            =have|need|want|buy enough big|large|small|good|long|strong|warm|fast|cheap|new <NN> ->
            .. {0} a {2} enough {3} ? !known:0,needs
            enough not <NN|NNS> -> not enough {2}
            $subject almost|nearly|hardly|already was|is|were|are <JJ|VBG|VBN> -> {0} {2} {1} {3}
            .. ? !question !next:when
            never i|we|they|you|he|she ate|saw|went|had|did|was|were|drank|read|met -> {1} never {2}
            .. ? first !known:2,had
        """),
        priority=2,
    ),
)
