"""What was kept and what was remembered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from learnenglish.common.zones import zone_of
from texts.reviews.models import CardState, Rating, ReviewCard, ReviewLog

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class MemoryDay:
    """Of ``came_back`` cards that were learned before, ``known`` were still known."""

    day: date
    reviews: int = 0
    came_back: int = 0
    known: int = 0
    kept: int = 0


def retention_of(days: list[MemoryDay]) -> float | None:
    """The share of cards that were known when they came back (0–1); None if none did."""
    came_back = sum(day.came_back for day in days)
    return sum(day.known for day in days) / came_back if came_back else None


def memory_days(*, user: User, since: date, until: date) -> list[MemoryDay]:
    """The days in the person's zone on which cards were answered or kept, in their order."""
    zone = zone_of(user.time_zone) or UTC
    first = datetime.combine(since, time.min, zone)
    last = datetime.combine(until + timedelta(days=1), time.min, zone)
    came_back = Q(state_before=CardState.REVIEW)
    logs = ReviewLog.objects.filter(
        user=user, undone_at=None, reviewed_at__gte=first, reviewed_at__lt=last
    )
    answered = (
        logs.annotate(day=TruncDate("reviewed_at", tzinfo=zone))
        .order_by()
        .values("day")
        .annotate(
            reviews=Count("pk"),
            came_back=Count("pk", filter=came_back),
            known=Count("pk", filter=came_back & Q(rating__gt=Rating.AGAIN)),
        )
    )
    days = {row["day"]: MemoryDay(**row) for row in answered}
    cards = ReviewCard.objects.filter(user=user, created_at__gte=first, created_at__lt=last)
    for day, count in _by_day(cards, zone):
        days[day] = replace(days.get(day) or MemoryDay(day=day), kept=count)
    return [days[day] for day in sorted(days)]


def _by_day(cards: QuerySet[ReviewCard], zone: tzinfo) -> list[tuple[date, int]]:
    days = cards.annotate(day=TruncDate("created_at", tzinfo=zone)).order_by().values("day")
    return [(row["day"], row["count"]) for row in days.annotate(count=Count("pk"))]
