"""The rating job against the formula in plain Python, on data nobody would think of."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from celery.schedules import crontab
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_celery_beat.models import CrontabSchedule, IntervalSchedule, PeriodicTask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Role, User
from history.models import Activity, UserHistory
from learnenglish.celery import app
from learnenglish.schedule import KeptScheduler
from texts.models import RatingRun, ResourceKind, ResourceRating, TextResource
from texts.rating_job import ratings_recalculate
from texts.tasks import ratings_recalculate as ratings_recalculate_task

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
Parts = tuple[float, float, float, float]


@dataclass(frozen=True)
class Facts:
    """A resource: how many days ago it was used each time, its ratings, its impressions."""

    kind: str = "PHRASE"
    used_days_ago: list[int] = field(default_factory=list)
    stars: list[int] = field(default_factory=list)
    impressions: int = 0


FACTS = st.builds(
    Facts,
    kind=st.sampled_from(ResourceKind.values),
    used_days_ago=st.lists(st.integers(0, 60).filter(lambda days: days != 30), max_size=6),
    stars=st.lists(st.integers(1, 5), max_size=4),
    impressions=st.one_of(st.integers(0, 5), st.integers(0, 2**40)),
)


def expected(facts: list[Facts]) -> list[Parts]:
    """Usage, tutors, impressions and score of each, by the formula of the design."""
    by_kind: dict[str, list[Facts]] = defaultdict(list)
    for one in facts:
        by_kind[one.kind].append(one)

    def uses(one: Facts) -> int:
        return sum(days < 30 for days in one.used_days_ago)

    def share(count: int, most: int) -> float:
        return 100 * math.log(1 + count) / math.log(1 + most) if most else 0.0

    def parts(one: Facts) -> Parts:
        kind = by_kind[one.kind]
        all_ratings = [(stars - 1) / 4 for other in kind for stars in other.stars]
        mean = sum(all_ratings) / len(all_ratings) if all_ratings else 0.5
        own = sum((stars - 1) / 4 for stars in one.stars)
        usage = share(uses(one), max(map(uses, kind)))
        tutors = 100 * (own + 5 * mean) / (len(one.stars) + 5)
        impressions = share(one.impressions, max(other.impressions for other in kind))
        return usage, tutors, impressions, 0.4 * usage + 0.4 * tutors + 0.2 * impressions

    return [parts(one) for one in facts]


def stored(facts: list[Facts]) -> list[TextResource]:
    """``facts`` as rows, and nothing else."""
    for model in (UserHistory, ResourceRating, TextResource):
        model.objects.all().delete()
    student = User.objects.get_or_create(email="s@example.com")[0]
    tutors = [
        User.objects.get_or_create(email=f"t{n}@example.com", role=Role.TUTOR)[0] for n in range(4)
    ]
    resources = TextResource.objects.bulk_create(
        TextResource(
            kind=one.kind,
            text=f"text {number}",
            normalised=f"text {number}",
            content={},
            provider="offline",
            impressions=one.impressions,
        )
        for number, one in enumerate(facts)
    )
    for resource, one in zip(resources, facts, strict=True):
        ResourceRating.objects.bulk_create(
            ResourceRating(resource=resource, tutor=tutor, stars=stars)
            for tutor, stars in zip(tutors, one.stars, strict=False)
        )
        used = UserHistory.objects.bulk_create(
            UserHistory(user=student, kind=Activity.LOOKUP, text_resource=resource)
            for _ in one.used_days_ago
        )
        for row, days in zip(used, one.used_days_ago, strict=True):
            row.created_at = NOW - timedelta(days=days)
        UserHistory.objects.bulk_update(used, ["created_at"])
    return resources


def actual(resources: list[TextResource]) -> list[Parts]:
    rows = TextResource.objects.in_bulk([resource.pk for resource in resources])
    return [
        (row.rating_usage, row.rating_tutors, row.rating_impressions, row.rating_score)
        for row in (rows[resource.pk] for resource in resources)
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(facts=st.lists(FACTS, max_size=8))
def test_every_score_and_part_is_the_formula_s(facts: list[Facts]) -> None:
    resources = stored(facts)
    run = ratings_recalculate(now=NOW)
    for got, wanted in zip(actual(resources), expected(facts), strict=True):
        assert got == pytest.approx(wanted, abs=1e-6)
        assert all(0 <= part <= 100 + 1e-9 for part in got)
    assert run.rows_total == len(facts)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(facts=st.lists(FACTS, max_size=8))
def test_a_second_run_writes_nothing(facts: list[Facts]) -> None:
    stored(facts)
    ratings_recalculate(now=NOW)
    assert ratings_recalculate(now=NOW).rows_changed == 0


def test_only_what_changed_is_written() -> None:
    words = [Facts("VOCABULARY", impressions=9), Facts("VOCABULARY", impressions=3)]
    resources = stored([*words, Facts("PHRASE")])
    ratings_recalculate(now=NOW)
    UserHistory.objects.create(
        user=User.objects.get(email="s@example.com"), kind="LOOKUP", text_resource=resources[1]
    )
    assert ratings_recalculate().rows_changed == 1


def test_one_lucky_five_does_not_lead_over_many_good_ratings() -> None:
    lucky, proven, unrated, _ = stored(
        [Facts(stars=[5]), Facts(stars=[5, 5, 5, 5]), Facts(), Facts(stars=[1, 2, 1, 2])]
    )
    ratings_recalculate(now=NOW)
    first = list(TextResource.objects.order_by("-rating_score").values_list("pk", flat=True))
    assert first[:3] == [proven.pk, lucky.pk, unrated.pk]


def test_the_rating_leaves_the_content_s_time_of_change_alone() -> None:
    resource = stored([Facts(stars=[5])])[0]
    before = TextResource.objects.get(pk=resource.pk).updated_at
    ratings_recalculate(now=NOW)
    assert TextResource.objects.get(pk=resource.pk).updated_at == before


def test_all_rows_take_one_statement() -> None:
    stored([Facts(impressions=n) for n in range(20)])
    with CaptureQueriesContext(
        connection,
    ) as queries:
        ratings_recalculate(now=NOW)
    updates = [q["sql"] for q in queries if "UPDATE" in q["sql"] and "rating_score" in q["sql"]]
    assert len(updates) == 1


def test_a_run_is_recorded() -> None:
    stored([Facts(stars=[4]), Facts()])
    ratings_recalculate_task.apply()
    run = RatingRun.objects.get()
    assert (run.rows_changed, run.rows_total, run.error) == (2, 2, "")
    assert run.finished_at is not None
    assert run.finished_at >= run.started_at


@pytest.mark.django_db(transaction=True)
def test_a_run_that_fails_is_recorded_with_its_error() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE texts_resourcerating RENAME TO elsewhere")
    try:
        with pytest.raises(Exception, match="texts_resourcerating"):
            ratings_recalculate()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE elsewhere RENAME TO texts_resourcerating")
    run = RatingRun.objects.get()
    assert run.finished_at is None
    assert "texts_resourcerating" in run.error


def test_the_command_says_what_it_did() -> None:
    stored([Facts(stars=[4]), Facts(kind="GRAMMAR")])
    out = StringIO()
    call_command("recalculate_ratings", stdout=out)
    assert "2 of 2 ratings changed" in out.getvalue()


@pytest.fixture
def scheduled(transactional_db: None) -> PeriodicTask:
    """The job's entry after the first start of the schedule, which opens connections anew."""
    KeptScheduler(app=app)
    return PeriodicTask.objects.get(name="recalculate-ratings")


def test_the_job_is_scheduled_every_hour(scheduled: PeriodicTask) -> None:
    assert scheduled.task in app.tasks
    assert scheduled.interval is not None
    assert scheduled.schedule.run_every == timedelta(hours=1)


def test_what_an_admin_changed_in_the_schedule_survives_its_next_start(
    scheduled: PeriodicTask,
) -> None:
    nightly = CrontabSchedule.from_schedule(crontab(hour="3", minute="0"))
    nightly.save()
    scheduled.interval, scheduled.crontab = None, nightly
    scheduled.save()
    KeptScheduler(app=app)
    again = PeriodicTask.objects.get(name="recalculate-ratings")
    assert again.crontab == nightly
    assert again.interval is None
    assert IntervalSchedule.objects.exists()
