"""Ratings, reports, who wrote an explanation and why it ranks where it does."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import User
from history.models import Activity, UserHistory
from learnenglish.common.errors import DomainError
from texts.models import (
    ReportReason,
    ReportStatus,
    ResourceRating,
    ResourceReport,
    ResourceStatus,
    Source,
)
from texts.quality.services import report_resolve, resource_rate, resource_report
from texts.rating_job import ratings_recalculate
from texts.tests.making import word

pytestmark = pytest.mark.django_db


def report(reporter: User, resource: Any, **more: Any) -> ResourceReport:
    known: dict[str, Any] = {"reason": ReportReason.TYPO, "note": "brethe", **more}
    return resource_report(reporter=reporter, resource_id=resource.pk, **known)


# --- ratings -----------------------------------------------------------------------------------
def test_a_tutor_rates_and_rating_again_changes_it(tutor_api: APIClient, tutor: User) -> None:
    body = {"resource_id": str(word().pk), "stars": 4, "comment": " Clear. "}
    assert tutor_api.post("/api/tutor/ratings", body).status_code == 201
    again = tutor_api.post("/api/tutor/ratings", {**body, "stars": 2, "comment": ""})
    assert (again.status_code, again.json()["stars"]) == (200, 2)
    rating = ResourceRating.objects.get()
    assert (rating.tutor, rating.stars, rating.comment) == (tutor, 2, "")


def test_a_rating_is_in_the_tutor_s_history(tutor: User) -> None:
    one = word()
    resource_rate(tutor=tutor, resource_id=one.pk, stars=4)
    entry = UserHistory.objects.get(user=tutor, kind=Activity.RATING)
    assert (entry.text_resource_id, entry.metadata) == (one.pk, {"stars": 4})


def test_an_admin_rates_too(admin: User) -> None:
    rating, is_new = resource_rate(tutor=admin, resource_id=word().pk, stars=5)
    assert (rating.stars, is_new) == (5, True)


def test_a_student_does_not_rate(api: APIClient) -> None:
    response = api.post("/api/tutor/ratings", {"resource_id": str(word().pk), "stars": 5})
    assert (response.status_code, response.json()["code"]) == (403, "not_a_tutor")
    assert response["Content-Type"] == "application/problem+json"
    assert not ResourceRating.objects.exists()


def test_nobody_rates_unsigned(anonymous: APIClient) -> None:
    assert anonymous.post("/api/tutor/ratings", {}).status_code == 401


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"stars": 0}, "stars_out_of_range", "stars"),
        ({"stars": 6}, "stars_out_of_range", "stars"),
        ({"stars": "many"}, "invalid", "stars"),
        ({"stars": None}, "invalid", "stars"),
        ({"comment": "x" * 1001}, "text_too_long", "comment"),
        ({"resource_id": "x"}, "invalid", "resource_id"),
    ],
)
def test_a_wrong_rating_is_refused_by_name(
    tutor_api: APIClient, change: dict[str, Any], code: str, field: str
) -> None:
    body = {"resource_id": str(word().pk), "stars": 3, **change}
    response = tutor_api.post("/api/tutor/ratings", body)
    problem = response.json()
    assert (response.status_code, problem["code"]) == (400, code)
    assert problem["errors"][0]["field"] == field


def test_what_a_student_wrote_for_themselves_is_not_a_tutor_s_to_rate(
    tutor_api: APIClient, student: User
) -> None:
    own = word("my own", created_by=student, source=Source.USER)
    for resource_id in (own.pk, uuid4()):
        body = {"resource_id": str(resource_id), "stars": 3}
        assert tutor_api.post("/api/tutor/ratings", body).json()["code"] == "not_found"


def test_a_student_never_sees_a_rating(api: APIClient, tutor: User) -> None:
    one = word()
    resource_rate(tutor=tutor, resource_id=one.pk, stars=1, comment="Secretly bad.")
    text = api.get(f"/api/resources/{one.pk}").content.decode()
    assert json.loads(text)["my_rating"] is None
    assert "Secretly" not in text
    assert "stars" not in text


# --- reports -----------------------------------------------------------------------------------
def test_a_report_is_thanked_for_and_open_once(api: APIClient, student: User) -> None:
    address = f"/api/resources/{word().pk}/report"
    first = api.post(address, {"reason": "WRONG", "note": "It is a noun."})
    assert first.status_code == 201
    assert first.json()["message"].startswith("Thank you")
    second = api.post(address, {"reason": "TYPO"})
    assert (second.status_code, second.json()["code"]) == (409, "already_reported")
    assert ResourceReport.objects.get().reporter == student


def test_another_person_reports_the_same_and_a_settled_report_may_be_followed(
    student: User, other_student: User, tutor: User
) -> None:
    one = word()
    first = report(student, one)
    report(other_student, one)
    report_resolve(report_id=first.pk, by=tutor, resolution=ReportStatus.DISMISSED)
    report(student, one)
    assert ResourceReport.objects.filter(status=ReportStatus.OPEN).count() == 2


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "invalid"),
        ({"reason": "BORING"}, "invalid"),
        ({"reason": "OTHER", "note": "  "}, "note_missing"),
        ({"reason": "TYPO", "note": "x" * 1001}, "text_too_long"),
    ],
)
def test_a_wrong_report_is_refused(api: APIClient, body: dict[str, Any], code: str) -> None:
    response = api.post(f"/api/resources/{word().pk}/report", body)
    assert (response.status_code, response.json()["code"]) == (400, code)


def test_what_one_cannot_see_one_cannot_report(other_api: APIClient, student: User) -> None:
    own = word("my own", created_by=student, source=Source.USER)
    response = other_api.post(f"/api/resources/{own.pk}/report", {"reason": "TYPO"})
    assert response.json()["code"] == "not_found"


def test_the_reporter_sees_what_became_of_it_and_nobody_else(
    api: APIClient, other_api: APIClient, student: User, tutor: User
) -> None:
    one = word()
    made = report(student, one)
    address = f"/api/resources/{one.pk}"
    assert api.get(address).json()["my_report"]["status"] == "OPEN"
    report_resolve(report_id=made.pk, by=tutor, resolution=ReportStatus.FIXED)
    mine = api.get(address).json()["my_report"]
    assert (mine["status"], mine["resolved_at"] is None) == ("FIXED", False)
    assert other_api.get(address).json()["my_report"] is None


def test_settling_keeps_who_and_when_and_happens_once(student: User, tutor: User) -> None:
    made = report(student, word())
    settled = report_resolve(report_id=made.pk, by=tutor, resolution=ReportStatus.FIXED)
    assert settled.resolved_by == tutor
    assert settled.resolved_at is not None
    with pytest.raises(DomainError) as refused:
        report_resolve(report_id=made.pk, by=tutor, resolution=ReportStatus.DISMISSED)
    assert refused.value.code == "report_closed"


def test_a_student_settles_nothing(student: User) -> None:
    made = report(student, word())
    with pytest.raises(DomainError) as refused:
        report_resolve(report_id=made.pk, by=student, resolution=ReportStatus.FIXED)
    assert refused.value.status == 403


def test_hiding_takes_it_down_and_settles_every_report_on_it(
    api: APIClient, student: User, other_student: User, tutor: User
) -> None:
    one = word()
    made, other = report(student, one), report(other_student, one)
    report_resolve(report_id=made.pk, by=tutor, resolution=ReportStatus.HIDDEN)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.status, other.status) == (ResourceStatus.HIDDEN, ReportStatus.HIDDEN)
    assert api.get(f"/api/resources/{one.pk}").status_code == 404


# --- who wrote it, why it ranks there ----------------------------------------------------------
def test_the_rank_is_explained_in_its_three_parts(
    api: APIClient, student: User, other_student: User, tutor: User
) -> None:
    one = word(impressions=1204)
    for person in (student, student, other_student):
        UserHistory.objects.create(user=person, kind=Activity.LOOKUP, text_resource=one)
    resource_rate(tutor=tutor, resource_id=one.pk, stars=5)
    ratings_recalculate()
    ranking = api.get(f"/api/resources/{one.pk}").json()["ranking"]
    weighed = 0.4 * ranking["usage"] + 0.4 * ranking["tutors"] + 0.2 * ranking["impressions"]
    assert ranking["score"] == pytest.approx(weighed)
    assert ranking["explanation"] == [
        "Used by 2 people in the last 30 days. That is 100 of 100 and counts 40 %.",
        "Rated by 1 tutor. That is 100 of 100 and counts 40 %.",
        "Shown 1,204 times. That is 100 of 100 and counts 20 %.",
    ]


@pytest.mark.parametrize(
    ("source", "own", "words"),
    [
        (Source.SYSTEM, False, ["Part of Learn English", "OpenAI", "some-model", "version 3"]),
        (Source.USER, True, ["OpenAI", "for you alone", "some-model"]),
        (Source.TUTOR, False, ["Written by a tutor"]),
    ],
)
def test_it_says_who_wrote_it(
    api: APIClient, client: Client, student: User, source: str, own: bool, words: list[str]
) -> None:
    one = word(
        source=source,
        created_by=student if own else None,
        provider="openai",
        model="some-model",
        prompt_version="3",
    )
    author = api.get(f"/api/resources/{one.pk}").json()["author"]
    assert (author["source"], author["model"], author["prompt_version"]) == (
        source,
        "some-model",
        "3",
    )
    client.force_login(student)
    page = client.get(f"/resources/{one.pk}").content.decode()
    for text in words:
        assert text in author["explanation"]
        assert text in page


# --- the page ----------------------------------------------------------------------------------
def test_the_page_takes_a_report_and_shows_its_state(
    client: Client, student: User, tutor: User
) -> None:
    address = f"/resources/{word().pk}"
    client.force_login(student)
    page = client.get(address).content.decode()
    assert "Report a mistake" in page
    assert "Rate this explanation" not in page
    thanks = client.post(f"{address}/report", {"reason": "TYPO", "note": ""}, follow=True)
    text = thanks.content.decode()
    assert "Thank you. A tutor will look into it." in text
    assert "You reported this" in text
    assert "Report a mistake" not in text
    made = ResourceReport.objects.get()
    report_resolve(report_id=made.pk, by=tutor, resolution=ReportStatus.FIXED)
    assert "it was fixed" in client.get(address).content.decode()


def test_the_page_takes_a_tutor_s_rating_and_shows_it(client: Client, tutor: User) -> None:
    address = f"/resources/{word().pk}"
    client.force_login(tutor)
    assert "Rate this explanation" in client.get(address).content.decode()
    saved = client.post(f"{address}/rate", {"stars": "4", "comment": "Good."}, follow=True)
    assert "Your rating: 4 stars" in saved.content.decode()
    assert ResourceRating.objects.get().stars == 4


def test_the_page_says_beside_the_field_what_is_missing(client: Client, student: User) -> None:
    client.force_login(student)
    page = client.post(f"/resources/{word().pk}/report", {"reason": "OTHER", "note": ""})
    assert page.status_code == 400
    assert "Say in a few words what is wrong." in page.content.decode()


def test_the_page_lets_no_student_rate(client: Client, student: User) -> None:
    client.force_login(student)
    assert client.post(f"/resources/{word().pk}/rate", {"stars": "5"}).status_code == 403
    assert not ResourceRating.objects.exists()


@pytest.mark.parametrize("act", ["rate", "report"])
def test_the_forms_are_posted_by_people_who_are_signed_in(
    client: Client, tutor: User, act: str
) -> None:
    address = f"/resources/{word().pk}/{act}"
    assert client.post(address).status_code == 302
    client.force_login(tutor)
    assert client.get(address).status_code == 405
    assert client.post(f"/resources/{uuid4()}/{act}").status_code == 404
