"""What a plan allows: counted exactly, shown, given back in time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import NotificationKind, Plan, Usage, User
from accounts.plans import (
    MINUTE_MS,
    Quota,
    limits_of,
    plan_of,
    quota_add,
    quota_check,
    quota_spend,
)
from accounts.tasks import plans_expire, tidy
from history.models import UserHistory
from learnenglish.common.environment import limit
from learnenglish.common.errors import DomainError
from speaking.services import session_begin, session_create

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_plans(settings: Settings) -> None:
    settings.PLAN_LIMITS = {
        "FREE": {
            "lookups_per_day": 2,
            "speaking_minutes_per_day": 1,
            "recordings_kept": 5,
            "cloud_engines": 0,
        },
        "PREMIUM": {
            "lookups_per_day": None,
            "speaking_minutes_per_day": None,
            "recordings_kept": None,
            "cloud_engines": None,
        },
    }


def ask(api: APIClient, text: str = "water") -> Any:
    return api.post("/api/process-text", {"text": text})


def shown(api: APIClient, name: Quota) -> dict[str, Any]:
    limits = api.get("/auth/me").json()["limits"]
    found: dict[str, Any] = next(row for row in limits if row["name"] == name.value)
    return found


def test_look_ups_over_the_limit_are_refused_with_the_time_they_come_back(api: APIClient) -> None:
    assert [ask(api).status_code for _ in range(3)] == [200, 200, 429]
    response = ask(api)
    body = response.json()
    assert body["code"] == "quota_exceeded"
    assert (body["limit"]["limit"], body["limit"]["used"]) == (2, 2)
    resets_at = parse_datetime(body["limit"]["resets_at"])
    assert resets_at is not None
    left = (resets_at - timezone.now()).total_seconds()
    assert 0 < left <= 86400
    assert abs(int(response["Retry-After"]) - left) <= 5
    assert UserHistory.objects.count() == 2, "what was refused was not done"


def test_the_page_says_so_too(client: Client, student: User) -> None:
    client.force_login(student)
    for _ in range(2):
        assert client.get("/lookup?q=water").status_code == 200
    response = client.get("/lookup?q=water")
    assert response.status_code == 429
    assert b"your plan" in response.content


def test_what_cannot_be_looked_up_costs_nothing(api: APIClient) -> None:
    assert ask(api, " ").status_code == 400
    assert shown(api, Quota.LOOKUPS)["used"] == 0


def test_one_persons_look_ups_are_not_anothers(api: APIClient, other_api: APIClient) -> None:
    for _ in range(2):
        ask(api)
    assert ask(other_api).status_code == 200


def test_premium_has_no_limit_and_is_counted_all_the_same(api: APIClient, student: User) -> None:
    student.plan = Plan.PREMIUM
    student.save()
    assert {ask(api).status_code for _ in range(4)} == {200}
    row = shown(api, Quota.LOOKUPS)
    assert (row["limit"], row["used"]) == (None, 4)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_no_more_than_the_limit_get_through(student: User) -> None:
    def spend(_: int) -> bool:
        try:
            quota_spend(user=student, name=Quota.LOOKUPS)
        except DomainError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(spend, range(12))) == 2
    assert Usage.objects.get().used == 2


def test_a_new_day_begins_with_nothing_used(student: User) -> None:
    yesterday = timezone.now().date() - timedelta(days=1)
    Usage.objects.create(user=student, name=Quota.LOOKUPS.value, day=yesterday, used=2)
    quota_spend(user=student, name=Quota.LOOKUPS)


def test_me_shows_every_limit(api: APIClient, student: User) -> None:
    quota_add(user=student, name=Quota.SPEAKING, amount=MINUTE_MS // 2)
    limits = api.get("/auth/me").json()["limits"]
    assert [(row["name"], row["limit"], row["used"]) for row in limits] == [
        ("lookups_per_day", 2, 0),
        ("speaking_minutes_per_day", 1, 1),
        ("recordings_kept", 5, 0),
        ("cloud_engines", 0, 0),
    ]
    assert [row["resets_at"] is None for row in limits] == [False, False, True, True]


def test_the_profile_page_shows_what_is_left(client: Client, student: User) -> None:
    quota_spend(user=student, name=Quota.LOOKUPS)
    client.force_login(student)
    page = client.get("/settings/profile").content.decode()
    assert "1 of 2 left" in " ".join(page.split())
    assert "not in your plan" in page


def test_speaking_begins_as_long_as_a_minute_is_left_and_what_began_is_finished(
    student: User,
) -> None:
    first = session_create(user=student)
    session_begin(user=student, session_id=first.pk, config={})
    second = session_create(user=student)
    quota_add(user=student, name=Quota.SPEAKING, amount=MINUTE_MS)
    with pytest.raises(DomainError) as refused:
        session_begin(user=student, session_id=second.pk, config={})
    assert (refused.value.code, refused.value.status) == ("quota_exceeded", 429)
    session_begin(user=student, session_id=first.pk, config={})


def test_the_check_alone_uses_nothing(student: User) -> None:
    quota_check(user=student, name=Quota.SPEAKING)
    assert not Usage.objects.exists()


def test_an_expired_plan_counts_no_more_even_before_the_task_ran(student: User) -> None:
    student.plan, student.plan_expires_at = Plan.PREMIUM, timezone.now() - timedelta(seconds=1)
    assert plan_of(student) == Plan.FREE
    student.plan_expires_at = timezone.now() + timedelta(days=1)
    assert plan_of(student) == Plan.PREMIUM


def test_the_task_ends_plans_that_are_over_and_no_others(
    student: User, other_student: User, tutor: User
) -> None:
    now = timezone.now()
    for user, expiry in (
        (student, now - timedelta(minutes=1)),
        (other_student, now + timedelta(minutes=1)),
        (tutor, None),
    ):
        user.plan, user.plan_expires_at = Plan.PREMIUM, expiry
        user.save()
    for _ in range(2):
        plans_expire.delay()
    plans = dict(User.objects.values_list("email", "plan"))
    assert plans == {student.email: "FREE", other_student.email: "PREMIUM", tutor.email: "PREMIUM"}


def test_old_days_are_forgotten(student: User) -> None:
    long_ago = timezone.now().date() - timedelta(days=100)
    Usage.objects.create(user=student, name=Quota.LOOKUPS.value, day=long_ago, used=2)
    quota_spend(user=student, name=Quota.LOOKUPS)
    tidy.delay()
    assert Usage.objects.get().day != long_ago


def test_limits_are_in_the_order_of_the_table(student: User) -> None:
    assert [row.name for row in limits_of(student)] == [name.value for name in Quota]


@pytest.mark.parametrize(
    ("text", "value"), [("0", 0), ("1000", 1000), ("unlimited", None), ("true", None), ("no", ...)]
)
def test_a_limit_is_a_number_or_unlimited(text: str, value: Any) -> None:
    from django.core.exceptions import ImproperlyConfigured

    if value is not ...:
        assert limit("X", text) == value
        return
    with pytest.raises(ImproperlyConfigured, match="PLAN_X"):
        limit("PLAN_X", text)


def test_whose_premium_is_about_to_end_is_told_once(student: User, other_student: User) -> None:
    soon = timezone.now() + timedelta(days=6)
    later = timezone.now() + timedelta(days=8)
    User.objects.filter(pk=student.pk).update(plan=Plan.PREMIUM, plan_expires_at=soon)
    User.objects.filter(pk=other_student.pk).update(plan=Plan.PREMIUM, plan_expires_at=later)
    for _run in range(2):
        plans_expire()
    told = student.notifications.get()
    assert told.kind == NotificationKind.PLAN_EXPIRING
    assert told.payload["until"] == soon.isoformat()
    assert not other_student.notifications.exists()
    # Prolonged, it ends anew.
    User.objects.filter(pk=student.pk).update(plan_expires_at=soon + timedelta(hours=1))
    plans_expire()
    assert student.notifications.count() == 2
