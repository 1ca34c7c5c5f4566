"""What to rate next, and what earlier ratings changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from texts.models import RatingRun, ResourceRating, ResourceStatus, TextResource
from tutoring.models import RatingEffect

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class Effect:
    """A rating with where its explanation stood, and stands: ``*_now`` None before the next run."""

    resource: TextResource
    stars: int
    rated_at: datetime
    score_before: float
    place_before: int
    score_now: float | None = None
    place_now: int | None = None


def place_of(resource: TextResource) -> int:
    """1 is the first of its kind among what everyone finds."""
    return (
        TextResource.objects.filter(
            kind=resource.kind,
            created_by=None,
            status=ResourceStatus.PUBLISHED,
            rating_score__gt=resource.rating_score,
        ).count()
        + 1
    )


def resource_to_rate(
    *, tutor: User, kind: str = "", level: str = "", after: UUID | None = None
) -> TextResource | None:
    """The next explanation that ``tutor`` has not rated: those that most people see come first.
    ``after`` was passed over."""
    own = ResourceRating.objects.filter(resource=OuterRef("pk"), tutor=tutor)
    waiting = TextResource.objects.filter(
        ~Exists(own), created_by=None, status=ResourceStatus.PUBLISHED
    )
    if kind:
        waiting = waiting.filter(kind=kind)
    if level:
        waiting = waiting.filter(level=level)
    passed = TextResource.objects.filter(pk=after).first() if after else None
    if passed is not None:
        waiting = waiting.filter(
            Q(impressions__lt=passed.impressions)
            | Q(impressions=passed.impressions, pk__gt=passed.pk)
        )
    return waiting.order_by("-impressions", "pk").first()


def ratings_count(*, tutor: User) -> int:
    return ResourceRating.objects.filter(tutor=tutor).count()


def rating_effects(*, tutor: User, count: int = 10) -> list[Effect]:
    """``tutor``'s newest ratings and what the ranking made of them."""
    rows = list(
        RatingEffect.objects.filter(tutor=tutor)
        .select_related("resource")
        .defer("resource__content")
        .order_by("-rated_at")[:count]
    )
    stars = dict(
        ResourceRating.objects.filter(
            tutor=tutor, resource__in=[row.resource_id for row in rows]
        ).values_list("resource_id", "stars")
    )
    last = RatingRun.objects.exclude(finished_at=None).order_by("-started_at").first()
    places = _places([row.resource for row in rows])
    return [
        Effect(
            resource=row.resource,
            stars=stars.get(row.resource_id, 0),
            rated_at=row.rated_at,
            score_before=row.score_before,
            place_before=row.place_before,
            score_now=row.resource.rating_score if has_run else None,
            place_now=places[row.resource_id] if has_run else None,
        )
        for row in rows
        for has_run in [last is not None and last.started_at >= row.rated_at]
    ]


def _places(resources: list[TextResource]) -> dict[UUID, int]:
    """The place of each, in one query."""
    if not resources:
        return {}
    better = {
        f"n{number}": Count(
            "pk",
            filter=Q(kind=resource.kind, rating_score__gt=resource.rating_score),
        )
        for number, resource in enumerate(resources)
    }
    shared = TextResource.objects.filter(created_by=None, status=ResourceStatus.PUBLISHED)
    counts = shared.aggregate(**better)
    return {resource.pk: counts[f"n{number}"] + 1 for number, resource in enumerate(resources)}
