"""Word order: adverbs, objects, adjectives, particles, inversion; missing and doubled subjects."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.pattern import at_end, surface
from texts.nlp.offline.learner.phrase_order import (
    manner_before_object,
    time_between,
    verb_last,
    verb_second,
)
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.subjects import subject_at
from texts.nlp.offline.learner.tokens import Sentence

_CLASSES: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "beautiful lovely nice pretty good wonderful ugly interesting expensive cheap horrible "
        "comfortable delicious terrible amazing fantastic great awful strange",
        "big small large huge tiny tall short long little enormous",
        "old new young ancient modern antique",
        "round square oval rectangular",
        "red blue green yellow black white brown grey gray pink purple orange blonde dark",
        "italian french spanish german chinese japanese russian turkish american english british "
        "indian mexican brazilian greek swiss arabic portuguese persian korean african european",
        "wooden leather cotton silk plastic metal gold silver glass woollen wool paper stone",
    )
)
_RANK = {word: rank for rank, words in enumerate(_CLASSES) for word in words}


def _adjective_order(sentence: Sentence) -> Iterator[Edit]:
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


_LOOSE = frozenset("little old dark great good nice".split())


def _clear(words: list[str], ordered: list[str]) -> bool:
    """Pairs such as "old little" or "dark blue" are left alone."""
    first = next(a for a, b in zip(words, ordered, strict=True) if a != b)
    return len(words) > 2 or first not in _LOOSE or _RANK[first] - _RANK[words[1]] >= 2


_SEPARABLE = {
    "pick": "up", "turn": "on off down up", "take": "off out away back", "put": "on away down off",
    "switch": "on off", "give": "back up away", "throw": "away out", "wake": "up",
    "call": "back off", "bring": "back up", "fill": "in out up", "look": "up", "write": "down",
    "try": "on", "find": "out", "work": "out", "ring": "up back", "clean": "up", "cut": "down off up",
    "hand": "in out", "tidy": "up", "send": "back", "pay": "back", "set": "up", "let": "down",
    "knock": "down over", "drop": "off", "leave": "out", "cross": "out", "make": "up", "point": "out",
    "hang": "up", "lock": "up", "sort": "out", "wash": "up", "shut": "down", "blow": "up out",
    "burn": "down", "carry": "out", "eat": "up", "get": "back", "keep": "up", "mix": "up",
    "pull": "down out", "push": "away", "read": "out", "rip": "off up", "sell": "off", "see": "off",
    "show": "off", "tear": "up", "use": "up", "warm": "up", "wear": "out", "wipe": "up off", "zip": "up",
    "check": "out", "chop": "up down", "kick": "out", "let ": "in", "note": "down", "plug": "in",
    "print": "out", "put ": "out", "rule": "out", "save": "up", "slow": "down", "think": "over",
    "print ": "off", "lift": "up", "heat": "up", "invite": "in", "help": "out", "leave ": "behind",
}  # fmt: skip
_PRONOUNS = frozenset("it them him her me us you".split())


def _particle(sentence: Sentence) -> Iterator[Edit]:
    """ "Pick up it": a pronoun stands between the verb and its particle."""
    for index, token in enumerate(sentence.tokens[:-2]):
        particles = _SEPARABLE.get(token.verb.lemma, "").split()
        particle, pronoun = sentence.low(index + 1), sentence.low(index + 2)
        if particle not in particles or pronoun not in _PRONOUNS:
            continue
        if sentence.tag(index + 2) == "PRP$" or token.tag in ("NN", "NNS"):
            continue
        if pronoun == "you" and not at_end(sentence, index + 3):
            continue
        chunk = sentence.chunk(index + 3)
        if token.verb.lemma in ("give", "send", "pay", "bring") and chunk is not None:
            if sentence.tag(index + 3) in ("DT", "PRP$"):
                yield Edit(index + 1, index + 3, f"{pronoun} {particle}")
            continue
        if pronoun == "her" and sentence.tag(index + 3) in ("NN", "NNS", "JJ"):
            continue
        if particle == "on" and token.verb.lemma == "put" and pronoun not in ("it", "them"):
            continue
        yield Edit(index + 1, index + 3, f"{pronoun} {particle}")


_FREQUENCY = SETS["frequency"] - {"ever"}
_MOVING = frozenset(
    "go eat drink play read watch see visit do have get wake meet work live listen speak cook "
    "take buy use make study walk drive travel arrive come wear write call help think sleep "
    "forget swim feel run".split()
)


def _adverb_after_verb(sentence: Sentence) -> Iterator[Edit]:
    """ "I go often to the theatre": before the main verb."""
    for index, token in enumerate(sentence.tokens[:-2]):
        if token.verb.lemma not in _MOVING or token.tag not in ("VBP", "VBZ", "VBD"):
            continue
        adverb = sentence.low(index + 1)
        if adverb not in _FREQUENCY | {"also"} or at_end(sentence, index + 2):
            continue
        if sentence.tag(index + 2) not in (
            "IN",
            "TO",
            "DT",
            "PRP$",
            "NN",
            "NNS",
            "NNP",
            "JJ",
            "PRP",
            "RB",
        ):
            continue
        if sentence.low(index + 2) in (
            "in",
            "and",
            "but",
            "when",
            "if",
            "because",
            "as",
            "enough",
            "that",
        ):
            if adverb in ("sometimes", "often", "also"):
                continue
        if sentence.tag(index - 1) not in ("PRP", "NN", "NNS", "NNP", "WP"):
            continue
        if token.verb.lemma in ("have",) and "VBN" in sentence.tokens[index + 2].verb.tags:
            continue
        if adverb == "also" and sentence.tag(index + 2) not in ("DT", "PRP$", "NN", "NNS"):
            continue
        yield Edit(index, index + 2, f"{adverb} {token.text}")


_MANNER = (
    "very well", "really well", "quite well", "so well", "well", "perfectly", "fluently", "badly",
    "every day", "every morning", "every evening", "every night", "every week", "every weekend",
    "every month", "every year", "every summer", "yesterday", "very much", "a lot", "last night",
    "last week", "last year", "always", "very often", "very fast", "carefully", "every sunday",
    "every monday", "every saturday", "every friday", "very good", "twice a week", "once a week",
)  # fmt: skip
_TAKING = frozenset(
    "speak play watch drink eat read study visit meet do buy make like love enjoy clean "
    "wash know see take learn teach cook write understand drive sing use help finish forget need "
    "want miss remember open close send call".split()
)


def _object_after_adverb(sentence: Sentence) -> Iterator[Edit]:
    """ "She speaks very well English": the object follows its verb at once."""
    for index, token in enumerate(sentence.tokens[:-2]):
        if token.verb.lemma not in _TAKING or not token.tag.startswith("VB"):
            continue
        phrase, start = _adverbial(sentence, index + 1)
        chunk = sentence.chunk(start) if phrase else None
        if (
            chunk is None
            or sentence.tag(start) == "POS"
            or sentence.low(chunk.head) in SETS["unit"]
        ):
            continue
        if sentence.low(start) in (
            "last",
            "next",
            "this",
            "every",
            "yesterday",
            "tomorrow",
            "today",
            "tonight",
            "one",
            "that",
        ):
            continue
        if sentence.low(chunk.head) in SETS["day"] | SETS["month"] | {
            "weekend",
            "time",
            "morning",
            "evening",
            "afternoon",
        }:
            continue
        if sentence.low(start) in ("i", "he", "she", "we", "they", "you", "who", "there"):
            continue
        if phrase in ("always", "well", "a lot") and (
            sentence.tag(start) in ("CC", "RB") or sentence.low(start) in ("time", "more")
        ):
            continue
        end = chunk.end
        if sentence.low(end) == "of" and sentence.chunk(end + 1) is not None:
            inner = sentence.chunk(end + 1)
            end = inner.end if inner is not None else end
        if sentence.tag(end) in ("VBZ", "VBP", "VBD", "MD", "TO") and phrase != "very much":
            continue
        if sentence.tag(end) in ("VBZ", "VBP", "VBD", "MD"):
            continue
        if end < len(sentence) and sentence.low(end) in ("and", "or") and sentence.chunk(end + 1):
            inner = sentence.chunk(end + 1)
            after = sentence.tag(inner.end) if inner is not None else ""
            if inner is not None and not after.startswith(("VB", "MD")):
                end = inner.end
        noun = surface(sentence, start, end)
        fixed = "well" if phrase == "very good" else phrase
        fixed = "very well" if phrase == "very good" else fixed
        if phrase == "always":
            yield Edit(index, end, f"always {token.text} {noun}")
        else:
            yield Edit(index + 1, end, f"{noun} {fixed}")


def _adverbial(sentence: Sentence, index: int) -> tuple[str, int]:
    """The adverbial of ``_MANNER`` at ``index`` and the index after it."""
    for length in (3, 2, 1):
        phrase = " ".join(sentence.low(i) for i in range(index, index + length))
        if phrase in _MANNER:
            return phrase, index + length
    return "", index


_NEGATIVE_OPENERS = (
    "never", "rarely", "seldom", "hardly ever", "not only", "no sooner", "under no circumstances",
    "at no time", "in no way", "little", "not once", "nowhere", "never before", "only then",
    "only later", "on no account", "hardly", "scarcely",
)  # fmt: skip


def _inversion(sentence: Sentence) -> Iterator[Edit]:
    """ "Never I have seen ...", "Only after the exam I realised ..."."""
    place = _after_opener(sentence)
    if not place or sentence.is_question:
        return
    subject = subject_at(sentence, place)
    if subject is None or sentence.tag(place) not in ("PRP", "DT", "PRP$", "NNP"):
        return
    verb = sentence.tokens[subject.end] if subject.end < len(sentence) else None
    if verb is None:
        return
    noun = surface(sentence, place, subject.end)
    index = subject.end
    auxiliary = verb.tag == "MD" or verb.lower in (
        "am",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "did",
        "do",
        "does",
    )
    if auxiliary and (
        verb.lower not in ("have", "has", "had", "do", "does", "did")
        or _participle(sentence, index + 1)
    ):
        yield Edit(place, index + 1, f"{verb.text} {noun}")
    elif verb.tag in ("VBD", "VBZ", "VBP") and verb.verb.lemma:
        helper = {"VBD": "did", "VBZ": "does"}.get(verb.tag, "do")
        yield Edit(place, index + 1, f"{helper} {noun} {verb.verb.lemma}")


def _participle(sentence: Sentence, index: int) -> bool:
    while sentence.tag(index) == "RB":
        index += 1
    return index < len(sentence) and "VBN" in sentence.tokens[index].verb.tags


def _after_opener(sentence: Sentence) -> int:
    """Index after a negative opening adverbial, or 0."""
    first = next((i for i, t in enumerate(sentence.tokens) if t.is_word), None)
    if first is None:
        return 0
    for opener in _NEGATIVE_OPENERS:
        words = opener.split()
        if [sentence.low(first + i) for i in range(len(words))] == words:
            end = first + len(words)
            return end if sentence.tag(end) in ("PRP", "DT", "PRP$", "NNP") else 0
    if sentence.low(first) == "only" and sentence.low(first + 1) in ("after", "when", "in", "by"):
        chunk = sentence.chunk(first + 2)
        if (
            chunk is not None
            and sentence.low(first + 1) in ("after", "in")
            and chunk.end - chunk.start > 1
        ):
            return chunk.end
    if sentence.low(first) == "not" and sentence.low(first + 1) == "until":
        chunk = sentence.chunk(first + 2)
        if chunk is not None:
            return chunk.end
    return 0


_ADJECTIVES_AFTER = (
    frozenset(
        "red blue green yellow black white brown grey big small new old beautiful expensive cheap "
        "modern pretty interesting delicious fantastic wonderful comfortable nice good bad large "
        "long tall young difficult easy famous important boring dangerous strong rich poor wooden "
        "leather plastic round square".split()
    )
    | SETS["nationality"]
)
_NOT_BEFORE_ADJECTIVE = frozenset(
    "something anything nothing everything someone year years metre metres lot bit day time way room mother little enough hour hours minute minutes week month kilometre mile foot feet inch km m cm kg".split()
)


def _adjective_after_noun(sentence: Sentence) -> Iterator[Edit]:
    """ "A car red": adjectives stand before the noun."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.tag not in ("NN", "NNS") or token.lower in _NOT_BEFORE_ADJECTIVE:
            continue
        place = index + 1
        if sentence.low(place) in ("very", "really"):
            place += 1
        described = place > index + 1 and sentence.tag(place) == "JJ"
        if not described and sentence.low(place) not in _ADJECTIVES_AFTER:
            continue
        after = place + 1
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
            sentence.tag(start) == "CD" and token.tag == "NNS" and sentence.low(place) != "old"
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


def _changes_object(sentence: Sentence, article: int) -> bool:
    """ "Paint a door blue", "such a day long": the adjective is not the noun's own."""
    verbs = frozenset(
        "paint make keep find consider leave dye colour get think turn cut call".split()
    )
    return any(
        sentence.tokens[i].verb.lemma in verbs for i in range(max(0, article - 3), article)
    ) or sentence.low(article - 1) in ("such", "what", "quite", "as", "too", "so")


RULES: tuple[Rule, ...] = (
    Rule(
        id="time-position",
        explanation="A time expression stands at the end of the clause or at its start, not in the middle.",
        example="I study English every day.",
        topic="adverbs-of-frequency",
        find=time_between,
        priority=3,
    ),
    Rule(
        id="verb-last",
        explanation="The English order is subject, verb, object.",
        example="She closed the door.",
        find=verb_last,
        priority=2,
    ),
    Rule(
        id="manner-before-object",
        explanation="Nothing stands between a verb and its object: how and where come after the object.",
        example="Please close the door quietly.",
        topic="adverbs-of-manner",
        find=manner_before_object,
        priority=2,
    ),
    Rule(
        id="verb-second",
        explanation="The subject comes before the verb, also after a time expression.",
        example="Today we have a test.",
        find=verb_second,
        priority=2,
    ),
    Rule(
        id="adverb-position",
        explanation="Adverbs of frequency stand before the main verb, but after “be” and auxiliaries.",
        example="I often go to the theatre.",
        topic="adverbs-of-frequency",
        find=_adverb_after_verb,
        rows=table("""
            have|has|'ve|had been always|never|often|usually|already|just|ever -> {0} {2} been ? !nexttag:VBN|VBG|. !next:there|to
            have|has|'ve|had been always|never|often|usually -> {0} {2} been ? nexttag:VBN|VBG
            ^ always i|you|we|they|he|she|it <VBZ|VBP|VBD>&!is|are|am|was|were|have|has|had|do|does|did -> {1} always {2}
            ^ always i|you|we|they|he|she|it is|are|am|was|were|can|will -> {1} {2} always
            ^ always i|you|we|they|he|she|it have|has|had -> {1} always {2} ? !nexttag:VBN
            ^ already|just i|you|we|they|he|she have|has|'ve|'s +VBN -> {1} {2} {0} {3}
            all we|they|you are|were|have|like -> {1} {2} all ? known:2,are|were
            i|we|they|he|she only|also have|has +VBN -> {0} {2} {1} {3}
            $subject have|has|'ve +VBN just|already -> {0} {1} {3} {2} ? !nexttag:. known:3,just
            =have|need <NN|NNS>&money|time|chairs|food|water|people|space|room|sugar|milk|eggs|energy|experience|information|books|seats enough -> {0} enough {1}
            a such <JJ>? <NN> -> such a {2} {3}
            a so <JJ> <NN> -> such a {2} {3}
            a quite|rather <JJ> <NN> -> {1} a {2} {3} ? known:1,quite
            ^ always my|the <NN> <VBZ|VBD>&!is|was|has -> {1} {2} always {3}
            <NN|NNP|NNS> always|usually|often|rarely|seldom is|am|are|was|were <JJ|IN|VBG|DT|VBN> -> {0} {2} {1} {3}
            i|he|she|we|they|you|it always|usually|often|rarely|seldom am|is|are|was|were <JJ|IN|VBG|DT|VBN|JJR> -> {0} {2} {1} {3} ? !next:?
            i|he|she|we|they|you|it always|usually|never can|will|must|should +VB -> {0} {2} {1} {3} ? !known:1,never
            $subject do|does|did always|usually|often n't +VB -> {0} {1} n't {2} {4}
            always|usually|often|already|ever do|does|did n't +VB -> {1} n't {0} {3} ? prev:$subject
            can|could|will|would|must|should|might|'ll +VB always|never|often|usually -> {0} {2} {1} ? !nexttag:. !next:and|but !tag:0,NN
            i|we|they|you have|'ve +VBN never|already|just -> {0} {1} {3} {2} ? !nexttag:. !known:3,just
            he|she has +VBN never|already -> {0} has {3} {2} ? !nexttag:.
            still|already i|we|they|he|she have|has|'ve n't? +VBN -> {1} {0} {2} {3} {4} ? first
            i|we|they have n't still +VBN -> {0} still have n't {4}
            he|she has n't still +VBN -> {0} still has n't {4}
            i|we|they do n't still +VB -> {0} still do n't {4}
        """),
        priority=2,
    ),
    Rule(
        id="object-position",
        explanation="Nothing stands between a verb and its object: the adverb goes after the object.",
        example="She speaks English very well.",
        topic="adverbs-of-manner",
        find=_object_after_adverb,
        rows=table("""
            please? =put in|on|under|into my|your|his|her|the|this <NN> the|my|your|his|her|this|these|those <NN|NNS>
            .. -> {0} {1} {5} {6} {2} {3} {4} ? !nexttag:NN|VBD|VBZ|VBP|MD
            =give|send|show|lend|tell|teach|offer to me|him|us|them|you a|an|the|some|my|his|her <JJ>? <NN|NNS>
            .. -> {0} {2} {3} {4} {5} ? tag:0,VB|VBD|VBZ|VBP|VBG|VBN !nexttag:IN
            =give|send|show|lend|offer to my|your|his|her|our|their|the <NN|NNS> a|an|the|some|my|his|her|this <JJ>? <NN|NNS>
            .. -> {0} {2} {3} {4} {5} {6} ? tag:0,VB|VBD|VBZ|VBP|VBG|VBN !nexttag:IN person:3
            =bring|buy|make|get for me|him|us|them|you a|an|the|some <JJ>? <NN|NNS> -> {0} {2} {3} {4} {5} ? tag:0,VB|VBD|VBZ|VBP|VBG|VBN !nexttag:IN
            =explain|describe|say|suggest to me|him|us|them|you the|a|an|my|his|her|your|that <JJ>? <NN|NNS> -> {0} {3} {4} {5} to {2} ? !known:0,say|suggest !nexttag:IN|VBZ|VBD|VBP|MD !known:3,that
        """),
        priority=2,
    ),
    Rule(
        id="verb-position",
        explanation="The object and adverbials follow the verb; the verb does not go to the end.",
        example="First we must buy the tickets.",
        topic="adverbs-of-manner",
        rows=table("""
            can|could|must|should|will|would|may|might|'ll|shall [ the|a|an|my|your|his|her|our|their|this|that <JJ>? <NN|NNS> +VB ] END -> {4} {1} {2} {3}
            .. ? tag:0,MD !question
            can|could|must|should|will|would|may|might|'ll [ it|him|them|me|us +VB ] END -> {2} {1} ? !question tag:0,MD
            can|could|must|should|will|would|may|might|'ll n't|not? [ anywhere|everywhere|somewhere|here|there|more|less|tomorrow|today|outside|home|english|well|better|alone|together|abroad +VB ]
            .. END -> {3} {2} ? tag:0,MD !question !reads:3,ADV
            can|could|will|must|should n't|not? [ very well|fast|good|quickly|slowly +VB ] -> {4} {2} {3} ? tag:0,MD !known:3,quickly|slowly
            can|could|will [ well|perfectly|fluently +VB ] @NP? END -> {2} {3} {1} ? tag:0,MD
            want|wants|wanted|like|need|have|has|had|going|try to [ the|a|an|my|your|his|her|our|their|this <JJ>? <NN|NNS> +VB ] END -> {5} {2} {3} {4} ? !known:5,work|play|study
            if|when|because|that|and|but i|you|we|they|he|she [ tomorrow|yesterday|today|now|tonight|here|there|often +VB|+VBZ ] END -> {3} {2} ? !known:2,often|now|here|there
            if|when|because|that|and|but i|you|we|they|he|she [ tomorrow|yesterday|today|tonight <VBP|VBZ|VBD|VB> ] END -> {3} {2}
            if|when|because|that|and|but i|you|we|they|he|she [ tomorrow|yesterday|today|tonight <VBP|VBZ|VBD|VB> ] , -> {3} {2}
            i|we|they|he|she [ yesterday|tomorrow|today <VBD|VBP|VBZ|VB> ] END -> {2} {1}
            i|we|they|you have|'ve [ the|a|an|my|your|his|her|our|their <NN|NNS> +VBN ] END -> {4} {2} {3} ? !known:4,cut|done|repaired|fixed|checked|painted|cleaned|tested|left|removed|taken
            he|she has [ the|a|an|my|your|his|her|our|their <NN|NNS> +VBN ] END -> {4} {2} {3} ? !known:4,cut|done|repaired|fixed|checked|painted|cleaned|tested|left|removed|taken
            ^ tomorrow|today|tonight|soon [ will +VB&come|arrive|visit|leave|go|start|begin|return my|the|our|his|her <NN|NNS> ] -> {3} {4} will {2}
            ^ last|this|yesterday week|month|year|night|morning|monday|friday|summer? ,? [ happened|came|arrived|died|started|opened|appeared a|an|the|my|our|some <JJ>? <NN|NNS> ]
            .. -> {4} {5} {6} {3}
            ^ yesterday|today|suddenly ,? [ happened|came|arrived|died|started|opened|appeared|called a|an|the|my|our|some <JJ>? <NN|NNS> ] -> {3} {4} {5} {2}
            ^ last|this|next week|month|year|night|morning|monday|friday|summer ,? [ will +VB&come|arrive|visit|leave|start|begin|return my|the|our|his|her <NN|NNS> ] -> {5} {6} will {4}
            where|when [ works|lives|studies|plays|sleeps|stays my|his|her|our|your <NN> <NNP>? ] -> {2} {3} {4} {1} ? !question
            where [ work|live|study|play|sleep my|his|her|our|your <NNS> ] -> {2} {3} {1} ? !question
            that|what [ says|said|thinks|wants|likes my|his|her|our|your mother|father|boss|teacher|friend|brother|sister|wife|husband ] -> {2} {3} {1} ? !question
        """),
        priority=3,
    ),
    Rule(
        id="adjective-before-noun",
        explanation="Adjectives stand before the noun.",
        example="My parents have a red car.",
        topic="adjectives-before-nouns",
        find=_adjective_after_noun,
        priority=1,
    ),
    Rule(
        id="adjective-order",
        explanation="The usual order is opinion, size, age, shape, colour, origin, material.",
        example="She carries an old black leather bag.",
        topic="order-of-adjectives",
        find=_adjective_order,
        priority=3,
    ),
    Rule(
        id="compound-noun",
        explanation="In a compound the main noun comes last.",
        example="The hotel has a swimming pool.",
        topic="adjectives-before-nouns",
        rows=table("""
            pool swimming -> swimming pool
            machine washing -> washing machine
            room living|dining|waiting|bath|class -> {1} room ? !next:in|on|next|with|alone|near
            phone mobile -> mobile phone ? !nexttag:NN
            card credit|birthday|identity -> {1} card ? !nexttag:NN
            stop bus|tram -> {1} stop ? prevtag:DT
            station train|bus|metro|police|petrol -> {1} station ? prevtag:DT
            teacher english|maths|history|music|spanish -> {1} teacher ? prevtag:DT|PRP$|JJ
            player football|tennis|basketball|guitar -> {1} player
            driver taxi|bus|truck|lorry -> {1} driver ? prevtag:DT|PRP$|JJ
            ticket train|bus|plane|concert|cinema -> {1} ticket ? prevtag:DT|PRP$|JJ
            shop coffee|book|shoe|flower|gift -> {1} shop ? prevtag:DT|PRP$|JJ !nexttag:NN
            salad fruit -> fruit salad
            juice orange|apple|tomato -> {1} juice
            soup vegetable|chicken|tomato -> {1} soup
            cake chocolate|birthday -> {1} cake ? !nexttag:NN
            agency travel -> travel agency
            film horror|action -> {1} film
            school language|high|primary|secondary -> {1} school ? prevtag:DT|PRP$ !nexttag:NN
            team football|basketball -> {1} team ? !nexttag:NN
            match football|tennis -> {1} match ? !nexttag:NN
            toothpaste tube -> tube of toothpaste
        """),
        priority=4,
    ),
    Rule(
        id="particle-position",
        explanation="A pronoun stands between the verb and its particle: “pick it up”.",
        example="Your coat is on the floor. Pick it up, please.",
        topic="phrasal-verbs-separable",
        find=_particle,
        priority=3,
    ),
    Rule(
        id="enough-position",
        explanation="“Enough” stands after an adjective or adverb, but before a noun.",
        example="This coat isn't warm enough for Moscow.",
        topic="too-and-enough",
        rows=table("""
            enough <JJ|RB>&!more|much|many|other|to|not|already|yet|for|so|that -> {1} enough
            .. ? !nexttag:NN|NNS|JJ|CC|NNP|VBG !prev:not|have|has|had|get|=have|with|got|buy|there|of|make|do|eat
            enough big|old|tall|good|warm|fast|strong|rich|hot|cold|clever|smart|young|brave|long|well|large|small|hard|clear|cheap|close|loud|high|short
            .. -> {1} enough ? !nexttag:NN|NNS|JJ !known:1,well
            enough well|hard|fast -> {1} enough ? !nexttag:NN
        """),
        priority=3,
    ),
    Rule(
        id="inversion-needed",
        explanation="After a negative or limiting expression at the start the auxiliary comes before the subject.",
        example="Only after the exam did I realise my mistake.",
        topic="inversion-after-negative-adverbials-introduction",
        find=_inversion,
        rows=table("""
            ^ so i|we|they|he|she do|does|did|am|is|are|can|will END -> so {2} {1} ? first
            ^ neither|nor i|we|they|he|she do|does|did|am|is|are|can|will|have|has END -> {0} {2} {1}
            no sooner $subject had -> no sooner had {2}
            ^ here|there the|my|our|your bus|train|taxi|teacher|boss|sun|rain|food|bell <NN>? comes|goes|is -> {0} {4} {1} {2} {3} ? !known:4,is
            ^ here|there comes|goes he|she|it -> {0} {2} {1}
            ^ here|there come|go they -> {0} they {1}
        """),
        priority=2,
    ),
    Rule(
        id="inversion-needless",
        explanation="Outside questions the subject comes before the verb.",
        example="How beautiful these flowers are!",
        topic="question-words",
        rows=table("""
            ^ how <JJ|RB> is|are|was|were this|that|these|those|the|your|her|his|my|our <NN|NNS> END -> how {1} {3} {4} {2} ? has:! !question
            ^ how <JJ|RB> is|are|was|were it|she|he|they|you END -> how {1} {3} {2} ? has:! !question
            ^ what a <JJ>? <NN> is|was this|that|it END -> what a {2} {3} {5} {4} ? has:! !question
            ^ up to now|then ,? have|has|had n't? $subject -> up to {2} {6} {4} {5} ? !question
            ^ so far ,? have|has n't? $subject -> so far {5} {3} {4} ? !question
            ^ maybe|perhaps|usually|yesterday|tomorrow|sometimes ,? is|are|can|will|do|does|was|were|have|has i|he|she|we|they|you -> {0} {3} {2} ? !question !known:2,do|does
            although|because is|are|was|were|can|will i|he|she|we|they|you|it -> {0} {2} {1} ? !question
        """),
        priority=3,
    ),
    Rule(
        id="missing-subject",
        explanation="An English sentence needs a subject: use “it” when there is no other.",
        example="It is raining.",
        topic="subject-and-object-pronouns",
        rows=table("""
            ^ is raining|snowing|important|necessary|possible|impossible|difficult|easy|cold|hot|late|early|dangerous|sunny|cloudy|windy|true|dark|useful|interesting|good|nice|better|very|too|time|getting|not|because
            .. -> it is {1} ? !question
            ^ was raining|snowing|important|necessary|difficult|easy|cold|hot|late|dangerous|sunny|dark|interesting|nice|very|too|a -> it was {1} ? !question
            ^ is a very? good|nice|beautiful|big|small|great|bad|interesting|wonderful|difficult -> it is a {2} {3} ? !question
            ^ is not important|necessary|possible|easy|good|true|difficult|far|expensive -> it is not {2} ? !question
            ^ is n't important|necessary|possible|easy|good|true|difficult|far -> it is n't {2} ? !question
            because|but|and|think|if|when|that|so is|was very|raining|cold|hot|late|difficult|easy|important|expensive|too|dangerous|beautiful|good|cheap|near|far|not|interesting|necessary|possible|impossible|dark|sunny|boring
            .. -> {0} it {1} {2} ? known:0,because|think|if|when !prevtag:NN|NNS
            in my opinion|country ,? is very? important|difficult|good|necessary|bad|better|easy|cold|hot -> in my {2} {3} it {4} {5} {6}
            ^ rains|snows a|very|here|every|in -> it {0} {1} ? !tag:0,NNS
            i|we find|think|found|thought difficult|important|easy|hard|necessary|impossible|interesting to -> {0} {1} it {2} to
            =make difficult|easy|possible|impossible to -> {0} it {1} to
        """),
        priority=2,
    ),
    Rule(
        id="double-subject",
        explanation="The subject is named once: no pronoun repeats it.",
        example="My brother works in a bank.",
        topic="subject-and-object-pronouns",
        rows=table("""
            ^ my|our|his|her|the|your brother|father|boss|son|husband|uncle|grandfather|teacher|friend|cousin|neighbour|boyfriend|man|boy|doctor he <VBZ|VBD|MD>
            .. -> {0} {1} {3}
            ^ my|our|his|her|the|your sister|mother|boss|daughter|wife|aunt|grandmother|teacher|friend|cousin|neighbour|girlfriend|woman|girl|mum|doctor she <VBZ|VBD|MD>
            .. -> {0} {1} {3}
            ^ my|our|his|her|the|your|many parents|friends|children|brothers|sisters|students|people|neighbours|teachers|men|women|grandparents they <VBP|VBD|MD>
            .. -> {0} {1} {3}
            ^ the|my|this|our city|town|house|car|film|book|country|job|school|food|weather|problem|dog|cat|hotel|room|phone it <VBZ|VBD>
            .. -> {0} {1} {3}
            ^ <NNP|NN> he|she <VBZ|VBD>&is|was|has|lives|works|likes|went|said -> {0} {2} ? tag:0,NNP
            ^ many|some|most people they <VBP|VBD|MD> -> {0} people {3}
        """),
        priority=3,
    ),
)
