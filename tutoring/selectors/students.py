"""The list of students: one row each, in as many queries for two hundred as for one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from accounts.models import User
from history.models import UserHistory
from learnenglish.common.models import uuid7_floor
from speaking.models import SessionStatus, SpeakResource
from texts.models import ReviewCard
from texts.templatetags.texts_labels import area_label
from tutoring.models import Enrolment, Feedback
from tutoring.selectors.attention import (
    REPEATED_OF,
    Attention,
    attention_of,
    repeated_of,
    trend_of,
)
from tutoring.selectors.corrections import CorrectionCategories
from tutoring.selectors.people import student_get, students_of

RECENT_DAYS = 90
MINUTES_DAYS = 30
UNANSWERED_DAYS = 30
SCORES = 10
# Beyond so many students one searches; the most recently active come first.
MAX_STUDENTS = 500


@dataclass(frozen=True, slots=True)
class StudentRow:
    """``minutes`` spoken in 30 days; ``scores`` overall, oldest first; ``trend`` in points."""

    student: User
    last_activity: datetime | None
    minutes: int
    reviews_due: int
    cefr_estimate: str
    scores: tuple[int, ...]
    trend: float | None
    unanswered: int
    attention: list[Attention]
    tutors: tuple[str, ...]

    @property
    def urgency(self) -> int:
        return sum(reason.weight for reason in self.attention)


@dataclass(slots=True)
class _Sessions:
    """A student's last recordings, newest first."""

    scores: list[int] = field(default_factory=list)
    levels: list[str] = field(default_factory=list)
    categories: list[frozenset[str]] = field(default_factory=list)


def student_rows(*, viewer: User, query: str = "", level: str = "") -> list[StudentRow]:
    """``viewer``'s students whose name or address has ``query``, the most urgent first.

    Raises DomainError ``not_a_tutor``.
    """
    students = students_of(viewer=viewer)
    if query.strip():
        words = query.strip()[:100]
        students = students.filter(Q(display_name__icontains=words) | Q(email__icontains=words))
    if level:
        students = students.filter(cefr_level=level)
    newest = (
        UserHistory.objects.filter(user=OuterRef("pk"))
        .order_by("-created_at", "-id")
        .values("created_at")
    )
    people = list(
        User.objects.filter(pk__in=students.values("pk"))
        .annotate(last_activity=Subquery(newest[:1]))
        .order_by(F("last_activity").desc(nulls_last=True), "pk")[:MAX_STUDENTS]
    )
    return student_rows_of(people)


def student_row(*, viewer: User, student_id: UUID) -> StudentRow:
    """Raises DomainError ``not_a_tutor`` or ``not_found``, also for another tutor's student."""
    student = student_get(viewer=viewer, student_id=student_id)
    newest = UserHistory.objects.filter(user=student).order_by("-created_at", "-id")
    student.last_activity = newest.values_list("created_at", flat=True).first()  # type: ignore[attr-defined]
    return student_rows_of([student])[0]


def student_rows_of(people: Sequence[User]) -> list[StudentRow]:
    """The rows of ``people``, who carry ``last_activity``, the most urgent first."""
    ids = [person.pk for person in people]
    now = timezone.now()
    sessions = _sessions(ids, now)
    minutes = _minutes(ids, now)
    due = _reviews_due(ids, now)
    waiting = dict(unanswered_recordings(ids).order_by().values_list("user").annotate(Count("pk")))
    tutors = _tutors(ids)
    rows = [
        _row(
            person,
            now=now,
            sessions=sessions[person.pk],
            minutes=minutes.get(person.pk, 0),
            due=due.get(person.pk, 0),
            unanswered=waiting.get(person.pk, 0),
            tutors=tuple(tutors[person.pk]),
        )
        for person in people
    ]
    oldest = datetime.min.replace(tzinfo=now.tzinfo)
    return sorted(rows, key=lambda row: (-row.urgency, row.last_activity or oldest))


def unanswered_recordings(student_ids: Any) -> QuerySet[SpeakResource]:
    """Recordings of the last 30 days that no tutor has said anything about, oldest first.

    ``student_ids`` is a list of ids, or a query for them.
    """
    since = timezone.now() - timedelta(days=UNANSWERED_DAYS)
    return (
        SpeakResource.objects.filter(
            ~Exists(Feedback.objects.filter(session=OuterRef("pk"))),
            user__in=student_ids,
            status=SessionStatus.COMPLETED,
            pk__gte=uuid7_floor(since),
        )
        .exclude(audio="")
        .order_by("id")
    )


def _row(
    person: User,
    *,
    now: datetime,
    sessions: _Sessions,
    minutes: int,
    due: int,
    unanswered: int,
    tutors: tuple[str, ...],
) -> StudentRow:
    trend = trend_of(sessions.scores)
    last_activity: datetime | None = getattr(person, "last_activity", None)
    levels = Counter(sessions.levels[:REPEATED_OF]).most_common(1)
    return StudentRow(
        student=person,
        last_activity=last_activity,
        minutes=minutes,
        reviews_due=due,
        cefr_estimate=levels[0][0] if levels else "",
        scores=tuple(reversed(sessions.scores)),
        trend=trend,
        unanswered=unanswered,
        attention=attention_of(
            now=now,
            last_activity=last_activity,
            trend=trend,
            repeated=[(area_label(name), n) for name, n in repeated_of(sessions.categories)[:1]],
            unanswered=unanswered,
        ),
        tutors=tutors,
    )


def _sessions(ids: list[UUID], now: datetime) -> defaultdict[UUID, _Sessions]:
    """Two queries: which recordings are the last ones, then what only the newest are asked for."""
    ranked = (
        SpeakResource.objects.filter(
            user__in=ids,
            status=SessionStatus.COMPLETED,
            pk__gte=uuid7_floor(now - timedelta(days=RECENT_DAYS)),
        )
        .annotate(rank=Window(RowNumber(), partition_by=F("user"), order_by=F("id").desc()))
        .filter(rank__lte=SCORES)
        .values_list("user_id", "pk", "overall_score", "rank")
    )
    found: defaultdict[UUID, _Sessions] = defaultdict(_Sessions)
    newest: list[UUID] = []
    for user_id, pk, score, rank in sorted(ranked, key=lambda row: row[3]):
        if score is not None:
            found[user_id].scores.append(score)
        if rank <= REPEATED_OF:
            newest.append(pk)
    facts = (
        SpeakResource.objects.filter(pk__in=newest)
        .order_by("-id")
        .values_list("user_id", "evaluation__cefr_estimate", CorrectionCategories(F("evaluation")))
    )
    for user_id, level, categories in facts:
        if level:
            found[user_id].levels.append(level)
        found[user_id].categories.append(frozenset(filter(None, categories or [])))
    return found


def _minutes(ids: list[UUID], now: datetime) -> dict[UUID, int]:
    spoken = (
        SpeakResource.objects.filter(
            user__in=ids, pk__gte=uuid7_floor(now - timedelta(days=MINUTES_DAYS))
        )
        .order_by()
        .values_list("user")
        .annotate(Sum("duration_ms"))
    )
    return {user_id: round(ms / 60_000) for user_id, ms in spoken}


def _reviews_due(ids: list[UUID], now: datetime) -> dict[UUID, int]:
    due = ReviewCard.objects.filter(
        Q(buried_until__isnull=True) | Q(buried_until__lte=now),
        user__in=ids,
        suspended_at=None,
        due__lte=now,
    )
    return dict(due.order_by().values_list("user").annotate(Count("pk")))


def _tutors(ids: list[UUID]) -> defaultdict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    enrolments = Enrolment.objects.filter(student__in=ids, until=None).order_by("id")
    names = enrolments.values_list("student_id", "tutor__display_name", "tutor__email")
    for student_id, name, email in names:
        found[student_id].append(name or email)
    return found
