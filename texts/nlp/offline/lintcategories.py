"""Harper's rules in our terms: which are silent, which category and topic the others have."""

from __future__ import annotations

import re

# Advice about style, dialect or typography is no help to somebody who learns the language.
SILENT_KINDS = frozenset({"Style", "Readability", "Enhancement", "Regionalism", "Formatting"})
SILENT_RULES = frozenset(
    """
    AvoidCurses LongSentences SpelledNumbers OxfordComma NoOxfordComma Hedging BoringWords
    UseTitleCase UseGenitive WordPressDotcom Dashes EllipsisLength CompoundNouns Regionalisms
    ExpandMemoryShorthands ExpandTimeShorthands Excellent MissingPreposition WereWhere
    OrthographicConsistency MultipleSequentialPronouns PronounKnew PossessiveYour NotTo
    UnclosedQuotes QuoteSpacing DiscourseMarkers LinkingVerbs MergeWords SplitWords DoubleModal
    ItsPossessive MissingTo NominalWants DespiteItIs ThereToTheir MoreAdjective Spaces
    PhrasalVerbAsCompoundNoun NumericRangeEnDash CurrencyPlacement CommaFixes InflectedVerbAfterTo
    NeedToNoun Freezing Starving Hungry TiredOf BadlyInNeed OfCourse
    """.split()
)
_CATEGORY_BY_RULE = {
    "AnA": "articles",
    "The": "spelling",
    "MassNouns": "countability",
    "MassPlurals": "countability",
    "MassNounsPlural": "countability",
    "FewUnitsOfTime": "countability",
    "DidPast": "tense-and-aspect",
    "SimplePastToPastParticiple": "tense-and-aspect",
    "RegularIrregulars": "tense-and-aspect",
    "AdjectiveDoubleDegree": "comparison",
    "WorseOrWorst": "comparison",
    "ThatThan": "comparison",
    "ThenThan": "confusable-words",
    "LetToDo": "verb-patterns",
    "ModalOf": "verb-patterns",
    "ToTwoToo": "confusable-words",
    "TheirToTheyre": "confusable-words",
    "Discuss": "prepositions",
    "InterestedIn": "prepositions",
    "WrongNegative": "spelling",
    "CapitalizePersonalPronouns": "capitalisation",
    "SentenceCapitalization": "capitalisation",
    "RepeatedWords": "style",
    "SpellCheck": "spelling",
}
_CATEGORY_BY_KIND = {
    "Agreement": "agreement",
    "Capitalization": "capitalisation",
    "Punctuation": "punctuation",
    "Spelling": "spelling",
    "Typo": "spelling",
    "Repetition": "style",
    "Redundancy": "style",
    "Eggcorn": "confusable-words",
    "Malapropism": "confusable-words",
    "WordChoice": "confusable-words",
    "BoundaryError": "spelling",
    "Nonstandard": "style",
}
_TOPICS = {
    "AnA": "a-and-an",
    "MassNouns": "uncountable-nouns-advice-information",
    "DidPast": "past-simple-questions-and-negatives",
    "RegularIrregulars": "past-simple-irregular-verbs",
    "SimplePastToPastParticiple": "present-perfect-simple",
    "PronounVerbAgreement": "subject-verb-agreement",
    "PronounInflectionBe": "present-simple-be",
    "AdjectiveDoubleDegree": "comparatives",
    "WorseOrWorst": "comparatives",
    "ThatThan": "comparatives",
    "SentenceCapitalization": "capital-letters-and-full-stops",
    "CapitalizePersonalPronouns": "capital-letters-and-full-stops",
    "LetToDo": "verb-object-infinitive-patterns",
}
_TOPIC_BY_CATEGORY = {
    "agreement": "subject-verb-agreement",
    "capitalisation": "capital-letters-and-full-stops",
}
_PREPOSITION_WORDS = frozenset("in on at to for of with from by about into onto over under".split())
_MARKUP = re.compile(r"[`*]")
_PLAIN = {
    "PronounVerbAgreement": "The verb must agree with its subject: use “{new}” here.",
    "PronounInflectionBe": "The form of “be” must agree with its subject: use “{new}” here.",
    "AnA": "Use “an” before a vowel sound and “a” before a consonant sound.",
    "CapitalizePersonalPronouns": "The word “I” is always written with a capital letter.",
    "SentenceCapitalization": "A sentence starts with a capital letter.",
    "AdjectiveDoubleDegree": "Use either “more” or the -er form, not both.",
    "DidPast": "After “did” the verb is in the base form, because “did” already shows the past.",
    "RepeatedWords": "The word is written twice.",
    "SimplePastToPastParticiple": (
        "After “have”, “has”, “had” or “be”, use the past participle: “{new}”."
    ),
    "RegularIrregulars": "This word has an irregular form: “{new}”.",
    "ThatThan": "After a comparative use “than”, not “that”.",
}


def category_of(rule: str, kind: str, original: str, corrected: str) -> str:
    """The category slug of a lint."""
    if original.lower() == corrected.lower() and original != corrected:
        return "capitalisation"
    if rule in _CATEGORY_BY_RULE:
        return _CATEGORY_BY_RULE[rule]
    old, new = set(original.lower().split()), set(corrected.lower().split())
    if (changed := old ^ new) and changed <= _PREPOSITION_WORDS:
        return "prepositions"
    if changed and changed <= {"a", "an", "the"}:
        return "articles"
    return _CATEGORY_BY_KIND.get(kind, "grammar")


def explanation_of(rule: str, message: str, original: str, corrected: str) -> str:
    """The reason in plain words, with plain quotation marks."""
    if rule == "SpellCheck":
        if original.lower() == corrected.lower():
            return f"Names take a capital letter: “{corrected}”."
        return f"“{original}” is not in the dictionary. Did you mean “{corrected}”?"
    if rule in _PLAIN:
        return _PLAIN[rule].format(new=corrected)
    return _MARKUP.sub("”", re.sub(r"`([^`]*)`", r"“\1”", message))


def topic_of(rule: str, category: str) -> str | None:
    """Slug of the grammar topic that explains more, or None."""
    return _TOPICS.get(rule) or _TOPIC_BY_CATEGORY.get(category)
