"""Sign-ins of apps: renewed, found stolen, ended."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

from accounts.models import Plan, Role, Status, TokenFamily, User
from accounts.tasks import tidy
from accounts.tokens import token_for, token_renew, user_for_token
from conftest import PASSWORD
from learnenglish.common.errors import DomainError

pytestmark = pytest.mark.django_db


def pair_of(user: User) -> tuple[str, str]:
    token = token_for(user)
    return str(token.access_token), str(token)


def renew(refresh: str) -> tuple[int, dict[str, str]]:
    response = APIClient().post("/auth/token/refresh", {"refresh": refresh})
    return response.status_code, response.json()


def works(access: str) -> bool:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    return bool(client.get("/auth/me").status_code == 200)


def test_tokens_say_who_in_which_role_on_which_plan(tutor: User) -> None:
    access, refresh = pair_of(tutor)
    for claims in (AccessToken(access), RefreshToken(refresh)):  # type: ignore[arg-type]
        assert (claims["user_id"], claims["role"], claims["plan"]) == (
            str(tutor.pk),
            "TUTOR",
            "FREE",
        )


def test_a_renewed_token_says_what_is_true_now(student: User) -> None:
    _, refresh = pair_of(student)
    student.role, student.plan = Role.TUTOR, Plan.PREMIUM
    student.save()
    claims = AccessToken(renew(refresh)[1]["access"])  # type: ignore[arg-type]
    assert (claims["role"], claims["plan"]) == ("TUTOR", "PREMIUM")


def test_a_used_refresh_token_that_comes_back_ends_the_whole_sign_in(student: User) -> None:
    stolen_access, stolen = pair_of(student)
    _, owners = renew(stolen)
    assert renew(stolen)[0] == 401
    assert renew(owners["refresh"])[0] == 401, "the newest of the family too"
    assert not works(owners["access"])
    assert not works(stolen_access)


def test_another_sign_in_of_the_same_person_goes_on(student: User) -> None:
    _, stolen = pair_of(student)
    access, refresh = pair_of(student)
    renew(stolen)
    renew(stolen)
    assert works(access)
    assert renew(refresh)[0] == 200


@pytest.mark.django_db(transaction=True)
def test_of_many_who_bring_one_refresh_token_at_once_one_is_served_at_most(student: User) -> None:
    _, refresh = pair_of(student)

    def bring(_: int) -> bool:
        try:
            token_renew(refresh=refresh)
        except DomainError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(bring, range(4))) == 1
    assert TokenFamily.objects.get().revoked_at is not None


def test_logout_ends_the_access_token_too(student: User) -> None:
    access, refresh = pair_of(student)
    assert works(access)
    assert APIClient().post("/auth/logout", {"refresh": refresh}).status_code == 204
    assert not works(access)
    assert user_for_token(access) is None, "nor does it open the socket"


def test_suspension_ends_sign_ins_for_good(student: User) -> None:
    access, refresh = pair_of(student)
    student.status = Status.SUSPENDED
    student.save()
    assert not works(access)
    assert renew(refresh)[0] == 401
    student.status = Status.ACTIVE
    student.save()
    assert not works(access)
    assert renew(refresh)[0] == 401


def test_a_new_password_ends_every_sign_in(student: User) -> None:
    access, refresh = pair_of(student)
    student.set_password("another-good-password")
    student.save()
    student.set_password(PASSWORD)
    student.save()
    assert not works(access)
    assert renew(refresh)[0] == 401


def test_changing_the_password_on_the_page_signs_the_apps_out(student: User) -> None:
    _, refresh = pair_of(student)
    client = Client()
    client.force_login(student)
    new = {"password1": "another-good-one", "password2": "another-good-one"}
    response = client.post("/accounts/password/change/", {"oldpassword": PASSWORD, **new})
    assert response.status_code == 302
    assert renew(refresh)[0] == 401


def test_verify_knows_what_still_works(student: User) -> None:
    access, refresh = pair_of(student)

    def verified(token: str) -> int:
        return int(APIClient().post("/auth/token/verify", {"token": token}).status_code)

    assert (verified(access), verified(refresh)) == (204, 204)
    _, renewed = renew(refresh)
    assert verified(refresh) == 401
    assert verified(renewed["refresh"]) == 204
    APIClient().post("/auth/logout", {"refresh": renewed["refresh"]})
    assert verified(access) == 401
    assert verified("nonsense") == 401


def test_an_access_token_renews_nothing(student: User) -> None:
    access, _ = pair_of(student)
    assert renew(access)[0] == 401


def test_sign_ins_that_ran_out_are_forgotten(student: User) -> None:
    pair_of(student)
    old = TokenFamily.objects.get()
    pair_of(student)
    TokenFamily.objects.filter(pk=old.pk).update(expires_at=timezone.now() - timedelta(days=1))
    tidy.delay()
    assert not TokenFamily.objects.filter(pk=old.pk).exists()
    assert TokenFamily.objects.count() == 1
