"""A tutor's word on what a student made: who may, what is refused, what the student sees."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import Notification, NotificationKind, User
from conftest import PASSWORD, api_client
from history.models import Activity, UserHistory, Validation
from history.services import history_record, history_remove
from history.validation import history_validate
from learnenglish.common.errors import DomainError
from tutoring.services.enrolments import enrolment_create

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(student: User, tutor: User) -> UserHistory:
    """What a student of the tutor's looked up."""
    enrolment_create(tutor=tutor, student=student)
    return history_record(user=student, kind=Activity.LOOKUP, query="She have two childs.")


def validate(viewer: User, entry: UserHistory, **body: str) -> Any:
    return api_client(viewer).post(f"/api/tutor/history/{entry.pk}/validation", body)


def test_a_tutor_rejects_and_the_student_sees_why(
    entry: UserHistory, tutor: User, client: Client, student: User, api: APIClient
) -> None:
    response = validate(tutor, entry, status="REJECTED", note=" Children has no s. ")
    assert (response.status_code, response.json()["validation_status"]) == (200, "REJECTED")
    client.force_login(student)
    page = client.get("/history").content.decode()
    assert "Children has no s." in page
    assert "Rejected" in page
    row = api.get("/api/history?status=REJECTED").json()["results"][0]
    assert (row["id"], row["validation_note"]) == (str(entry.pk), "Children has no s.")


def test_the_student_is_told_once_for_each_word(entry: UserHistory, tutor: User) -> None:
    for _ in range(2):
        validate(tutor, entry, status="VALIDATED")
    told = Notification.objects.get(user=entry.user)
    assert (told.kind, told.payload["title"]) == (NotificationKind.FEEDBACK, entry.query)
    validate(tutor, entry, status="REJECTED", note="On second thought.")
    assert Notification.objects.filter(user=entry.user).count() == 2


def test_an_admin_validates_anybody_s(entry: UserHistory, admin: User) -> None:
    assert validate(admin, entry, status="VALIDATED").status_code == 200
    entry.refresh_from_db()
    assert (entry.validated_by, entry.validated_at is not None) == (admin, True)


def test_what_was_said_can_be_taken_back(entry: UserHistory, tutor: User) -> None:
    history_validate(by=tutor, entry_id=entry.pk, status=Validation.REJECTED, note="No.")
    history_validate(by=tutor, entry_id=entry.pk, status=Validation.PENDING)
    entry.refresh_from_db()
    assert (entry.validation_status, entry.validation_note) == ("PENDING", "")
    assert (entry.validated_by, entry.validated_at) == (None, None)


def test_a_tutor_of_others_does_not_find_it(entry: UserHistory) -> None:
    stranger = User.objects.create_user("t2@example.com", PASSWORD, role="TUTOR")
    response = validate(stranger, entry, status="VALIDATED")
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    missing = UserHistory(pk=uuid4(), user=entry.user)
    assert validate(stranger, missing, status="VALIDATED").status_code == 404


def test_a_student_does_not_validate(entry: UserHistory, student: User) -> None:
    response = validate(student, entry, status="VALIDATED")
    assert (response.status_code, response.json()["code"]) == (403, "not_a_tutor")


def test_nobody_validates_their_own(tutor: User) -> None:
    own = history_record(user=tutor, kind=Activity.LOOKUP, query="x")
    assert validate(tutor, own, status="VALIDATED").json()["code"] == "own_work"


def test_what_the_student_removed_is_not_there(
    entry: UserHistory, tutor: User, student: User
) -> None:
    history_remove(user=student, entry_id=entry.pk)
    assert validate(tutor, entry, status="VALIDATED").status_code == 404


def test_a_search_is_nothing_to_check(entry: UserHistory, tutor: User, student: User) -> None:
    search = history_record(user=student, kind=Activity.SEARCH, query="x")
    response = validate(tutor, search, status="VALIDATED")
    assert (response.status_code, response.json()["code"]) == (409, "nothing_to_check")


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({"status": "REJECTED"}, "note_missing", "note"),
        ({"status": "REJECTED", "note": "  "}, "note_missing", "note"),
        ({"status": "VALIDATED", "note": "x" * 1001}, "text_too_long", "note"),
        ({"status": "MAYBE"}, "invalid", "status"),
        ({}, "invalid", "status"),
    ],
)
def test_a_wrong_word_is_refused_by_name(
    entry: UserHistory, tutor: User, body: dict[str, str], code: str, field: str
) -> None:
    problem = validate(tutor, entry, **body).json()
    assert (problem["status"], problem["code"]) == (400, code)
    assert problem["errors"][0]["field"] == field
    entry.refresh_from_db()
    assert entry.validation_status == "PENDING"


# --- the admin ---------------------------------------------------------------------------------
def act(client: Client, action: str, *entries: UserHistory, note: str = "") -> str:
    body = {
        "action": action,
        "_selected_action": [str(entry.pk) for entry in entries],
        "note": note,
    }
    page = client.post("/admin/history/userhistory/", body, follow=True)
    assert page.status_code == 200
    return page.content.decode()


def test_a_tutor_checks_several_at_once_in_the_admin(
    entry: UserHistory, tutor: User, student: User, client: Client
) -> None:
    other = history_record(user=student, kind=Activity.SESSION)
    search = history_record(user=student, kind=Activity.SEARCH, query="x")
    client.force_login(tutor)
    page = act(client, "approve", entry, other, search)
    assert "2 entries are settled." in page
    assert "Only look-ups, recordings and reviews are checked." in page
    act(client, "reject", entry, note="Look again.")
    entry.refresh_from_db()
    assert (entry.validation_status, entry.validation_note) == ("REJECTED", "Look again.")
    act(client, "take_back", entry)
    entry.refresh_from_db()
    assert entry.validation_status == "PENDING"


def test_a_tutor_sees_their_own_students_alone_in_the_admin(
    entry: UserHistory, tutor: User, other_student: User, client: Client
) -> None:
    secret = history_record(user=other_student, kind=Activity.LOOKUP, query="secret words")
    client.force_login(tutor)
    page = client.get("/admin/history/userhistory/").content.decode()
    assert "two childs" in page
    assert "secret words" not in page
    act(client, "approve", secret)
    secret.refresh_from_db()
    assert secret.validation_status == "PENDING"


def test_the_service_names_what_is_wrong(entry: UserHistory, student: User) -> None:
    with pytest.raises(DomainError) as caught:
        history_validate(by=student, entry_id=entry.pk, status=Validation.VALIDATED)
    assert caught.value.code == "not_a_tutor"
