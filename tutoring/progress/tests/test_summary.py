"""The summary: what the page, the tutor and the API show."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from learnenglish.common.errors import DomainError
from texts.reviews.models import CardState, Rating, ReviewCard, ReviewLog
from texts.reviews.services import card_keep
from texts.tests.making import word
from tutoring.progress.summary import progress_between, progress_summary
from tutoring.progress.tests.making import days_ago, looked_up, spoke

pytestmark = pytest.mark.django_db


def answered(card: ReviewCard, rating: Rating, *, days: int, state: str = "REVIEW") -> None:
    ReviewLog.objects.create(
        user=card.user,
        card=card,
        client_id=uuid4(),
        card_type="RECALL",
        rating=rating,
        reviewed_at=days_ago(days),
        received_at=timezone.now(),
        state_before=CardState(state),
        before={},
        after={},
    )


def test_it_adds_up_the_days(student: User, other_student: User) -> None:
    student.daily_goal_minutes = 5
    student.save()
    spoke(student, when=days_ago(1), seconds=301, words=100, errors={"article": 4, "tense": 1})
    spoke(student, when=days_ago(0), seconds=59, words=100, errors={"article": 1})
    looked_up(student, when=days_ago(0), text_resource_id=word().pk)
    spoke(student, when=days_ago(40), words=50, errors={"article": 5})
    spoke(other_student, seconds=9999)
    found = progress_summary(user=student, days=30)
    totals = found.totals
    assert (totals.minutes, totals.sessions, totals.lookups, totals.words_met) == (6, 2, 1, 1)
    assert (totals.active_days, totals.goal_days, totals.error_rate) == (2, 1, 3.0)
    assert (found.before.minutes, found.before.error_rate) == (1, 10.0)
    assert [(e.category, e.count, e.per_hundred, e.before) for e in found.errors] == [
        ("article", 5, 2.5, 10.0),
        ("tense", 1, 0.5, 0.0),
    ]
    assert (found.streak.days, len(found.days)) == (2, 30)


def test_retention_is_of_cards_that_came_back(student: User) -> None:
    card = card_keep(user=student, resource=word())
    for days, rating in enumerate((Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.EASY)):
        answered(card, rating, days=days)
    answered(card, Rating.AGAIN, days=1, state="NEW")
    answered(card, Rating.AGAIN, days=400)
    undone = ReviewLog.objects.latest("id")
    ReviewLog.objects.filter(pk=undone.pk).update(undone_at=timezone.now())
    totals = progress_summary(user=student, days=30).totals
    assert (totals.words_kept, totals.reviews, totals.retention) == (1, 5, 0.75)


def test_with_nothing_done_nothing_is_made_up(student: User) -> None:
    found = progress_summary(user=student, days=7)
    assert (found.totals.retention, found.totals.error_rate, found.cefr.level) == (None,) * 3
    assert (found.errors, found.streak.days) == ([], 0)


def test_a_year_takes_as_many_queries_as_a_week(student: User) -> None:
    for number in range(30):
        spoke(student, when=days_ago(number), words=50)

    def queries(days: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            progress_summary(user=student, days=days)
        return len(captured)

    assert queries(7) == queries(365)


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        ("2026-03-02", "2026-03-01", "period_reversed"),
        ("2001-01-01", "2026-01-01", "period_too_long"),
        ("0001-01-01", "0001-01-02", "period_out_of_range"),
        ("9999-12-30", "9999-12-31", "period_out_of_range"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused(
    student: User, since: str, until: str, code: str
) -> None:
    with pytest.raises(DomainError) as caught:
        progress_between(
            user=student, since=date.fromisoformat(since), until=date.fromisoformat(until)
        )
    assert caught.value.code == code


def test_the_days_are_those_of_the_person_s_calendar(student: User) -> None:
    student.time_zone = "Pacific/Kiritimati"
    student.save()
    found = progress_summary(user=student, days=7)
    local = timezone.now() + timedelta(hours=14)
    assert found.until == local.date()
