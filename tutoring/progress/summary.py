"""A person's progress over some days, put together from the queries beside this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from learnenglish.common.caching.answers import answer_get
from learnenglish.common.errors import DomainError
from speaking.drills.selectors import Tendency, phone_tendencies
from tutoring.progress.cefr import CefrEstimate, cefr_estimate
from tutoring.progress.days import asked_of, days_all, goals_of, today_of
from tutoring.progress.errors import CategoryRate, error_rates, errors_total, rate_of
from tutoring.progress.facts import DayFacts
from tutoring.progress.memory import MemoryDay, memory_days, retention_of
from tutoring.progress.streak import Streak, streak_get

if TYPE_CHECKING:
    from accounts.models import User

LONGEST_DAYS = 3660
DEFAULT_DAYS = 30
YEARS = range(2000, 9000)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressTotals:
    """``minutes`` counts begun ones. ``retention`` is 0–1, ``error_rate`` mistakes in a hundred
    words; both None where there is too little. ``goal_days`` are days that reached their goal."""

    minutes: int
    sessions: int
    lookups: int
    words_met: int
    words_kept: int
    reviews: int
    retention: float | None
    error_rate: float | None
    active_days: int
    goal_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressSummary:
    """``since`` to ``until``, both included; ``before`` is as many days before that. ``days`` has
    every day, ``memory`` those on which cards were answered or kept, ``goals`` the minutes
    wanted on each of ``days``. ``sounds`` are of all that was ever drilled and of the last
    readings: a period alone would seldom be evidence enough."""

    since: date
    until: date
    totals: ProgressTotals
    before: ProgressTotals
    days: list[DayFacts]
    memory: list[MemoryDay]
    goals: dict[date, int]
    errors: list[CategoryRate]
    sounds: list[Tendency]
    streak: Streak
    cefr: CefrEstimate


def progress_summary(
    *, user: User, days: int = DEFAULT_DAYS, now: datetime | None = None
) -> ProgressSummary:
    """The last ``days`` days of ``user``, today included."""
    until = today_of(user, now=now)
    return progress_between(user=user, since=until - timedelta(days=days - 1), until=until)


def progress_between(
    *, user: User, since: date | None = None, until: date | None = None
) -> ProgressSummary:
    """The days from ``since`` to ``until`` in the person's own calendar: to today, and thirty of
    them, where it is not said.

    In the same number of queries for a week as for ten years, and kept in the cache until something
    is done: the level, in which older sessions count less, is at most ten minutes old. Raises
    DomainError ``period_out_of_range``, ``period_reversed`` or ``period_too_long``.
    """
    until = until or today_of(user)
    if until.year not in YEARS:
        raise DomainError("period_out_of_range", _("Nobody learned here then."), field="to")
    since = since or until - timedelta(days=DEFAULT_DAYS - 1)
    length = (until - since).days + 1
    if length < 1:
        raise DomainError("period_reversed", _("The period ends before it begins."), field="to")
    if length > LONGEST_DAYS:
        raise DomainError(
            "period_too_long",
            _("Ask for up to %(most)s days at a time.") % {"most": f"{LONGEST_DAYS:,}"},
            field="from",
        )
    return answer_get(
        asked_of(user, since, until), lambda: _summary(user=user, since=since, until=until)
    )


def _summary(*, user: User, since: date, until: date) -> ProgressSummary:
    length = (until - since).days + 1
    start = since - timedelta(days=length)
    both = days_all(user=user, since=start, until=until)
    memory = memory_days(user=user, since=start, until=until)
    goals = goals_of(user=user, since=start, until=until)
    earlier, days = both[:length], both[length:]
    earlier_memory = [day for day in memory if day.day < since]
    memory = memory[len(earlier_memory) :]
    return ProgressSummary(
        since=since,
        until=until,
        totals=_totals(days, memory, goals),
        before=_totals(earlier, earlier_memory, goals),
        days=days,
        memory=memory,
        goals={day.day: goals[day.day] for day in days},
        errors=error_rates(days, earlier),
        sounds=phone_tendencies(user=user),
        streak=streak_get(user=user),
        cefr=cefr_estimate(user=user),
    )


def _totals(
    days: Sequence[DayFacts], memory: list[MemoryDay], goals: dict[date, int]
) -> ProgressTotals:
    errors, words = errors_total(days)
    return ProgressTotals(
        minutes=-(-sum(day.spoken_ms for day in days) // 60_000),
        sessions=sum(day.sessions for day in days),
        lookups=sum(day.lookups for day in days),
        words_met=sum(day.words_met for day in days),
        words_kept=sum(day.kept for day in memory),
        reviews=sum(day.reviews for day in memory),
        retention=retention_of(memory),
        error_rate=rate_of(errors.total(), words),
        active_days=sum(day.is_active for day in days),
        goal_days=sum(0 < goals[day.day] <= day.minutes for day in days),
    )
