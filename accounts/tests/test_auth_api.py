"""Sign-in for apps, endpoint by endpoint."""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from accounts.models import Status, User
from conftest import PASSWORD

pytestmark = pytest.mark.django_db


def tokens(client: APIClient, email: str = "sofia@example.com") -> dict[str, str]:
    response = client.post("/auth/token", {"email": email, "password": PASSWORD})
    assert response.status_code == 200, response.content
    body: dict[str, str] = response.json()
    return body


def test_register_gives_a_student_who_is_signed_in(anonymous: APIClient) -> None:
    response = anonymous.post(
        "/auth/register", {"email": "New@Example.com", "password": PASSWORD, "display_name": "N"}
    )
    assert response.status_code == 201
    body = response.json()
    assert body["user"]["email"] == "new@example.com"
    assert (body["user"]["role"], body["user"]["plan"]) == ("STUDENT", "FREE")
    anonymous.credentials(HTTP_AUTHORIZATION=f"Bearer {body['access']}")
    assert anonymous.get("/auth/me").json()["display_name"] == "N"


def test_register_cannot_choose_a_role(anonymous: APIClient) -> None:
    anonymous.post(
        "/auth/register", {"email": "a@example.com", "password": PASSWORD, "role": "ADMIN"}
    )
    assert User.objects.get().role == "STUDENT"


def test_register_refuses_an_address_that_is_taken_in_any_case(
    anonymous: APIClient, student: User
) -> None:
    response = anonymous.post(
        "/auth/register", {"email": "SOFIA@example.com", "password": PASSWORD}
    )
    assert response.status_code == 409
    assert response.json()["code"] == "email_taken"
    assert response.json()["errors"][0]["field"] == "email"


@pytest.mark.parametrize("password", ["short", "password123", "12345678901"])
def test_register_refuses_a_weak_password(anonymous: APIClient, password: str) -> None:
    response = anonymous.post("/auth/register", {"email": "a@example.com", "password": password})
    assert response.status_code == 400
    assert response.json()["code"] == "password_weak"
    assert not User.objects.exists()


def test_errors_are_problem_details_with_every_field(anonymous: APIClient) -> None:
    response = anonymous.post("/auth/register", {"email": "nonsense"})
    assert response["Content-Type"] == "application/problem+json"
    body = response.json()
    assert (body["status"], body["code"], body["title"]) == (400, "invalid", "Bad Request")
    assert {error["field"] for error in body["errors"]} == {"email", "password"}
    assert body["request_id"]


def test_token_is_given_for_the_address_in_any_case(anonymous: APIClient, student: User) -> None:
    assert tokens(anonymous, "SOFIA@Example.COM").keys() == {"access", "refresh"}


def test_token_is_refused_for_a_wrong_password(anonymous: APIClient, student: User) -> None:
    response = anonymous.post("/auth/token", {"email": student.email, "password": "wrong"})
    assert response.status_code == 401
    assert response.json()["code"] == "no_active_account"


def test_a_suspended_person_gets_no_token_and_loses_the_old_one(
    anonymous: APIClient, student: User
) -> None:
    access = tokens(anonymous)["access"]
    student.status = Status.SUSPENDED
    student.save()
    response = anonymous.post("/auth/token", {"email": student.email, "password": PASSWORD})
    assert response.status_code == 401
    anonymous.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    assert anonymous.get("/auth/me").status_code == 401


def test_a_refresh_token_works_once(anonymous: APIClient, student: User) -> None:
    refresh = tokens(anonymous)["refresh"]
    first = anonymous.post("/auth/token/refresh", {"refresh": refresh})
    assert first.status_code == 200
    assert first.json()["refresh"] != refresh
    again = anonymous.post("/auth/token/refresh", {"refresh": refresh})
    assert again.status_code == 401
    assert again.json()["code"] == "token_not_valid"


def test_a_new_password_ends_old_tokens(anonymous: APIClient, student: User) -> None:
    access = tokens(anonymous)["access"]
    student.set_password("another-good-password")
    student.save()
    anonymous.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    assert anonymous.get("/auth/me").status_code == 401


def test_logout_makes_the_refresh_token_worthless(anonymous: APIClient, student: User) -> None:
    refresh = tokens(anonymous)["refresh"]
    assert anonymous.post("/auth/logout", {"refresh": refresh}).status_code == 204
    assert anonymous.post("/auth/logout", {"refresh": refresh}).status_code == 204
    assert anonymous.post("/auth/token/refresh", {"refresh": refresh}).status_code == 401


def test_logout_refuses_what_is_no_token(anonymous: APIClient) -> None:
    assert anonymous.post("/auth/logout", {"refresh": "x"}).json()["code"] == "token_not_valid"


def test_me_needs_a_person(anonymous: APIClient, db: None) -> None:
    response = anonymous.get("/auth/me")
    assert response.status_code == 401
    assert response.json()["code"] == "not_authenticated"


def test_me_changes_the_profile_and_nothing_else(api: APIClient, student: User) -> None:
    response = api.patch(
        "/auth/me", {"cefr_level": "B2", "time_zone": "Europe/Madrid", "plan": "PREMIUM"}
    )
    assert response.status_code == 200
    student.refresh_from_db()
    assert (student.cefr_level, student.time_zone) == ("B2", "Europe/Madrid")
    assert student.plan == "FREE"


@pytest.mark.parametrize(
    ("field", "value"),
    [("time_zone", "Mars/Base"), ("cefr_level", "Z9"), ("daily_goal_minutes", 0)],
)
def test_me_refuses_what_cannot_be(api: APIClient, field: str, value: object) -> None:
    response = api.patch("/auth/me", {field: value})
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == field


def test_a_trailing_slash_is_forgiven(api: APIClient) -> None:
    assert api.get("/auth/me/").status_code == 200


def test_an_unknown_api_address_is_a_problem_too(api: APIClient) -> None:
    response = api.get("/api/nothing-here")
    assert response.status_code == 404
    assert response.json()["code"] == "not_found"
