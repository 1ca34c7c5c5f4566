"""A tutor with a student, another tutor with none."""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from accounts.models import Role, User
from conftest import PASSWORD, api_client
from tutoring.services.enrolments import enrolment_create


@pytest.fixture
def mine(tutor: User, student: User) -> User:
    """The student, in the tutor's care."""
    enrolment_create(tutor=tutor, student=student)
    return student


@pytest.fixture
def other_tutor(db: None) -> User:
    return User.objects.create_user("tina@example.com", PASSWORD, role=Role.TUTOR)


@pytest.fixture
def other_tutor_api(other_tutor: User) -> APIClient:
    return api_client(other_tutor)
