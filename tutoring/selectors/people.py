"""Whom a tutor or an admin works with. What is not theirs looks as if it were not there."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import Role, Status, User
from accounts.permissions import has_role, people_visible
from learnenglish.common.errors import DomainError, not_found
from speaking.models import SpeakResource


def staff_require(user: User) -> User:
    """``user``, a tutor or an admin. Raises DomainError ``not_a_tutor`` (403)."""
    if not has_role(user, Role.TUTOR, Role.ADMIN):
        raise DomainError("not_a_tutor", _("Only tutors and admins may do this."), status=403)
    return user


def students_of(*, viewer: User) -> QuerySet[User]:
    """A tutor's own students of now; everyone's for an admin. Who was erased is nobody's."""
    people = people_visible(staff_require(viewer)).filter(role=Role.STUDENT)
    return people.exclude(status=Status.ANONYMISED)


def student_get(*, viewer: User, student_id: UUID) -> User:
    """Raises DomainError ``not_a_tutor`` or ``not_found``, also for another tutor's student."""
    student = students_of(viewer=viewer).filter(pk=student_id).first()
    if student is None:
        raise not_found(_("There is no such student, or they are another tutor's."))
    return student


def student_session_get(*, viewer: User, session_id: UUID) -> SpeakResource:
    """A recording of one of ``viewer``'s students.

    Raises DomainError ``not_a_tutor`` or ``not_found``.
    """
    session = (
        SpeakResource.objects.select_related("topic", "user")
        .filter(pk=session_id, user__in=students_of(viewer=viewer).values("pk"))
        .first()
    )
    if session is None:
        raise not_found(_("There is no such recording, or it is another tutor's student's."))
    return session
