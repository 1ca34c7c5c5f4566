"""Telling people, once in their day, that cards wait."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from accounts.models import Notification, NotificationKind, Status, User
from accounts.notifications.services import notification_send
from learnenglish.common.zones import zone_of
from texts.reviews.days import day_of, today_start
from texts.reviews.models import ReviewLog
from texts.reviews.selectors import cards_askable, review_counts

# By the learner's clock: late enough to be awake, early enough to have the day.
FROM_HOUR, TO_HOUR = 8, 20


def reviews_remind(*, now: datetime | None = None) -> int:
    """Tell everyone who has cards to answer and has answered none in their day; how many it told.

    Meant to run every hour: whoever was told already, or lives where it is not between 8 and
    20 o'clock, is passed over.
    """
    now = now or timezone.now()
    told = 0
    zones = User.objects.filter(status=Status.ACTIVE).order_by().values_list("time_zone").distinct()
    for (name,) in zones:
        zone = zone_of(name) or ZoneInfo("UTC")
        if not FROM_HOUR <= now.astimezone(zone).hour < TO_HOUR:
            continue
        day = day_of(now, zone).isoformat()
        for user in _waited_for(name, zone, now).iterator():
            # The limits a person set for the day may leave nothing of what is due.
            left = review_counts(user=user, now=now).left
            if left:
                notification_send(
                    user=user,
                    kind=NotificationKind.REVIEWS_DUE,
                    key=day,
                    payload={"count": left, "url": "/review"},
                )
                told += 1
    return told


def _waited_for(time_zone: str, zone: ZoneInfo, now: datetime) -> QuerySet[User]:
    """People of ``time_zone`` with cards due, no answer today and no reminder today."""
    user = OuterRef("pk")
    due = cards_askable(now=now).filter(user=user, due__lte=now)
    answered = ReviewLog.objects.filter(
        user=user, undone_at=None, reviewed_at__gte=today_start(now, zone)
    )
    told = Notification.objects.filter(
        user=user, kind=NotificationKind.REVIEWS_DUE, key=day_of(now, zone).isoformat()
    )
    return User.objects.filter(
        Exists(due), ~Exists(answered), ~Exists(told), status=Status.ACTIVE, time_zone=time_zone
    )
