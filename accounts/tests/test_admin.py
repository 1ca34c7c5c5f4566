"""The admin's pages about people: what admins do, what is logged, what nobody can do there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.admin import AT_ONCE
from accounts.models import Plan, Role, Status, User
from accounts.plans import Quota, quota_spend
from conftest import PASSWORD, api_client

pytestmark = pytest.mark.django_db
LIST = "/admin/accounts/user/"


@pytest.fixture
def admin(db: None) -> User:
    return User.objects.create_user("ada@example.com", PASSWORD, role=Role.ADMIN)


@pytest.fixture
def page(admin: User, client: Client) -> Client:
    client.force_login(admin)
    return client


def act(page: Client, action: str, *people: User, **more: str) -> str:
    data = {"action": action, "_selected_action": [str(user.pk) for user in people], **more}
    answer = page.post(LIST, data, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def log_of(user: User) -> list[tuple[str, str]]:
    entries = LogEntry.objects.filter(object_id=str(user.pk)).order_by("pk")
    return [(entry.user.email, entry.get_change_message()) for entry in entries]


def test_suspending_ends_sessions_and_tokens_and_is_logged(
    page: Client, student: User, other_student: User
) -> None:
    api = api_client(student)
    assert "2 accounts changed" in act(page, "suspend", student, other_student)
    assert api.get("/auth/me").status_code == 401
    assert log_of(student) == [("ada@example.com", "suspended")]
    assert "0 accounts changed" in act(page, "suspend", student)
    assert "1 account changed" in act(page, "reactivate", student)
    student.refresh_from_db()
    assert student.status == Status.ACTIVE
    assert api.get("/auth/me").status_code == 401, "who was suspended signs in again"


def test_an_admin_never_closes_their_own_account_also_not_among_others(
    page: Client, admin: User, student: User
) -> None:
    html = act(page, "suspend", admin, student)
    assert "not yours to close" in html
    assert "1 account changed" in html
    admin.refresh_from_db()
    assert admin.status == Status.ACTIVE
    act(page, "anonymise", admin, sure="yes")
    admin.refresh_from_db()
    assert admin.status == Status.ACTIVE


def test_premium_is_given_prolonged_and_taken(page: Client, student: User) -> None:
    act(page, "make_premium", student)
    student.refresh_from_db()
    assert student.plan == Plan.PREMIUM
    assert student.plan_expires_at is not None
    assert 29.9 < (student.plan_expires_at - timezone.now()) / timedelta(days=1) <= 30
    act(page, "make_premium", student)
    student.refresh_from_db()
    assert student.plan_expires_at is not None
    assert 59.9 < (student.plan_expires_at - timezone.now()) / timedelta(days=1) <= 60
    act(page, "make_free", student)
    assert User.objects.filter(pk=student.pk, plan=Plan.FREE, plan_expires_at=None).exists()
    assert [note for _who, note in log_of(student)] == [
        "plan: Premium",
        "plan: Premium",
        "plan: Free",
    ]


def test_a_premium_without_an_end_gets_none_by_being_given_again(
    page: Client, student: User
) -> None:
    User.objects.filter(pk=student.pk).update(plan=Plan.PREMIUM)
    assert "0 accounts changed" in act(page, "make_premium", student)
    assert User.objects.get(pk=student.pk).plan_expires_at is None


def test_a_link_for_a_new_password_goes_to_its_owner(page: Client, student: User) -> None:
    act(page, "send_reset", student)
    (sent,) = mail.outbox
    assert sent.to == [student.email]
    assert "/accounts/password/reset/key/" in str(sent.body)


def test_anonymising_asks_first_and_is_logged_without_the_name(
    page: Client,
    student: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    html = act(page, "anonymise", student)
    assert "cannot be taken back" in html
    student.refresh_from_db()
    assert student.status == Status.ACTIVE
    with django_capture_on_commit_callbacks(execute=True):
        act(page, "anonymise", student, sure="yes")
    student.refresh_from_db()
    assert student.status == Status.ANONYMISED
    entry = LogEntry.objects.get(object_id=str(student.pk))
    assert (entry.change_message, entry.object_repr) == ("anonymised", str(student.pk))
    assert page.get(f"{LIST}{student.pk}/change/").status_code == 200
    assert page.post(f"{LIST}{student.pk}/change/", {"role": "ADMIN"}).status_code == 403


@pytest.mark.parametrize("action", ["anonymise", "send_reset"])
def test_what_cannot_be_taken_back_is_not_done_to_everyone_by_mistake(
    page: Client, action: str
) -> None:
    people = [User(email=f"{number}@example.com") for number in range(AT_ONCE + 1)]
    User.objects.bulk_create(people)
    html = act(page, action, people[0], select_across="1", sure="yes")
    assert "Choose at most 100" in html
    assert not User.objects.exclude(status=Status.ACTIVE).exists()
    assert mail.outbox == []


def form_of(user: User) -> dict[str, str]:
    return {
        "display_name": user.display_name,
        "role": user.role,
        "plan": user.plan,
        "plan_expires_at_0": "",
        "plan_expires_at_1": "",
        "cefr_level": user.cefr_level,
        "cefr_target": user.cefr_target,
        "native_language": "",
        "time_zone": "UTC",
        "daily_goal_minutes": "10",
        "usage-TOTAL_FORMS": "0",
        "usage-INITIAL_FORMS": "0",
    }


def test_the_log_says_what_was_and_what_is_but_no_name(page: Client, student: User) -> None:
    data = {**form_of(student), "role": "TUTOR", "display_name": "Zofia"}
    assert page.post(f"{LIST}{student.pk}/change/", data).status_code == 302
    student.refresh_from_db()
    assert student.role == Role.TUTOR
    assert log_of(student) == [("ada@example.com", "display_name changed; role: STUDENT → TUTOR")]
    assert "STUDENT → TUTOR" in page.get(f"{LIST}{student.pk}/history/").content.decode()


def test_the_form_changes_neither_status_nor_address_nor_ones_own_role(
    page: Client, admin: User, student: User
) -> None:
    data = {**form_of(student), "status": "SUSPENDED", "email": "x@example.com"}
    page.post(f"{LIST}{student.pk}/change/", data)
    student.refresh_from_db()
    assert (student.status, student.email) == ("ACTIVE", "sofia@example.com")
    page.post(f"{LIST}{admin.pk}/change/", {**form_of(admin), "role": "STUDENT"})
    admin.refresh_from_db()
    assert admin.role == Role.ADMIN


def test_the_plan_and_what_is_used_of_it_are_on_the_persons_page(
    page: Client, student: User
) -> None:
    quota_spend(user=student, name=Quota.LOOKUPS)
    html = page.get(f"{LIST}{student.pk}/change/").content.decode()
    assert "Look-ups today: 1 / 1000" in html
    assert "lookups_per_day" in html


def test_people_are_found_by_filter_and_by_name(page: Client, student: User, tutor: User) -> None:
    html = page.get(f"{LIST}?role__exact=TUTOR&status__exact=ACTIVE").content.decode()
    assert tutor.email in html
    assert student.email not in html
    assert student.email in page.get(f"{LIST}?q=sofia").content.decode()


def test_a_tutor_changes_nobody(client: Client, tutor: User, student: User) -> None:
    client.force_login(tutor)
    for action in ("suspend", "make_premium", "anonymise"):
        client.post(LIST, {"action": action, "_selected_action": [str(student.pk)], "sure": "yes"})
    student.refresh_from_db()
    assert (student.status, student.plan) == ("ACTIVE", "FREE")


def test_nobody_is_made_deleted_or_acted_for_there(page: Client, student: User) -> None:
    assert page.get(f"{LIST}add/").status_code == 403
    assert page.post(f"{LIST}{student.pk}/delete/", {"post": "yes"}).status_code == 403
    for name in ("hijack", "impersonate", "loginas", "login_as"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
