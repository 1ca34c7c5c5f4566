"""What changes who looks after whom."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Role, User
from accounts.permissions import has_role
from learnenglish.common.errors import DomainError, not_found
from tutoring.models import ClassMember, Enrolment


def enrolment_create(*, tutor: User, student: User) -> Enrolment:
    """Put ``student`` into ``tutor``'s care; doing it twice changes nothing.

    Raises DomainError ``not_a_tutor`` or ``not_a_student``.
    """
    if not tutor.is_tutor:
        raise DomainError(
            "not_a_tutor", _("%(name)s is not a tutor.") % {"name": tutor}, field="tutor"
        )
    if student.role != Role.STUDENT:
        raise DomainError(
            "not_a_student", _("%(name)s is not a student.") % {"name": student}, field="student"
        )
    enrolment, _made = Enrolment.objects.get_or_create(tutor=tutor, student=student, until=None)
    return enrolment


def enrolment_end(*, by: User, student_id: UUID, tutor: User | None = None) -> None:
    """``student_id`` leaves ``by``'s care and classes, or for an admin ``tutor``'s; what was done
    stays.

    Raises DomainError ``not_found``, also for another tutor's student.
    """
    of = tutor if tutor is not None and has_role(by, Role.ADMIN) else by
    ended = Enrolment.objects.filter(tutor=of, student_id=student_id, until=None)
    members = ClassMember.objects.filter(group__tutor=of, student_id=student_id, left_at=None)
    now = timezone.now()
    with transaction.atomic():
        if not ended.update(until=now):
            raise not_found(_("There is no such student, or they are another tutor's."))
        # Who is in a class is seen by its tutor, with all they do.
        members.update(left_at=now)
