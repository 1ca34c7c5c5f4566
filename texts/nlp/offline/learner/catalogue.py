"""All rules by error type; the type is the category of the corrections."""

from __future__ import annotations

from texts.nlp.offline.learner import (
    agreement,
    articles,
    comparison,
    confusable_words,
    countability,
    modals,
    prepositions,
    questions,
    spelling_and_form,
    tense_and_aspect,
    verb_patterns,
    word_order,
)
from texts.nlp.offline.learner.detect import RuleIndex

RULES = RuleIndex(
    (
        ("agreement", agreement.RULES),
        ("tense-and-aspect", tense_and_aspect.RULES),
        ("verb-patterns", verb_patterns.RULES),
        ("modals", modals.RULES),
        ("questions", questions.RULES),
        ("articles", articles.RULES),
        ("countability", countability.RULES),
        ("prepositions", prepositions.RULES),
        ("comparison", comparison.RULES),
        ("confusable-words", confusable_words.RULES),
        ("word-order", word_order.RULES),
        ("spelling-and-form", spelling_and_form.RULES),
    )
)
