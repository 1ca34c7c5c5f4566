"""How many days in a row something was learned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tutoring.progress.days import days_done, today_of
from tutoring.progress.facts import DayFacts

if TYPE_CHECKING:
    from accounts.models import User

HALF_A_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Streak:
    """``days`` up to today, or to yesterday while today is not over; ``longest`` ever."""

    days: int
    longest: int
    is_today_done: bool


def streak_get(*, user: User) -> Streak:
    done = days_done(user=user, since=date(2000, 1, 1), until=today_of(user) + timedelta(days=1))
    return streak_of(done.values(), today=today_of(user))


def streak_of(days: Iterable[DayFacts], *, today: date) -> Streak:
    """The streak of ``days``, which are in order.

    Days are dates as they were lived. A date that the person lived less than half of, because they
    flew across the date line, breaks no streak. Today breaks none before it is over; a date that
    lies ahead (where the person was) counts as today.
    """
    length = longest = 0
    last: DayFacts | None = None
    for day in days:
        if not day.is_active:
            continue
        length = length + 1 if last is not None and _follows(last, day) else 1
        longest = max(longest, length)
        last = day
    if last is None or last.day < today - timedelta(days=1):
        length = 0
    return Streak(length, longest, is_today_done=last is not None and last.day >= today)


def _follows(last: DayFacts, day: DayFacts) -> bool:
    missed = (day.day - last.day).days - 1
    return missed == 0 or (missed == 1 and day.began_at - last.ended_at < HALF_A_DAY)
