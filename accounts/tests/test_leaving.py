"""Leaving: proved, with a time to think again, then nothing that tells who it was."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from accounts.models import Status, User
from accounts.tasks import privacy_tidy
from accounts.tests.test_mfa import totp_now
from conftest import PASSWORD, api_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def left(api: APIClient, student: User) -> User:
    assert api.delete("/auth/me", {"password": PASSWORD}).status_code == 202
    student.refresh_from_db()
    return student


def test_an_app_deletes_the_account_with_the_password_and_is_signed_out(
    api: APIClient,
    student: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = api.delete("/auth/me", {"password": PASSWORD})
    assert answer.status_code == 202
    student.refresh_from_db()
    assert student.status == Status.LEAVING
    assert student.anonymise_at is not None
    days = (student.anonymise_at - timezone.now()) / timedelta(days=1)
    assert 6.9 < days <= 7
    assert api.get("/auth/me").status_code == 401
    (sent,) = mail.outbox
    assert sent.to == [student.email]
    assert "To keep it, sign in" in str(sent.body)


@pytest.mark.parametrize("password", ["", "wrong"])
def test_without_the_password_nothing_is_deleted(
    api: APIClient, student: User, password: str
) -> None:
    answer = api.delete("/auth/me", {"password": password})
    assert (answer.status_code, answer.json()["code"]) == (403, "password_wrong")
    student.refresh_from_db()
    assert student.status == Status.ACTIVE


def test_with_a_second_factor_the_password_alone_deletes_nothing(
    api: APIClient, student: User
) -> None:
    secret = generate_totp_secret()
    TOTP.activate(student, secret)
    answer = api.delete("/auth/me", {"password": PASSWORD})
    assert (answer.status_code, answer.json()["code"]) == (401, "mfa_required")
    answer = api.delete("/auth/me", {"password": PASSWORD, "mfa_code": "000000x"})
    assert answer.json()["code"] == "mfa_code_wrong"
    right = {"password": PASSWORD, "mfa_code": totp_now(secret)}
    assert api.delete("/auth/me", right).status_code == 202


def test_guessing_the_password_here_is_counted_like_at_the_door(
    api: APIClient, student: User
) -> None:
    codes = [api.delete("/auth/me", {"password": "wrong"}).json()["code"] for _ in range(5)]
    assert codes[-1] == "locked_out"


def test_an_app_signing_in_hears_until_when_it_can_be_undone_and_undoes_it(
    anonymous: APIClient, left: User
) -> None:
    answer = anonymous.post("/auth/token", {"email": left.email, "password": PASSWORD})
    assert (answer.status_code, answer.json()["code"]) == (403, "account_leaving")
    assert left.anonymise_at is not None
    assert answer.json()["anonymise_at"] == left.anonymise_at.isoformat()
    wrong = anonymous.post("/auth/me/restore", {"email": left.email, "password": "wrong"})
    assert (wrong.status_code, wrong.json()["code"]) == (401, "no_active_account")
    answer = anonymous.post("/auth/me/restore", {"email": left.email, "password": PASSWORD})
    assert answer.status_code == 204
    assert User.objects.filter(pk=left.pk, status=Status.ACTIVE, anonymise_at=None).exists()
    answer = anonymous.post("/auth/token", {"email": left.email, "password": PASSWORD})
    assert answer.status_code == 200


def test_an_old_token_works_no_more_after_coming_back(
    api: APIClient, anonymous: APIClient, left: User
) -> None:
    anonymous.post("/auth/me/restore", {"email": left.email, "password": PASSWORD})
    assert api.get("/auth/me").status_code == 401


def test_who_is_not_leaving_has_nothing_to_undo(anonymous: APIClient, student: User) -> None:
    answer = anonymous.post("/auth/me/restore", {"email": student.email, "password": PASSWORD})
    assert (answer.status_code, answer.json()["code"]) == (403, "account_closed")


def test_a_suspended_person_cannot_let_themselves_in(anonymous: APIClient, student: User) -> None:
    student.status = Status.SUSPENDED
    student.save()
    answer = anonymous.post("/auth/me/restore", {"email": student.email, "password": PASSWORD})
    assert answer.status_code == 401
    student.refresh_from_db()
    assert student.status == Status.SUSPENDED


def test_the_page_asks_who_it_is_and_whether_they_are_sure(client: Client, student: User) -> None:
    client.force_login(student)
    answer = client.get("/settings/privacy/delete")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/reauthenticate/")
    client.post(answer.headers["Location"], {"password": PASSWORD})
    assert "Delete your account?" in client.get("/settings/privacy/delete").content.decode()
    answer = client.post("/settings/privacy/delete")
    assert answer.status_code == 400
    assert "Tick this box" in answer.content.decode()
    answer = client.post("/settings/privacy/delete", {"sure": "on"})
    assert "Your account is closed" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    student.refresh_from_db()
    assert student.status == Status.LEAVING


def test_signing_in_on_the_site_offers_to_undo_it(client: Client, left: User) -> None:
    sign_in = {"login": left.email, "password": PASSWORD}
    answer = client.post("/accounts/login/", sign_in)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/settings/restore")
    assert "keep your account" in client.get("/settings/restore").content.decode()
    assert client.get("/settings/profile").status_code == 302
    answer = client.post("/settings/restore", follow=True)
    assert "Your account is kept" in answer.content.decode()
    client.post("/accounts/login/", sign_in)
    assert client.get("/settings/profile").status_code == 200


def test_a_wrong_password_offers_nothing(client: Client, left: User) -> None:
    client.post("/accounts/login/", {"login": left.email, "password": "wrong"})
    assert client.get("/settings/restore").headers["Location"] == "/accounts/login/"
    client.post("/settings/restore")
    left.refresh_from_db()
    assert left.status == Status.LEAVING


def test_when_the_time_is_over_the_account_is_anonymised_and_nobody_comes_back(
    anonymous: APIClient, left: User
) -> None:
    email = left.email
    privacy_tidy()
    left.refresh_from_db()
    assert left.status == Status.LEAVING
    User.objects.update(anonymise_at=timezone.now())
    privacy_tidy()
    privacy_tidy()
    left.refresh_from_db()
    assert left.status == Status.ANONYMISED
    assert not left.has_usable_password()
    answer = anonymous.post("/auth/me/restore", {"email": email, "password": PASSWORD})
    assert answer.status_code == 401
    # The address is free again.
    data = {"email": email, "password": "another-long-password"}
    assert anonymous.post("/auth/register", data).status_code == 201


def test_without_a_grace_period_it_happens_at_once(
    student: User,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.ACCOUNT_DELETION_GRACE_DAYS = 0
    with django_capture_on_commit_callbacks(execute=True):
        api_client(student).delete("/auth/me", {"password": PASSWORD})
    student.refresh_from_db()
    assert student.status == Status.ANONYMISED
    assert str(student) == "Somebody who left"
