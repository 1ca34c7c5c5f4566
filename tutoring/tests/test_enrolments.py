from __future__ import annotations

import pytest
from django.db import IntegrityError

from accounts.models import User
from learnenglish.common.errors import DomainError
from tutoring.models import Enrolment
from tutoring.services import enrolment_create

pytestmark = pytest.mark.django_db


def test_enrolling_twice_changes_nothing(tutor: User, student: User) -> None:
    assert enrolment_create(tutor=tutor, student=student) == enrolment_create(
        tutor=tutor, student=student
    )
    assert Enrolment.objects.count() == 1


def test_only_tutors_look_after_students(student: User, other_student: User) -> None:
    with pytest.raises(DomainError) as caught:
        enrolment_create(tutor=other_student, student=student)
    assert caught.value.code == "not_a_tutor"


def test_nobody_is_their_own_student(tutor: User) -> None:
    with pytest.raises(IntegrityError):
        Enrolment.objects.create(tutor=tutor, student=tutor)
