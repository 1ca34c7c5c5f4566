"""Reviews on other pages: the button that keeps, the number that waits."""

from __future__ import annotations

from typing import Any

from django import template

from texts.models import TextResource
from texts.reviews.models import ReviewCard
from texts.reviews.presentation import due_words
from texts.reviews.selectors import card_is_kept, review_counts

register = template.Library()


@register.inclusion_tag("reviews/_keep.html", takes_context=True)
def keep_button(context: dict[str, Any], resource: TextResource) -> dict[str, Any]:
    request = context["request"]
    return {
        "resource": resource,
        "is_kept": card_is_kept(user=request.user, resource=resource),
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag(takes_context=True)
def due_count(context: dict[str, Any]) -> int:
    """How many cards wait; counted once for a page."""
    request = context["request"]
    if not hasattr(request, "_due_count"):
        request._due_count = review_counts(user=request.user).left
    return int(request._due_count)


@register.filter
def comes_back(card: ReviewCard) -> str:
    return due_words(card)
