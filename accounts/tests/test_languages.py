"""Everybody reads, and is written to, in a language and a time zone of their own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.utils import translation
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from accounts.models import NotificationKind, Status, User
from accounts.notifications.delivery import mails_send
from accounts.notifications.services import notification_send
from accounts.tasks import leaving_mail_send
from conftest import PASSWORD

pytestmark = pytest.mark.django_db
SPANISH = {"accept-language": "es-MX,es;q=0.9"}
ARABIC = {"accept-language": "ar"}
NEW = "new@example.com"


@pytest.fixture
def reader(student: User) -> User:
    """Sofia reads Arabic, in Auckland."""
    student.language, student.time_zone = "ar", "Pacific/Auckland"
    student.save()
    return student


def html_of(sent: Any) -> str:
    assert isinstance(sent, EmailMultiAlternatives)
    return str(sent.alternatives[0][0])


# --- which language it is ----------------------------------------------------------------------
def test_a_newcomer_reads_what_the_browser_asks_for_in_its_time_zone(client: Client) -> None:
    client.cookies["time_zone"] = "Europe/Madrid"
    client.post("/accounts/signup/", {"email": NEW, "password1": PASSWORD}, headers=SPANISH)
    made = User.objects.get(email=NEW)
    assert (made.language, made.time_zone) == ("es", "Europe/Madrid")


def test_a_time_zone_that_nobody_knows_is_left_out(client: Client) -> None:
    client.cookies["time_zone"] = "Mars/Olympus"
    client.post("/accounts/signup/", {"email": NEW, "password1": PASSWORD})
    assert User.objects.get(email=NEW).time_zone == "UTC"


def test_an_app_s_newcomer_reads_what_the_app_says(db: None) -> None:
    body = {"email": NEW, "password": PASSWORD, "time_zone": "Asia/Tokyo"}
    assert APIClient().post("/auth/register", body, headers=SPANISH).status_code == 201
    body = {"email": f"2{NEW}", "password": PASSWORD, "language": "ar"}
    assert APIClient().post("/auth/register", body, headers=SPANISH).status_code == 201
    assert list(User.objects.order_by("id").values_list("language", "time_zone")) == [
        ("es", "Asia/Tokyo"),
        ("ar", "UTC"),
    ]


def test_the_choice_of_a_language_follows_its_person_to_other_devices(
    client: Client, student: User
) -> None:
    client.force_login(student)
    client.post("/language", {"language": "es", "next": "/"})
    other = Client()
    other.force_login(student)
    page = other.get("/", headers=ARABIC)
    assert '<html lang="es"' in page.content.decode()
    assert page["Content-Language"] == "es"
    other.post("/language", {"language": "tlh", "next": "/"})
    student.refresh_from_db()
    assert student.language == "es"


def test_whoever_never_chose_keeps_the_language_of_the_first_sign_in(
    client: Client, student: User
) -> None:
    body = {"login": student.email, "password": PASSWORD}
    client.post("/accounts/login/", body, headers=SPANISH)
    student.refresh_from_db()
    assert student.language == "es"


def test_the_language_is_set_in_the_settings_and_by_apps(client: Client, student: User) -> None:
    client.force_login(student)
    form = client.get("/settings/profile", headers=SPANISH).context["form"]
    assert form.initial["language"] == "es"
    client.post("/settings/profile", {**form.initial, "language": "ar"})
    app = APIClient()
    app.force_authenticate(student)
    student.refresh_from_db()
    assert app.get("/auth/me").json()["language"] == "ar"
    assert app.patch("/auth/me", {"language": "en"}).json()["language"] == "en"
    assert app.patch("/auth/me", {"language": "tlh"}).status_code == 400


# --- what is read in it ------------------------------------------------------------------------
def test_a_digest_is_in_the_language_time_and_direction_of_its_reader(
    reader: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    until = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)  # the next day there
    with translation.override("es"), django_capture_on_commit_callbacks(execute=True):
        for key, kind in enumerate((NotificationKind.PLAN_EXPIRING, NotificationKind.EXPORT_READY)):
            payload = {"until": until.isoformat()}
            notification_send(user=reader, kind=kind, key=str(key), payload=payload)
        mails_send()
    html = html_of(mail.outbox[-1])
    assert '<html lang="ar"' in html
    assert 'dir="rtl"' in html
    told = " ".join(f"{sent.subject} {sent.body}" for sent in mail.outbox)
    assert "1 ديسمبر" in told
    with translation.override("ar"):
        assert translation.gettext("The copy of your data is ready to download.") in told


def test_the_bell_says_it_in_the_language_that_is_read_now(client: Client, reader: User) -> None:
    notification_send(user=reader, kind=NotificationKind.EXPORT_READY, key="1", payload={})
    client.force_login(reader)
    for language in ("es", "ar"):
        reader.language = language
        reader.save()
        with translation.override(language):
            text = translation.gettext("The copy of your data is ready to download.")
        assert text in client.get("/notifications").content.decode()


def test_a_code_and_a_farewell_are_in_the_language_of_the_account(
    reader: User,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    with django_capture_on_commit_callbacks(execute=True):
        APIClient().post("/auth/email/code", {"email": reader.email}, headers=SPANISH)
    reader.status = Status.LEAVING
    reader.anonymise_at = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
    reader.save()
    leaving_mail_send(str(reader.pk))
    code, farewell = mail.outbox
    with translation.override("ar"):
        assert code.subject == translation.gettext("Your code for Learn English")
        assert farewell.subject == translation.gettext("Your account is closed")
    assert "2 ديسمبر 2026" in str(farewell.body)
    assert "01:00" in str(farewell.body)
    assert 'dir="rtl"' in html_of(code)
    assert 'dir="rtl"' in html_of(farewell)


def test_a_page_s_mails_are_in_the_language_of_the_account_not_of_who_asks(
    with_mail: None, client: Client, reader: User
) -> None:
    client.post("/accounts/password/reset/", {"email": reader.email}, headers=SPANISH)
    client.post("/accounts/signup/", {"email": NEW, "password1": PASSWORD}, headers=SPANISH)
    reset, code = mail.outbox
    assert "إعادة" in reset.subject
    assert '<html lang="ar"' in html_of(reset)
    assert code.to == [NEW]
    assert "tu código de Learn English" in code.subject
    assert "127.0.0.1" not in str(code.body)
    assert '<html lang="es"' in html_of(code)


def test_an_app_is_told_what_is_wrong_in_the_language_it_asks_for(reader: User) -> None:
    app = APIClient()
    app.force_authenticate(reader)

    def told(language: str) -> list[str]:
        headers = {"accept-language": language}
        answers = (
            app.get(f"/api/resources/{uuid4()}", headers=headers),
            app.patch("/auth/me", {"daily_goal_minutes": "x"}, headers=headers),
            app.get("/api/nowhere", headers=headers),
        )
        assert [answer.status_code for answer in answers] == [404, 400, 404]
        assert answers[0].json()["code"] == "not_found"
        return [answer.json()["detail"] for answer in answers]

    assert told("en") == [
        "There is no such explanation, or it is somebody else's.",
        "Some fields are missing or wrong.",
        "There is no such address.",
    ]
    assert told("es-MX,es;q=0.9") == [
        "No existe tal explicación, o es de otra persona.",
        "Faltan campos o hay alguno incorrecto.",
        "No existe tal dirección.",
    ]
    assert len({*told("ar"), *told("en")}) == 6
