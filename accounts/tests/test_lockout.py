"""Five wrong tries close one account to one address, at every door."""

from __future__ import annotations

from typing import Any

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from conftest import PASSWORD

pytestmark = pytest.mark.django_db

NEIGHBOURS = "203.0.113.7"
ELSEWHERE = "198.51.100.9"


def at_the_page(email: str, password: str, address: str = NEIGHBOURS) -> Any:
    body = {"login": email, "password": password}
    return Client(REMOTE_ADDR=address).post("/accounts/login/", body)


def at_the_api(email: str, password: str, address: str = NEIGHBOURS) -> Any:
    body = {"email": email, "password": password}
    return APIClient(REMOTE_ADDR=address).post("/auth/token", body)


DOORS = pytest.mark.parametrize("door", [at_the_page, at_the_api])


def lock(email: str) -> None:
    for _ in range(5):
        at_the_api(email, "wrong")


@DOORS
def test_after_five_failures_even_the_right_password_is_refused(door: Any, student: User) -> None:
    answers = [door(student.email, "wrong").status_code for _ in range(4)]
    assert 429 not in answers
    door(student.email, "wrong")
    response = door(student.email, PASSWORD)
    assert response.status_code == 429
    assert 890 <= int(response["Retry-After"]) <= 900


@DOORS
def test_four_failures_close_nothing_and_success_forgets_them(door: Any, student: User) -> None:
    for _ in range(2):
        for _ in range(4):
            door(student.email, "wrong")
        assert door(student.email, PASSWORD).status_code in (200, 302)


@DOORS
def test_a_door_that_was_closed_elsewhere_is_closed_here(door: Any, student: User) -> None:
    lock(student.email)
    assert door(student.email.upper(), PASSWORD).status_code == 429


@DOORS
def test_a_neighbour_behind_the_same_address_still_gets_in(
    door: Any, student: User, other_student: User
) -> None:
    lock(student.email)
    assert door(other_student.email, PASSWORD).status_code in (200, 302)


@DOORS
def test_the_owner_gets_in_from_elsewhere(door: Any, student: User) -> None:
    lock(student.email)
    assert door(student.email, PASSWORD, ELSEWHERE).status_code in (200, 302)


@DOORS
def test_an_account_that_does_not_exist_is_locked_alike(door: Any, db: None) -> None:
    lock("nobody@example.com")
    assert door("nobody@example.com", "wrong").status_code == 429


def test_the_admin_has_no_door_of_its_own(client: Client, student: User) -> None:
    response = client.post("/admin/login/?next=/admin/", {"username": "x", "password": "y"})
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


def test_the_api_says_when_to_come_back(student: User) -> None:
    lock(student.email)
    response = at_the_api(student.email, PASSWORD)
    body = response.json()
    assert response["Content-Type"] == "application/problem+json"
    assert (body["status"], body["code"]) == (429, "locked_out")
    assert "15 minutes" in body["detail"]


def test_the_page_says_when_to_come_back(student: User) -> None:
    lock(student.email)
    page = at_the_page(student.email, PASSWORD).content.decode()
    assert "15 minutes" in page
    assert "/accounts/password/reset/" in page


def test_the_door_opens_again_after_a_while(student: User) -> None:
    lock(student.email)
    long_ago = timezone.now() - settings.AXES_COOLOFF_TIME
    AccessAttempt.objects.update(attempt_time=long_ago)
    assert at_the_api(student.email, PASSWORD).status_code == 200


def test_trying_on_does_not_keep_the_door_closed(student: User) -> None:
    lock(student.email)
    before = AccessAttempt.objects.get().attempt_time
    at_the_api(student.email, "wrong")
    assert AccessAttempt.objects.get().attempt_time == before


def test_who_failed_is_counted_without_keeping_address_or_password(student: User) -> None:
    at_the_page(student.email, "my-real-password-elsewhere")
    kept = " ".join(str(value) for value in AccessAttempt.objects.values_list().get())
    assert student.email not in kept
    assert "my-real-password-elsewhere" not in kept


def test_a_header_that_any_client_can_send_does_not_open_the_door(student: User) -> None:
    lock(student.email)
    client = APIClient(REMOTE_ADDR=NEIGHBOURS, HTTP_X_FORWARDED_FOR=ELSEWHERE)
    response = client.post("/auth/token", {"email": student.email, "password": PASSWORD})
    assert response.status_code == 429
