from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import Status, User
from accounts.permissions import may_see
from learnenglish.common.errors import DomainError
from tutoring.models import ClassMember, Enrolment, Invitation
from tutoring.services.classes import class_create, class_end
from tutoring.services.codes import code_hash, code_of
from tutoring.services.invitations import (
    invitation_accept,
    invitation_create,
    invitation_revoke,
)

pytestmark = pytest.mark.django_db


def refusal(student: User, code: str) -> str:
    with pytest.raises(DomainError) as caught:
        invitation_accept(student=student, code=code)
    return caught.value.code


def test_a_code_is_read_in_any_case_and_with_look_alikes() -> None:
    assert code_hash("0al1e-7xyz1") == code_hash("OALIE 7XYZL")


def test_the_database_does_not_hold_the_code(tutor: User) -> None:
    made = invitation_create(tutor=tutor)
    stored = " ".join(str(value) for value in Invitation.objects.values().get().values())
    assert code_of(made.pk) not in stored
    assert code_of(made.pk).replace("-", "") not in stored


def test_a_link_puts_a_student_into_the_tutor_s_care_once(
    tutor: User, student: User, other_student: User
) -> None:
    code = code_of(invitation_create(tutor=tutor).pk)
    invitation_accept(student=student, code=code)
    assert may_see(tutor, student)
    invitation_accept(student=student, code=code)  # the link is opened again
    assert Invitation.objects.get().uses == 1
    assert Enrolment.objects.count() == 1
    assert refusal(other_student, code) == "invitation_used_up"


def test_a_tutor_who_was_suspended_gets_no_students(tutor: User, student: User) -> None:
    code = code_of(invitation_create(tutor=tutor).pk)
    tutor.status = Status.SUSPENDED
    tutor.save()
    assert refusal(student, code) == "not_found"


def test_a_late_a_revoked_and_a_made_up_code_let_nobody_in(tutor: User, student: User) -> None:
    made = invitation_create(tutor=tutor)
    code = code_of(made.pk)
    assert refusal(student, "AAAAA-AAAAA") == "not_found"
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert refusal(student, code) == "invitation_over"
    Invitation.objects.update(expires_at=timezone.now() + timedelta(days=1))
    invitation_revoke(by=tutor, invitation_id=made.pk)
    assert refusal(student, code) == "invitation_over"


def test_a_tutor_cannot_be_invited(tutor: User, other_tutor: User) -> None:
    assert refusal(other_tutor, code_of(invitation_create(tutor=tutor).pk)) == "not_a_student"


def test_a_class_is_joined_by_code_until_it_is_over(
    tutor: User, student: User, other_student: User
) -> None:
    group = class_create(tutor=tutor, name="Monday")
    code = code_of(invitation_create(tutor=tutor, group=group, max_uses=30).pk)
    invitation_accept(student=student, code=code)
    assert ClassMember.objects.get().student == student
    assert may_see(tutor, student)
    class_end(by=tutor, class_id=group.pk)
    assert refusal(other_student, code) == "invitation_over"


@pytest.mark.parametrize(("field", "value"), [("days", 0), ("days", 91), ("max_uses", 201)])
def test_an_invitation_is_neither_for_ever_nor_for_everyone(
    tutor_api: APIClient, field: str, value: int
) -> None:
    answer = tutor_api.post("/api/tutor/invitations", {field: value})
    assert answer.status_code == 400
    assert answer.json()["code"] == "out_of_range"
    assert answer.json()["errors"][0]["field"] == field


def test_invitations_over_rest(
    tutor_api: APIClient, other_tutor_api: APIClient, api: APIClient, tutor: User
) -> None:
    made = tutor_api.post("/api/tutor/invitations", {"max_uses": 2}).json()
    assert [one["id"] for one in tutor_api.get("/api/tutor/invitations").json()] == [made["id"]]
    assert other_tutor_api.get("/api/tutor/invitations").json() == []
    assert other_tutor_api.delete(f"/api/tutor/invitations/{made['id']}").status_code == 404
    joined = api.post("/api/join", {"code": made["code"].lower()})
    assert joined.json() == {"tutor": str(tutor), "class_name": ""}
    assert tutor_api.delete(f"/api/tutor/invitations/{made['id']}").status_code == 204
    over = api.post("/api/join", {"code": made["code"]})
    assert (over.status_code, over.json()["code"]) == (410, "invitation_over")
    assert api.post("/api/tutor/invitations", {}).status_code == 403
