"""What tutoring holds about a person."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from accounts import privacy
from accounts.models import User
from accounts.privacy import ExportFile, json_file, rows_of
from tutoring.models import (
    Assignment,
    Class,
    ClassMember,
    Enrolment,
    Feedback,
    Invitation,
    RatingEffect,
    Recommendation,
    RecommendationStatus,
    ScoreOverride,
    TutorNote,
)


def privacy_register() -> None:
    privacy.register(
        app="tutoring",
        covers=(
            "tutoring.Enrolment",
            "tutoring.Invitation",
            "tutoring.Feedback",
            "tutoring.ScoreOverride",
            "tutoring.TutorNote",
            "tutoring.Recommendation",
            "tutoring.Class",
            "tutoring.ClassMember",
            "tutoring.Assignment",
            "tutoring.RatingEffect",
        ),
        exporter=tutoring_export,
        eraser=tutoring_erase,
    )


def tutoring_export(*, user: User) -> Iterable[ExportFile]:
    """What was said to a person and what a tutor wrote. Drafts and notes are their writer's."""
    either = Q(tutor=user) | Q(student=user)
    seen = Recommendation.objects.filter(
        Q(tutor=user) | Q(student=user) & ~Q(status=RecommendationStatus.DRAFT)
    )
    overrides = ScoreOverride.objects.filter(Q(tutor=user) | Q(session__user=user))
    members = ClassMember.objects.filter(student=user)
    assignments = Assignment.objects.filter(Q(group__tutor=user) | Q(group__members__student=user))
    for name, rows in (
        ("enrolments", Enrolment.objects.filter(either)),
        ("invitations", Invitation.objects.filter(tutor=user)),
        ("feedback", Feedback.objects.filter(either)),
        ("scores", overrides),
        ("notes", TutorNote.objects.filter(tutor=user)),
        ("recommendations", seen),
        ("classes", Class.objects.filter(tutor=user)),
        ("memberships", members),
        ("assignments", assignments.distinct()),
        ("rated", RatingEffect.objects.filter(tutor=user)),
    ):
        yield json_file(f"{name}.json", rows_of(rows.order_by("id"), omit=("code_hash",)))


def tutoring_erase(*, user: User) -> None:
    """Of a student every word goes and the scores stay. A tutor's words for others stay theirs,
    without a name; who leaves is looked after no more, and that they were is counted."""
    now = timezone.now()
    Feedback.objects.filter(student=user).delete()
    TutorNote.objects.filter(student=user).delete()
    Recommendation.objects.filter(student=user).delete()
    ScoreOverride.objects.filter(session__user=user).update(reason="")
    for written in (Feedback, TutorNote, Recommendation, ScoreOverride):
        written._default_manager.filter(tutor=user).update(tutor=None)
    Invitation.objects.filter(tutor=user).delete()
    RatingEffect.objects.filter(tutor=user).delete()
    Class.objects.filter(tutor=user, ended_at=None).update(ended_at=now)
    ClassMember.objects.filter(student=user, left_at=None).update(left_at=now)
    Enrolment.objects.filter(Q(tutor=user) | Q(student=user), until=None).update(until=now)
