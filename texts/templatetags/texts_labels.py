"""Names that learners read for the slugs of grammar areas and kinds of error."""

from __future__ import annotations

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

register = template.Library()

# Slugs whose words do not make a good name by themselves.
LABELS = {
    "agreement": _("Subject and verb"),
    "tense-and-aspect": _("Tenses"),
    "nouns-and-countability": _("Nouns"),
    "countability": _("Countable and uncountable"),
    "adjectives-and-adverbs": _("Adjectives and adverbs"),
    "passive-and-causative": _("Passive and causative"),
    "questions-and-negatives": _("Questions and negatives"),
    "confusable-words": _("Words often mixed up"),
    "spelling-and-form": _("Spelling and forms"),
}


@register.filter
def area_label(slug: str) -> str:
    """``word-order`` → “Word order”."""
    label = LABELS.get(slug)
    return str(label) if label else capfirst(gettext(slug.replace("-", " ")))
