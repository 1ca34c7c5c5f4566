"""A check of the daily roll-up."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from history.models import UserHistory
from learnenglish.common.upkeep import Findings, windows
from tutoring.progress.days import FIELDS, roll_up_mark
from tutoring.progress.facts import DayFacts, Key, facts_by_day
from tutoring.progress.models import DailyProgress
from tutoring.progress.rollup import PEOPLE_AT_ONCE, days_write, progress_roll_up


def roll_up_check(repair: bool) -> Findings:
    """Every day of everybody is in the roll-up as its rows add up, and no other day.

    Days with rows that the roll-up has not seen yet are its next run's.
    """
    if repair or roll_up_mark() is None:
        progress_roll_up()
    found = Findings("daily progress")
    for people in windows(User.objects.all(), size=PEOPLE_AT_ONCE):
        behind = _behind(people)
        stored = {
            (row.pop("user_id"), row["day"]): DayFacts(**row)
            for row in _stored(people).values("user_id", *FIELDS)
        }
        wanted = facts_by_day(UserHistory.objects.filter(user__in=people))
        found.checked += len(wanted.keys() | stored.keys())
        wrong = {
            key
            for key in (wanted.keys() | stored.keys()) - behind
            if wanted.get(key) != stored.get(key)
        }
        found.note(*(f"{user_id} {day}" for user_id, day in sorted(wrong)))
        if repair:
            found.repaired += days_write(wrong & wanted.keys())
            found.repaired += _remove(wrong - wanted.keys())
    return found


def _stored(people: QuerySet[User]) -> QuerySet[DailyProgress, Any]:
    return DailyProgress.objects.filter(user__in=people)


def _behind(people: QuerySet[User]) -> set[Key]:
    mark = roll_up_mark()
    rows = UserHistory.objects.filter(user__in=people)
    if mark is not None:
        rows = rows.filter(pk__gte=mark)
    return set(rows.order_by().values_list("user_id", "day").distinct())


def _remove(keys: set[Key]) -> int:
    removed = 0
    for user_id, day in keys:
        removed += DailyProgress.objects.filter(user=user_id, day=day).delete()[0]
    return removed
