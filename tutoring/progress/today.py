"""What the home page says about today and the last seven days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from learnenglish.common.caching.answers import answer_get
from tutoring.progress.days import asked_of, days_all, today_of
from tutoring.progress.streak import Streak, streak_get

if TYPE_CHECKING:
    from accounts.models import User

WEEK = 7


@dataclass(frozen=True, slots=True)
class Today:
    """Begun minutes count. The week is the last seven days, today included."""

    minutes_today: int
    daily_goal_minutes: int
    minutes_week: int
    sessions_week: int
    lookups_week: int
    streak: Streak


def today_get(*, user: User) -> Today:
    """Today in the person's own calendar; kept in the cache until something is done."""
    return answer_get(asked_of(user, "today"), lambda: _today(user))


def _today(user: User) -> Today:
    until = today_of(user)
    days = days_all(user=user, since=until - timedelta(days=WEEK - 1), until=until)
    return Today(
        minutes_today=days[-1].minutes,
        daily_goal_minutes=user.daily_goal_minutes,
        minutes_week=-(-sum(day.spoken_ms for day in days) // 60_000),
        sessions_week=sum(day.sessions for day in days),
        lookups_week=sum(day.lookups for day in days),
        streak=streak_get(user=user),
    )
