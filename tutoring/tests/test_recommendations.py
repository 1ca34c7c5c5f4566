from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from history.models import Activity
from history.services import history_record
from texts.models import ReviewCard, Source
from texts.tests.making import word
from tutoring.models import Recommendation, RecommendationStatus
from tutoring.tests.making import recording, topic

pytestmark = pytest.mark.django_db


def recommend(tutor_api: APIClient, student: User, **body: Any) -> dict[str, Any]:
    answer = tutor_api.post(f"/api/tutor/students/{student.pk}/recommendations", body)
    assert answer.status_code == 201, answer.json()
    found: dict[str, Any] = answer.json()
    return found


def test_nobody_but_tutors_sees_a_draft(tutor_api: APIClient, api: APIClient, mine: User) -> None:
    draft = recommend(tutor_api, mine, resource_id=str(word().pk), note="For Monday.")
    assert draft["status"] == "DRAFT"
    assert api.get("/api/recommendations").json() == []
    assert api.post(f"/api/recommendations/{draft['id']}/keep").status_code == 404
    published = tutor_api.patch(
        f"/api/tutor/recommendations/{draft['id']}", {"status": "PUBLISHED", "note": "By Friday."}
    )
    assert published.json()["status"] == "PUBLISHED"
    assert [one["note"] for one in api.get("/api/recommendations").json()] == ["By Friday."]


def test_an_explanation_is_done_when_the_student_reads_it(
    tutor_api: APIClient, api: APIClient, mine: User
) -> None:
    resource, other = word(), word("sigh")
    recommend(tutor_api, mine, resource_id=str(resource.pk), publish=True)
    history_record(user=mine, kind=Activity.VIEW, text_resource_id=other.pk)
    assert api.get("/api/recommendations").json()[0]["status"] == "PUBLISHED"
    history_record(user=mine, kind=Activity.VIEW, text_resource_id=resource.pk)
    assert api.get("/api/recommendations").json()[0]["status"] == "DONE"


def test_a_topic_is_done_when_the_student_has_spoken_about_it(
    tutor_api: APIClient, mine: User, other_student: User
) -> None:
    weekend = topic()
    before = recording(mine, of=weekend)
    recommend(tutor_api, mine, topic_id=str(weekend.pk), publish=True)
    assert Recommendation.objects.get().status == RecommendationStatus.PUBLISHED
    theirs = recording(other_student, of=weekend)
    history_record(user=other_student, kind=Activity.SESSION, speak_resource_id=theirs.pk)
    assert Recommendation.objects.get().status == RecommendationStatus.PUBLISHED
    history_record(user=mine, kind=Activity.SESSION, speak_resource_id=before.pk)
    assert Recommendation.objects.get().status == RecommendationStatus.DONE


def test_a_draft_is_not_done_by_chance(tutor_api: APIClient, mine: User) -> None:
    resource = word()
    recommend(tutor_api, mine, resource_id=str(resource.pk))
    history_record(user=mine, kind=Activity.VIEW, text_resource_id=resource.pk)
    assert Recommendation.objects.get().status == RecommendationStatus.DRAFT


def test_homework_is_done_when_the_student_says_so(
    tutor_api: APIClient, api: APIClient, mine: User
) -> None:
    made = recommend(tutor_api, mine, title="Write ten lines", publish=True)
    done = api.post(f"/api/recommendations/{made['id']}/done")
    assert done.json()["status"] == "DONE"
    read = recommend(tutor_api, mine, resource_id=str(word().pk), publish=True)
    refused = api.post(f"/api/recommendations/{read['id']}/done")
    assert (refused.status_code, refused.json()["code"]) == (409, "done_by_doing")


def test_a_recommendation_is_kept_as_a_card_once(
    tutor_api: APIClient, api: APIClient, other_api: APIClient, mine: User
) -> None:
    made = recommend(tutor_api, mine, resource_id=str(word().pk), publish=True)
    for _ in range(2):
        assert api.post(f"/api/recommendations/{made['id']}/keep").status_code == 204
    assert ReviewCard.objects.get().origin == "TUTOR"
    assert other_api.post(f"/api/recommendations/{made['id']}/keep").status_code == 404
    homework = recommend(tutor_api, mine, title="Read", publish=True)
    refused = api.post(f"/api/recommendations/{homework['id']}/keep")
    assert refused.json()["code"] == "nothing_to_keep"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 400, "text_missing"),
        ({"title": "x" * 201}, 400, "text_too_long"),
        ({"title": "Read", "due": "2020-01-01"}, 400, "due_passed"),
        ({"title": "Read", "due": "soon"}, 400, "invalid"),
        ({"resource_id": "00000000-0000-7000-8000-000000000000"}, 404, "not_found"),
        ({"topic_id": "00000000-0000-7000-8000-000000000000"}, 404, "not_found"),
    ],
)
def test_what_cannot_be_recommended_is_refused(
    tutor_api: APIClient, mine: User, body: dict[str, Any], status: int, code: str
) -> None:
    answer = tutor_api.post(f"/api/tutor/students/{mine.pk}/recommendations", body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_somebody_else_s_own_explanation_is_not_recommended(
    tutor_api: APIClient, mine: User, other_student: User
) -> None:
    own = word("theirs", created_by=other_student, source=Source.USER)
    body = {"resource_id": str(own.pk)}
    answer = tutor_api.post(f"/api/tutor/students/{mine.pk}/recommendations", body)
    assert answer.status_code == 404


def test_the_same_thing_is_open_once(tutor_api: APIClient, mine: User) -> None:
    resource = word()
    first = recommend(tutor_api, mine, resource_id=str(resource.pk))
    body = {"resource_id": str(resource.pk)}
    address = f"/api/tutor/students/{mine.pk}/recommendations"
    again = tutor_api.post(address, body)
    assert (again.status_code, again.json()["code"]) == (409, "already_recommended")
    tutor_api.patch(f"/api/tutor/recommendations/{first['id']}", {"status": "DISMISSED"})
    assert tutor_api.post(address, body).status_code == 201


def test_a_note_can_be_changed_after_the_date_has_passed(tutor_api: APIClient, mine: User) -> None:
    made = recommend(tutor_api, mine, title="Read", publish=True)
    Recommendation.objects.update(due=timezone.localdate() - timedelta(days=1))
    address = f"/api/tutor/recommendations/{made['id']}"
    changed = tutor_api.patch(address, {"note": "Still waiting."})
    assert (changed.status_code, changed.json()["note"]) == (200, "Still waiting.")
    assert tutor_api.patch(address, {"due": None}).json()["due"] is None
    assert tutor_api.patch(address, {"title": " "}).json()["code"] == "text_missing"


def test_another_tutor_changes_nothing(
    tutor_api: APIClient, other_tutor_api: APIClient, mine: User
) -> None:
    made = recommend(tutor_api, mine, title="Read")
    address = f"/api/tutor/recommendations/{made['id']}"
    assert other_tutor_api.patch(address, {"status": "PUBLISHED"}).status_code == 404
    tutor_api.patch(address, {"status": "DISMISSED"})
    over = tutor_api.patch(address, {"status": "PUBLISHED"})
    assert (over.status_code, over.json()["code"]) == (409, "recommendation_over")
