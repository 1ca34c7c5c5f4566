"""Singular countable nouns without any determiner."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.countable_nouns import EVENTS, PEOPLE, THINGS
from texts.nlp.offline.learner.nouns import (
    ABSTRACT,
    CONCRETE,
    DESCRIBED,
    THE_AFTER,
    UNIQUE,
)
from texts.nlp.offline.learner.pattern import at_end
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.tokens import Sentence, Token

_COUNTED = CONCRETE | ABSTRACT | THINGS | PEOPLE | EVENTS
_WITH_ADJECTIVE = _COUNTED | DESCRIBED
_THE_VERBS = frozenset(
    "open close lock clean leave cross fix repair paint shut enter feed park".split()
)
_THE_OBJECTS = frozenset(
    "door window house room kitchen street road dog cat car bathroom river".split()
)
_A_VERBS = frozenset(
    "have buy need want get rent find lose sell wear make see bring eat read write build give take "
    "send order book like draw paint catch use drive watch hear ask tell meet receive choose "
    "show borrow lend steal kill break drop hold carry visit cook prepare open adopt pick attend "
    "join start design produce publish win invent discover notice wash pay fill add throw own use "
    "suggest imagine organise organize arrange plan play record keep".split()
)
_GIVING = frozenset("give buy send bring lend make show tell get find ask offer".split())
# With these verbs a bare noun may be a place or a person that both know: left to other rules.
_UNSURE_VERBS = frozenset(
    "like watch meet see visit get use find leave start attend join win notice wash keep plan "
    "play organise organize discover".split()
)
_UNSURE_NOUNS = frozenset(
    "class course lunch dinner party meeting game match war work dress face kitchen car country city man woman school room bus train plane doctor teacher station airport bathroom "
    "kitchen garden television radio church hospital park bank shop beach".split()
)
_RIDES = frozenset({"bus", "train", "plane", "taxi"})
_STOP_NEXT = frozenset({"NN", "NNS", "NNP", "POS", "VBG", "NNPS"})
_STOP_WORDS = frozenset({"'s", "-", "and", "or", "by", "'", "’"})
_DETERMINING_TAGS = frozenset(
    "DT PRP$ CD POS NN NNS NNP JJ JJR JJS PDT WP$ WDT WP NNPS $ VBN RBR RBS WRB".split()
)
_DETERMINING_WORDS = frozenset(
    "and or no any some what which such quite rather as too how so her whose than half per pm am "
    "many both neither either more most mine yours".split()
)
_DETERMINING_FIRST = frozenset(
    "own enough more much less such several other many last next first same certain most best "
    "worst whole only full half little few mine further another high dear considerable public "
    "common good-looking".split()
)
_MIDDLE = frozenset("n't not always never often usually also just already really only".split())
_BE_SUBJECTS = frozenset("it this that he she i".split())
_PRONOUNS = frozenset("me him us them her you".split())
_BE = frozenset("am is are was were 'm 're 's been be".split())


def missing_determiner(sentence: Sentence) -> Iterator[Edit]:
    """An article put before a bare singular noun that has to have one."""
    for head, noun in enumerate(sentence.tokens):
        if noun.lower not in _WITH_ADJECTIVE or noun.tag not in ("NN", "VB", "VBP", "JJ"):
            continue
        if noun.is_proper or noun.noun != noun.lower or _blocked_after(sentence, head):
            continue
        start = _phrase_start(sentence, head)
        if not start or (noun.tag != "NN" and not _surely_noun(sentence, start, head)):
            continue
        if start == head and noun.lower not in _COUNTED:
            continue
        article = _article_for(sentence, start, head)
        if article:
            first = sentence.tokens[start].text
            yield Edit(start, start, forms.article(first) if article == "a" else "the")


def _surely_noun(sentence: Sentence, start: int, head: int) -> bool:
    """A word with a verb's tag is a noun after "have", "need" and the like at the end."""
    before = sentence.tokens[start - 1].verb.lemma in ("have", "need", "want", "buy", "give")
    giving = sentence.low(start - 1) in _PRONOUNS
    ends = at_end(sentence, head + 1) or sentence.tag(head + 1) in ("IN", "TO")
    return start == head and ends and (before or giving)


def _blocked_after(sentence: Sentence, head: int) -> bool:
    if sentence.low(head + 1) == "and" and sentence.tag(head + 2) in ("CD", "DT"):
        return sentence.tag(head + 3) not in ("NN", "NNS") or sentence.low(head) not in CONCRETE
    if sentence.tag(head + 1) in _STOP_NEXT or sentence.low(head + 1) in _STOP_WORDS:
        return True
    # "Door to door", "car after car".
    return sentence.low(head) in (sentence.low(head + 2), sentence.low(head - 2))


def _phrase_start(sentence: Sentence, head: int) -> int:
    """Index of the first word of the bare phrase, 0 if something determines the noun."""
    start = head
    while start > 0 and sentence.tag(start - 1) == "JJ" and head - start < 2:
        start -= 1
    if 0 < start < head and sentence.low(start - 1) in ("very", "really"):
        start -= 1
    if not start or sentence.low(start) in _DETERMINING_FIRST:
        return 0
    before = sentence.tokens[start - 1]
    if before.lower == "got":
        return start
    if before.tag == "VBG":
        running = sentence.low(start - 2) in _BE or sentence.low(start - 3) in _BE
        return start if running else 0
    if before.tag in _DETERMINING_TAGS or before.lower in _DETERMINING_WORDS:
        return 0
    return start


def _article_for(sentence: Sentence, start: int, head: int) -> str:
    """ "a", "the" or an empty string for the bare phrase from ``start`` to ``head``."""
    noun, described = sentence.low(head), start < head
    before = sentence.tokens[start - 1]
    if before.lower in THE_AFTER or before.lower in _BEFORE_DESCRIBED | {"like", "for"}:
        return _after_preposition(before.lower, noun, described)
    if before.lower in _PRONOUNS and before.tag == "PRP":
        verb = sentence.tokens[start - 2] if start > 1 else None
        giving = verb is not None and verb.verb.lemma in _GIVING
        return "a" if giving and noun in _COUNTED else ""
    place = start - 1
    while place > 0 and sentence.low(place) in _MIDDLE:
        place -= 1
    before = sentence.tokens[place]
    if place < start - 1 and before.verb.lemma == "do":
        return ""
    if before.lower == "there" and sentence.low(place - 1) in ("is", "was"):
        return "a"
    if before.verb.lemma == "be" or before.lower == "'s":
        return "a" if _predicate(sentence, place, start, head) else ""
    return _object_article(before, noun, described)


_BEFORE_DESCRIBED = frozenset("in on at into to from with without by about near through".split())
_WORKPLACES = frozenset("company village town team family course school factory group".split())


def _after_preposition(preposition: str, noun: str, described: bool) -> str:
    if not described and noun in THE_AFTER.get(preposition, ()) and noun != "room":
        return "the"
    if preposition in ("with", "without") and noun in CONCRETE | THINGS:
        return "a"
    if noun in ("radio", "television"):
        return ""
    if (
        described
        and preposition in _BEFORE_DESCRIBED | {"for", "like"}
        and noun in CONCRETE | THINGS | PEOPLE | _WORKPLACES
    ):
        return "a"
    return ""


def _object_article(verb: Token, noun: str, described: bool) -> str:
    lemma = "have" if verb.lower == "got" else verb.verb.lemma
    if not (verb.lower == "got" or verb.tag.startswith("VB")):
        return ""
    if lemma in _THE_VERBS and not described and noun != "room":
        return "the" if noun in _THE_OBJECTS else ""
    if lemma not in _A_VERBS or not (noun in _COUNTED or described):
        return ""
    if not described and lemma == "take" and noun in _RIDES:
        return "a"
    if not described and lemma in _UNSURE_VERBS | {"take"} and noun in _UNSURE_NOUNS:
        return ""
    return "a"


# Held by one person at a time ("she is captain"), or adjectives as well ("he is patient").
_BARE_ROLES = frozenset(
    "captain king queen principal director champion boss judge editor patient expert specialist "
    "professional vegetarian vegan orphan winner owner leader".split()
)


def _predicate(sentence: Sentence, be: int, start: int, head: int) -> bool:
    """ "It is big city", "she is good driver", "there is cat", "is there bank"."""
    subject, noun = sentence.low(be - 1), sentence.low(head)
    if subject == "there":
        return noun in _COUNTED
    if sentence.low(start) in ("slow", "last", "high", "long") or (sentence.is_question and not be):
        return False
    if subject in _BE_SUBJECTS or sentence.tag(be - 1) in ("NN", "NNP"):
        if start == head and subject in ("it", "this", "that"):
            return noun in CONCRETE | THINGS
        if start == head:
            person = noun in PEOPLE - _BARE_ROLES
            return person and (at_end(sentence, head + 1) or sentence.tag(head + 1) in ("IN", "CC"))
        return True
    return False


_NOT_SUBJECTS = frozenset(
    "man woman watch present ring book park brush comb fan cook box pan ship tie button radio "
    "television uncle orange sister brother baby girl boy sheep fish cat bank shop church school "
    "hospital beach pool club pub flat key letter cell cafe market police glass pizza lemon tomato "
    "potato carrot apple egg cake sandwich banana film television stone light".split()
)


_CONNECTORS = frozenset("because when if although while but so and think".split())


def missing_the_subject(sentence: Sentence) -> Iterator[Edit]:
    """ "Dog is sleeping on the sofa", "I stayed in because weather was bad"."""
    for index in range(2, len(sentence) - 2):
        if sentence.low(index - 1) not in _CONNECTORS or sentence.tag(index) != "NN":
            continue
        noun = sentence.low(index)
        if noun in (CONCRETE | UNIQUE | THINGS) - _NOT_SUBJECTS - {"police"}:
            if sentence.tag(index + 1) in ("VBZ", "VBD", "MD") and sentence.low(index + 1) != "'s":
                yield Edit(index, index, "the")
    first = next((i for i, t in enumerate(sentence.tokens) if t.is_word), None)
    if first is None or not sentence.tokens[first].first:
        return
    noun = sentence.low(first)
    if noun in _NOT_SUBJECTS or noun not in CONCRETE | UNIQUE:
        return
    if sentence.tag(first + 1) not in ("VBZ", "VBD", "MD") or sentence.low(first + 1) == "'s":
        return
    yield Edit(first, first, "the")


_BODY = frozenset(
    "leg arm finger hand hands teeth face knee nose foot feet ankle head hair shoulder wrist toe "
    "back thumb eyes".split()
)
_BODY_VERBS = frozenset(
    "break wash brush hurt cut burn twist injure shake close open raise comb dry lose bite "
    "shave".split()
)
_WITH_THE = frozenset("wash brush break hurt cut comb".split())
_OWN = {"i": "my", "you": "your", "he": "his", "she": "her", "we": "our", "they": "their"}


def body_part(sentence: Sentence) -> Iterator[Edit]:
    """ "He broke leg", "I wash the hands": parts of one's body take a possessive."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.verb.lemma not in _BODY_VERBS or not token.tag.startswith("VB"):
            continue
        article = sentence.low(index + 1) == "the"
        place = index + 1 + article
        if sentence.low(place) not in _BODY or sentence.tag(place + 1) in _STOP_NEXT:
            continue
        if sentence.low(place + 1) in ("of", "and", "on", "off"):
            continue
        if not article and sentence.low(place) in ("back", "head", "face", "hands"):
            if token.verb.lemma not in ("wash", "dry"):
                continue
        owners = [_OWN[t.lower] for t in sentence.tokens[:index] if t.lower in _OWN]
        if owners and (not article or token.verb.lemma in _WITH_THE):
            yield Edit(index + 1, place, owners[-1])
