"""What a tutor sees of one student."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from accounts.models import User
from speaking.models import SessionStatus, SpeakResource
from speaking.selectors import session_list
from texts.models import ReviewCard
from tutoring.models import Feedback

RECORDINGS = 20
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class ErrorExample:
    """A mistake heard, and where."""

    original: str
    corrected: str
    session_id: UUID
    start_ms: int | None


@dataclass(slots=True)
class RecurringError:
    """A kind of mistake in the last recordings; ``topics`` are slugs of grammar topics named."""

    category: str
    count: int = 0
    recordings: int = 0
    examples: list[ErrorExample] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)


def student_recordings(*, student: User) -> QuerySet[SpeakResource]:
    """Newest first, with ``answered`` and the number of ``comments``."""
    said = Feedback.objects.filter(session=OuterRef("pk"))
    return session_list(user=student).annotate(answered=Exists(said), comments=Count("feedback"))


def recurring_errors(*, student: User) -> list[RecurringError]:
    """Kinds of mistakes in the last 20 recordings, the most widespread first, with examples."""
    rows = (
        SpeakResource.objects.filter(user=student, status=SessionStatus.COMPLETED)
        .order_by("-id")
        .values_list("pk", "evaluation__corrections")[:RECORDINGS]
    )
    found: defaultdict[str, RecurringError] = defaultdict(lambda: RecurringError(""))
    for session_id, corrections in rows:
        seen: set[str] = set()
        for one in corrections or []:
            category = one.get("category") or "other"
            error = found[category]
            error.category = category
            error.count += 1
            error.recordings += category not in seen
            seen.add(category)
            if one.get("topic") and one["topic"] not in error.topics:
                error.topics.append(one["topic"])
            if len(error.examples) < EXAMPLES:
                error.examples.append(
                    ErrorExample(
                        one.get("original", ""),
                        one.get("corrected", ""),
                        session_id,
                        one.get("start_ms"),
                    )
                )
    return sorted(found.values(), key=lambda error: (-error.recordings, -error.count))


def words_in_review(*, student: User, count: int = 12) -> list[ReviewCard]:
    """Cards a student finds hard: those forgotten most often, then those due."""
    cards = ReviewCard.objects.filter(user=student, suspended_at=None)
    return list(cards.order_by("-lapses", "due")[:count])


def review_counts(*, student: User) -> tuple[int, int]:
    """How many cards ``student`` keeps, and how many of them are due."""
    cards = ReviewCard.objects.filter(user=student, suspended_at=None)
    return cards.count(), cards.filter(due__lte=timezone.now()).count()


def feedback_given(*, student: User) -> QuerySet[Feedback]:
    """Newest first."""
    return (
        Feedback.objects.filter(student=student)
        .select_related("tutor", "session__topic", "resource")
        .order_by("-id")
    )
