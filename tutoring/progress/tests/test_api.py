"""Progress over REST: one's own and one's students'."""

from __future__ import annotations

from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from conftest import api_client
from tutoring.progress.days import today_of
from tutoring.progress.tests.making import days_ago, spoke
from tutoring.services.enrolments import enrolment_create

pytestmark = pytest.mark.django_db


def test_it_gives_the_last_thirty_days_or_those_asked_for(api: APIClient, student: User) -> None:
    spoke(student, when=days_ago(2), seconds=61, words=100, errors={"articles": 2}, cefr=2)
    spoke(student, when=days_ago(3), words=100, cefr=2)
    body = api.get("/api/progress").json()
    assert (len(body["days"]), body["until"]) == (30, str(today_of(student)))
    assert (body["totals"]["minutes"], body["totals"]["error_rate"]) == (3, 1.0)
    assert (body["cefr"]["level"], body["streak"]["longest"]) == ("B1", 2)
    assert body["error_categories"][0]["category"] == "articles"
    day = days_ago(2).date()
    one = api.get(f"/api/progress?from={day}&to={day}").json()["days"]
    assert [(row["day"], row["minutes"], row["errors"], row["goal_minutes"]) for row in one] == [
        (str(day), 2, {"articles": 2}, student.daily_goal_minutes)
    ]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("from=soon", "invalid"),
        ("to=2026-02-30", "invalid"),
        ("from=2026-03-02&to=2026-03-01", "period_reversed"),
        ("from=2001-01-01&to=2026-01-01", "period_too_long"),
        ("to=0001-01-02", "period_out_of_range"),
        ("from=9999-12-31&to=9999-12-31", "period_out_of_range"),
    ],
)
def test_a_wrong_period_is_refused(api: APIClient, query: str, code: str) -> None:
    response = api.get(f"/api/progress?{query}")
    assert (response.status_code, response.json()["code"]) == (400, code)


def test_a_tutor_sees_their_student_s_and_nobody_else_s(
    student: User, other_student: User, tutor: User, api: APIClient
) -> None:
    enrolment_create(tutor=tutor, student=student)
    spoke(student)

    def status(client: APIClient, person_id: object) -> int:
        return client.get(f"/api/tutor/students/{person_id}/progress").status_code

    of_tutor = api_client(tutor)
    seen = of_tutor.get(f"/api/tutor/students/{student.pk}/progress").json()
    assert seen["totals"]["sessions"] == 1
    assert [status(of_tutor, other_student.pk), status(of_tutor, uuid4())] == [404, 404]
    assert status(api, other_student.pk) == 404


def test_nobody_sees_progress_unsigned(anonymous: APIClient) -> None:
    assert anonymous.get("/api/progress").status_code == 401
