"""Spreading cards over days: of the days that are as good for memory, the one with least to do."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from texts.reviews.days import day_of, day_start
from texts.reviews.models import CardState, ReviewCard
from texts.reviews.scheduling import interval_range

if TYPE_CHECKING:
    from accounts.models import User


def day_choose(*, days: int, today: date, load: dict[date, int]) -> date:
    """The day nearest to ``days`` from ``today`` among those with the fewest cards in ``load``."""
    first, last = interval_range(days)
    choices = range(first, last + 1)
    best = min(choices, key=lambda n: (load.get(today + timedelta(days=n), 0), abs(n - days), n))
    return today + timedelta(days=best)


def due_spread(
    *, user: User, card_id: UUID, days: int, answered_at: datetime, zone: ZoneInfo
) -> datetime:
    """When a card that should come back after ``days`` is due: the start of the lightest day."""
    today = day_of(answered_at, zone)
    first, last = interval_range(days)
    load: dict[date, int] = {}
    if first < last:
        between = (
            day_start(today + timedelta(days=first), zone),
            day_start(today + timedelta(days=last + 1), zone),
        )
        due = ReviewCard.objects.filter(
            user=user,
            state=CardState.REVIEW,
            suspended_at=None,
            due__gte=between[0],
            due__lt=between[1],
        ).exclude(pk=card_id)
        for moment in due.values_list("due", flat=True):
            day = day_of(moment, zone)
            load[day] = load.get(day, 0) + 1
    return day_start(day_choose(days=days, today=today, load=load), zone)
