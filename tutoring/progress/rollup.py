"""What keeps the daily roll-up: every figure anew from the rows, for the days that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, timedelta
from itertools import groupby, islice
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from history.models import UserHistory
from learnenglish.common.upkeep import windows
from tutoring.progress.days import FIELDS, roll_up_mark, today_of
from tutoring.progress.facts import DayFacts, Key, facts_by_day, rows_of_days
from tutoring.progress.models import DailyProgress, ProgressRun

PEOPLE_AT_ONCE = 200
RUNS_KEPT = timedelta(days=30)


def progress_roll_up(*, now: datetime | None = None) -> ProgressRun:
    """Add up the days with rows since the last run. May run at any time, also twice at once."""
    mark = roll_up_mark()
    run = ProgressRun.objects.create(started_at=now or timezone.now())
    for keys in _all_days() if mark is None else _days_since(mark):
        run.days_written += days_write(keys)
    run.finished_at = timezone.now()
    run.save(update_fields=["finished_at", "days_written", "updated_at"])
    ProgressRun.objects.filter(started_at__lt=run.started_at - RUNS_KEPT).delete()
    return run


def days_write(keys: set[Key]) -> int:
    """Bring the roll-up of these people and days in line with the rows; how many were written."""
    if not keys:
        return 0
    with transaction.atomic():
        facts = facts_of(keys)
        goals = _goals({user_id for user_id, _day in keys})
        rows = [_row(key, facts[key], goals) for key in sorted(keys) if key in facts]
        _upsert([row for row in rows if row.day >= goals[row.user_id][1]], "goal_minutes")
        _upsert([row for row in rows if row.day < goals[row.user_id][1]])
        return len(rows)


def facts_of(keys: set[Key]) -> dict[Key, DayFacts]:
    """What the rows say about these people and days."""
    people, days = {user_id for user_id, _ in keys}, {day for _, day in keys}
    rows = rows_of_days(since=min(days), until=max(days)).filter(user__in=people, day__in=days)
    return {key: facts for key, facts in facts_by_day(rows).items() if key in keys}


def _all_days() -> Iterator[set[Key]]:
    """The days of everybody, some people at a time: all at once would be a statement of minutes."""
    for people in windows(User.objects.all(), size=PEOPLE_AT_ONCE):
        rows = UserHistory.objects.filter(user__in=people).order_by()
        yield set(rows.values_list("user_id", "day").distinct())


def _days_since(mark: UUID) -> Iterator[set[Key]]:
    """The days with rows from the key ``mark`` on, in batches of PEOPLE_AT_ONCE people."""
    rows = UserHistory.objects.filter(pk__gte=mark).order_by("user_id")
    pairs = rows.values_list("user_id", "day").distinct().iterator()
    people = (set(group) for _user, group in groupby(pairs, lambda pair: pair[0]))
    while batch := list(islice(people, PEOPLE_AT_ONCE)):
        yield set().union(*batch)


def _goals(people: set[UUID]) -> dict[UUID, tuple[int, date]]:
    """What each person wants a day, and the date where they are."""
    users = User.objects.filter(pk__in=people).only("daily_goal_minutes", "time_zone")
    return {user.pk: (user.daily_goal_minutes, today_of(user)) for user in users}


def _row(key: Key, facts: DayFacts, goals: dict[UUID, tuple[int, date]]) -> DailyProgress:
    return DailyProgress(user_id=key[0], goal_minutes=goals[key[0]][0], **asdict(facts))


def _upsert(rows: list[DailyProgress], *more: str) -> None:
    """A goal once stored is that day's: only today's follows a change of mind."""
    DailyProgress.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["user", "day"],
        update_fields=[*(name for name in FIELDS if name != "day"), *more, "updated_at"],
    )
