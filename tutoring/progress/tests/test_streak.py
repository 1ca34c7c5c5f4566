"""Days in a row, on clocks that jump and in planes that cross the date line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from tutoring.progress.days import today_of
from tutoring.progress.streak import streak_get, streak_of
from tutoring.progress.tests.making import at, lived, looked_up

D = date.fromisoformat


def test_no_day_is_no_streak() -> None:
    streak = streak_of([], today=D("2026-03-10"))
    assert (streak.days, streak.longest, streak.is_today_done) == (0, 0, False)


@pytest.mark.parametrize(
    ("today", "days", "is_today_done"),
    [("2026-03-10", 3, True), ("2026-03-11", 3, False), ("2026-03-12", 0, False)],
)
def test_today_breaks_no_streak_before_it_is_over(
    today: str, days: int, is_today_done: bool
) -> None:
    done = [lived("2026-03-08"), lived("2026-03-09"), lived("2026-03-10")]
    streak = streak_of(done, today=D(today))
    assert (streak.days, streak.longest, streak.is_today_done) == (days, 3, is_today_done)


def test_a_day_without_learning_breaks_it() -> None:
    done = [lived("2026-03-07"), lived("2026-03-08", lookups=0), lived("2026-03-09")]
    streak = streak_of(done, today=D("2026-03-09"))
    assert (streak.days, streak.longest) == (1, 1)


@pytest.mark.parametrize("act", ["lookups", "sessions", "sittings"])
def test_a_look_up_a_recording_and_a_review_each_make_a_day(act: str) -> None:
    day = lived("2026-03-09", lookups=0, **{act: 1} if act != "lookups" else {})
    day = lived("2026-03-09") if act == "lookups" else day
    assert streak_of([day], today=D("2026-03-09")).days == 1


def test_flying_east_over_the_date_line_breaks_no_streak() -> None:
    # Los Angeles (UTC-8) on the 27th, Auckland (UTC+13) on the 29th: of the 28th three hours.
    done = [lived("2026-11-27", offset_hours=-8), lived("2026-11-29", offset_hours=13)]
    assert streak_of(done, today=D("2026-11-29")).days == 2


def test_a_missed_day_breaks_it_also_for_those_who_fly_a_little() -> None:
    # London to Tokyo: of the day between fifteen hours were lived.
    done = [lived("2026-11-27", offset_hours=0), lived("2026-11-29", offset_hours=9)]
    assert streak_of(done, today=D("2026-11-29")).days == 1


def test_a_date_lived_twice_counts_once_and_one_ahead_is_today() -> None:
    # Auckland to Los Angeles on the same date; then the clock shows the date before.
    done = [lived("2026-11-27"), lived("2026-11-28", offset_min=-480, offset_max=780)]
    streak = streak_of(done, today=D("2026-11-27"))
    assert (streak.days, streak.is_today_done) == (2, True)


@given(st.sets(st.integers(0, 40)), st.integers(0, 45))
def test_in_one_place_it_is_the_run_of_dates_that_ends_today_or_yesterday(
    active: set[int], now: int
) -> None:
    start = D("2026-03-01")
    past = sorted(number for number in active if number <= now)
    done = [lived(start + timedelta(days=number)) for number in past]
    end = now if now in past else now - 1
    expected = 0
    while end - expected in past:
        expected += 1
    assert streak_of(done, today=start + timedelta(days=now)).days == expected


# --- out of the rows ---------------------------------------------------------------------------
pytestmark_db = pytest.mark.django_db


def days_in(user: User, zone: str, *moments: str) -> list[str]:
    """The dates that acts at ``moments`` on the clocks of ``zone`` are of."""
    user.time_zone = zone
    user.save()
    return [str(looked_up(user, when=at(moment, zone)).day) for moment in moments]


@pytestmark_db
@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("Europe/Berlin", "2026-03-28T23:59:59", "2026-03-29T00:00:00"),
        ("Europe/Berlin", "2026-03-29T23:59:59", "2026-03-30T00:00:00"),
        ("Europe/Berlin", "2026-10-25T23:59:59", "2026-10-26T00:00:00"),
        ("America/New_York", "2026-03-08T23:59:59", "2026-03-09T00:00:00"),
        ("America/New_York", "2026-11-01T23:59:59", "2026-11-02T00:00:00"),
        # Clocks that go forward at midnight: the day begins at one o'clock.
        ("Africa/Cairo", "2026-04-23T23:59:59", "2026-04-24T01:00:00"),
        ("Australia/Lord_Howe", "2026-10-04T23:59:59", "2026-10-05T00:00:00"),
        ("Asia/Kathmandu", "2026-10-04T23:59:59", "2026-10-05T00:00:00"),
        ("Pacific/Kiritimati", "2026-10-04T23:59:59", "2026-10-05T00:00:00"),
    ],
)
def test_midnight_divides_days_wherever_the_clocks_jump(
    student: User, zone: str, before: str, after: str
) -> None:
    assert days_in(student, zone, before, after) == [before[:10], after[:10]]


@pytestmark_db
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Africa/Cairo"])
def test_a_year_of_evenings_is_one_streak_through_both_changes_of_the_clock(
    student: User, zone: str
) -> None:
    student.time_zone = zone
    student.save()
    today = today_of(student)
    for number in range(366):
        day = today - timedelta(days=number)
        looked_up(student, when=at(f"{day}T00:30:00", zone))
    assert streak_get(user=student).days == 366


@pytestmark_db
def test_moving_changes_no_day_that_was_lived(student: User) -> None:
    student.time_zone = "Europe/Berlin"
    student.save()
    today = datetime.now(UTC).date()
    for number in (3, 2, 1):
        looked_up(student, when=at(f"{today - timedelta(days=number)}T23:30:00", "Europe/Berlin"))
    for zone in ("Asia/Tokyo", "America/Los_Angeles", "Pacific/Auckland", "not/a-zone"):
        student.time_zone = zone
        student.save()
        assert streak_get(user=student).longest == 3
