"""Reviews on other pages: the button that keeps, the number that waits."""

from __future__ import annotations

from typing import Any

from django import template

from texts.models import TextResource
from texts.reviews.models import ReviewCard
from texts.reviews.presentation import due_words
from texts.reviews.selectors import Counts, card_is_kept, card_search, review_counts

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
    return _counts(context["request"]).left


@register.inclusion_tag("reviews/_home.html", takes_context=True)
def reviews_today(context: dict[str, Any]) -> dict[str, Any]:
    request = context["request"]
    counts = _counts(request)
    are_kept = bool(counts.left or counts.done) or card_search(user=request.user).exists()
    return {"reviews": counts, "are_kept": are_kept}


def _counts(request: Any) -> Counts:
    """What waits; counted once for a page."""
    if not hasattr(request, "_review_counts"):
        request._review_counts = review_counts(user=request.user)
    found: Counts = request._review_counts
    return found


@register.filter
def comes_back(card: ReviewCard) -> str:
    return due_words(card)
