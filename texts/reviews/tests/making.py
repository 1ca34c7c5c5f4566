"""Cards and answers for tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from accounts.models import User
from texts.reviews.grading import Answer, grade_record
from texts.reviews.models import CardType, Rating, ReviewCard, ReviewLog
from texts.reviews.services import card_keep
from texts.tests.making import word

KEPT = datetime(2026, 1, 1, tzinfo=UTC)


def card_of(user: User, text: str = "breathe", **fields: Any) -> ReviewCard:
    """A card for a word, kept on KEPT unless ``fields`` say otherwise."""
    card = card_keep(user=user, resource=word(text))
    kept = {"created_at": KEPT, **fields}
    ReviewCard.objects.filter(pk=card.pk).update(**kept)
    card.refresh_from_db()
    return card


def answer(
    card: ReviewCard, rating: int = Rating.GOOD, *, at: datetime | None = None, **fields: Any
) -> ReviewLog:
    now = timezone.now()
    return grade_record(
        user=card.user,
        card_id=card.pk,
        answer=Answer(
            **{
                "client_id": uuid4(),
                "card_type": CardType.RECALL,
                "rating": Rating(rating),
                "reviewed_at": at or now,
                **fields,
            }
        ),
    )


def learned(card: ReviewCard, *, at: datetime) -> ReviewCard:
    """``card`` after it was learned and has come back once, the last answer on day ``at``."""
    answer(card, Rating.EASY, at=at - timedelta(days=20))
    answer(card, Rating.GOOD, at=at)
    card.refresh_from_db()
    return card
