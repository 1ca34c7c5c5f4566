"""Patterns of what people ask about words: meanings, opposites, comparisons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from texts.nlp.offline.normalise import bare

_WHAT = r"(?:what|waht|wat|whats|what's|wht)"
_MEAN = r"(?:means?|meen|mena|stand for|signif(?:y|ies))"
_THE = r"(?:the )?(?:english )?(?:words?|phrases?|idioms?|expressions?|verbs?|phrasal verbs?|term)?"
_PLEASE = r"^(?:(?:please|hi|hello|hey|and|so|ok|okay)[, ]+)?(?:(?:can|could|would) (?:you|u) )?"
_TELL = r"(?:(?:please )?(?:tell|explain|show)(?: to)?(?: me)? )?"

_MEANING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_PLEASE}{_TELL}{_WHAT} (?:do|does|did|is|doe|dose) {_THE} ?(?P<item>.+?) "
        rf"(?:really )?{_MEAN}(?: in english)?$",
        rf"{_PLEASE}{_TELL}{_WHAT} (?P<item>.+?) means(?: in english)?$",
        rf"{_PLEASE}{_TELL}(?:{_WHAT} (?:is|are) |what's |whats )?(?:the )?"
        rf"(?:meanings?|definitions?|defintion|meanig|use|explanation) (?:of|for) {_THE} ?(?P<item>.+)$",
        rf"{_PLEASE}(?:define|defne) {_THE} ?(?P<item>.+)$",
        rf"{_PLEASE}explain(?: me| to me)? {_THE.replace(')?', ')', 1)[:-1]} (?P<item>.+)$",
        rf"{_PLEASE}{_TELL}(?:{_WHAT} (?:is|are) |what's |whats |give(?: me)? )?(?:the |a |an |some )?"
        r"(?:opposites?|synonyms?|antonyms?|plural(?: form)?|past(?: tense| participle| form)?|"
        r"pronunciation|spelling|comparative(?: form)?|superlative(?: form)?|translation|"
        rf"(?:another|other|different) words?|(?:first|second|third) form|v[123]|noun form|"
        rf"adjective form|examples?)(?: (?:of|for|to)) {_THE} ?(?P<item>.+)$",
        rf"{_PLEASE}{_TELL}how (?:do|can|should|would) (?:you|i|we) (?:pronounce|spell|say) "
        rf"{_THE} ?(?P<item>[\w' -]+?)(?: correctly| in english)?$",
        rf"{_PLEASE}{_TELL}how to (?:pronounce|spell|say) {_THE} ?(?P<item>.+?)(?: correctly)?$",
        rf"{_PLEASE}(?:how is )(?P<item>\S+) (?:pronounced|spelled|spelt)$",
        r"^(?P<item>.+?)[ :,-]+(?:meaning|definition|synonyms?|antonyms?|pronunciation|plural|"
        r"opposite|meaning in english|means what|means|defined|examples?)$",
        r"^(?:meaning|definition|synonyms?|antonyms?|opposite)[ :]+(?P<item>.+)$",
        rf"{_PLEASE}{_TELL}(?:what is|what's|whats) (?:a|an) (?P<item>[\w'-]+)$",
    )
)
_CHECK = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:is|are) (?:this|the following|my|these)(?: english)? (?:sentences?|text|phrase)? ?"
        r"(?:grammatically )?(?:correct|right|ok|okay|wrong|good)[ :?,-]+(?P<item>.{4,})$",
        r"^(?:is it|it is) (?:grammatically )?(?:correct|right|ok|okay|wrong|possible) "
        r"(?:to (?:say|write)|if i say)[ :,]+(?P<item>.{4,})$",
        r"^(?:can|could|should|do) (?:i|you|we) (?:say|write)[ :,]+(?P<item>[\"'].{4,})$",
        r"^(?:please )?(?:correct|check|fix)(?: this| my| the)?(?: sentence| text| grammar)?"
        r" ?: ?(?P<item>.{4,})$",
    )
)
_ITEM = r"[\"']?[\w'./ -]{1,40}?[\"']?"
_COMPARISON = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:differences?|diference|diffrence|distinction|compare|comparison|confus\w+)(?: in meaning)?"
        rf" ?(?:between|of|btw|:)? (?P<a>{_ITEM}) (?:and|or|vs\.?|versus|&|from|with) (?P<b>{_ITEM})$",
        rf"^(?:what is |what's )?(?:the )?(?P<a>{_ITEM}) (?:and|vs\.?|or|&) (?P<b>{_ITEM}) "
        r"(?:differences?|diference|difference between|differ|comparison)$",
        rf"^how (?:is|are|do|does) (?P<a>{_ITEM}) (?:and (?P<b>{_ITEM}) differ(?:ent)?|"
        rf"(?:different from|differ from) (?P<b2>{_ITEM}))$",
        rf"^(?:when|how|where)?(?: (?:do|to|should|can|must|would))?(?: (?:i|you|we))? ?"
        rf"(?:use|choose|say|write) (?P<a>{_ITEM}) (?:or|and|vs\.?|versus|rather than|instead of|not) "
        rf"(?P<b>{_ITEM})(?: in (?:a |an )?\w+(?: \w+)?)?$",
        rf"^(?:should|shall|do|can|must|would) (?:i|you|we) (?:use|say|write|choose) (?P<a>{_ITEM}) "
        rf"(?:or|and|vs\.?) (?P<b>{_ITEM})$",
        rf"^(?:which (?:one )?is (?:correct|right|better)|what is (?:correct|right))[ :,?-]+"
        rf"(?P<a>{_ITEM}) or (?P<b>{_ITEM})$",
        rf"^(?P<a>{_ITEM}) ?(?:\bvs\b\.?|\bversus\b|\bv\.|/|<>|\bcompared (?:to|with)\b) ?"
        rf"(?P<b>{_ITEM})$",
        r"^(?P<a>(?:to )?[\w'-]+(?: (?!or\b)[\w'-]+)?) or (?P<b>(?:to )?[\w'-]+(?: [\w'-]+)?)$",
    )
)
_HEADED = re.compile(
    r"^(?P<word>[a-z][\w'-]*) \((?P<part>noun|verb|adjective|adverb|pronoun|preposition|"
    r"conjunction|determiner)\)$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s+(?:please|plz|pls|in english|thanks)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadedWord:
    """A word asked for as one part of speech: "saw (noun)"."""

    word: str
    part_of_speech: str


def headed_word(text: str) -> HeadedWord | None:
    found = _HEADED.match(text.strip())
    return HeadedWord(found["word"], found["part"].lower()) if found else None


def meaning_item(text: str) -> str | None:
    """What a question about meaning, form or sound is about, or None."""
    plain = _TRAILING.sub("", bare(text))
    for pattern in _MEANING:
        found = pattern.match(plain)
        if found and bare(found["item"]):
            return bare(found["item"])
    return None


def sentence_to_check(text: str) -> str | None:
    """The sentence someone asks to have checked, or None."""
    for pattern in _CHECK:
        found = pattern.match(text.strip())
        if found:
            return found["item"].strip().strip("\"'").strip()
    return None


def compared_items(text: str) -> tuple[str, str] | None:
    """The two things a query compares, or None."""
    plain = _TRAILING.sub("", bare(text))
    for pattern in _COMPARISON:
        found = pattern.search(plain)
        if found:
            groups = found.groupdict()
            second = groups.get("b") or groups.get("b2") or ""
            first = bare(groups["a"])
            if first and second and first.lower() != bare(second).lower():
                return first, bare(second)
    return None
