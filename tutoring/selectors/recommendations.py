"""Recommendations as their student and their tutors see them."""

from __future__ import annotations

from django.db.models import F, QuerySet

from accounts.models import User
from tutoring.models import Recommendation, RecommendationStatus


def recommendations_of(*, student: User) -> QuerySet[Recommendation]:
    """All of a student's, for tutors: drafts, then what is to do, then what is over."""
    return (
        Recommendation.objects.filter(student=student)
        .exclude(status=RecommendationStatus.DISMISSED)
        .select_related("resource", "topic", "tutor")
        .order_by("-id")
    )


def recommendations_published(*, student: User) -> QuerySet[Recommendation]:
    """What ``student`` sees: to do and done, newest first. Never a draft."""
    return recommendations_of(student=student).filter(
        status__in=(RecommendationStatus.PUBLISHED, RecommendationStatus.DONE)
    )


def recommendations_open(*, student: User) -> QuerySet[Recommendation]:
    """What ``student`` is still to do, the most urgent first."""
    return (
        recommendations_published(student=student)
        .filter(status=RecommendationStatus.PUBLISHED)
        .order_by(F("due").asc(nulls_last=True), "-id")
    )
