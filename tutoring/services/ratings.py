"""What a rating changes."""

from __future__ import annotations

from django.utils import timezone

from texts.models import ResourceRating
from tutoring.models import RatingEffect
from tutoring.selectors.ratings import place_of


def effect_begin(*, rating: ResourceRating) -> None:
    """Keep where the explanation stands while it is rated; rated again, it begins anew."""
    RatingEffect.objects.update_or_create(
        tutor_id=rating.tutor_id,
        resource_id=rating.resource_id,
        defaults={
            "rated_at": timezone.now(),
            "score_before": rating.resource.rating_score,
            "place_before": place_of(rating.resource),
        },
    )


def effect_forget(*, rating: ResourceRating) -> None:
    """A rating that is taken back changes nothing."""
    RatingEffect.objects.filter(tutor=rating.tutor_id, resource=rating.resource_id).delete()
