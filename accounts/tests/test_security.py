"""What attackers try at the doors: who has an account, whose session it is, where a link leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Status, User
from conftest import PASSWORD
from learnenglish.testing.hashers import CountingHasher

pytestmark = pytest.mark.django_db

EVIL = "https://evil.example/steal"
UNKNOWN = "nobody@example.com"


# --- who has an account, told by the time an answer takes ---------------------------------------
def _page_login(email: str) -> None:
    Client().post("/accounts/login/", {"login": email, "password": "wrong-password"})


def _app_token(email: str) -> None:
    APIClient().post("/auth/token", {"email": email, "password": "wrong-password"})


def _restore(email: str) -> None:
    APIClient().post("/auth/me/restore", {"email": email, "password": "wrong-password"})


def _register(email: str) -> None:
    APIClient().post("/auth/register", {"email": email, "password": "a-long-new-password"})


def _page_sign_up(email: str) -> None:
    Client().post("/accounts/signup/", {"email": email, "password1": "a-long-new-password"})


def _page_reset(email: str) -> None:
    Client().post("/accounts/password/reset/", {"email": email})


@pytest.mark.parametrize(
    "door", [_page_login, _app_token, _restore, _register, _page_sign_up, _page_reset]
)
def test_a_door_does_the_same_work_for_an_address_that_nobody_has(
    door: Callable[[str], None], confirmed: User, with_mail: None, settings: Settings
) -> None:
    settings.PASSWORD_HASHERS = ["learnenglish.testing.hashers.CountingHasher"]
    confirmed.set_password(PASSWORD)
    confirmed.save()
    counts = []
    for email in (confirmed.email, UNKNOWN):
        cache.clear()
        CountingHasher.count = 0
        door(email)
        counts.append(CountingHasher.count)
    assert counts[0] == counts[1]


@pytest.mark.parametrize("status", [Status.SUSPENDED, Status.LEAVING, Status.ACTIVE])
def test_with_a_wrong_password_every_account_answers_like_none(
    anonymous: APIClient, student: User, status: Status
) -> None:
    student.status = status
    student.save()
    answers = []
    for email in (student.email, UNKNOWN):
        body = anonymous.post("/auth/token", {"email": email, "password": "wrong"}).json()
        answers.append({name: value for name, value in body.items() if name != "request_id"})
    assert answers[0] == answers[1]


# --- whose session it is -------------------------------------------------------------------------
def test_a_session_from_before_the_sign_in_is_not_the_one_after_it(student: User) -> None:
    """Session fixation: somebody else knows the first key."""
    client = Client()
    client.get("/accounts/login/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["sessionid"] = before = str(session.session_key)
    client.post("/accounts/login/", {"login": student.email, "password": PASSWORD})
    after = client.cookies["sessionid"].value
    assert client.get("/settings/profile").status_code == 200
    assert after != before
    thief = Client()
    thief.cookies["sessionid"] = before
    assert thief.get("/settings/profile").status_code == 302


def test_signing_out_ends_the_session_for_whoever_has_a_copy(student: User) -> None:
    client = Client()
    client.post("/accounts/login/", {"login": student.email, "password": PASSWORD})
    copy = Client()
    copy.cookies["sessionid"] = client.cookies["sessionid"].value
    assert copy.get("/settings/profile").status_code == 200
    client.post("/accounts/logout/")
    assert copy.get("/settings/profile").status_code == 302


def test_a_new_password_ends_every_other_session(student: User) -> None:
    first, second = Client(), Client()
    for client in (first, second):
        client.post("/accounts/login/", {"login": student.email, "password": PASSWORD})
    new = "an-entirely-new-password"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert first.post("/accounts/password/change/", data).status_code == 302
    assert second.get("/settings/profile").status_code == 302


# --- where a link leads --------------------------------------------------------------------------
@pytest.mark.parametrize("url", [EVIL, "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_no_door_leads_to_another_site(student: User, url: str) -> None:
    client = Client()
    query = {"next": url}
    sign_in = {"login": student.email, "password": PASSWORD, "next": url}
    answers = [
        client.post("/accounts/login/", sign_in, query_params=query),
        client.post("/settings/privacy/cloud", {"consent": "no", "next": url}),
        client.get("/accounts/login/", query_params=query),
        client.get("/admin/login/", query_params=query),
        client.post("/accounts/logout/", {"next": url}, query_params=query),
    ]
    for answer in answers:
        assert "evil" not in answer.headers.get("Location", "")
        assert "javascript" not in answer.headers.get("Location", "")


def test_the_way_back_after_signing_in_is_kept_on_this_site(student: User) -> None:
    client = Client()
    sign_in = {"login": student.email, "password": PASSWORD, "next": "/settings/privacy"}
    assert client.post("/accounts/login/", sign_in).headers["Location"] == "/settings/privacy"


# --- cookies -------------------------------------------------------------------------------------
def cookies_of(student: User) -> dict[str, Any]:
    client = Client()
    client.get("/accounts/login/")
    client.post("/accounts/login/", {"login": student.email, "password": PASSWORD})
    return dict(client.cookies)


def test_cookies_go_over_tls_alone_and_not_along_with_other_sites_forms(student: User) -> None:
    cookies = cookies_of(student)
    assert {"sessionid", "csrftoken"} <= cookies.keys()
    for name in ("sessionid", "csrftoken"):
        assert cookies[name]["secure"], name
        assert cookies[name]["samesite"] == "Lax", name
        assert cookies[name]["domain"] == "", name


def test_no_script_reads_the_session(student: User) -> None:
    assert cookies_of(student)["sessionid"]["httponly"]


# --- requests that another site's page sends along with our cookies -----------------------------
def test_the_api_with_a_session_needs_the_csrf_token_and_with_a_bearer_token_does_not(
    student: User, api: APIClient
) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(student)
    change = {"display_name": "Stolen"}
    answer = browser.patch("/auth/me", change, content_type="application/json")
    assert answer.status_code == 403
    student.refresh_from_db()
    assert student.display_name == "Sofia"
    assert api.patch("/auth/me", change).status_code == 200
