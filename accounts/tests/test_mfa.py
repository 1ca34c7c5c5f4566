"""The second factor: set up by anyone, asked for at every door, required where the setting says."""

from __future__ import annotations

import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.test import Client
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from accounts.tokens import token_for, user_for_token
from conftest import PASSWORD

pytestmark = pytest.mark.django_db


def totp_now(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


@pytest.fixture
def secret(student: User) -> str:
    """The student's authenticator app."""
    secret = str(generate_totp_secret())
    TOTP.activate(student, secret)
    return secret


def ask_token(user: User, **more: str) -> Any:
    body = {"email": user.email, "password": PASSWORD, **more}
    return APIClient().post("/auth/token", body)


def sign_in(client: Client, user: User) -> Any:
    return client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})


def prove_again(client: Client) -> None:
    assert client.post("/accounts/reauthenticate/", {"password": PASSWORD}).status_code == 302


def test_anyone_sets_an_authenticator_app_up(client: Client, student: User) -> None:
    sign_in(client, student)
    prove_again(client)
    page = client.get("/accounts/2fa/totp/activate/")
    assert page.status_code == 200
    secret = page.context["form"].secret
    response = client.post("/accounts/2fa/totp/activate/", {"code": totp_now(secret)})
    assert response.status_code == 302
    kinds = set(Authenticator.objects.filter(user=student).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    assert client.get("/accounts/2fa/").status_code == 200
    assert client.get("/accounts/2fa/recovery-codes/").status_code == 200


def test_the_secret_is_not_readable_in_the_database(secret: str) -> None:
    assert secret not in str(Authenticator.objects.get().data)


def test_pages_for_passkeys_are_there(client: Client, student: User) -> None:
    sign_in(client, student)
    prove_again(client)
    for path in ("/accounts/2fa/webauthn/add/", "/accounts/2fa/webauthn/"):
        assert client.get(path).status_code == 200
    options = Client().get("/accounts/2fa/webauthn/login/", HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    assert "challenge" in str(options.json())
    assert b"passkey_login" in Client().get("/accounts/login/").content


def test_changing_factors_asks_for_the_password_again(client: Client, student: User) -> None:
    client.force_login(student)
    response = client.get("/accounts/2fa/totp/activate/")
    assert response["Location"].startswith("/accounts/reauthenticate/")
    assert client.get(response["Location"]).status_code == 200
    for _ in range(5):
        response = client.post("/accounts/reauthenticate/", {"password": "wrong"})
    assert response.status_code == 429, "this door has the same lock"


def test_the_page_asks_for_the_code(client: Client, student: User, secret: str) -> None:
    response = sign_in(client, student)
    assert response["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/accounts/2fa/authenticate/").status_code == 200
    assert client.get("/settings/profile").status_code == 302, "not yet"
    client.post("/accounts/2fa/authenticate/", {"code": totp_now(secret)})
    assert client.get("/settings/profile").status_code == 200


def test_an_app_is_asked_for_the_code(student: User, secret: str) -> None:
    response = ask_token(student)
    assert (response.status_code, response.json()["code"]) == (401, "mfa_required")
    assert ask_token(student, mfa_code=totp_now(secret)).status_code == 200


def test_a_code_works_once(student: User, secret: str) -> None:
    code = totp_now(secret)
    assert ask_token(student, mfa_code=code).status_code == 200
    assert ask_token(student, mfa_code=code).json()["code"] == "mfa_code_wrong"


def test_a_recovery_code_gets_an_app_in_once(student: User, secret: str) -> None:
    code = RecoveryCodes.activate(student).get_unused_codes()[0]
    assert ask_token(student, mfa_code=code).status_code == 200
    assert ask_token(student, mfa_code=code).status_code == 401


def test_wrong_codes_lock_the_account_out(student: User, secret: str) -> None:
    statuses = [ask_token(student, mfa_code="000000").status_code for _ in range(5)]
    assert statuses == [401, 401, 401, 401, 429]
    response = ask_token(student, mfa_code=totp_now(secret))
    assert (response.status_code, response.json()["code"]) == (429, "locked_out")


def test_wrong_codes_on_the_page_are_limited(client: Client, student: User, secret: str) -> None:
    sign_in(client, student)
    for _ in range(5):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    client.post("/accounts/2fa/authenticate/", {"code": totp_now(secret)})
    assert client.get("/settings/profile").status_code == 302


# --- required by role --------------------------------------------------------------------------
@pytest.fixture
def required(settings: Settings) -> None:
    settings.MFA_REQUIRED_ROLES = ["TUTOR", "ADMIN"]


def test_a_tutor_without_a_second_factor_sets_one_up_first(
    required: None, client: Client, tutor: User
) -> None:
    client.force_login(tutor)
    for path in ("/", "/admin/", "/history"):
        assert client.get(path)["Location"] == "/accounts/2fa/"
    assert client.get("/accounts/2fa/").status_code == 200
    response = client.get("/auth/me")
    assert (response.status_code, response.json()["code"]) == (403, "mfa_setup_required")


def test_a_tutors_app_gets_nothing_without_a_second_factor(required: None, tutor: User) -> None:
    response = ask_token(tutor)
    assert (response.status_code, response.json()["code"]) == (403, "mfa_setup_required")
    access = str(token_for(tutor).access_token)
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    assert client.get("/auth/me").json()["code"] == "mfa_setup_required"
    assert user_for_token(access) is None


def test_a_tutor_with_a_second_factor_goes_on(required: None, client: Client, tutor: User) -> None:
    TOTP.activate(tutor, generate_totp_secret())
    client.force_login(tutor)
    assert client.get("/").status_code == 200


def test_students_need_none(required: None, client: Client, student: User) -> None:
    client.force_login(student)
    assert client.get("/").status_code == 200


def test_nobody_needs_one_by_default(client: Client, tutor: User) -> None:
    client.force_login(tutor)
    assert client.get("/").status_code == 200
