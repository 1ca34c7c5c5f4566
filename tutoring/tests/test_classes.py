from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from tutoring.models import Class
from tutoring.services.classes import class_create
from tutoring.services.codes import code_of
from tutoring.services.invitations import invitation_accept, invitation_create
from tutoring.tests.making import recording, topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(tutor: User, student: User, other_student: User) -> Class:
    """A class of two."""
    made = class_create(tutor=tutor, name="Monday")
    code = code_of(invitation_create(tutor=tutor, group=made, max_uses=30).pk)
    for one in (student, other_student):
        invitation_accept(student=one, code=code)
    return made


def done_by(tutor_api: APIClient, group: Class) -> dict[str, Any]:
    detail = tutor_api.get(f"/api/tutor/classes/{group.pk}").json()
    return {
        one["student"]["name"]: one["score"]
        for one in detail["assignments"][0]["students"]
        if one["session_id"]
    }


def test_a_topic_is_set_to_everyone_and_the_tutor_sees_who_has_done_it(
    tutor_api: APIClient,
    api: APIClient,
    group: Class,
    student: User,
) -> None:
    weekend = topic()
    recording(student, of=weekend, days_ago=1)  # before it was set
    body = {"topic_id": str(weekend.pk), "due": "2999-01-01", "note": "A minute is enough."}
    made = tutor_api.post(f"/api/tutor/classes/{group.pk}/assignments", body)
    assert made.status_code == 201
    assert done_by(tutor_api, group) == {}
    own = api.get("/api/assignments").json()
    assert [(one["assignment"]["topic"], one["session_id"]) for one in own] == [
        ("My weekend", None)
    ]
    recording(student, of=weekend, overall=55)
    best = recording(student, of=weekend, overall=70)
    assert done_by(tutor_api, group) == {"Sofia": 70}
    assert api.get("/api/assignments").json()[0]["session_id"] == str(best.pk)


def test_who_leaves_a_class_has_nothing_to_do_for_it(
    tutor_api: APIClient, api: APIClient, group: Class, student: User
) -> None:
    body = {"topic_id": str(topic().pk)}
    tutor_api.post(f"/api/tutor/classes/{group.pk}/assignments", body)
    out = tutor_api.delete(f"/api/tutor/classes/{group.pk}/students/{student.pk}")
    assert out.status_code == 204
    assert api.get("/api/assignments").json() == []
    detail = tutor_api.get(f"/api/tutor/classes/{group.pk}").json()
    assert [one["name"] for one in detail["students"]] == ["Omar"]
    again = tutor_api.delete(f"/api/tutor/classes/{group.pk}/students/{student.pk}")
    assert again.status_code == 404
    assert len(tutor_api.get("/api/tutor/students").json()) == 2


def test_a_class_that_is_over_is_set_nothing_and_shows_what_was_done(
    tutor_api: APIClient, group: Class
) -> None:
    weekend = topic()
    address = f"/api/tutor/classes/{group.pk}"
    tutor_api.post(f"{address}/assignments", {"topic_id": str(weekend.pk)})
    assert tutor_api.delete(address).status_code == 204
    refused = tutor_api.post(f"{address}/assignments", {"topic_id": str(weekend.pk)})
    assert (refused.status_code, refused.json()["code"]) == (409, "class_over")
    refused = tutor_api.post("/api/tutor/invitations", {"class_id": str(group.pk)})
    assert refused.json()["code"] == "class_over"
    assert len(tutor_api.get(address).json()["assignments"]) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"due": "2020-01-01"}, "due_passed"),
        ({"topic_id": "00000000-0000-7000-8000-000000000000"}, "topic_not_found"),
        ({"note": "x" * 501}, "text_too_long"),
    ],
)
def test_what_cannot_be_set_is_refused(
    tutor_api: APIClient, group: Class, change: dict[str, Any], code: str
) -> None:
    body = {"topic_id": str(topic().pk), **change}
    answer = tutor_api.post(f"/api/tutor/classes/{group.pk}/assignments", body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_a_class_is_its_tutor_s_alone(
    other_tutor_api: APIClient, api: APIClient, group: Class, student: User
) -> None:
    address = f"/api/tutor/classes/{group.pk}"
    body = {"topic_id": str(topic().pk)}
    assert other_tutor_api.get(address).status_code == 404
    assert other_tutor_api.delete(address).status_code == 404
    assert other_tutor_api.post(f"{address}/assignments", body).status_code == 404
    assert other_tutor_api.delete(f"{address}/students/{student.pk}").status_code == 404
    invited = other_tutor_api.post("/api/tutor/invitations", {"class_id": str(group.pk)})
    assert invited.status_code == 404
    assert other_tutor_api.get("/api/tutor/classes").json() == []
    assert api.get(address).status_code == 403


def test_a_class_has_a_name_and_a_size(tutor_api: APIClient, group: Class) -> None:
    assert tutor_api.post("/api/tutor/classes", {"name": " "}).json()["code"] == "text_missing"
    tutor_api.post("/api/tutor/classes", {"name": "Tuesday"})
    listed = tutor_api.get("/api/tutor/classes").json()
    assert [(one["name"], one["size"]) for one in listed] == [("Monday", 2), ("Tuesday", 0)]
