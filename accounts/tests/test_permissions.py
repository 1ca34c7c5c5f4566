"""Who may do what: one set of rules behind REST, pages and the admin."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from rest_framework.request import Request

from accounts.models import Role, Status, User
from accounts.permissions import (
    IsAdmin,
    IsPerson,
    IsTutor,
    IsTutorOrAdmin,
    has_role,
    is_person,
    may_see,
    people_visible,
    role_required,
)
from conftest import PASSWORD
from tutoring.services.enrolments import enrolment_create

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> User:
    return User.objects.create_superuser("ada@example.com", PASSWORD)


@pytest.fixture
def people(student: User, tutor: User, admin: User) -> dict[str, User | AnonymousUser]:
    suspended = User.objects.create_user(
        "gone@example.com", PASSWORD, role=Role.ADMIN, status=Status.SUSPENDED
    )
    return {
        "stranger": AnonymousUser(),
        "student": student,
        "tutor": tutor,
        "admin": admin,
        "suspended": suspended,
    }


WHO_MAY = [
    (IsPerson, {"student", "tutor", "admin"}),
    (IsTutor, {"tutor"}),
    (IsAdmin, {"admin"}),
    (IsTutorOrAdmin, {"tutor", "admin"}),
]


@pytest.mark.parametrize(("permission", "allowed"), WHO_MAY)
def test_rest_lets_in_whom_the_rule_names(
    people: dict[str, Any], permission: Any, allowed: set[str]
) -> None:
    request = Request(RequestFactory().get("/"))
    let_in = set()
    for name, user in people.items():
        request.user = user
        if permission().has_permission(request, None):
            let_in.add(name)
    assert let_in == allowed


def test_a_page_sends_strangers_to_sign_in_and_refuses_other_roles(people: dict[str, Any]) -> None:
    page = role_required(Role.TUTOR, Role.ADMIN)(lambda request: HttpResponse("in"))

    def status(name: str) -> int:
        request = RequestFactory().get("/somewhere")
        request.user = people[name]
        try:
            return page(request).status_code
        except PermissionDenied:
            return 403

    answers = {name: status(name) for name in people}
    assert answers == {
        "stranger": 302,
        "student": 403,
        "tutor": 200,
        "admin": 200,
        "suspended": 302,
    }


def test_nobody_is_no_person() -> None:
    assert not is_person(None)
    assert not has_role(AnonymousUser(), Role.ADMIN)


def test_a_tutor_sees_their_own_students_of_now_and_nobody_else(
    tutor: User, student: User, other_student: User, admin: User
) -> None:
    assert set(people_visible(tutor)) == {tutor}
    enrolment = enrolment_create(tutor=tutor, student=student)
    assert set(people_visible(tutor)) == {tutor, student}
    assert may_see(tutor, student)
    assert not may_see(tutor, other_student)
    enrolment.until = timezone.now()
    enrolment.save()
    assert not may_see(tutor, student)


def test_another_tutors_student_stays_out_of_sight(tutor: User, student: User) -> None:
    other = User.objects.create_user("tina@example.com", PASSWORD, role=Role.TUTOR)
    enrolment_create(tutor=other, student=student)
    assert not may_see(tutor, student)


def test_a_former_tutor_sees_no_students(tutor: User, student: User) -> None:
    enrolment_create(tutor=tutor, student=student)
    tutor.role = Role.STUDENT
    tutor.save()
    assert set(people_visible(tutor)) == {tutor}


def test_an_admin_sees_everybody_and_a_student_themselves(
    student: User, other_student: User, admin: User
) -> None:
    assert set(people_visible(admin)) == {student, other_student, admin}
    assert set(people_visible(student)) == {student}


def test_the_suspended_see_nobody(people: dict[str, Any]) -> None:
    assert not people_visible(people["suspended"]).exists()


def test_in_the_admin_a_tutor_reads_about_their_own_students(
    client: Client, tutor: User, student: User, other_student: User
) -> None:
    enrolment_create(tutor=tutor, student=student)
    client.force_login(tutor)
    page = client.get("/admin/accounts/user/").content.decode()
    assert student.email in page
    assert other_student.email not in page
    address = f"/admin/accounts/user/{student.pk}/change/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"role": "ADMIN"}).status_code == 403
    other = client.get(f"/admin/accounts/user/{other_student.pk}/change/")
    assert other.status_code == 302, "as if there were nobody"
