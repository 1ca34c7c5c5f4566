"""What changes who looks after whom."""

from __future__ import annotations

from accounts.models import User
from learnenglish.common.errors import DomainError
from tutoring.models import Enrolment


def enrolment_create(*, tutor: User, student: User) -> Enrolment:
    """Put ``student`` into ``tutor``'s care; doing it twice changes nothing.

    Raises DomainError ``not_a_tutor``.
    """
    if not tutor.is_tutor:
        raise DomainError("not_a_tutor", f"{tutor} is not a tutor.", field="tutor")
    enrolment, _ = Enrolment.objects.get_or_create(tutor=tutor, student=student, until=None)
    return enrolment
