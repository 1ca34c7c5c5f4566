"""Telling people, once in their day, that cards wait."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from accounts.models import NotificationKind, Status, User
from accounts.notifications.services import notification_send
from texts.reviews.days import day_of, zone_for
from texts.reviews.models import ReviewCard
from texts.reviews.selectors import review_counts

# By the learner's clock: late enough to be awake, early enough to have the day.
FROM_HOUR, TO_HOUR = 8, 20


def reviews_remind(*, now: datetime | None = None) -> int:
    """Tell each person for whom cards wait and who has answered none today; how many were told.

    Meant to run every hour; told once a day, between 8 and 20 o'clock where they live.
    """
    now = now or timezone.now()
    due = ReviewCard.objects.filter(
        Q(buried_until=None) | Q(buried_until__lte=now), due__lte=now, suspended_at=None
    )
    people = User.objects.filter(
        status=Status.ACTIVE, pk__in=due.order_by().values("user").distinct()
    )
    told = 0
    for user in people.iterator():
        zone = zone_for(user)
        if not FROM_HOUR <= now.astimezone(zone).hour < TO_HOUR:
            continue
        counts = review_counts(user=user, now=now)
        if counts.left and not counts.done:
            notification_send(
                user=user,
                kind=NotificationKind.REVIEWS_DUE,
                key=day_of(now, zone).isoformat(),
                payload={"count": counts.left, "url": "/review"},
            )
            told += 1
    return told
