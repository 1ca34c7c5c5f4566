"""What to recommend to a student, and why: computed, then for a tutor to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Role, User
from history.models import UserHistory
from speaking.models import SessionStatus, SpeakResource, Topic
from texts.models import ResourceKind, ResourceStatus, ReviewCard, TextResource
from texts.templatetags.texts_labels import area_label
from tutoring.models import Recommendation, RecommendationReason, RecommendationStatus
from tutoring.selectors.student_page import RecurringError, recurring_errors

# A kind of mistake in so many of the last recordings is worth a topic.
RECURRING = 2
PER_REASON = 2
# What fewer learners keep says nothing, and might say who they are.
PEERS = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Either ``resource`` or ``topic``; ``reason`` is for the student to read, too."""

    reason_kind: RecommendationReason
    reason: str
    resource: TextResource | None = None
    topic: Topic | None = None

    @property
    def name(self) -> str:
        return str(self.resource or self.topic)


def suggestions_for(*, student: User) -> list[Suggestion]:
    """By mistakes, by interest, by what similar learners keep, by level: up to two of each, and
    nothing twice, nothing done, nothing recommended already."""
    known = _known_resources(student)
    spoken = _known_topics(student)
    found: list[Suggestion] = []
    for suggestion in (
        *_by_errors(student, known),
        *_by_interest(student, spoken),
        *_by_peers(student, known),
        *_by_level(student, known),
    ):
        if suggestion.name not in {one.name for one in found}:
            found.append(suggestion)
    return found


def _shared() -> QuerySet[TextResource]:
    return TextResource.objects.filter(created_by=None, status=ResourceStatus.PUBLISHED).defer(
        "content"
    )


def _known_resources(student: User) -> set[UUID]:
    read = UserHistory.objects.filter(user=student, text_resource__kind=ResourceKind.GRAMMAR)
    kept = ReviewCard.objects.filter(user=student, resource__isnull=False)
    given = _recommended(student).filter(resource__isnull=False)
    return {
        *read.values_list("text_resource_id", flat=True),
        *kept.values_list("resource_id", flat=True),
        *given.values_list("resource_id", flat=True),
    }


def _known_topics(student: User) -> set[UUID]:
    spoken = SpeakResource.objects.filter(user=student, topic__isnull=False)
    given = _recommended(student).filter(topic__isnull=False)
    return {
        *spoken.values_list("topic_id", flat=True),
        *given.values_list("topic_id", flat=True),
    }


def _recommended(student: User) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(
        Q(student=student) & ~Q(status=RecommendationStatus.DISMISSED)
    )


def _by_errors(student: User, known: set[UUID]) -> Iterable[Suggestion]:
    recurring = [
        error for error in recurring_errors(student=student) if error.recordings >= RECURRING
    ]
    for error in recurring[:PER_REASON]:
        resource = _topic_for(error, known)
        if resource is not None:
            text = ngettext(
                "%(mistake)s went wrong in %(count)d recording.",
                "%(mistake)s went wrong in %(count)d recordings.",
                error.recordings,
            )
            words = {"mistake": area_label(error.category), "count": error.recordings}
            yield Suggestion(RecommendationReason.ERRORS, text % words, resource=resource)


def _topic_for(error: RecurringError, known: set[UUID]) -> TextResource | None:
    """The grammar topic that the corrections name, or the best one of their area."""
    grammar = _shared().filter(kind=ResourceKind.GRAMMAR).exclude(pk__in=known)
    named = grammar.filter(normalised__in=[f"topic:{slug}" for slug in error.topics]).first()
    return (
        named
        or grammar.filter(content__area=error.category).order_by("-rating_score", "level").first()
    )


def _by_interest(student: User, spoken: set[UUID]) -> Iterable[Suggestion]:
    tags: Counter[str] = Counter()
    practised = SpeakResource.objects.filter(
        user=student, status=SessionStatus.COMPLETED, topic__isnull=False
    )
    for words in practised.order_by("-id").values_list("topic__tags", flat=True)[:50]:
        tags.update(words or [])
    if not tags:
        return
    topics = Topic.objects.filter(is_published=True, level=student.cefr_level)
    ranked = sorted(
        (topic for topic in topics if topic.pk not in spoken),
        key=lambda topic: -max((tags[tag] for tag in topic.tags), default=0),
    )
    for topic in ranked[:PER_REASON]:
        shared = max(topic.tags, key=lambda tag: tags[tag], default="")
        if tags[shared]:
            reason = _("You like to talk about this: %(interest)s.") % {"interest": shared}
            yield Suggestion(RecommendationReason.INTEREST, reason, topic=topic)


def _by_peers(student: User, known: set[UUID]) -> Iterable[Suggestion]:
    similar = User.objects.filter(role=Role.STUDENT, cefr_level=student.cefr_level)
    kept = (
        ReviewCard.objects.filter(
            user__in=similar.exclude(pk=student.pk).values("pk"),
            resource__created_by=None,
            resource__status=ResourceStatus.PUBLISHED,
        )
        .exclude(resource__in=known)
        .values("resource")
        .annotate(people=Count("user", distinct=True))
        .filter(people__gte=PEERS)
        .order_by("-people", "resource")[:PER_REASON]
    )
    counts = {row["resource"]: row["people"] for row in kept}
    for resource in _shared().filter(pk__in=counts):
        words = {"count": counts[resource.pk], "level": student.cefr_level}
        reason = _("%(count)d learners at %(level)s keep this.") % words
        yield Suggestion(RecommendationReason.PEERS, reason, resource=resource)


def _by_level(student: User, known: set[UUID]) -> Iterable[Suggestion]:
    grammar = (
        _shared()
        .filter(kind=ResourceKind.GRAMMAR, level=student.cefr_level)
        .exclude(pk__in=known)
        .order_by("-rating_score", "text")
    )
    for resource in grammar[:PER_REASON]:
        reason = _("Learners at %(level)s should know this.") % {"level": student.cefr_level}
        yield Suggestion(RecommendationReason.LEVEL, reason, resource=resource)
