"""The object stands next to its verb; adverbials and pronouns in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import at_end, surface
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.tokens import Sentence

_LINKING = frozenset("be seem become remain appear look feel sound turn come go lie stand".split())
_STOPS = frozenset(", ; : and but because when if so that who while before after where".split())
_NOT_MANNER = frozenset(
    "only exactly precisely merely nearly roughly mostly mainly partly hardly probably really "
    "actually simply usually generally normally certainly possibly finally early "
    "approximately family especially particularly lovely friendly supply apply fly reply daily "
    "monthly weekly ugly silly lonely italy july likely directly equally basically literally "
    "virtually practically largely solely purely effectively eventually recently currently "
    "previously immediately shortly".split()
)
_TIME_HEADS = (
    SETS["unit"]
    | SETS["day"]
    | SETS["month"]
    | frozenset(
        "morning evening afternoon weekend summer winter spring autumn time season minute moment "
        "way ones".split()
    )
)
_TIMES = frozenset({"yesterday", "today", "tomorrow", "tonight"})
_PARTS = frozenset({"morning", "afternoon", "evening", "weekend"})
_FINITE = frozenset({"VB", "VBP", "VBZ", "VBD", "VBG", "VBN"})


def object_after_adverbial(sentence: Sentence) -> Iterator[Edit]:
    """ "She closed slowly the door", "we had yesterday a test"."""
    for index, token in enumerate(sentence.tokens[:-3]):
        if token.tag not in _FINITE or not token.verb.lemma or token.verb.lemma in _LINKING:
            continue
        start = index + 1
        end = _adverbial_end(sentence, start)
        stop = _object_end(sentence, end) if end else 0
        if stop and sentence.tag(start) == "RB" and sentence.tag(end) == "CD":
            continue
        if stop:
            moved = surface(sentence, start, end)
            yield Edit(start, stop, f"{surface(sentence, end, stop)} {moved}")


def _adverbial_end(sentence: Sentence, start: int) -> int:
    """The end of an adverb in -ly or of a time expression that begins at ``start``, or 0."""
    word = sentence.low(start)
    if word.endswith("ly") and word not in _NOT_MANNER and sentence.tag(start) == "RB":
        return start + 1
    if word in _TIMES:
        return start + 1
    if word in ("every", "last", "next") and sentence.low(start + 1) in _TIME_HEADS:
        return start + 2
    if word in ("in", "at") and sentence.low(start + 1) == "the":
        return start + 3 if sentence.low(start + 2) in _PARTS else 0
    return 0


def _object_end(sentence: Sentence, start: int) -> int:
    """The end of an object that begins at ``start`` and closes its clause, or 0."""
    tag = sentence.tag(start)
    if tag not in ("DT", "PRP$", "CD") or sentence.low(start) in (
        "every",
        "each",
        "all",
        "this",
        "that",
    ):
        return 0
    chunk = sentence.chunk(start)
    if chunk is None or sentence.low(chunk.head) in _TIME_HEADS:
        return 0
    stop = chunk.end
    while sentence.low(stop) in ("about", "and") and sentence.chunk(stop + 1) is not None:
        inner = sentence.chunk(stop + 1)
        if inner is None or sentence.tag(inner.end).startswith(("VB", "MD")):
            break
        stop = inner.end
    closed = at_end(sentence, stop) or sentence.low(stop) in _STOPS
    if sentence.low(stop) == "," and sentence.tag(stop + 1).startswith(("DT", "NN", "PRP$", "JJ")):
        return 0
    return stop if closed else 0


OBJECT_PLACES: tuple[Rule, ...] = (
    Rule(
        id="object-first",
        explanation="Nothing stands between a verb and its object: how and when come after it.",
        example="She closed the door slowly.",
        topic="adverbs-of-manner",
        find=object_after_adverbial,
        priority=1,
    ),
    Rule(
        id="pronoun-object",
        explanation="An object pronoun follows its verb.",
        example="Can you help me?",
        topic="subject-and-object-pronouns",
        rows=table("""
            i|he|she|we|they me|him|them|us <VBP|VBZ|VBD|VB>&!was|were|is|are|am -> {0} {2} {1} ?
            .. !prev:than|as !question
            i|he|she|we|they you|her love|like|need|know|saw|see|understand|help|called|told|met
            ..|miss|loves|likes|needs|knows|missed|helped|understood END -> {0} {2} {1} ? !question
            can|could|will|would|may|must|should|shall $subject me|him|us|them|you +VB -> {0} {1}
            .. {3} {2} ? !known:1,you|it|i !tag:3,NN
            can|could|will|would you me|him|us|them +VB -> {0} you {3} {2}
            do|does|did $subject me|him|us|them +VB -> {0} {1} {3} {2}
            ^ give|pass|tell|show|bring|send|lend me|us please the|a|your|some|my <NN|NNS> -> please
            .. {0} {1} {3} {4}
            ^ give|pass|tell|show|bring|send|lend please me|us -> please {0} {2}
            =buy|=get|=make|=cook|=find to my|his|her|me|him|them|us son|daughter|mother|father|wife
            ..|husband|friend|brother|sister|children|kids? a|an|the|some <JJ>? <NN|NNS> -> {0} {2}
            .. {3} {4} {5} {6} ? !tag:0,NN
            there is|are|was|were in|on|under|near|behind the|my|our|this <NN>
            .. a|an|some|many|two|three|four|five|no|<CD> <JJ>? <NN|NNS> END -> there {1} {5} {6}
            .. {7} {2} {3} {4}
            =put|=leave carefully|slowly|quickly|quietly the|my|his|her|a <NN|NNS> in|on|into|under ->
            .. {0} {2} {3} {1} {4}
        """),
        priority=2,
    ),
    Rule(
        id="adjective-place",
        explanation="Adjectives stand before the noun.",
        example="She has long hair.",
        topic="adjectives-before-nouns",
        rows=table("""
            =have|'ve|got|with hair long|short|brown|black|blonde|blond|dark|curly|straight|red|grey
            .. -> {0} {2} hair
            =have|'ve|got|with eyes blue|brown|green|dark|big|black|beautiful -> {0} {2} eyes
            =have|with skin|teeth|hands|feet|legs|arms white|dark|big|small|long|dirty|clean|cold
            .. END -> {0} {2} {1}
            my|his|her|our|your|their brother|sister|cousin|son|daughter|child|uncle|aunt
            .. younger|older|elder|youngest|oldest|eldest|little|big -> {0} {2} {1} ? !next:than
            the <NN|NNS> same END -> the same {1}
            the <NN|NNS> same as -> the same {1} as
            the <NN|NNS> next|last END -> the {2} {1} ? !known:2,last
            what|such a <NN> nice|beautiful|big|good|great|lovely|bad|terrible|strange|old|ugly END
            .. -> {0} a {3} {2}
            a|an <NN>&dog|cat|house|car|man|woman|bag|box|room|garden|city|bird|horse|dress|table
            .. big|small|long|old|young|tall|large|little and
            .. black|white|beautiful|brown|red|blue|nice|modern|strong|heavy|new|grey|green END ->
            .. {0} {2} {4} {1}
            the|a|an|this|that|my|his|her <NN> very|really|so <JJ> END -> {0} {2} {3} {1} ?
            .. !known:2,so known:0,a|an !known:1,bit|lot|little|day|time|year
            a|an restaurant|car|film|girl|boy|man|woman|friend|dish|city|teacher|company|singer|band
            .. $nationality -> {0} {2} {1} ? !nexttag:NN|NNS
            tree|chair|table|box|door|house|spoon wooden|plastic|metal -> {1} {0} ? prevtag:DT|JJ|PRP$
            .. !nexttag:NN|NNS !before:made|make|paint
        """),
        priority=1,
    ),
    Rule(
        id="subject-needed",
        explanation="An English clause needs a subject: use “it” when there is no other.",
        example="It is a big city.",
        topic="subject-and-object-pronouns",
        rows=table("""
            ^ is|was a|an|my|very|so|too|really|not|raining|snowing|better|nice|good|bad|cold|hot|late
            ..|true|possible|impossible|easy|difficult|hard|important|necessary|time|near|far|sunny
            ..|windy|cloudy|dark|early|expensive|cheap|dangerous|interesting|boring|beautiful|big
            ..|small|famous|called|like -> it {0} {1} ? !question !prevtag:CD
            because|although|but|so is|was|'s very|too|so|really|not? <JJ> END -> {0} it {1} {2} {3}
            .. ? !known:0,so|but
            because|although is|was my|a|an|the|very|too|so|not|raining|snowing -> {0} it {1} {2}
            think|believe|hope|know|say is|was|will|has very|too|a|an|the|be|good|better|bad|possible
            ..|important|necessary|difficult|easy|interesting|my|not|been -> {0} it {1} {2} ?
            .. !prev:you|what|who|they|we !known:0,hope|say
            i think|hope is|will -> i {1} it {2} ? !prev:what|who|which|that
            in my country|city|town|opinion|house|village ,? is|was -> in my {2} {3} it {4} ?
            .. !question !nexttag:NNS !next:there first
            in summer|winter|spring|autumn|january|august|july|december ,? is|was -> in {1} {2} it
            .. {3} ? !question first
            yesterday|today|tomorrow|now|sometimes|usually ,? was|is|rained|snowed|rains|snows
            .. very|raining|snowing|cold|hot|a|my|sunny|windy|cloudy|all -> {0} {1} it {2} {3} ? first
            .. !question !known:3,a|my
            ^ rains|rained|snows|snowed -> it {0} ? !next:of
            ^ are|were five|six|seven|eight|nine|ten|eleven|twelve o'clock -> it is {1} o'clock
            ^ is one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter
            .. o'clock|past|to -> it is {1} {2} ? !question
            ^ have|has many|a|two|three|some <JJ>? <NN|NNS> in my|the|this -> there are {1} {2} {3}
            .. in {5} ? !question tag:3,NNS
            i|we|you|they|he|she|n't|really|also like very much END -> {0} like it very much ?
            .. !prev:which|that|what !has:what
            , i|we|they liked|loved|enjoyed|hated a lot|very|so much? END -> , {1} {2} it {3} {4} {5} ?
            .. before:was|is|were|are
        """),
        priority=1,
    ),
)
