"""Figures by day are what the rows say, whatever the roll-up has seen of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from history.models import Activity, UserHistory
from history.services import history_clear, history_purge, history_record
from texts.models import TextResource
from texts.tests.making import word
from tutoring.progress.days import FIELDS, days_all, days_done, goals_of, today_of
from tutoring.progress.models import DailyProgress, ProgressRun
from tutoring.progress.rollup import progress_roll_up
from tutoring.progress.tests.making import days_ago, looked_up, spoke

pytestmark = pytest.mark.django_db

START = datetime(2026, 3, 25, tzinfo=UTC)
ZONES = ("UTC", "Europe/Berlin", "Pacific/Kiritimati", "America/Los_Angeles")
ACT = st.fixed_dictionaries(
    {
        "who": st.integers(0, 1),
        "zone": st.sampled_from(ZONES),
        "hours": st.integers(0, 24 * 9),
        "kind": st.sampled_from(list(Activity)),
        "word": st.integers(0, 3),
        "metadata": st.fixed_dictionaries(
            {
                "duration_ms": st.integers(0, 10**7),
                "words": st.integers(0, 3000),
                "errors": st.dictionaries(
                    st.sampled_from(["article", "tense", "word_order"]), st.integers(1, 9)
                ),
            }
        ),
    }
)


def act(people: list[User], words: list[TextResource], what: dict[str, Any]) -> UserHistory:
    user = people[what["who"]]
    user.time_zone = what["zone"]
    is_session = what["kind"] == Activity.SESSION
    return history_record(
        user=user,
        kind=what["kind"],
        text_resource_id=None if is_session else words[what["word"]].pk,
        metadata=what["metadata"] if is_session else {},
        at=START + timedelta(hours=what["hours"]),
    )


def reference(rows: list[UserHistory], user: User) -> dict[date, dict[str, Any]]:
    """The figures of each day, row by row."""
    met: set[object] = set()
    days: dict[date, dict[str, Any]] = {}
    for row in rows:
        if row.user_id != user.pk:
            continue
        day = days.setdefault(row.day, {"errors": Counter(), "offsets": []})
        used = row.kind in ("LOOKUP", "VIEW", "REVIEW")
        for name, counts in {
            "lookups": row.kind == "LOOKUP",
            "sessions": row.kind == "SESSION",
            "sittings": row.kind == "REVIEW",
            "words_met": used and row.text_resource_id not in met,
            "spoken_ms": row.metadata.get("duration_ms", 0),
            "spoken_words": row.metadata.get("words", 0),
        }.items():
            day[name] = day.get(name, 0) + int(counts)
        day["errors"].update(row.metadata.get("errors", {}))
        day["offsets"].append(row.utc_offset_minutes)
        if used:
            met.add(row.text_resource_id)
    for on, figures in days.items():
        offsets = figures.pop("offsets")
        figures.update(
            day=on,
            errors=dict(figures["errors"]),
            offset_min=min(offsets),
            offset_max=max(offsets),
        )
    return days


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=st.lists(ACT, max_size=12), after=st.lists(ACT, max_size=6), rolled_up=st.booleans())
def test_a_day_is_the_sum_of_its_rows(
    before: list[dict[str, Any]], after: list[dict[str, Any]], rolled_up: bool
) -> None:
    for model in (UserHistory, DailyProgress, ProgressRun, TextResource):
        model._default_manager.all().delete()
    people = [User.objects.get_or_create(email=f"s{n}@example.com")[0] for n in range(2)]
    words = [word(f"word {number}") for number in range(4)]
    rows = [act(people, words, one) for one in before]
    if rolled_up:
        # As if it had run a while ago: rows just made would be read again in any case.
        progress_roll_up(now=datetime.now(UTC) + timedelta(hours=1))
        ProgressRun.objects.update(started_at=datetime.now(UTC) + timedelta(minutes=10))
    rows += [act(people, words, one) for one in after]
    for user in people:
        found = days_done(user=user, since=date(2026, 3, 1), until=date(2026, 4, 30))
        assert {day: asdict(facts) for day, facts in found.items()} == reference(rows, user)
    progress_roll_up(now=datetime.now(UTC) + timedelta(hours=2))
    stored = [
        {name: getattr(row, name) for name in FIELDS}
        for row in DailyProgress.objects.filter(user=people[0]).order_by("day")
    ]
    assert stored == [days for _day, days in sorted(reference(rows, people[0]).items())]


def test_a_run_adds_up_only_the_days_that_changed(student: User) -> None:
    looked_up(student, when=days_ago(5))
    looked_up(student, when=days_ago(4))
    assert progress_roll_up(now=datetime.now(UTC) + timedelta(hours=1)).days_written == 2
    assert progress_roll_up(now=datetime.now(UTC) + timedelta(hours=2)).days_written == 0


def test_what_came_late_for_an_old_day_is_in_its_day(student: User) -> None:
    looked_up(student, when=days_ago(5))
    progress_roll_up()
    looked_up(student, when=days_ago(5))
    [day] = days_done(user=student, since=days_ago(5).date(), until=days_ago(5).date()).values()
    assert day.lookups == 2


def test_rows_are_read_by_day_once_the_roll_up_has_them(student: User) -> None:
    for number in range(40):
        looked_up(student, when=days_ago(number))
    progress_roll_up(now=datetime.now(UTC) + timedelta(hours=1))
    with CaptureQueriesContext(connection) as queries:
        days = days_all(user=student, since=days_ago(39).date(), until=days_ago(0).date())
    assert [day.lookups for day in days] == [1] * 40
    assert len(queries) == 3
    assert not any("COUNT" in query["sql"] for query in queries)


def test_a_cleared_history_still_counts(student: User) -> None:
    resource = word()
    spoke(student, when=days_ago(1), seconds=90)
    looked_up(student, when=days_ago(1), text_resource_id=resource.pk)
    day = days_ago(1).date()
    before = days_done(user=student, since=day, until=day)
    history_clear(user=student)
    UserHistory.objects.update(removed_at=days_ago(3))
    history_purge()
    assert days_done(user=student, since=day, until=day) == before
    assert (before[day].minutes, before[day].words_met) == (2, 1)


def test_a_goal_is_kept_with_its_day(student: User) -> None:
    student.daily_goal_minutes = 10
    student.save()
    spoke(student, when=days_ago(2))
    progress_roll_up()
    student.daily_goal_minutes = 30
    student.save()
    spoke(student)
    progress_roll_up()
    today = today_of(student)
    goals = goals_of(user=student, since=today - timedelta(days=2), until=today)
    assert list(goals.values()) == [10, 30, 30]
    assert DailyProgress.objects.get(user=student, day=today).goal_minutes == 30


def test_old_runs_are_forgotten(student: User) -> None:
    ProgressRun.objects.create(started_at=days_ago(40), finished_at=days_ago(40))
    progress_roll_up()
    assert ProgressRun.objects.count() == 1
