"""Inflection and word-form questions, answered from lemminflect's tables."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import lemminflect

CLITICS = frozenset({"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"})

_BE = {
    "be": ("VB",),
    "am": ("VBP",),
    "are": ("VBP",),
    "is": ("VBZ",),
    "was": ("VBD",),
    "were": ("VBD",),
    "been": ("VBN",),
    "being": ("VBG",),
    "'m": ("VBP",),
    "'re": ("VBP",),
}
_PREFERRED = {
    ("learn", "VBD"): "learned",
    ("learn", "VBN"): "learned",
    ("dream", "VBD"): "dreamed",
    ("get", "VBN"): "got",
    ("hang", "VBD"): "hung",
    ("hang", "VBN"): "hung",
    ("lie", "VBD"): "lay",
    ("lie", "VBN"): "lain",
    ("ring", "VBD"): "rang",
    ("shrink", "VBD"): "shrank",
    ("sink", "VBD"): "sank",
    ("spring", "VBD"): "sprang",
    ("wake", "VBD"): "woke",
    ("wake", "VBN"): "woken",
    ("prove", "VBN"): "proved",
    ("wear", "VBN"): "worn",
    ("bear", "VBN"): "borne",
    ("show", "VBN"): "shown",
    ("forget", "VBN"): "forgotten",
    ("bite", "VBN"): "bitten",
    ("hide", "VBN"): "hidden",
    ("shine", "VBD"): "shone",
    ("quit", "VBD"): "quit",
    ("fit", "VBD"): "fitted",
    ("bet", "VBD"): "bet",
    ("broadcast", "VBD"): "broadcast",
    ("drink", "VBN"): "drunk",
    ("drink", "VBD"): "drank",
    ("eat", "VBD"): "ate",
    ("speak", "VBD"): "spoke",
    ("tell", "VBD"): "told",
    ("buy", "VBD"): "bought",
    ("leave", "VBD"): "left",
    ("stop", "VBD"): "stopped",
}
_IRREGULAR_PLURALS = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "fish": "fish",
    "sheep": "sheep",
    "life": "lives",
    "wife": "wives",
    "knife": "knives",
    "leaf": "leaves",
    "shelf": "shelves",
    "half": "halves",
    "wolf": "wolves",
    "thief": "thieves",
    "loaf": "loaves",
    "goose": "geese",
    "photo": "photos",
    "piano": "pianos",
    "euro": "euros",
    "kilo": "kilos",
    "bus": "buses",
    "hero": "heroes",
    "tomato": "tomatoes",
    "potato": "potatoes",
}
_SINGULARS = {plural: singular for singular, plural in _IRREGULAR_PLURALS.items()}
# Forms that are also rarer base forms ("found a company", "saw wood").
_PAST_FIRST = frozenset({"found", "saw", "felt", "left", "fell", "rose", "thought", "lit", "wound"})
_DEFECTIVE = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})


class Reading(NamedTuple):
    """A word read as a verb: its lemma and the Penn tags the form can bear."""

    lemma: str
    tags: frozenset[str]


NO_READING = Reading("", frozenset())


@lru_cache(maxsize=20_000)
def _lemmas(word: str) -> dict[str, tuple[str, ...]]:
    """Lemmas of ``word`` by universal part of speech. The library copies a lot for each answer."""
    lemmas: dict[str, tuple[str, ...]] = lemminflect.getAllLemmas(word)
    return lemmas


@lru_cache(maxsize=20_000)
def verb_reading(word: str) -> Reading:
    """``word`` (lower case) as a verb form; ``NO_READING`` where it cannot be one."""
    if word in _BE:
        return Reading("be", frozenset(_BE[word]))
    if word == "'ve":
        return Reading("have", frozenset({"VB", "VBP"}))
    if word in _DEFECTIVE or not word.isalpha():
        return NO_READING
    lemmas = _lemmas(word).get("VERB", ())
    if not lemmas:
        lemmas = _lemmas(word).get("AUX", ())
    found = {str(lemma): _tags_of(word, str(lemma)) for lemma in lemmas}
    if word in _PAST_FIRST:
        found.pop(word, None)
    lemma = word if word in found else max(found, key=lambda name: len(found[name]), default="")
    if not lemma or not found[lemma]:
        return NO_READING
    return Reading(lemma, frozenset().union(*found.values()))


def _tags_of(word: str, lemma: str) -> frozenset[str]:
    tags = {
        str(tag)
        for tag, spellings in lemminflect.getAllInflections(lemma, upos="VERB").items()
        if word in spellings or (word == lemma and tag in ("VB", "VBP"))
    }
    if word.endswith("ed") and tags & {"VBD", "VBN"}:
        tags |= {"VBD", "VBN"}
    return frozenset(tags)


@lru_cache(maxsize=20_000)
def noun_lemma(word: str) -> str:
    """Singular of ``word`` (lower case) read as a noun, or an empty string."""
    if word in _SINGULARS:
        return _SINGULARS[word]
    lemmas = _lemmas(word).get("NOUN", ())
    return str(lemmas[0]) if lemmas else ""


@lru_cache(maxsize=20_000)
def readings(word: str) -> frozenset[str]:
    """Universal parts of speech that the dictionary knows for ``word`` (lower case)."""
    return frozenset(_lemmas(word))


def is_plural(word: str) -> bool:
    """True for a plural noun form that differs from its singular."""
    lemma = noun_lemma(word)
    return bool(lemma) and lemma != word


@lru_cache(maxsize=20_000)
def verb(lemma: str, tag: str) -> str:
    """The form of the verb ``lemma`` for a Penn ``tag`` (VB, VBZ, VBD, VBN, VBG)."""
    if lemma == "be":
        return {"VB": "be", "VBZ": "is", "VBD": "was", "VBN": "been", "VBG": "being"}.get(
            tag, "are"
        )
    if tag in ("VB", "VBP"):
        return lemma
    if (lemma, tag) in _PREFERRED:
        return _PREFERRED[lemma, tag]
    spellings = lemminflect.getInflection(lemma, tag, inflect_oov=True)
    return str(spellings[0]) if spellings else lemma


@lru_cache(maxsize=20_000)
def plural(noun: str) -> str:
    """The usual plural of a singular ``noun``."""
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    spellings = lemminflect.getInflection(noun, "NNS", inflect_oov=True)
    regular = regular_plural(noun)
    return regular if regular in spellings or not spellings else str(spellings[0])


def regular_plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


@lru_cache(maxsize=5_000)
def adjective(lemma: str, tag: str) -> str:
    """The one-word comparative (JJR) or superlative (JJS) of an adjective or adverb."""
    irregular = {
        "good": ("better", "best"),
        "well": ("better", "best"),
        "bad": ("worse", "worst"),
        "badly": ("worse", "worst"),
        "far": ("further", "furthest"),
        "fun": ("more fun", "most fun"),
    }
    if lemma in irregular:
        return irregular[lemma][tag == "JJS"]
    ending = "er" if tag == "JJR" else "est"
    if lemma.endswith("e"):
        return lemma + ending[1:]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "i" + ending
    if (
        len(lemma) > 2
        and lemma[-1] not in "aeiouwyxkh"
        and lemma[-2] in "aeiou"
        and lemma[-3] not in "aeiou"
        and len(lemma) <= 4
    ):
        return lemma + lemma[-1] + ending
    return lemma + ending


_ADVERBS = {
    "good": "well",
    "fast": "fast",
    "hard": "hard",
    "early": "early",
    "late": "late",
    "true": "truly",
    "whole": "wholly",
    "public": "publicly",
    "high": "high",
}


def positive(comparative: str) -> str:
    """The positive of a regular one-word comparative ("bigger", "easier", "larger")."""
    irregular = {"better": "good", "worse": "bad", "further": "far", "less": "little"}
    if comparative in irregular:
        return irregular[comparative]
    lemmas = _lemmas(comparative).get("ADJ", ())
    return str(lemmas[0]) if lemmas else comparative


def adverb(adjective_form: str) -> str:
    """The adverb of an adjective."""
    if adjective_form in _ADVERBS:
        return _ADVERBS[adjective_form]
    if adjective_form.endswith("y") and len(adjective_form) > 3:
        return adjective_form[:-1] + "ily"
    if adjective_form.endswith("le") and adjective_form[-3] not in "aeiou":
        return adjective_form[:-1] + "y"
    if adjective_form.endswith("ic"):
        return adjective_form + "ally"
    if adjective_form.endswith("ll"):
        return adjective_form + "y"
    return adjective_form + "ly"


def adjective_of(adverb_form: str) -> str:
    """The adjective of a regular adverb in -ly."""
    if adverb_form.endswith(("ibly", "ably")):
        return adverb_form[:-1] + "e"
    return adverb_form[:-3] + "y" if adverb_form.endswith("ily") else adverb_form[:-2]


def auxiliary_for(word: str, kind: str) -> str:
    """The form of "be" ("bepresent", "bepast") or "have" for a subject; "do" for a form of "be"."""
    if kind == "do":
        return "does" if word in ("is", "'s") else "do"
    third = word in ("he", "she", "it")
    if kind == "have":
        return "has" if third else "have"
    if kind == "bepast":
        return "was" if third or word == "i" else "were"
    return "am" if word == "i" else "is" if third else "are"


FAMILY = {
    "danger": "dangerous", "health": "healthy", "beauty": "beautiful", "noise": "noisy",
    "happiness": "happy", "confidence": "confident", "hunger": "hungry", "anger": "angry",
    "intelligence": "intelligent", "interest": "interesting", "comfort": "comfortable",
    "patience": "patient", "jealousy": "jealous", "luck": "lucky", "pain": "painful",
    "silence": "silent", "truth": "true", "strength": "strong", "wealth": "rich", "wind": "windy",
    "sun": "sunny", "cloud": "cloudy", "rain": "rainy", "fog": "foggy", "ease": "easy",
    "poverty": "poor", "kindness": "kind", "sadness": "sad", "safety": "safe", "freedom": "free",
    "difficulty": "difficult", "pride": "proud", "thirst": "thirsty", "importance": "important",
    "honesty": "honest",
}  # fmt: skip
_QUALITY = {adjective: noun for noun, adjective in FAMILY.items()} | {
    "long": "length", "deep": "depth", "wide": "width", "high": "height", "warm": "warmth",
    "hot": "heat", "possible": "possibility", "rich": "wealth", "lonely": "loneliness",
    "weak": "weakness", "cruel": "cruelty", "sick": "sickness", "ill": "illness",
}  # fmt: skip
_LANGUAGES = {
    "germany": "German", "france": "French", "spain": "Spanish", "italy": "Italian",
    "china": "Chinese", "japan": "Japanese", "russia": "Russian", "turkey": "Turkish",
    "korea": "Korean", "portugal": "Portuguese", "poland": "Polish",
}  # fmt: skip


def relative_of(word: str, kind: str) -> str:
    """A word of the same family: ``kind`` is "adjective", "noun" or "language"."""
    tables = {"adjective": FAMILY, "noun": _QUALITY, "language": _LANGUAGES}
    return tables[kind].get(word, word)


def superlative(comparative: str) -> str:
    """The superlative that goes with a one-word comparative."""
    irregular = {"better": "best", "worse": "worst", "further": "furthest", "more": "most"}
    return irregular.get(comparative, comparative.removesuffix("r") + "st")


_AN_EXCEPTIONS = ("hour", "honest", "honour", "honor", "heir")
_A_EXCEPTIONS = (
    "uni",
    "use",
    "usu",
    "uten",
    "uto",
    "usa",
    "unan",
    "util",
    "euro",
    "eu",
    "one",
    "once",
    "ubiq",
    "uran",
    "ufo",
    "ukul",
    "uri",
    "user",
)
_AN_AFTER_UNI = ("unim", "unin", "unident", "unill")
_AN_LETTERS = "AEFHILMNORSX"


def article(following: str) -> str:
    """``a`` or ``an``, by the sound with which the ``following`` word begins."""
    word = following.lower()
    if following[:1].isupper() and following[1:2] in ("", "-"):
        return "an" if following[0] in _AN_LETTERS else "a"
    if following.isupper() and (len(following) <= 4):
        if following not in ("NATO", "NASA", "UNESCO", "FIFA"):
            return "an" if following[0] in _AN_LETTERS else "a"
    if word[:1].isdigit():
        return "an" if word[0] == "8" or (word[:2] in ("11", "18") and len(word) == 2) else "a"
    if word.startswith(_AN_EXCEPTIONS):
        return "an"
    if word.startswith(_AN_AFTER_UNI):
        return "an"
    if word.startswith(_A_EXCEPTIONS):
        return "a"
    return "an" if word[:1] in "aeiouáéíóúà" else "a"
