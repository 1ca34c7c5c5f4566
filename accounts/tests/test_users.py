"""Who may do what follows from role and status."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.test import Client

from accounts.models import Role, Status, User
from conftest import PASSWORD

pytestmark = pytest.mark.django_db


def test_addresses_are_unique_in_any_case_even_past_the_manager(student: User) -> None:
    with pytest.raises(IntegrityError):
        User.objects.bulk_create([User(email="Sofia@Example.com")])


@pytest.mark.parametrize(
    ("role", "status", "staff", "superuser"),
    [
        (Role.STUDENT, Status.ACTIVE, False, False),
        (Role.TUTOR, Status.ACTIVE, True, False),
        (Role.ADMIN, Status.ACTIVE, True, True),
        (Role.ADMIN, Status.SUSPENDED, False, False),
    ],
)
def test_rights_follow_from_role_and_status(
    role: str, status: str, staff: bool, superuser: bool
) -> None:
    user = User.objects.create_user("x@example.com", PASSWORD, role=role, status=status)
    assert (user.is_staff, user.is_superuser) == (staff, superuser)


def test_a_demoted_admin_is_no_superuser_any_more() -> None:
    admin = User.objects.create_superuser("a@example.com", PASSWORD)
    assert admin.is_superuser
    admin.role = Role.STUDENT
    admin.save(update_fields=["role"])
    admin.refresh_from_db()
    assert not admin.is_superuser


def test_someone_signs_up_on_the_page_and_is_in(client: Client) -> None:
    response = client.post("/accounts/signup/", {"email": "new@example.com", "password1": PASSWORD})
    assert response.status_code == 302
    assert client.get("/lookup").status_code == 200
    assert User.objects.get(email="new@example.com").role == Role.STUDENT


def test_someone_signs_in_on_the_page(client: Client, student: User) -> None:
    response = client.post("/accounts/login/", {"login": "Sofia@example.com", "password": PASSWORD})
    assert response.status_code == 302
    assert client.get("/settings/profile").status_code == 200


def test_the_profile_page_saves(client: Client, student: User) -> None:
    client.force_login(student)
    response = client.post(
        "/settings/profile",
        {
            "display_name": "Sofía",
            "native_language": "Spanish",
            "language": "es",
            "cefr_level": "B1",
            "cefr_target": "C1",
            "daily_goal_minutes": "25",
            "time_zone": "Europe/Madrid",
        },
    )
    assert response.status_code == 302
    student.refresh_from_db()
    assert (student.display_name, student.daily_goal_minutes) == ("Sofía", 25)


def test_a_student_does_not_get_into_the_admin(client: Client, student: User) -> None:
    client.force_login(student)
    assert client.get("/admin/").status_code == 302


def test_an_admin_sees_users_and_cannot_delete_them(client: Client, student: User) -> None:
    client.force_login(User.objects.create_superuser("a@example.com", PASSWORD))
    assert b"sofia@example.com" in client.get("/admin/accounts/user/").content
    assert client.get(f"/admin/accounts/user/{student.pk}/delete/").status_code == 403
