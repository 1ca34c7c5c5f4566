"""Drafting, publishing and doing recommendations."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict
from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import NotificationKind, User
from accounts.notifications.services import notification_send
from history.models import Activity, UserHistory
from learnenglish.common.errors import DomainError, not_found
from speaking.models import Topic
from texts.models import ReviewCard
from texts.reviews.models import CardOrigin
from texts.reviews.services import card_keep
from texts.selectors import resource_get
from tutoring.models import Recommendation, RecommendationReason, RecommendationStatus
from tutoring.selectors.people import student_get, students_of
from tutoring.services.texts import text_clean

OPEN = (RecommendationStatus.DRAFT, RecommendationStatus.PUBLISHED)
# What counts as having done something with an explanation, and with a topic.
READING = (Activity.VIEW, Activity.LOOKUP, Activity.REVIEW)


def recommendation_draft(
    *,
    tutor: User,
    student_id: UUID,
    resource_id: UUID | None = None,
    topic_id: UUID | None = None,
    title: str = "",
    body: str = "",
    reason_kind: str = RecommendationReason.TUTOR,
    reason: str = "",
    note: str = "",
    due: date | None = None,
) -> Recommendation:
    """A draft of an explanation, a topic or, with neither, homework called ``title``.

    Raises DomainError ``not_a_tutor``, ``not_found``, ``one_thing_only``, ``text_missing``,
    ``text_too_long``, ``due_passed`` or ``already_recommended`` (409).
    """
    student = student_get(viewer=tutor, student_id=student_id)
    if resource_id is not None and topic_id is not None:
        raise DomainError("one_thing_only", _("Recommend one thing at a time."), field="topic_id")
    values: dict[str, Any] = {
        **_words(title=title, body=body, note=note, due=due),
        "reason_kind": reason_kind,
        "reason": text_clean(reason, field="reason", chars=300),
    }
    if resource_id is not None:
        values["resource"] = resource_get(user=student, resource_id=resource_id)
    elif topic_id is not None:
        values["topic"] = Topic.objects.filter(pk=topic_id, is_published=True).first()
        if values["topic"] is None:
            raise not_found(_("There is no such topic."))
    else:
        values["title"] = text_clean(title, field="title", chars=200, required=True)
    try:
        with transaction.atomic():
            return Recommendation.objects.create(tutor=tutor, student=student, **values)
    except IntegrityError as error:
        message = _("This is recommended already.")
        raise DomainError("already_recommended", message, status=409) from error


class RecommendationChanges(TypedDict, total=False):
    """What is left out stays as it is."""

    title: str
    body: str
    note: str
    due: date | None


@transaction.atomic
def recommendation_edit(
    *, tutor: User, recommendation_id: UUID, changes: RecommendationChanges
) -> Recommendation:
    """Change the words and the date of a draft, or of what is published and not done.

    Raises DomainError ``not_found``, ``text_missing``, ``text_too_long``, ``due_passed`` or
    ``recommendation_over`` (409).
    """
    found = _open(tutor, recommendation_id)
    due = changes.get("due", found.due)
    values = _words(
        title=changes.get("title", found.title),
        body=changes.get("body", found.body),
        note=changes.get("note", found.note),
        due=due if due != found.due else None,
    )
    if found.resource_id is None and found.topic_id is None and not values["title"]:
        raise DomainError("text_missing", _("Write a few words."), field="title")
    for name, value in {**values, "due": due}.items():
        setattr(found, name, value)
    found.save()
    return found


@transaction.atomic
def recommendation_publish(*, tutor: User, recommendation_id: UUID) -> Recommendation:
    """Show a draft to its student; doing it twice changes nothing.

    Raises DomainError ``not_found`` or ``recommendation_over`` (409).
    """
    found = _open(tutor, recommendation_id)
    if found.status == RecommendationStatus.PUBLISHED:
        return found
    found.status = RecommendationStatus.PUBLISHED
    found.tutor = tutor
    found.published_at = timezone.now()
    found.save()
    notification_send(
        user=found.student,
        kind=NotificationKind.RECOMMENDATION,
        key=str(found.pk),
        payload={"url": reverse("home"), "title": found.name[:200], "actor_id": str(tutor.pk)},
    )
    return found


@transaction.atomic
def recommendation_dismiss(*, tutor: User, recommendation_id: UUID) -> Recommendation:
    """Put a recommendation aside; the student does not see it any more.

    Raises DomainError ``not_found`` or ``recommendation_over`` (409).
    """
    found = _open(tutor, recommendation_id)
    found.status = RecommendationStatus.DISMISSED
    found.save(update_fields=["status", "updated_at"])
    return found


def recommendation_keep(*, student: User, recommendation_id: UUID) -> ReviewCard:
    """Keep a recommended explanation as a card; doing it twice changes nothing.

    Raises DomainError ``not_found`` or ``nothing_to_keep`` (409).
    """
    found = (
        Recommendation.objects.select_related("resource")
        .filter(pk=recommendation_id, student=student)
        .filter(status__in=(RecommendationStatus.PUBLISHED, RecommendationStatus.DONE))
        .first()
    )
    if found is None:
        raise not_found(_("There is no such recommendation."))
    if found.resource is None:
        message = _("Only explanations can be kept as cards.")
        raise DomainError("nothing_to_keep", message, status=409)
    resource = resource_get(user=student, resource_id=found.resource.pk)
    return card_keep(user=student, resource=resource, origin=CardOrigin.TUTOR)


def recommendation_done(*, student: User, recommendation_id: UUID) -> Recommendation:
    """Homework in words is done when the student says so.

    Raises DomainError ``not_found`` or ``done_by_doing`` (409).
    """
    found = Recommendation.objects.filter(
        pk=recommendation_id, student=student, status=RecommendationStatus.PUBLISHED
    ).first()
    if found is None:
        raise not_found(_("There is no such recommendation, or it is done."))
    if found.resource_id or found.topic_id:
        message = _("This is noticed by itself, as soon as you have done it.")
        raise DomainError("done_by_doing", message, status=409)
    found.status, found.done_at = RecommendationStatus.DONE, timezone.now()
    found.save(update_fields=["status", "done_at", "updated_at"])
    return found


def recommendations_notice(entry: UserHistory) -> int:
    """What ``entry`` shows to be done, as soon as it is in the history: how many there were."""
    open_ones = Recommendation.objects.filter(
        student_id=entry.user_id, status=RecommendationStatus.PUBLISHED
    )
    if entry.kind in READING and entry.text_resource_id is not None:
        done = open_ones.filter(resource_id=entry.text_resource_id)
    elif entry.kind == Activity.SESSION and entry.speak_resource_id is not None:
        done = open_ones.filter(topic__sessions=entry.speak_resource_id)
    else:
        return 0
    now = timezone.now()
    return done.update(status=RecommendationStatus.DONE, done_at=now, updated_at=now)


def _open(tutor: User, recommendation_id: UUID) -> Recommendation:
    """Locked until the transaction's end."""
    recommendation = (
        Recommendation.objects.select_for_update(of=("self",))
        .select_related("student", "resource", "topic")
        .filter(pk=recommendation_id, student__in=students_of(viewer=tutor).values("pk"))
        .first()
    )
    if recommendation is None:
        raise not_found(_("There is no such recommendation, or it is another tutor's student's."))
    if recommendation.status not in OPEN:
        raise DomainError("recommendation_over", _("This is done or put aside."), status=409)
    return recommendation


def _words(*, title: str, body: str, note: str, due: date | None) -> dict[str, Any]:
    if due is not None and due < timezone.localdate():
        raise DomainError("due_passed", _("This day has passed."), field="due")
    return {
        "title": text_clean(title, field="title", chars=200),
        "body": text_clean(body, field="body", chars=4000),
        "note": text_clean(note, field="note", chars=1000),
        "due": due,
    }
