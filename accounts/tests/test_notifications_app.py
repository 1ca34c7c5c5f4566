"""Notifications in the app: the bell, the page, the endpoints, how each kind is wanted."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import Notification, NotificationKind, User
from accounts.notifications.models import MailWhen
from accounts.notifications.preferences import preference_of
from accounts.notifications.services import notification_send

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(student: User, client: Client) -> Client:
    client.force_login(student)
    return client


def tell(user: User, key: str = "one", **payload: str | int) -> Notification:
    notification_send(user=user, kind=NotificationKind.FEEDBACK, key=key, payload=payload)
    return Notification.objects.get(user=user, key=key)


def test_an_app_reads_what_it_was_told_newest_first_page_by_page(
    api: APIClient, student: User, other_student: User, tutor: User
) -> None:
    tutor.display_name = "Tomas"
    tutor.save()
    for number in range(3):
        tell(student, str(number), title=f"Talk {number}", actor_id=str(tutor.pk), url="/speak")
    tell(other_student)
    first = api.get("/api/notifications?page_size=2").json()
    texts = [row["text"] for row in first["results"]]
    assert texts == ["Tomas left feedback on “Talk 2”.", "Tomas left feedback on “Talk 1”."]
    assert first["results"][0]["url"] == "/speak"
    assert first["results"][0]["read_at"] is None
    second = api.get(first["next"]).json()
    assert [row["payload"]["title"] for row in second["results"]] == ["Talk 0"]
    assert second["next"] is None


def test_people_are_named_by_who_they_are_now(api: APIClient, student: User, tutor: User) -> None:
    tell(student, actor_id=str(tutor.pk))
    tutor.display_name = "Tomas Field"
    tutor.save()
    text = api.get("/api/notifications").json()["results"][0]["text"]
    assert text == "Tomas Field left you feedback."
    User.objects.filter(pk=tutor.pk).update(display_name="")
    text = api.get("/api/notifications").json()["results"][0]["text"]
    assert text == "Your tutor left you feedback."


def test_an_app_marks_one_and_all_as_read_and_unread(api: APIClient, student: User) -> None:
    one = tell(student, "one")
    tell(student, "two")
    assert api.get("/api/notifications/unread").json() == {"unread": 2}
    body = api.patch(f"/api/notifications/{one.pk}", {"read": True}).json()
    assert body["read_at"] is not None
    assert api.get("/api/notifications/unread").json() == {"unread": 1}
    assert len(api.get("/api/notifications?unread=true").json()["results"]) == 1
    assert api.patch(f"/api/notifications/{one.pk}", {"read": False}).json()["read_at"] is None
    assert api.patch("/api/notifications", {"read": True}).json() == {"unread": 0}


def test_somebody_elses_notification_is_not_there(api: APIClient, other_student: User) -> None:
    theirs = tell(other_student)
    for wanted in (theirs.pk, uuid4()):
        answer = api.patch(f"/api/notifications/{wanted}", {"read": True})
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    theirs.refresh_from_db()
    assert theirs.read_at is None


def test_what_was_read_in_the_app_is_not_mailed(api: APIClient, student: User) -> None:
    row = tell(student)
    assert row.mail_due_at is not None
    api.patch(f"/api/notifications/{row.pk}", {"read": True})
    row.refresh_from_db()
    assert row.mail_due_at is None


def test_an_app_changes_the_kinds_it_names_and_no_other(api: APIClient, student: User) -> None:
    answer = api.patch(
        "/api/notifications/preferences",
        [{"kind": "FEEDBACK", "mail": "AT_ONCE"}, {"kind": "REVIEWS_DUE", "in_app": False}],
    )
    rows = {row["kind"]: row for row in answer.json()}
    assert len(rows) == len(NotificationKind)
    assert rows["FEEDBACK"] == {"kind": "FEEDBACK", "in_app": True, "mail": "AT_ONCE"}
    assert rows["REVIEWS_DUE"] == {"kind": "REVIEWS_DUE", "in_app": False, "mail": "DIGEST"}
    assert rows["EXPORT_READY"] == {"kind": "EXPORT_READY", "in_app": True, "mail": "AT_ONCE"}


@pytest.mark.parametrize(
    "change", [{"kind": "NEWS", "mail": "DIGEST"}, {"kind": "FEEDBACK", "mail": "HOURLY"}, 3]
)
def test_a_preference_that_does_not_exist_is_refused(api: APIClient, change: object) -> None:
    answer = api.patch("/api/notifications/preferences", [change])
    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid"


def test_the_bell_shows_how_many_wait(page: Client, student: User) -> None:
    assert 'data-unread="0"' in page.get("/notifications/bell").content.decode()
    tell(student)
    for path in ("/notifications/bell", "/"):
        html = page.get(path).content.decode()
        assert 'data-unread="1"' in html
        assert "Notifications, 1 unread" in html


def test_the_page_says_so_when_there_is_nothing(page: Client) -> None:
    assert "Nothing yet" in page.get("/notifications").content.decode()
    assert "read everything" in page.get("/notifications?show=unread").content.decode()


def test_opening_one_marks_it_and_goes_where_it_leads(page: Client, student: User) -> None:
    row = tell(student, title="My talk", url="/speak/sessions")
    assert "My talk" in page.get("/notifications").content.decode()
    answer = page.post(f"/notifications/{row.pk}")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/speak/sessions")
    row.refresh_from_db()
    assert row.read_at is not None
    assert "My talk" not in page.get("/notifications?show=unread").content.decode()


def test_looking_at_the_page_marks_nothing(page: Client, student: User) -> None:
    tell(student)
    page.get("/notifications")
    assert page.get(f"/notifications/{student.notifications.get().pk}").status_code == 405
    assert student.notifications.get().read_at is None


def test_the_page_marks_one_and_all(page: Client, student: User) -> None:
    one, _two = tell(student, "one"), tell(student, "two")
    page.post("/notifications/mark", {"id": str(one.pk), "as": "read"})
    assert student.notifications.filter(read_at=None).count() == 1
    page.post("/notifications/mark", {"id": str(one.pk), "as": "unread"})
    assert student.notifications.filter(read_at=None).count() == 2
    page.post("/notifications/mark", {"id": "nonsense", "as": "read"})
    assert student.notifications.filter(read_at=None).count() == 2
    page.post("/notifications/mark", {"as": "read"})
    assert not student.notifications.filter(read_at=None).exists()


def test_the_preferences_page_keeps_what_was_chosen(page: Client, student: User) -> None:
    html = page.get("/settings/notifications").content.decode()
    assert html.count("<select") == len(NotificationKind)
    data = {f"{kind.value}_mail": MailWhen.NEVER.value for kind in NotificationKind}
    answer = page.post("/settings/notifications", {**data, "FEEDBACK_in_app": "on"})
    assert answer.status_code == 302
    feedback = preference_of(user=student, kind=NotificationKind.FEEDBACK)
    assert (feedback.in_app, feedback.mail) == (True, MailWhen.NEVER)
    assert not preference_of(user=student, kind=NotificationKind.REVIEWS_DUE).in_app
    tell(student)
    assert student.notifications.get().mail_due_at is None


def test_texts_from_others_are_shown_as_text(page: Client, student: User) -> None:
    tell(student, title="<script>alert(1)</script>")
    assert "<script>alert(1)" not in page.get("/notifications").content.decode()
