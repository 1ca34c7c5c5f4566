"""Singular countable nouns without any determiner."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.rules import Edit
from texts.nlp.offline.learner.tokens import Sentence

CONCRETE = frozenset(
    "car house flat dog cat bike phone computer laptop key book pen pencil bag umbrella sandwich "
    "coat hat jacket shirt dress skirt sweater camera hotel taxi letter email message photo "
    "apartment bicycle motorbike motorcycle boat tent suitcase watch wallet knife fork spoon cup "
    "glass bottle plate bowl box chair sofa lamp mirror clock carpet fridge window door wall roof "
    "garage balcony garden horse bird rabbit mouse lion tiger elephant monkey snake spider cow pig "
    "sheep apple banana orange lemon potato tomato carrot egg cake pizza burger cookie biscuit "
    "guitar newspaper magazine dictionary novel poster ticket passport visa map calendar diary "
    "notebook envelope stamp postcard parcel present gift toy doll ball balloon helmet ring "
    "necklace bracelet belt tie scarf glove sock shoe boot blanket pillow towel brush comb razor "
    "toothbrush hammer screwdriver ladder rope candle lighter battery charger cable screen keyboard "
    "printer tablet radio television fan heater oven microwave toaster kettle pan pot truck lorry "
    "van bus train plane ship tram helicopter scooter tree flower leaf river lake mountain hill "
    "island forest bridge castle museum restaurant supermarket cinema theatre bakery pharmacy "
    "farm factory village country city street road square statue fountain tower library stadium "
    "airport station school-bag backpack purse pocket button sunglasses cottage cabin room kitchen "
    "bathroom bedroom desk shelf cupboard wardrobe drawer robot drone website app song film movie "
    "party picnic meeting wedding concert baby boy girl man woman friend boyfriend girlfriend "
    "brother sister son daughter uncle aunt cousin neighbour teacher doctor dentist lawyer nurse "
    "tourist stranger thief policeman policewoman waiter waitress".split()
)
SCHOOLS = frozenset({"voice"})
_ABSTRACT = frozenset(
    "idea problem question mistake job answer accident plan dream joke story appointment "
    "reservation headache decision choice promise chance opportunity suggestion "
    "surprise trip holiday exam test lesson game hobby noise shower secret invitation "
    "conversation interview account photograph".split()
)
_COUNTED = CONCRETE | _ABSTRACT
_WITH_ADJECTIVE = _COUNTED | frozenset(
    "day place way week weekend life evening morning year experience view person "
    "family town name number price memory childhood future sense-of-humour body face nose "
    "sound smell taste colour feeling result company team student worker player cook driver "
    "singer writer swimmer dancer writer leader".split()
)
_THE_VERBS = frozenset(
    "open close lock clean leave cross answer fix repair paint shut enter feed park".split()
)
_INDEFINITE_VERBS = frozenset(
    "have buy need want get rent find lose sell wear make see bring eat read write build give take "
    "send order book like draw paint catch use drive watch hear ask tell meet receive choose "
    "show borrow lend steal kill break drop hold carry visit cook prepare open adopt".split()
)
_THE_AFTER = {
    "on": "sofa floor table wall roof beach bus train plane radio desk shelf chair balcony bridge "
    "moon internet phone pavement grass stairs",
    "in": "kitchen garden street bathroom bedroom park sky fridge cupboard drawer box car garage "
    "library sea countryside cinema middle centre center world living-room mountains pool river",
    "at": "station airport supermarket door window cinema theatre bank library museum beach dentist "
    "doctor desk zoo gym party corner hairdresser stadium pharmacy market restaurant",
    "to": "station airport supermarket cinema theatre bank library museum beach dentist doctor zoo "
    "gym party stadium pharmacy market restaurant park sea shop office toilet bathroom kitchen "
    "garden hotel door window moon hairdresser countryside mountains village swimming-pool",
    "under": "table bed chair tree car sofa bridge desk",
    "behind": "door house tree sofa wall curtain desk car",
    "near": "station airport supermarket cinema bank library museum beach park river sea lake hotel "
    "door window bridge market village airport church",
    "from": "station airport supermarket library fridge library market bakery",
    "into": "kitchen garden river room house car sea water box pool bathroom lake",
    "through": "window door park forest wall",
    "across": "street road river bridge",
    "outside": "house door window cinema station bank",
    "of": "city world room village house class river country month",
    "with": "",
}  # fmt: skip
_THE_PLACES = {word: frozenset(places.split()) for word, places in _THE_AFTER.items()}
_A_AFTER = frozenset({"with", "for", "like", "without", "in", "into", "by", "on", "at", "about"})
_STOP_NEXT = ("NN", "NNS", "NNP", "POS", "VBG", "NNPS")
_UNIQUE = frozenset(
    "sun moon sky weather world earth pacific atlantic mediterranean government police internet sea".split()
)


def missing_determiner(sentence: Sentence) -> Iterator[Edit]:
    """An article put before a bare singular noun that has to have one."""
    for head, noun in enumerate(sentence.tokens):
        if noun.tag not in ("NN", "VB", "VBP", "JJ") or noun.lower not in _WITH_ADJECTIVE:
            continue
        if noun.is_proper or noun.noun != noun.lower or _blocked_after(sentence, head):
            continue
        start = _phrase_start(sentence, head)
        if start is None or start == 0 or noun.tag != "NN" and start == head:
            continue
        if start == head and noun.lower not in _COUNTED:
            continue
        article = _article_for(sentence, start, head)
        if article == "a":
            yield Edit(start, start, forms.article(sentence.tokens[start].text), alternatives=())
        elif article == "the":
            yield Edit(start, start, "the")


def _blocked_after(sentence: Sentence, head: int) -> bool:
    following = sentence.low(head + 1)
    if sentence.tag(head + 1) in _STOP_NEXT or following in (
        "'s",
        "-",
        "and",
        "or",
        "by",
        "'",
        "’",
    ):
        return True
    # "Door to door", "car after car".
    return sentence.low(head + 2) == sentence.low(head) or sentence.low(head - 2) == sentence.low(
        head
    )


def _phrase_start(sentence: Sentence, head: int) -> int | None:
    """Index of the first word of the bare phrase, None if something determines the noun."""
    start = head
    while start > 0 and sentence.tag(start - 1) in ("JJ", "JJS") and head - start < 2:
        start -= 1
    if start > 0 and start < head and sentence.low(start - 1) in ("very", "really"):
        start -= 1
    before = sentence.tokens[start - 1] if start else None
    if before is None:
        return 0
    first = sentence.tokens[start].lower
    if first in (
        "own",
        "enough",
        "more",
        "much",
        "less",
        "such",
        "several",
        "other",
        "many",
        "last",
        "next",
        "first",
        "same",
        "certain",
        "most",
        "best",
        "worst",
        "whole",
        "only",
        "full",
        "half",
        "little",
        "few",
    ):
        return None
    if before.tag in (
        "DT",
        "PRP$",
        "CD",
        "POS",
        "NN",
        "NNS",
        "NNP",
        "JJ",
        "JJR",
        "JJS",
        "PDT",
        "WP$",
        "WDT",
        "WP",
        "NNPS",
        "$",
        "VBG",
        "VBN",
        "RBR",
        "RBS",
        "WRB",
    ):
        return None
    if before.lower in (
        "and",
        "or",
        "no",
        "any",
        "some",
        "what",
        "which",
        "such",
        "quite",
        "rather",
        "as",
        "too",
        "how",
        "so",
        "her",
        "whose",
        "than",
        "half",
        "per",
        "pm",
        "am",
        "many",
        "both",
        "neither",
        "either",
        "more",
        "most",
    ):
        return None
    return start


def _article_for(sentence: Sentence, start: int, head: int) -> str:
    noun = sentence.low(head)
    before = sentence.tokens[start - 1]
    if (
        noun in SCHOOLS
        or sentence.low(start) in ("high", "good", "last")
        and noun in ("school", "time", "reason")
    ):
        return ""
    place = start - 1
    if before.lower in _THE_PLACES:
        if noun in _THE_PLACES[before.lower] and start == head:
            return "the"
        if before.lower in ("with", "without", "like", "for") and noun in CONCRETE:
            return "a" if start < head or before.lower in ("with", "without") else ""
        if before.lower in ("in", "on", "at", "into") and start < head and noun in CONCRETE:
            return "a"
        return ""
    if before.lower in ("without", "like", "for") and noun in CONCRETE and start < head:
        return "a"
    if before.tag == "PRP" and before.lower in ("me", "him", "us", "them", "her", "you"):
        verb = sentence.tokens[place - 1] if place else None
        giving = verb is not None and verb.verb.lemma in (
            "give",
            "buy",
            "send",
            "bring",
            "lend",
            "make",
            "show",
            "tell",
            "get",
            "find",
            "ask",
            "offer",
        )
        return "a" if giving and noun in _COUNTED else ""
    if before.tag in ("RB",) and before.lower in (
        "n't",
        "not",
        "always",
        "never",
        "often",
        "usually",
        "also",
        "just",
        "already",
        "really",
        "only",
    ):
        place -= 1
        while place > 0 and sentence.tag(place) in ("RB", "PRP"):
            place -= 1
        before = sentence.tokens[place]
        if sentence.low(start - 1) in ("n't", "not") and before.verb.lemma == "do":
            return ""
    if before.lower in ("there",) and sentence.low(place - 1) in ("is", "was"):
        return "a"
    if before.verb.lemma == "be":
        return "a" if _predicate(sentence, place, start, head) else ""
    if before.lower == "got" or before.tag.startswith("VB") or before.tag == "MD":
        if before.verb.lemma in _THE_VERBS and start == head and noun in CONCRETE:
            return (
                "the"
                if noun
                in (
                    "door",
                    "window",
                    "house",
                    "room",
                    "kitchen",
                    "street",
                    "road",
                    "dog",
                    "cat",
                    "car",
                    "bathroom",
                    "river",
                )
                else ""
            )
        if before.verb.lemma in _INDEFINITE_VERBS and (noun in _COUNTED or start < head):
            if (
                before.verb.lemma in ("like", "watch", "meet", "see", "visit", "get", "take", "use")
                and start == head
                and noun
                in (
                    "country",
                    "city",
                    "man",
                    "woman",
                    "school",
                    "room",
                    "bus",
                    "train",
                    "plane",
                    "doctor",
                    "teacher",
                    "station",
                    "airport",
                    "bathroom",
                    "kitchen",
                    "garden",
                    "television",
                    "radio",
                )
            ):
                return (
                    "a" if before.verb.lemma == "take" and noun in ("bus", "train", "plane") else ""
                )
            return "a"
    return ""


_BE_SUBJECTS = frozenset("it this that he she i".split())


def _predicate(sentence: Sentence, be: int, start: int, head: int) -> bool:
    """ "It is big city", "she is good driver", "there is cat"."""
    subject = sentence.low(be - 1)
    noun = sentence.low(head)
    if subject == "there":
        return noun in _COUNTED
    if (
        sentence.low(start) in ("slow", "last", "high", "long")
        and start < head
        and noun not in CONCRETE
    ):
        return False
    if sentence.is_question and be == 0:
        return False
    if subject in _BE_SUBJECTS or sentence.tag(be - 1) in ("NN", "NNP"):
        if start == head:
            return (
                noun in CONCRETE
                and subject in ("it", "this", "that")
                and noun not in ("teacher", "doctor")
            )
        return True
    return False


def missing_the_subject(sentence: Sentence) -> Iterator[Edit]:
    """ "Dog is sleeping on the sofa", "Moon goes round the earth"."""
    first = next((i for i, t in enumerate(sentence.tokens) if t.is_word), None)
    if first is None or not sentence.tokens[first].first:
        return
    noun = sentence.low(first)
    if noun not in CONCRETE | _UNIQUE or noun in (
        "man",
        "woman",
        "watch",
        "present",
        "ring",
        "book",
        "park",
        "brush",
        "comb",
        "fan",
        "cook",
        "milk",
        "box",
        "pan",
        "ship",
        "tie",
        "button",
        "radio",
        "television",
        "uncle",
        "aunt",
        "orange",
        "sister",
        "brother",
        "baby",
        "girl",
        "boy",
    ):
        return
    if sentence.tag(first + 1) not in ("VBZ", "VBD", "MD") or sentence.low(first + 1) == "'s":
        return
    yield Edit(first, first, "the")


_BODY = frozenset(
    "leg arm finger hand hands teeth face knee nose foot feet ankle head hair shoulder wrist toe back thumb eyes".split()
)
_BODY_VERBS = frozenset(
    "break wash brush hurt cut burn twist injure shake close open raise comb dry lose bite shave".split()
)
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
        if sentence.low(place + 1) in ("of", "and", "on") or (
            not article and sentence.low(place) in ("back", "head", "face")
        ):
            continue
        owner = next(
            (_OWN[t.lower] for t in reversed(sentence.tokens[:index]) if t.lower in _OWN), None
        )
        if owner and (
            not article or token.verb.lemma in ("wash", "brush", "break", "hurt", "cut", "comb")
        ):
            yield Edit(index + 1, place, owner)
