"""Who is told that cards wait, and when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Notification, User
from texts.reviews.reminders import reviews_remind
from texts.reviews.tests.making import answer, card_of

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def test_a_person_is_told_once_a_day(student: User, other_student: User) -> None:
    card_of(student, due=NOON - timedelta(days=1))
    assert reviews_remind(now=NOON) == 1
    assert reviews_remind(now=NOON + timedelta(hours=1)) == 0
    told = Notification.objects.get()
    assert (told.user, told.kind, told.payload) == (
        student,
        "REVIEWS_DUE",
        {"count": 1, "url": "/review"},
    )
    reviews_remind(now=NOON + timedelta(days=1))
    assert Notification.objects.count() == 2


def test_nobody_is_told_at_night(student: User) -> None:
    student.time_zone = "Asia/Tokyo"
    student.save()
    card_of(student, due=NOON - timedelta(days=1))
    assert reviews_remind(now=NOON) == 0
    assert reviews_remind(now=NOON - timedelta(hours=10)) == 1


def test_who_reviewed_today_is_left_in_peace(student: User) -> None:
    card_of(student, "sigh", due=NOON - timedelta(days=1))
    answer(card_of(student, "yawn"), at=NOON - timedelta(hours=1))
    assert reviews_remind(now=NOON) == 0


def test_only_who_is_told_costs_queries_of_their_own(
    student: User, other_student: User, tutor: User
) -> None:
    answer(card_of(student, "yawn"), at=NOON - timedelta(hours=1))
    card_of(other_student, due=NOON - timedelta(days=1))
    reviews_remind(now=NOON)
    with CaptureQueriesContext(connection) as queries:
        assert reviews_remind(now=NOON + timedelta(hours=1)) == 0
    # The time zones, then the people of the only one.
    assert len(queries) == 2
