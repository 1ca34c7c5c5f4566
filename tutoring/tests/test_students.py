from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from conftest import PASSWORD
from texts.reviews.services import card_keep
from texts.tests.making import word
from tutoring.selectors.attention import trend_of
from tutoring.selectors.students import student_rows
from tutoring.services.enrolments import enrolment_create
from tutoring.tests.making import acted, recording

pytestmark = pytest.mark.django_db


def row(tutor_api: APIClient) -> dict[str, Any]:
    (found,) = tutor_api.get("/api/tutor/students").json()
    kept: dict[str, Any] = found
    return kept


def kinds(tutor_api: APIClient) -> list[str]:
    return [one["kind"] for one in row(tutor_api)["attention"]]


def test_a_row_says_how_a_student_is_doing(tutor_api: APIClient, tutor: User, mine: User) -> None:
    for n, score in enumerate((70, 71, 72, 60, 61, 62)):
        recording(mine, overall=score, days_ago=n, level="B2" if n < 3 else "B1")
    card_keep(user=mine, resource=word())
    found = row(tutor_api)
    assert found["scores"] == [62, 61, 60, 72, 71, 70]
    assert found["trend"] == 10
    assert found["cefr_estimate"] == "B2"
    assert found["reviews_due"] == 1
    assert found["unanswered"] == 6
    assert found["tutors"] == [str(tutor)]
    assert tutor_api.get(f"/api/tutor/students/{mine.pk}").json() == found


def test_a_student_who_never_practised_needs_attention(tutor_api: APIClient, mine: User) -> None:
    assert kinds(tutor_api) == ["SILENT"]
    assert row(tutor_api)["last_activity"] is None


def test_a_week_without_practice_needs_attention(tutor_api: APIClient, mine: User) -> None:
    acted(mine, at=timezone.now() - timedelta(days=6, hours=23))
    assert kinds(tutor_api) == []
    mine.history.all().delete()
    acted(mine, at=timezone.now() - timedelta(days=7, hours=1))
    assert kinds(tutor_api) == ["SILENT"]


def test_falling_scores_need_attention(tutor_api: APIClient, mine: User) -> None:
    for n, score in enumerate((60, 60, 60, 66, 66, 66)):
        recording(mine, overall=score, days_ago=n)
    assert "FALLING" in kinds(tutor_api)


def test_five_recordings_have_no_trend() -> None:
    assert trend_of([1, 2, 3, 4, 5]) is None


def test_a_mistake_in_three_of_five_recordings_needs_attention(
    tutor_api: APIClient, mine: User
) -> None:
    recording(mine, categories=("articles", "articles"), days_ago=3)
    recording(mine, categories=("articles",), days_ago=2)
    assert "REPEATED" not in kinds(tutor_api)
    recording(mine, categories=("articles", "prepositions"))
    assert "REPEATED" in kinds(tutor_api)
    texts = [one["text"] for one in row(tutor_api)["attention"]]
    assert "Articles: in 3 of the last 5 recordings." in texts


def test_who_needs_the_tutor_most_comes_first_and_a_search_narrows(
    tutor_api: APIClient, tutor: User, mine: User, other_student: User
) -> None:
    enrolment_create(tutor=tutor, student=other_student)
    acted(mine, at=timezone.now())
    acted(other_student, at=timezone.now() - timedelta(days=30))
    names = [one["name"] for one in tutor_api.get("/api/tutor/students").json()]
    assert names == ["Omar", "Sofia"]
    found = tutor_api.get("/api/tutor/students", {"q": "sof"}).json()
    assert [one["name"] for one in found] == ["Sofia"]
    assert tutor_api.get("/api/tutor/students", {"level": "C2"}).json() == []
    assert tutor_api.get("/api/tutor/students", {"level": "Z9"}).status_code == 400


def test_many_students_take_as_many_queries_as_one(tutor: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            student_rows(viewer=tutor)
        return len(captured)

    for n in range(20):
        one = User.objects.create_user(f"s{n}@example.com", PASSWORD)
        enrolment_create(tutor=tutor, student=one)
        recording(one, categories=("articles",))
        if n == 0:
            for_one = queries()
    assert queries() == for_one <= 7


def test_an_admin_sees_everyone_s_students(admin: User, mine: User, other_student: User) -> None:
    assert {found.student for found in student_rows(viewer=admin)} == {mine, other_student}
