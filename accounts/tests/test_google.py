"""Signing in with Google, against its endpoints on a local port."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Status, User
from conftest import PASSWORD
from learnenglish.testing.google_stub import GoogleStub

pytestmark = pytest.mark.django_db

SOMEBODY_ELSE = "https://somebody.else.example"


def off_to_google(client: Client, query: str = "") -> str:
    """Begin a sign-in; the address at Google's to which the browser is sent."""
    response = client.get(f"/auth/google/login{query}")
    assert response.status_code == 302, response.content
    return str(response["Location"])


def consent(address: str) -> str:
    """What a browser does at Google: the path and query it is sent back to."""
    answer = httpx.get(address, trust_env=False)
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def round_trip(client: Client, query: str = "") -> Any:
    return client.get(consent(off_to_google(client, query)))


def code_of(response: Any) -> str:
    return str(response.json()["code"])


# --- to Google ---------------------------------------------------------------------------------
def test_every_link_to_google_leads_to_our_address() -> None:
    assert reverse("google_login") == "/auth/google/login"
    assert reverse("google_callback") == "/auth/google/callback"


def test_the_redirect_carries_state_nonce_and_pkce(google: GoogleStub, client: Client) -> None:
    address = urlsplit(off_to_google(client))
    query = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert f"{address.scheme}://{address.netloc}" == google.url
    assert query["redirect_uri"] == "http://testserver/auth/google/callback"
    assert set(query["scope"].split()) == {"openid", "profile", "email"}
    assert query["code_challenge_method"] == "S256"
    assert len(query["state"]) >= 16
    assert len(query["nonce"]) >= 32


def test_the_address_to_come_back_to_can_be_set(
    google: GoogleStub, client: Client, settings: Settings
) -> None:
    settings.GOOGLE_REDIRECT_URI = "https://learn.example.org/auth/google/callback"
    query = parse_qs(urlsplit(off_to_google(client)).query)
    assert query["redirect_uri"] == [settings.GOOGLE_REDIRECT_URI]


def test_without_google_set_up_an_app_hears_so(anonymous: APIClient) -> None:
    response = anonymous.get("/auth/google/login?client=app")
    assert (response.status_code, code_of(response)) == (503, "provider_not_configured")
    response = anonymous.post("/auth/google/token", {"id_token": "x"})
    assert (response.status_code, code_of(response)) == (503, "provider_not_configured")


def test_instagram_answers_that_it_is_planned(anonymous: APIClient) -> None:
    response = anonymous.get("/auth/instagram/login")
    assert (response.status_code, code_of(response)) == (501, "provider_planned")


# --- and back ----------------------------------------------------------------------------------
def test_a_new_person_is_made_and_gets_a_session_on_a_page(
    google: GoogleStub, client: Client
) -> None:
    response = round_trip(client)
    assert (response.status_code, response["Location"]) == (302, "/level")
    user = User.objects.get(email="sofia@example.com")
    assert (user.display_name, user.role) == ("Sofia Student", "STUDENT")
    assert not user.has_usable_password()
    assert EmailAddress.objects.get(user=user).verified
    assert client.get("/settings/profile").status_code == 200


def test_a_new_person_is_made_and_an_app_gets_tokens(
    google: GoogleStub, client: Client, anonymous: APIClient
) -> None:
    response = round_trip(client, "?client=app")
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    anonymous.credentials(HTTP_AUTHORIZATION=f"Bearer {response.json()['access']}")
    assert anonymous.get("/auth/me").json()["email"] == "sofia@example.com"
    assert client.get("/settings/profile").status_code == 302, "an app gets no session"


def test_the_same_google_account_finds_the_same_person(google: GoogleStub, client: Client) -> None:
    round_trip(client)
    google.person["email"] = "moved@example.com"
    client.logout()
    assert round_trip(client, "?client=app").status_code == 200
    assert User.objects.get().email == "sofia@example.com"


def test_a_page_goes_on_where_it_was_going_but_never_to_another_site(
    google: GoogleStub, client: Client
) -> None:
    assert round_trip(client, "?next=/history")["Location"] == "/history"
    client.logout()
    assert round_trip(client, f"?next={SOMEBODY_ELSE}/")["Location"] == "/"


def test_an_account_with_the_same_confirmed_address_is_connected(
    google: GoogleStub, client: Client, confirmed: User
) -> None:
    assert round_trip(client).status_code == 302
    assert SocialAccount.objects.get().user == confirmed
    confirmed.refresh_from_db()
    assert confirmed.check_password(PASSWORD), "the password still works"


# --- what must not work ------------------------------------------------------------------------
@pytest.mark.parametrize("query", ["", "?client=app"])
def test_a_state_that_was_not_given_here_is_refused(
    google: GoogleStub, client: Client, query: str
) -> None:
    back = consent(off_to_google(client, query))
    assert Client().get(back).status_code == 400, "another browser"
    assert client.get(back.replace("state=", "state=x")).status_code == 400
    assert client.get("/auth/google/callback?code=x").status_code == 400
    assert "/token" not in google.requests
    assert not User.objects.exists()


def test_a_state_works_once(google: GoogleStub, client: Client) -> None:
    back = consent(off_to_google(client))
    assert client.get(back).status_code == 302
    assert client.get(back).status_code == 400


BROKEN: dict[str, dict[str, Any]] = {
    "nonce of another request": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "made for another site": {"aud": "another.apps.googleusercontent.com"},
    "made by somebody else": {"iss": SOMEBODY_ELSE},
    "expired": {"exp": int(time.time()) - 60},
    "without expiry": {"exp": None},
    "nobody's": {"sub": None},
}


@pytest.mark.parametrize("claims", BROKEN.values(), ids=BROKEN.keys())
def test_an_id_token_that_is_not_ours_signs_nobody_in(
    google: GoogleStub, client: Client, claims: dict[str, Any]
) -> None:
    google.claims = claims
    response = round_trip(client, "?client=app")
    assert (response.status_code, code_of(response)) == (401, "id_token_invalid")
    assert round_trip(client).status_code == 401
    assert not User.objects.exists()


@pytest.mark.parametrize("query", ["", "?client=app"])
def test_an_address_google_has_not_confirmed_is_refused(
    google: GoogleStub, client: Client, query: str
) -> None:
    google.person["email_verified"] = False
    assert round_trip(client, query).status_code == 403
    assert not User.objects.exists()


@pytest.mark.parametrize("query", ["", "?client=app"])
def test_the_address_of_another_account_that_nobody_confirmed_is_not_taken_over(
    google: GoogleStub, client: Client, student: User, query: str
) -> None:
    response = round_trip(client, query)
    assert response.status_code == 409
    assert not SocialAccount.objects.exists()
    assert client.get("/settings/profile").status_code == 302
    student.refresh_from_db()
    assert student.check_password(PASSWORD)


def test_an_unconfirmed_address_at_google_does_not_reach_a_confirmed_one_here(
    google: GoogleStub, client: Client, confirmed: User
) -> None:
    google.person["email_verified"] = False
    response = round_trip(client, "?client=app")
    assert (response.status_code, code_of(response)) == (403, "email_not_verified")


def test_a_suspended_person_stays_out(google: GoogleStub, client: Client) -> None:
    round_trip(client)
    client.logout()
    user = User.objects.get()
    user.status = Status.SUSPENDED
    user.save()
    assert code_of(round_trip(client, "?client=app")) == "account_closed"
    round_trip(client)
    assert client.get("/settings/profile").status_code == 302


def test_who_says_no_at_google_is_sent_back_to_sign_in(google: GoogleStub, client: Client) -> None:
    query = parse_qs(urlsplit(off_to_google(client)).query)
    state = query["state"][0]
    response = client.get(f"/auth/google/callback?error=access_denied&state={state}")
    assert response.status_code == 400
    assert b"/accounts/login/" in response.content


def test_when_google_is_down_the_app_hears_so(google: GoogleStub, client: Client) -> None:
    back = consent(off_to_google(client, "?client=app"))
    google.is_down = True
    response = client.get(back)
    assert (response.status_code, code_of(response)) == (502, "google_failed")


# --- an app that got the id token itself -------------------------------------------------------
def test_an_id_token_is_good_for_a_pair_of_tokens(google: GoogleStub, anonymous: APIClient) -> None:
    for _ in range(2):
        response = anonymous.post("/auth/google/token", {"id_token": google.id_token()})
        assert response.status_code == 200, response.content
    assert google.requests == ["/certs"], "the keys are kept"
    assert User.objects.get().email == "sofia@example.com"


def test_our_apps_own_client_ids_are_accepted(
    google: GoogleStub, anonymous: APIClient, settings: Settings
) -> None:
    google.claims = {"aud": "android.apps.googleusercontent.com"}
    body = {"id_token": google.id_token()}
    assert code_of(anonymous.post("/auth/google/token", body)) == "id_token_invalid"
    settings.GOOGLE_APP_CLIENT_IDS = ["android.apps.googleusercontent.com"]
    assert anonymous.post("/auth/google/token", body).status_code == 200


def test_a_token_that_google_did_not_sign_is_refused(
    google: GoogleStub, anonymous: APIClient
) -> None:
    genuine = google.id_token()
    forged = [
        google.id_token(foreign=True),
        google.id_token(algorithm="HS256"),
        genuine[:-4] + "AAAA",
        genuine.rsplit(".", 1)[0] + ".",
        "no.token.at-all",
        "x",
    ]
    for token in forged:
        response = anonymous.post("/auth/google/token", {"id_token": token})
        assert (response.status_code, code_of(response)) == (401, "id_token_invalid"), token
    assert not User.objects.exists()


# --- connecting --------------------------------------------------------------------------------
def test_somebody_who_is_signed_in_connects_google(
    google: GoogleStub, client: Client, student: User
) -> None:
    client.force_login(student)
    google.person["email"] = "private@gmail.example"
    assert round_trip(client, "?process=connect").status_code == 302
    assert SocialAccount.objects.get().user == student


def test_google_of_another_account_is_not_moved(
    google: GoogleStub, client: Client, student: User, other_student: User
) -> None:
    SocialAccount.objects.create(user=other_student, provider="google", uid="1001")
    client.force_login(student)
    round_trip(client, "?process=connect")
    assert SocialAccount.objects.get().user == other_student


def test_connecting_is_begun_by_ourselves_only(
    google: GoogleStub, client: Client, student: User
) -> None:
    assert client.get("/auth/google/login?process=connect").status_code == 403
    client.force_login(student)
    response = client.get("/auth/google/login?process=connect", HTTP_SEC_FETCH_SITE="cross-site")
    assert response.status_code == 403
