"""Classes with what was done in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Role, User
from accounts.permissions import has_role
from history.models import UserHistory
from learnenglish.common.errors import not_found
from speaking.models import SessionStatus, SpeakResource
from tutoring.models import Assignment, Class, Invitation
from tutoring.selectors.students import StudentRow, student_rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Done:
    """``session_id`` is the best finished recording on the topic; None: not done yet."""

    student: User
    session_id: UUID | None = None
    score: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AssignmentProgress:
    assignment: Assignment
    students: list[Done]

    @property
    def done(self) -> int:
        return sum(one.session_id is not None for one in self.students)


def classes_of(*, viewer: User) -> QuerySet[Class]:
    """``viewer``'s classes with ``size``, or everyone's for an admin; running ones first."""
    classes = Class.objects.select_related("tutor").annotate(
        size=Count("members", filter=Q(members__left_at=None))
    )
    if not has_role(viewer, Role.ADMIN):
        classes = classes.filter(tutor=viewer)
    return classes.order_by(F("ended_at").desc(nulls_first=True), "name", "id")


def class_get(*, viewer: User, class_id: UUID) -> Class:
    """A class of ``viewer``'s, or any for an admin. Raises DomainError ``not_found``."""
    classes = Class.objects.select_related("tutor").filter(pk=class_id)
    if not has_role(viewer, Role.ADMIN):
        classes = classes.filter(tutor=viewer)
    found = classes.first()
    if found is None:
        raise not_found(_("There is no such class, or it is another tutor's."))
    return found


def invitations_of(*, viewer: User) -> QuerySet[Invitation]:
    """``viewer``'s invitations that still work, or everyone's for an admin; newest first."""
    working = Invitation.objects.filter(
        revoked_at=None, expires_at__gt=timezone.now(), uses__lt=F("max_uses")
    ).filter(Q(group=None) | Q(group__ended_at=None))
    if not has_role(viewer, Role.ADMIN):
        working = working.filter(tutor=viewer)
    return working.select_related("tutor", "group").order_by("-id")


def class_students(*, group: Class) -> list[User]:
    """Who is in ``group`` now, with ``last_activity``."""
    newest = (
        UserHistory.objects.filter(user=OuterRef("pk"))
        .order_by("-created_at", "-id")
        .values("created_at")
    )
    return list(
        User.objects.filter(class_memberships__group=group, class_memberships__left_at=None)
        .annotate(last_activity=Subquery(newest[:1]))
        .order_by("display_name", "email")
    )


def class_rows(*, group: Class) -> list[StudentRow]:
    return student_rows_of(class_students(group=group))


def class_assignments(*, group: Class) -> list[AssignmentProgress]:
    """What ``group`` was set, newest first, and who has done it: three queries."""
    students = class_students(group=group)
    assignments = list(group.assignments.select_related("topic").order_by("-id"))
    finished = _finished(
        student_ids=[student.pk for student in students],
        topic_ids={assignment.topic_id for assignment in assignments},
    )
    return [
        AssignmentProgress(
            assignment,
            [
                _best(student, assignment, finished[student.pk, assignment.topic_id])
                for student in students
            ],
        )
        for assignment in assignments
    ]


def assignments_of(*, student: User) -> list[tuple[Assignment, Done]]:
    """What ``student``'s classes set, what is still to do first, then by date."""
    assignments = list(
        Assignment.objects.filter(
            group__ended_at=None, group__members__student=student, group__members__left_at=None
        )
        .select_related("topic", "group", "group__tutor")
        .order_by("due", "-id")
        .distinct()
    )
    finished = _finished(
        student_ids=[student.pk], topic_ids={assignment.topic_id for assignment in assignments}
    )
    found = [
        (assignment, _best(student, assignment, finished[student.pk, assignment.topic_id]))
        for assignment in assignments
    ]
    return sorted(found, key=lambda pair: pair[1].session_id is not None)


_Finished = tuple[UUID, int | None, datetime]


def _finished(
    *, student_ids: Iterable[UUID], topic_ids: Iterable[UUID]
) -> defaultdict[tuple[UUID, UUID], list[_Finished]]:
    rows = SpeakResource.objects.filter(
        user__in=list(student_ids), topic__in=list(topic_ids), status=SessionStatus.COMPLETED
    ).values_list("user_id", "topic_id", "pk", "overall_score", "created_at")
    found: defaultdict[tuple[UUID, UUID], list[_Finished]] = defaultdict(list)
    for user_id, topic_id, pk, score, at in rows:
        found[user_id, topic_id].append((pk, score, at))
    return found


def _best(student: User, assignment: Assignment, finished: list[_Finished]) -> Done:
    since = [one for one in finished if one[2] >= assignment.created_at]
    if not since:
        return Done(student)
    session_id, score, at = max(since, key=lambda one: one[1] or 0)
    return Done(student, session_id, score, at)
