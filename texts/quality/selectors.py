"""What is known about the quality of explanations, and what the asker said about them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Avg, Count, QuerySet
from django.utils import timezone

from history.models import USES, UserHistory
from texts.models import ResourceRating, ResourceReport, TextResource
from texts.quality.authors import Author, author_of
from texts.quality.ranking import Ranking, ranking_of
from texts.rating_job import USAGE_DAYS

if TYPE_CHECKING:
    from accounts.models import User


LOW_STARS = 2


@dataclass(frozen=True, slots=True)
class ResourceQuality:
    """``my_rating`` and ``my_report`` (the newest) are the asker's own, never anyone else's."""

    author: Author
    ranking: Ranking
    my_rating: ResourceRating | None
    my_report: ResourceReport | None


def resource_quality(
    *, resources: Iterable[TextResource], user: User
) -> dict[UUID, ResourceQuality]:
    """By resource, in as many queries for a hundred as for one.

    ``resources`` are ones that ``user`` may see.
    """
    by_id = {resource.pk: resource for resource in resources}
    people = _people_lately(by_id)
    ratings = _rating_counts(by_id)
    own_ratings = ResourceRating.objects.filter(tutor=user, resource__in=by_id)
    own_reports = ResourceReport.objects.filter(reporter=user, resource__in=by_id).order_by("id")
    rated = {rating.resource_id: rating for rating in own_ratings}
    reported = {report.resource_id: report for report in own_reports}
    return {
        pk: ResourceQuality(
            author=author_of(resource, viewer=user),
            ranking=ranking_of(resource, people=people.get(pk, 0), ratings=ratings.get(pk, 0)),
            my_rating=rated.get(pk),
            my_report=reported.get(pk),
        )
        for pk, resource in by_id.items()
    }


def resource_etag(*, resource: TextResource, quality: ResourceQuality) -> str:
    """A weak entity tag of what ``quality``'s asker sees.

    It changes with the content, the rating, and the asker's own rating and report; not with every
    view that is counted, or nothing could ever be reused.
    """
    ranking, rating, report = quality.ranking, quality.my_rating, quality.my_report
    seen = (
        resource.pk,
        resource.updated_at,
        ranking.score,
        *(part.value for part in ranking.parts),
        quality.author,
        (rating.stars, rating.comment) if rating else None,
        (report.pk, report.status) if report else None,
    )
    return f'W/"{hashlib.sha256(repr(seen).encode()).hexdigest()[:32]}"'


def report_list() -> QuerySet[ResourceReport]:
    """All reports with what is shown of them, newest first."""
    return ResourceReport.objects.select_related("resource", "reporter", "resolved_by").order_by(
        "-id"
    )


def resources_rated_low(resources: QuerySet[TextResource]) -> QuerySet[TextResource]:
    """Of ``resources`` those whose ratings by tutors have a mean of LOW_STARS or less."""
    low = (
        ResourceRating.objects.values("resource")
        .annotate(mean=Avg("stars"))
        .filter(mean__lte=LOW_STARS)
    )
    return resources.filter(pk__in=low.values("resource"))


def _people_lately(ids: Iterable[UUID]) -> dict[UUID, int]:
    since = timezone.now() - timedelta(days=USAGE_DAYS)
    rows = (
        UserHistory.objects.filter(
            text_resource__in=list(ids), created_at__gte=since, kind__in=USES
        )
        .values("text_resource")
        .annotate(people=Count("user", distinct=True))
    )
    return {row["text_resource"]: row["people"] for row in rows}


def _rating_counts(ids: Iterable[UUID]) -> dict[UUID, int]:
    rows = (
        ResourceRating.objects.filter(resource__in=list(ids))
        .values("resource")
        .annotate(ratings=Count("pk"))
    )
    return {row["resource"]: row["ratings"] for row in rows}
