"""Patterns of what people ask about words: meanings, opposites, comparisons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from texts.nlp.offline.normalise import bare

_WHAT = r"(?:what|waht|wat|whats|what's|wht)"
_MEAN = r"(?:means?|meen|mena|stand for|signif(?:y|ies))"
_THE = r"(?:the )?(?:english )?(?:words?|phrases?|idioms?|expressions?|verbs?|phrasal verbs?|term)?"
_NAMED = r"(?:the )?(?:word|phrase|idiom|expression|phrasal verb|term)"
_ONE_WORD = r"[\"']?[a-z]+(?:['-][a-z]+)*[\"']?"
# They make a heading ("simple past"), not a question about one word.
_NOT_ITEMS = frozenset(
    """simple present past future perfect continuous progressive regular irregular passive active
    conditional the this that it a an is are my your verb verbs noun nouns english grammar them
    wrong up new happening going not right correct there on singular""".split()
)
_PLEASE = r"^(?:(?:please|hi|hello|hey|and|so|ok|okay)[, ]+)?(?:(?:can|could|would) (?:you|u) )?"
_TELL = r"(?:(?:please )?(?:tell|explain|show)(?: to)?(?: me)? )?"

_MEANING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_PLEASE}{_TELL}(?:what is|what's|whats) (?:a|an) (?P<item>[\w'-]+)$",
        rf"{_PLEASE}{_TELL}{_WHAT} (?:do|does|did|is|doe|dose) {_THE} ?(?P<item>.+?) "
        rf"(?:really )?{_MEAN}(?: in english)?$",
        rf"{_PLEASE}{_TELL}{_WHAT} (?P<item>.+?) means(?: in english)?$",
        rf"{_PLEASE}{_TELL}(?:{_WHAT} (?:is|are) |what's |whats )?(?:the )?"
        r"(?:meanings?|definitions?|defintion|meanig|use|explanation) (?:of|for) "
        rf"{_THE} ?(?P<item>.+)$",
        rf"{_PLEASE}(?:define|defne) {_THE} ?(?P<item>.+)$",
        rf"{_PLEASE}explain(?: me| to me)? {_NAMED} (?P<item>.+)$",
        rf"{_PLEASE}{_TELL}(?:{_WHAT} (?:is|are) |what's |whats |give(?: me)? )?"
        r"(?:the |a |an |some )?"
        r"(?:opposites?|synonyms?|antonyms?|plural(?: form)?|past(?: tense| participle| form)?|"
        r"pronunciation|spelling|comparative(?: form)?|superlative(?: form)?|translation|"
        rf"(?:another|other|different) words?|(?:first|second|third) form|v[123]|noun form|"
        rf"adjective form|examples?)(?: (?:of|for|to)) {_THE} ?(?P<item>.+)$",
        rf"{_PLEASE}{_TELL}how (?:do|can|should|would) (?:you|i|we) (?:pronounce|spell|say) "
        rf"{_THE} ?(?P<item>[\w' -]+?)(?: correctly| in english)?$",
        rf"{_PLEASE}{_TELL}{_WHAT} is meant by {_THE} ?(?P<item>.+)$",
        rf"{_PLEASE}{_TELL}{_WHAT} does it mean (?:when (?:someone|somebody|people|you|they) says?|"
        rf"to|if someone says) {_THE} ?(?P<item>.+)$",
        rf"^i (?:don't|do not|didn't) (?:know|understand|get) (?:{_WHAT} )?{_THE} ?(?P<item>.+?) "
        rf"{_MEAN}$",
        rf"^i (?:don't|do not|didn't) (?:know|understand|get) (?:the meaning of )?{_NAMED} "
        r"(?P<item>.+)$",
        rf"{_PLEASE}{_TELL}(?:what is |what's |is there )?(?:a |an |the )?(?:another|other|better|"
        rf"different|similar|formal|informal|polite)(?: ways?| words?) (?:to say|of saying|for|to) "
        rf"{_THE} ?(?P<item>.+)$",
        rf"^(?:words?|synonyms?) (?:like|similar to|for) {_THE} ?(?P<item>.+)$",
        rf"{_PLEASE}use {_THE} ?(?P<item>.+?) in (?:a|an example|one) sentences?$",
        r"^(?P<item>.+?) in a sentence$",
        rf"{_PLEASE}{_TELL}(?:an? )?(?:example )?sentences? (?:with|using|for) "
        rf"{_THE} ?(?P<item>.+)$",
        rf"^{_WHAT} part of speech is {_THE} ?(?P<item>.+)$",
        rf"{_PLEASE}{_TELL}how to (?:pronounce|spell|say) {_THE} ?(?P<item>.+?)(?: correctly)?$",
        rf"{_PLEASE}(?:how is )(?P<item>\S+) (?:pronounced|spelled|spelt)$",
        r"^(?P<item>.+?)[ :,-]+(?:meaning|definition|synonyms?|antonyms?|pronunciation|"
        r"opposite|meaning in english|means what|means|defined|examples?)$",
        r"^(?:meaning|definition|synonyms?|antonyms?|opposite)[ :]+(?P<item>.+)$",
    )
)
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?P<item>{_ONE_WORD}) (?:past(?: tense| participle| form| simple)?|plural(?: form)?|"
        r"v[123]|(?:first|second|third|2nd|3rd) form|irregular forms?|verb forms?|forms|"
        r"comparative(?: and superlative)?|superlative|in (?:the )?past|past and past participle|"
        r"conjugation|noun form|adjective form|word family|stress|ipa|transcription|spelling)$",
        rf"^(?:spell|pronounce|conjugate|translate|pronounciation of|spelling of) {_THE} ?"
        rf"(?P<item>{_ONE_WORD})$",
        rf"^is (?P<item>{_ONE_WORD}) (?:a (?:real )?word|an english word|spelled right)$",
        rf"{_PLEASE}(?:what is|what's|whats|explain|describe) (?P<item>{_ONE_WORD})$",
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
        r"(?:differences?|diference|diffrence|distinction|compare|comparison|confus\w+)"
        rf"(?: in meaning)? ?(?:between|of|btw|:)? (?P<a>{_ITEM}) "
        rf"(?:and|or|vs\.?|versus|&|from|with) (?P<b>{_ITEM})$",
        rf"^(?:what is |what's )?(?:the )?(?P<a>{_ITEM}) (?:and|vs\.?|or|&) (?P<b>{_ITEM}) "
        r"(?:differences?|diference|difference between|differ|comparison)$",
        rf"^how (?:is|are|do|does) (?P<a>{_ITEM}) (?:and (?P<b>{_ITEM}) differ(?:ent)?|"
        rf"(?:different from|differ from) (?P<b2>{_ITEM}))$",
        rf"^(?:when|how|where)?(?: (?:do|to|should|can|must|would))?(?: (?:i|you|we))? ?"
        rf"(?:use|choose|say|write) (?P<a>{_ITEM}) "
        rf"(?:or|and|vs\.?|versus|rather than|instead of|not) (?P<b>{_ITEM})"
        r"(?: in (?:a |an )?\w+(?: \w+)?)?$",
        r"^(?:should|shall|do|can|must|would) (?:i|you|we) (?:use|say|write|choose) "
        rf"(?P<a>{_ITEM}) (?:or|and|vs\.?) (?P<b>{_ITEM})$",
        rf"^(?:which (?:one )?is (?:correct|right|better)|what is (?:correct|right))[ :,?-]+"
        rf"(?P<a>{_ITEM}) or (?P<b>{_ITEM})$",
        rf"^(?P<a>{_ITEM}) ?(?:\bvs\b\.?|\bversus\b|\bv\.|/|<>|\bcompared (?:to|with)\b) ?"
        rf"(?P<b>{_ITEM})$",
        r"^(?P<a>(?:to )?[\w'-]+(?: (?!or\b)[\w'-]+)?) or (?P<b>(?:to )?[\w'-]+(?: [\w'-]+)?)$",
        rf"^(?P<a>[\w'-]+) or (?P<b>[\w'-]+) (?:in|with|after|before|for) {_ITEM}$",
        r"^(?P<a>(?:to )?[\w'-]+) (?:and|&) (?P<b>(?:to )?[\w'-]+)$",
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
    for pattern in (*_MEANING, *_FORMS):
        found = pattern.match(plain)
        item = bare(found["item"]) if found else ""
        if item and not (pattern in _FORMS and item.lower() in _NOT_ITEMS):
            return item
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
