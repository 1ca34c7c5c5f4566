"""Rating explanations one after another."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from texts.models import ResourceRating
from texts.quality.services import resource_rate
from tutoring.models import RatingEffect
from tutoring.selectors.ratings import place_of


@transaction.atomic
def rating_give(
    *, tutor: User, resource_id: UUID, stars: int, comment: str = ""
) -> tuple[ResourceRating, bool]:
    """Rate, and keep where the explanation stood; True if it is a first rating.

    Raises what ``resource_rate`` raises.
    """
    rating, is_new = resource_rate(
        tutor=tutor, resource_id=resource_id, stars=stars, comment=comment
    )
    RatingEffect.objects.update_or_create(
        tutor=tutor,
        resource=rating.resource,
        defaults={
            "rated_at": timezone.now(),
            "score_before": rating.resource.rating_score,
            "place_before": place_of(rating.resource),
        },
    )
    return rating, is_new
