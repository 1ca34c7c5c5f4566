"""Confirming an address by a code, and getting in again without the password."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from accounts.models import User
from accounts.verification import CODE_TRIES
from conftest import PASSWORD

pytestmark = pytest.mark.django_db

NEW = "new@example.com"
Commits = DjangoCaptureOnCommitCallbacks


def post(path: str, commits: Commits | None = None, **body: str) -> Any:
    if commits is None:
        return APIClient().post(f"/auth/{path}", body)
    with commits(execute=True):
        return APIClient().post(f"/auth/{path}", body)


def code_in(text: str) -> str:
    found = re.search(r"\b[0-9A-Z]{3,4}-[0-9A-Z]{3,4}\b", text)
    assert found, text
    return found[0]


def newest_code() -> str:
    return code_in(str(mail.outbox[-1].body))


def verified(email: str = NEW) -> bool:
    return EmailAddress.objects.filter(email=email, verified=True).exists()


# --- pages -------------------------------------------------------------------------------------
def test_without_a_mail_server_nobody_is_asked(client: Client) -> None:
    client.post("/accounts/signup/", {"email": NEW, "password1": PASSWORD})
    assert client.get("/settings/profile").status_code == 200
    assert not mail.outbox


def test_a_page_lets_in_who_types_the_code_from_the_mail(with_mail: None, client: Client) -> None:
    response = client.post("/accounts/signup/", {"email": NEW, "password1": PASSWORD})
    assert response["Location"] == "/accounts/confirm-email/"
    assert client.get("/settings/profile").status_code == 302, "not yet"
    assert client.get("/accounts/confirm-email/").status_code == 200
    response = client.post("/accounts/confirm-email/", {"code": newest_code()})
    assert response.status_code == 302
    assert verified()
    assert client.get("/settings/profile").status_code == 200


def test_a_wrong_code_on_the_page_lets_nobody_in(with_mail: None, client: Client) -> None:
    client.post("/accounts/signup/", {"email": NEW, "password1": PASSWORD})
    client.post("/accounts/confirm-email/", {"code": "AAA-AAA"})
    assert not verified()
    assert client.get("/settings/profile").status_code == 302


def test_the_sign_up_page_does_not_tell_who_has_an_account(
    with_mail: None, confirmed: User
) -> None:
    answers = []
    for email in (confirmed.email, NEW):
        client = Client()
        response = client.post("/accounts/signup/", {"email": email, "password1": PASSWORD})
        answers.append((response.status_code, response["Location"]))
        page = client.get(response["Location"]).content.decode()
        assert email in page
    assert answers[0] == answers[1]


def test_a_forgotten_password_is_chosen_anew_by_mail(client: Client, confirmed: User) -> None:
    client.post("/accounts/password/reset/", {"email": confirmed.email})
    link = re.search(r"https?://[^/]+(/\S+)", str(mail.outbox[-1].body))
    assert link
    response = client.get(link[1], follow=True)
    path = response.redirect_chain[-1][0]
    new = "another-good-password"
    client.post(path, {"password1": new, "password2": new})
    confirmed.refresh_from_db()
    assert confirmed.check_password(new)
    assert client.get(link[1], follow=True).context["token_fail"], "the link works once"


def test_the_reset_page_does_not_tell_who_has_an_account(client: Client, student: User) -> None:
    answers = {
        client.post("/accounts/password/reset/", {"email": email})["Location"]
        for email in (student.email, "nobody@example.com")
    }
    assert len(answers) == 1


# --- apps --------------------------------------------------------------------------------------
def register(commits: Commits, email: str = NEW) -> Any:
    return post("register", commits, email=email, password=PASSWORD)


def test_an_app_gets_tokens_once_the_address_is_confirmed(
    with_mail: None, django_capture_on_commit_callbacks: Commits
) -> None:
    response = register(django_capture_on_commit_callbacks)
    assert (response.status_code, response.json()["code"]) == (202, "confirmation_sent")
    refused = post("token", email=NEW, password=PASSWORD)
    assert (refused.status_code, refused.json()["code"]) == (403, "email_not_verified")
    assert mail.outbox[-1].to == [NEW]
    typed = newest_code().lower().replace("-", " ")
    assert post("email/confirm", email=NEW, code=typed).status_code == 204
    assert verified()
    assert post("token", email=NEW, password=PASSWORD).status_code == 200


def test_a_code_works_once(with_mail: None, django_capture_on_commit_callbacks: Commits) -> None:
    register(django_capture_on_commit_callbacks)
    code = newest_code()
    assert post("email/confirm", email=NEW, code=code).status_code == 204
    assert post("email/confirm", email=NEW, code=code).status_code == 400


def test_a_code_that_is_tried_too_often_works_no_more(
    with_mail: None, django_capture_on_commit_callbacks: Commits
) -> None:
    register(django_capture_on_commit_callbacks)
    for _ in range(CODE_TRIES):
        assert post("email/confirm", email=NEW, code="AAAA-AAAA").status_code == 400
    response = post("email/confirm", email=NEW, code=newest_code())
    assert (response.status_code, response.json()["code"]) == (400, "code_wrong")
    assert not verified()


def test_a_code_belongs_to_its_address(
    with_mail: None, django_capture_on_commit_callbacks: Commits, other_student: User
) -> None:
    register(django_capture_on_commit_callbacks)
    response = post("email/confirm", email=other_student.email, code=newest_code())
    assert response.status_code == 400


def test_registering_does_not_tell_who_has_an_account(
    with_mail: None, confirmed: User, django_capture_on_commit_callbacks: Commits
) -> None:
    taken = register(django_capture_on_commit_callbacks, confirmed.email)
    free = register(django_capture_on_commit_callbacks)
    assert (taken.status_code, taken.json()) == (free.status_code, free.json())
    told, code = mail.outbox
    assert "You have an account" in told.subject
    assert code_in(str(code.body))
    confirmed.refresh_from_db()
    assert confirmed.check_password(PASSWORD)


def test_asking_for_a_code_does_not_tell_who_has_an_account(
    with_mail: None, student: User, django_capture_on_commit_callbacks: Commits
) -> None:
    answers = [
        post("email/code", django_capture_on_commit_callbacks, email=email)
        for email in (student.email, "nobody@example.com")
    ]
    assert answers[0].json() == answers[1].json()
    assert [message.to for message in mail.outbox] == [[student.email]]


def test_a_mailbox_is_not_flooded_with_codes(
    with_mail: None, student: User, django_capture_on_commit_callbacks: Commits
) -> None:
    for _ in range(3):
        post("email/code", django_capture_on_commit_callbacks, email=student.email)
    assert len(mail.outbox) == 1


def test_old_accounts_confirm_when_a_mail_server_is_set_up(
    student: User, settings: Settings, django_capture_on_commit_callbacks: Commits
) -> None:
    assert post("token", email=student.email, password=PASSWORD).status_code == 200
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    assert post("token", email=student.email, password=PASSWORD).status_code == 403
    post("email/code", django_capture_on_commit_callbacks, email=student.email)
    post("email/confirm", email=student.email, code=newest_code())
    assert post("token", email=student.email, password=PASSWORD).status_code == 200
