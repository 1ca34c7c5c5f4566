"""The vocabulary of grammar questions."""

from __future__ import annotations

import re

_TERMS = re.compile(
    r"""\b(?:
    tenses?|grammar|present\ (?:simple|continuous|perfect|progressive|participles?)|
    (?:past|future)\ (?:simple|continuous|perfect|progressive|tenses?|participles?|forms?)|
    (?:simple|perfect|continuous)\ (?:present|past|future)|
    passive|(?:active|passive)\ voice|(?:zero|first|second|third|mixed|1st|2nd|3rd)\ conditionals?|
    conditionals?|conditional\ (?:sentences?|clauses?|type)|
    (?:relative|if|time|noun|subordinate|main|defining|non-defining|participle|
    dependent|independent|adverbial)[ -]clauses?|clauses?|
    articles?|(?:in)?definite\ articles?|prepositions?|prepositional|gerunds?|infinitives?|
    (?:bare|full)\ infinitive|comparatives?|superlatives?|modals?|modal\ verbs?|auxiliar(?:y|ies)|
    (?:reported|indirect|direct)\ (?:speech|questions?)|question\ tags?|tag\ questions?|
    word\ order|subject[ -]verb|agreement|phrasal\ verbs?|irregular|regular\ verbs?|
    (?:un)?countable|uncountables?|count\ nouns?|singular|plurals?|possessives?|apostrophes?|
    pronouns?|determiners?|quantifiers?|adverbs?|adjectives?|nouns?|verbs?|conjunctions?|
    connectors?|linking\ words|linkers|collocations?|punctuation|commas?|semicolons?|
    capital\ letters|subjunctive|inversion|participles?|imperatives?|ellipsis|causatives?|
    state\ verbs|stative|transitive|intransitive|cleft|nominali[sz]ation|
    third\ person|continuous|present\ perfect|syntax|
    spelling\ rules|contractions?|interrogatives?|negatives?|wish\ clauses?|used\ to
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKING = re.compile(
    r"""^(?:please\ )?(?:
    (?:when|how|why|where|what|which|whats|what's)
        \ (?:(?:do|does|can|should|must|to|is|are|we|i|you|would|did)\ )*
        (?:use|using|used|form|make|say|write|choose|put|need|add|omit|drop|build|conjugate|
        start|end|ask)\b|
    how\ to\ |
    (?:what|which)\ (?:tense|preposition|article|verb\ form|form|word\ order|comes?|goes|verb|word|
        kind|type|is\ the\ (?:rule|form|structure|past|plural|correct|difference|negative))\b|
    why\ (?:is|do|does|are|can't|not|don't|isn't)\ |
    (?:can|could|should|do|must|may)\ (?:i|we|you)\ (?:use|say|put|write|start|end|omit|add|need)\b|
    is\ (?:it\ )?[\w"' -]+\ (?:singular|plural|countable|uncountable|formal|informal|correct|
        a\ (?:noun|verb|adjective|adverb)|an\ (?:adjective|adverb))|
    (?:is|are)\ (?:there|it)\ (?:a\ )?(?:rule|difference|correct|ok|wrong)\b|
    (?:explain|teach|tell|show|help)\b|
    (?:difference|differences|rules?|examples?|exercises?|list|types?|kinds?|uses?|structure)
        \ (?:of|for|between|about|with)\b|
    (?:i|we)\ (?:don't|do\ not|can't|cannot)\ understand\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TOPIC_ENDING = re.compile(
    r"\b(?:rules?|exercises?|examples?|explanation|grammar|usage|structure|formula|tense|practice|"
    r"lesson|form|forms)$",
    re.IGNORECASE,
)
_PATTERN = re.compile(
    r"\b(?:ing|-ing|to|infinitive|gerund|verb|past participle)\b.*\b(?:after|with|or)\b|"
    r"\b(?:after|before|followed by)\b.*\b(?:ing|-ing|infinitive|gerund|verb)\b|"
    r"\+ ?(?:ing|-ing|infinitive|to|verb|noun)\b|\bplus (?:ing|infinitive)\b",
    re.IGNORECASE,
)
_PLURAL_TERMS = frozenset(
    """conditionals comparatives superlatives gerunds infinitives passives modals prepositions
    determiners quantifiers uncountables participles imperatives causatives linkers""".split()
)


def has_term(text: str) -> bool:
    """Whether ``text`` names a point of grammar."""
    return bool(_TERMS.search(text))


def is_asking(text: str) -> bool:
    """Whether ``text`` opens as a question about the language does."""
    return bool(_ASKING.search(text))


def names_topic(text: str) -> bool:
    """Whether ``text`` is a heading: "past simple negative", "articles rules"."""
    return bool(_TOPIC_ENDING.search(text) and has_term(text))


def is_pattern(text: str) -> bool:
    """Whether ``text`` is about what follows what: "ing or to after stop"."""
    return bool(_PATTERN.search(text))


def is_term_alone(word: str) -> bool:
    """Plural terms that are asked for as topics rather than as words."""
    return word.lower() in _PLURAL_TERMS
