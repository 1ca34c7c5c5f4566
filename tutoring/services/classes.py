"""Classes, who is in them, and what they are set."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import NotificationKind, Role, User
from accounts.notifications.services import notification_send
from accounts.permissions import has_role
from learnenglish.common.errors import DomainError, not_found
from speaking.models import Topic
from tutoring.models import Assignment, Class, ClassMember
from tutoring.selectors.classes import class_get
from tutoring.services.texts import text_clean


def class_create(*, tutor: User, name: str) -> Class:
    """Raises DomainError ``not_a_tutor`` (403), ``text_missing`` or ``text_too_long``."""
    if not has_role(tutor, Role.TUTOR):
        raise DomainError("not_a_tutor", _("Only a tutor has classes."), status=403)
    name = text_clean(name, field="name", chars=80, required=True)
    return Class.objects.create(tutor=tutor, name=name)


def class_end(*, by: User, class_id: UUID) -> Class:
    """Nobody joins any more and nothing is set; what was done stays.

    Raises DomainError ``not_found``.
    """
    group = class_get(viewer=by, class_id=class_id)
    if group.ended_at is None:
        group.ended_at = timezone.now()
        group.save(update_fields=["ended_at", "updated_at"])
    return group


def member_remove(*, by: User, class_id: UUID, student_id: UUID) -> None:
    """Raises DomainError ``not_found``."""
    group = class_get(viewer=by, class_id=class_id)
    members = ClassMember.objects.filter(group=group, student_id=student_id, left_at=None)
    if not members.update(left_at=timezone.now()):
        raise not_found(_("There is no such student in this class."))


def assignment_create(
    *, by: User, class_id: UUID, topic_id: UUID, due: date | None = None, note: str = ""
) -> Assignment:
    """Set everyone in a class a topic.

    Raises DomainError ``not_found``, ``class_over`` (409), ``topic_not_found``, ``due_passed``
    or ``text_too_long``.
    """
    group = class_get(viewer=by, class_id=class_id)
    if group.ended_at is not None:
        raise DomainError("class_over", _("This class is over."), status=409)
    topic = Topic.objects.filter(pk=topic_id, is_published=True).first()
    if topic is None:
        raise DomainError("topic_not_found", _("There is no such topic."), field="topic_id")
    if due is not None and due < timezone.localdate():
        raise DomainError("due_passed", _("This day has passed."), field="due")
    note = text_clean(note, field="note", chars=500)
    with transaction.atomic():
        assignment = Assignment.objects.create(group=group, topic=topic, due=due, note=note)
        for member in group.members.filter(left_at=None).select_related("student"):
            _tell(member.student, assignment, by=by)
    return assignment


def _tell(student: User, assignment: Assignment, *, by: User) -> None:
    payload = {
        "url": f"{reverse('speaking:live')}?topic={assignment.topic.slug}",
        "title": assignment.topic.title,
        "actor_id": str(by.pk),
    }
    if assignment.due is not None:
        payload["until"] = datetime.combine(assignment.due, time(12)).isoformat()
    notification_send(
        user=student, kind=NotificationKind.ASSIGNMENT, key=str(assignment.pk), payload=payload
    )
