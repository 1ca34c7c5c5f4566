"""Figures by day: out of the roll-up and, for days it is behind with, out of the rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from history.models import UserHistory
from learnenglish.common.caching.answers import Asked
from learnenglish.common.caching.changes import PROGRESS, scope_of
from learnenglish.common.models import uuid7_floor
from learnenglish.common.zones import zone_of
from tutoring.progress.facts import DayFacts, facts_by_day, rows_of_days
from tutoring.progress.models import DailyProgress, ProgressRun

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.models import User

# A transaction may be under way for so long before its row, with an earlier key, can be seen.
LATE = timedelta(minutes=10)
FIELDS = (
    "day lookups sessions sittings words_met spoken_ms spoken_words errors offset_min offset_max"
).split()


def asked_of(user: User, *what: object) -> Asked:
    """For ``answer_get``: ``what`` of ``user``'s own progress, which is another one each day."""
    seen = (user.pk, user.time_zone, user.daily_goal_minutes, today_of(user))
    return Asked(name="progress", scopes=(scope_of(PROGRESS, user.pk),), parts=(*seen, *what))


def today_of(user: User, *, now: datetime | None = None) -> date:
    """The date where ``user`` is; UTC's if their zone is unknown to this machine."""
    return (now or timezone.now()).astimezone(zone_of(user.time_zone)).date()


def days_done(*, user: User, since: date, until: date) -> dict[date, DayFacts]:
    """The days from ``since`` to ``until`` on which ``user`` did something, in their order."""
    mark = roll_up_mark()
    stored = DailyProgress.objects.filter(user=user, day__range=(since, until))
    rows = rows_of_days(since=since, until=until).filter(user=user)
    found: dict[date, DayFacts] = {}
    if mark is not None:
        behind = _days_behind(user, mark)
        found = {row["day"]: DayFacts(**row) for row in stored.values(*FIELDS)}
        behind = {day for day in behind if since <= day <= until}
        if not behind:
            return dict(sorted(found.items()))
        rows = rows_of_days(since=min(behind), until=max(behind)).filter(user=user, day__in=behind)
    found.update({day: facts for (_user, day), facts in facts_by_day(rows).items()})
    return dict(sorted(found.items()))


def days_all(*, user: User, since: date, until: date) -> list[DayFacts]:
    """Every day from ``since`` to ``until``, also those on which nothing was done."""
    done = days_done(user=user, since=since, until=until)
    count = (until - since).days + 1
    calendar = (since + timedelta(days=number) for number in range(count))
    return [done.get(day) or DayFacts(day=day) for day in calendar]


def roll_up_mark() -> UUID | None:
    """Rows with an earlier key are in the roll-up, for certain; None if it never ran."""
    runs = ProgressRun.objects.filter(finished_at__isnull=False).order_by("-started_at")
    last = runs.values_list("started_at", flat=True).first()
    return uuid7_floor(last - LATE) if last else None


def _days_behind(user: User, mark: UUID) -> set[date]:
    late: Iterable[date] = (
        UserHistory.objects.filter(user=user, pk__gte=mark)
        .order_by()
        .values_list("day", flat=True)
        .distinct()
    )
    return set(late)


def goals_of(*, user: User, since: date, until: date) -> dict[date, int]:
    """The minutes ``user`` wanted on each day: as noted then, else what is wanted now."""
    noted = dict(
        DailyProgress.objects.filter(user=user, day__range=(since, until)).values_list(
            "day", "goal_minutes"
        )
    )
    noted.pop(today_of(user), None)
    count = (until - since).days + 1
    calendar = (since + timedelta(days=number) for number in range(count))
    return {day: noted.get(day, user.daily_goal_minutes) for day in calendar}
