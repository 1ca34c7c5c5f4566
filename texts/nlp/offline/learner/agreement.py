"""Subject and verb, determiner and noun that do not agree in number."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.agreement_phrases import AGREEMENT_PHRASES
from texts.nlp.offline.learner.conditions import PEOPLE
from texts.nlp.offline.learner.lexis import SETS
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.subjects import Number, skip_adverbs, subject_at
from texts.nlp.offline.learner.tokens import Sentence

_OPENERS = frozenset(
    "and but because that if when while so although though since until as where or unless "
    "whereas which whenever than hope think know say says said believe guess suppose feel "
    "sure maybe perhaps yesterday today sometimes usually once".split()
)
_UNREAL = frozenset("would if though wish wishes wished rather suppose lest only".split())
_DEMANDS = frozenset(
    "suggest suggests suggested recommend recommends recommended insist insists insisted demand "
    "demands demanded ask asked request requested require requires propose proposed important "
    "condition suggestion recommendation proposal demand request requirement insistence motion "
    "preferable critical appropriate fitting adamant keen essential vital necessary better "
    "crucial imperative advised lest prefer desirable urge urged "
    "ordered".split()
)
_TO_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "'re": "'s"}
# "God save the King", "somebody call a doctor".
_WISHING = frozenset("god heaven heavens lord devil someone somebody".split())
_FAMILY = frozenset(
    "mother father mum dad brother sister wife husband aunt uncle son daughter".split()
)
_TO_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do", "'s": "'re"}
_TO_FIRST = {"is": "am", "are": "am", "has": "have", "does": "do"}
_FOLLOW_VERB = (
    "DT",
    "PRP$",
    "PRP",
    "IN",
    "TO",
    "RB",
    "JJ",
    "NNS",
    "CD",
    "NN",
    "NNP",
    ".",
    ",",
    "RP",
    "VBG",
    "VBN",
    "WRB",
    "WP",
    "CC",
    "JJR",
    "RBR",
)
_NOT_VERBS = frozenset("over like near past close back please please thanks".split())


def _clause_starts(sentence: Sentence) -> Iterator[int]:
    first = True
    for index, token in enumerate(sentence.tokens):
        before = sentence.low(index - 1)
        if first and token.is_word:
            first = False
            yield index
        elif before in _OPENERS or before in (",", ";", ":", '"', "“"):
            yield index


def _subject_verb(sentence: Sentence) -> Iterator[Edit]:
    done: set[int] = set()
    covered = 0
    for start in _clause_starts(sentence):
        if start < covered or _introduces_object(sentence, start):
            continue
        subject = subject_at(sentence, start)
        if subject is not None:
            covered = max(covered, subject.end)
        if subject is None or subject.number == "unknown" or subject.end in done:
            continue
        if sentence.low(subject.end) in ("who", "that", "which"):
            yield from _relative(sentence, subject.end, subject.number)
            continue
        verb = skip_adverbs(sentence, subject.end)
        if verb >= len(sentence) or verb in done:
            continue
        if subject.joined and not _clearly_two(sentence, start, subject.chunk.end):
            continue
        fixed = _fixed(sentence, start, verb, subject.number)
        if fixed:
            done.add(verb)
            yield Edit(verb, verb + 1, fixed, _why(sentence, start, subject.end, subject.number))


def _introduces_object(sentence: Sentence, start: int) -> bool:
    """ "and" before a bare noun joins objects, as in "I like tea and coffee is ..."."""
    if sentence.low(start - 1) == "as" and sentence.tag(start) != "PRP":
        return True
    if sentence.low(start - 1) == "but" and sentence.low(start - 2) in SETS["indefinite"]:
        return True
    if sentence.low(start - 1) in ("and", "or", ",", "than", "as", "which", "that", "so"):
        token = sentence.tokens[start]
        return token.tag not in ("PRP", "DT", "PRP$") and token.lower not in SETS["indefinite"]
    return False


def _clearly_two(sentence: Sentence, start: int, end: int) -> bool:
    """Both parts of "A and B" have a determiner or are pronouns or names of people."""
    after = sentence.tag(end + 1) if sentence.low(end) == "and" else ""
    if sentence.tag(start) == "NNP" and after in ("NNP", "PRP"):
        return sentence.low(end + 3) not in ("a", "an", "the") and end == start + 1
    if sentence.low(end - 1) in _FAMILY and sentence.low(end + 1) in _FAMILY:
        return True
    return sentence.tag(start) in ("DT", "PRP$", "PRP") and after in ("DT", "PRP$", "PRP", "NNP")


def _why(sentence: Sentence, start: int, end: int, number: Number) -> str:
    phrase = " ".join(t.text for t in sentence.tokens[start:end])
    kind = {"singular": "singular", "plural": "plural", "I": "the first person"}[str(number)]
    return f"The subject “{phrase}” is {kind}, and the verb has to agree with it."


def _fixed(sentence: Sentence, start: int, index: int, number: Number) -> str:
    """The verb at ``index`` made to agree, or an empty string."""
    token = sentence.tokens[index]
    if _glued_possessive(sentence, index) or sentence.low(start) in ("neither", "nor", "so"):
        return ""
    if number == "singular":
        if token.lower in ("were", "are", "have", "do"):
            return "" if _blocked(sentence, start, token.lower) else _TO_SINGULAR[token.lower]
        return _third_person(sentence, start, index)
    mapping = _TO_FIRST if number == "I" else _TO_PLURAL
    if number == "plural" and token.lower == "am" and sentence.low(index - 1) == "i":
        return "are"
    if token.lower in mapping:
        if number == "I" and token.lower == "are" and sentence.low(index + 1) == "n't":
            return ""
        return mapping[token.lower] if token.lower != "'s" else ""
    if token.tag == "VBZ" and "VBZ" in token.verb.tags and token.lower not in SETS["plural_only"]:
        if number == "plural" and sentence.tag(index + 1) in ("VBZ", "VBP", "VBD", "MD"):
            return ""
        return token.verb.lemma
    return ""


def _glued_possessive(sentence: Sentence, index: int) -> bool:
    return sentence.low(index) == "'s"


def _blocked(sentence: Sentence, start: int, word: str) -> bool:
    """Unreal "were" after "if" and "wish"; subjunctives after verbs of demand."""
    if word == "are":
        return False
    if word == "were" and sentence.low(start - 1) == "as":
        return True
    before = {token.lower for token in sentence.tokens[:start]}
    return not before.isdisjoint(_UNREAL if word == "were" else _DEMANDS)


def _third_person(sentence: Sentence, start: int, index: int) -> str:
    token = sentence.tokens[index]
    if "VB" not in token.verb.tags or token.verb.lemma in ("be", "") or token.is_proper:
        return ""
    likes = token.lower == "like" and sentence.low(start) in ("he", "she")
    if "VBD" in token.verb.tags or (token.lower in _NOT_VERBS and not likes):
        return ""
    if _blocked(sentence, start, token.lower) or sentence.tag(index + 1) in ("VBZ", "VBD", "MD"):
        return ""
    first = sentence.low(start)
    pronoun = first in ("he", "she", "it")
    modal = token.lower in ("need", "dare") and sentence.low(index + 1) in ("not", "n't")
    if first in _WISHING or modal:
        return ""
    if (
        first in SETS["indefinite"]
        and index + 1 < len(sentence)
        and not sentence.tokens[index + 1].is_word
    ):
        return ""
    if first in SETS["indefinite"] and sentence.tokens[-1].text == "!":
        return ""
    noun_possible = bool(forms.readings(token.lower) - {"VERB", "AUX"})
    actor = sentence.tokens[index - 1].noun in PEOPLE and sentence.tag(index - 1) == "NN"
    if not pronoun and noun_possible and token.tag not in ("VBP", "VB") and not actor:
        if sentence.tokens[index - 1].lower not in (
            "sun",
            "water",
            "moon",
            "bus",
            "train",
            "plane",
            "lesson",
            "class",
            "film",
        ):
            return ""
    if sentence.tag(index + 1) not in _FOLLOW_VERB and index + 1 < len(sentence):
        return ""
    if not pronoun and noun_possible and sentence.tag(index + 1) in ("VBP", "VBN"):
        return ""
    return forms.verb(token.verb.lemma, "VBZ")


def _relative(sentence: Sentence, index: int, number: Number) -> Iterator[Edit]:
    """The verb of "who/that/which ..." and the main verb after it."""
    verb = skip_adverbs(sentence, index + 1)
    if verb >= len(sentence) or not sentence.tokens[verb].verb.tags:
        return
    head = sentence.tokens[index - 1]
    plain = sentence.low(index) != "that" or sentence.low(verb) in (
        "is",
        "was",
        "has",
        "are",
        "were",
    )
    if sentence.tokens[verb].tag.startswith(("VB", "NN")) and plain:
        own: Number = "plural" if forms.is_plural(head.lower) else number
        if head.tag in ("NN", "NNS") and own == number:
            fixed = _fixed(sentence, index, verb, own)
            if fixed:
                yield Edit(verb, verb + 1, fixed, "The verb agrees with the noun before it.")
    main = _main_verb(sentence, verb + 1)
    if main:
        fixed = _fixed(sentence, index, main, number)
        if fixed:
            yield Edit(main, main + 1, fixed, "The verb agrees with the subject at the start.")


def _main_verb(sentence: Sentence, index: int) -> int:
    """The first "be", "have" or -s verb after a relative clause that has had its own verb."""
    while index < len(sentence):
        token = sentence.tokens[index]
        before = sentence.tokens[index - 1]
        if token.lower in ("is", "are", "was", "were", "has", "have", "does", "do"):
            free = before.tag.startswith(("NN", "RB", "CD")) and before.tag != "NNP"
            return index if free else 0
        if token.text in ",;" or token.tag in ("MD", "WP", "WDT", "WRB", "CC", "PRP", "VBD"):
            return 0
        index += 1
    return 0


_WH = SETS["wh"] | {"often", "long", "much", "many"}


def _inverted(sentence: Sentence) -> Iterator[Edit]:
    """Agreement of the auxiliary in questions: "How often do she visit ...?"."""
    if not sentence.is_question:
        return
    for index, token in enumerate(sentence.tokens[:-2]):
        if token.lower not in ("do", "does", "has", "have", "is", "are", "was", "were"):
            continue
        if not (token.first or sentence.low(index - 1) in _WH or _after_wh(sentence, index)):
            continue
        after = index + 1 + (sentence.low(index + 1) == "n't")
        subject = subject_at(sentence, after)
        if subject is None or subject.joined or subject.number == "unknown":
            continue
        if token.lower in ("have", "do") and not _verb_follows(sentence, subject.end):
            continue
        mapping = {"singular": _TO_SINGULAR, "plural": _TO_PLURAL, "I": _TO_FIRST}[subject.number]
        fixed = mapping.get(token.lower)
        if token.lower == "are" and subject.number == "I":
            fixed = None if after > index + 1 else "am"
        if fixed and not (token.lower == "were" and subject.number == "singular"):
            yield Edit(index, index + 1, fixed)


def _after_wh(sentence: Sentence, index: int) -> bool:
    first = next((t for t in sentence.tokens if t.is_word), None)
    return (
        first is not None
        and first.lower in SETS["wh"]
        and index <= 4
        and not any(t.tag.startswith("VB") or t.tag == "MD" for t in sentence.tokens[:index])
    )


def _verb_follows(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index] if index < len(sentence) else None
    return token is not None and (bool(token.verb.tags) or token.tag == "RB")


RULES: tuple[Rule, ...] = (
    Rule(
        id="subject-verb",
        explanation="The verb has to agree with its subject in number.",
        example="My mother works in a hospital.",
        topic="subject-verb-agreement",
        find=_subject_verb,
        priority=1,
    ),
    Rule(
        id="question-auxiliary",
        explanation="In a question the auxiliary has to agree with the subject after it.",
        example="How often does she visit you?",
        topic="present-simple-questions-and-negatives",
        find=_inverted,
        priority=1,
    ),
    Rule(
        id="there-is-are",
        explanation="“There is” goes with a singular noun, “there are” with a plural one.",
        example="There are many people at the bus stop.",
        topic="there-is-there-are",
        rows=table("""
            there is|'s|was many|several|various|these|those|both|different -> there are {2} ?
            .. !before:was !tag:1,VBD
            there was many|several|various|few -> there were {2} ? !next:of
            there [ is|'s ] lots of <JJ>? <NNS> -> are ? plural:-1 !nexttag:NN
            there [ was ] lots of <JJ>? <NNS> -> were ? plural:-1 !nexttag:NN
            there [ was ] a lot of <JJ>? <NNS> -> were ? plural:-1 !nexttag:NN
            there [ is|'s ] a lot of <JJ>? <NNS|people|NN> -> are ? plural:-1 !nexttag:NN
            there [ is|'s ] a few -> are
            there [ is|'s ] $number|<CD>&!one <JJ>? <NNS> -> are ? plural:-1 !nexttag:NN
            there [ was ] $number|<CD>&!one <JJ>? <NNS> -> were ? plural:-1 !nexttag:NN
            there [ is|'s ] <JJ>? people|children -> are
            there [ was ] <JJ>? people|children -> were
            there [ is|'s ] too many|few -> are
            there [ was ] too many|few -> were
            there [ was ] some|no|too|so|many|few <JJ|many|few|much>? people|children -> were
            there [ is|'s ] some|no|too|so|many|few <JJ|many|few|much>? people|children -> are
            there [ is|'s ] some|any|no <JJ>? <NNS> -> are ? plural:-1 !nexttag:NN
            there [ was ] some|any|no <JJ>? <NNS> -> were ? plural:-1 !nexttag:NN
            [ is ] there many|any|some <JJ>? <NNS> -> are ? plural:-1 !nexttag:NN
            [ is ] there any|some|many people|children -> are
            [ is ] there $number <NNS> -> are
            there [ are ] a|an <JJ>? <NN> -> is ? !has:and singular:-1 !known:-1,lot|number|couple
            ..|few|dozen|hundred|variety|handful|range|group|series|bunch|pair|thousand|million
            ..|majority|bit
            there [ are ] one|much|no|little|some <JJ>? $uncountable -> is ? !has:and
            there [ are ] one <NN> -> is ? !has:and
            there [ were ] a|an <JJ>? <NN> -> was ? !has:and singular:-1 !before:if !known:-1,lot
            ..|number|couple|few|dozen|hundred|variety|handful|range|group|series|bunch|pair
            ..|thousand|million|majority|bit
            there [ were ] much|no|little|some <JJ>? $uncountable -> was ? !has:and
            .. !before:if|wish|though|only|as
            there [ has ] been many|several|lots|$number -> have
            there [ has ] been a lot of <NNS> -> have ? plural:-1
            there have|has -> there are ? next:many|some|several|two|three|four|five|lots|a|no
            there has -> there is ? next:a|an|one|no
            there [ have ] a <NN> -> is ? !next:of
            it have|has -> there are ? next:many|several|lots first !has:.
        """),
        priority=2,
    ),
    Rule(
        id="this-these",
        explanation="“This” and “that” go with singular nouns, “these” and “those” with plurals.",
        example="These pictures are beautiful.",
        topic="this-that-these-those",
        rows=table("""
            these|those <JJ>? <NN> -> {0} {1} {2:pl} ? singular:2 !nexttag:NN|NNS|VBG|NNP|POS
            .. !known:2,$uncountable|$group_plural|one|kind|sort|type !next:-
            this <JJ>? <NNS>&!+VBZ -> these {1} {2} ? plural:2 !nexttag:NN|NNS|POS|NNP
            .. !known:2,$singular_s|means|series|species|crossroads|headquarters|works|barracks
            ..|gallows
            this <JJ>? <NNS> -> these {1} {2} ? plural:2 nexttag:VBP|VBZ|VBD|MD|.
            .. !nexttag:NN|NNS|POS|NNP !known:2,$singular_s|means|series|species|crossroads
            ..|headquarters|works|barracks|gallows
            ^ that <NNS> are|were -> those {1} {2} ? plural:1
            these|those|many of this|that <NNS> -> {0} of these {3}
            these|those $uncountable_strict is|are|was|were -> this {1} is ? !plural:1
            .. next:very|not|too|so|really|good|bad
            these|those&!<NN> $uncountable_strict&!money -> this {1} ? !plural:1 !nexttag:NN|NNS
        """),
    ),
    Rule(
        id="amount-singular",
        explanation=(
            "A sum of money, a distance or a length of time counts as one amount: singular."
        ),
        example="Twenty euros is too much for a sandwich.",
        topic="subject-verb-agreement",
        rows=table("""
            $number|<CD> euros|dollars|pounds|kilometres|kilometers|miles|hours|minutes|years|days
            ..|weeks [ are ] not? too|enough|much|n't? much|long|a|far|enough? -> is ?
            .. next:for|to|,|.|lot|long|much|enough
            ^ $number|<CD> euros|dollars|pounds|kilometres|kilometers|miles|hours|minutes|years
            ..|weeks [ are ] n't|not|too|enough|a -> is
        """),
        priority=3,
    ),
    *AGREEMENT_PHRASES,
)
