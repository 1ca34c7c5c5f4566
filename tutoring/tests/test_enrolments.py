from __future__ import annotations

import pytest
from django.db import IntegrityError

from accounts.models import User
from accounts.permissions import may_see
from learnenglish.common.errors import DomainError
from tutoring.models import ClassMember, Enrolment, TutorNote
from tutoring.selectors.classes import class_students
from tutoring.services.classes import class_create
from tutoring.services.enrolments import enrolment_create, enrolment_end
from tutoring.services.feedback import note_add

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


def test_only_students_are_looked_after(tutor: User, other_tutor: User) -> None:
    with pytest.raises(DomainError) as caught:
        enrolment_create(tutor=tutor, student=other_tutor)
    assert caught.value.code == "not_a_student"


def test_nobody_is_their_own_student(tutor: User) -> None:
    with pytest.raises(IntegrityError):
        Enrolment.objects.create(tutor=tutor, student=tutor)


def test_ending_an_enrolment_hides_the_student_and_loses_nothing(tutor: User, mine: User) -> None:
    note_add(tutor=tutor, student_id=mine.pk, text="Shy.")
    enrolment_end(by=tutor, student_id=mine.pk)
    assert not may_see(tutor, mine)
    assert Enrolment.objects.get().until is not None
    assert TutorNote.objects.get().text == "Shy."
    enrolment_create(tutor=tutor, student=mine)
    assert may_see(tutor, mine)
    assert Enrolment.objects.count() == 2


def test_who_leaves_a_tutor_leaves_their_classes_and_is_seen_there_no_more(
    tutor: User, other_tutor: User, mine: User
) -> None:
    groups = [class_create(tutor=one, name="B1") for one in (tutor, other_tutor)]
    for group in groups:
        ClassMember.objects.create(group=group, student=mine)
    enrolment_end(by=tutor, student_id=mine.pk)
    assert [class_students(group=group) for group in groups] == [[], [mine]]


def test_a_tutor_ends_no_other_tutor_s_enrolment(
    tutor: User, other_tutor: User, admin: User, mine: User
) -> None:
    with pytest.raises(DomainError) as caught:
        enrolment_end(by=other_tutor, student_id=mine.pk, tutor=tutor)
    assert caught.value.code == "not_found"
    enrolment_end(by=admin, student_id=mine.pk, tutor=tutor)
    assert not may_see(tutor, mine)


def test_a_student_with_two_tutors_stays_visible_to_both(
    tutor: User, other_tutor: User, mine: User
) -> None:
    enrolment_create(tutor=other_tutor, student=mine)
    assert may_see(tutor, mine)
    assert may_see(other_tutor, mine)
    enrolment_end(by=tutor, student_id=mine.pk)
    assert may_see(other_tutor, mine)
