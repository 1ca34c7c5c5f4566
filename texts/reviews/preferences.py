"""How a person is asked: what they chose, else what the site's settings say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError

from learnenglish.common.errors import DomainError
from texts.reviews.models import ReviewSettings
from texts.reviews.scheduling import scheduler_make

if TYPE_CHECKING:
    import fsrs

    from accounts.models import User

CHOICES = frozenset({"desired_retention", "new_per_day", "reviews_per_day", "keeps_corrections"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """``parameters`` are FSRS's, fitted to this person, or empty for the package's own."""

    desired_retention: float
    new_per_day: int
    reviews_per_day: int
    keeps_corrections: bool
    parameters: list[float]
    fitted_reviews: int

    def scheduler(self) -> fsrs.Scheduler:
        return scheduler_make(parameters=self.parameters, desired_retention=self.desired_retention)


def preferences_of(*, user: User) -> Preferences:
    chosen = ReviewSettings.objects.filter(user=user).first() or ReviewSettings()
    retention = chosen.desired_retention
    new, reviews = chosen.new_per_day, chosen.reviews_per_day
    return Preferences(
        desired_retention=settings.REVIEW_RETENTION_PERCENT / 100
        if retention is None
        else retention,
        new_per_day=settings.REVIEW_NEW_PER_DAY if new is None else new,
        reviews_per_day=settings.REVIEW_CARDS_PER_DAY if reviews is None else reviews,
        keeps_corrections=chosen.keeps_corrections,
        parameters=chosen.parameters,
        fitted_reviews=chosen.fitted_reviews,
    )


def preferences_update(*, user: User, **changes: Any) -> Preferences:
    """Change some of CHOICES; None goes back to the site's setting. Cards keep their due dates.

    Raises DomainError ``invalid`` naming the field.
    """
    chosen, _ = ReviewSettings.objects.get_or_create(user=user)
    for name, value in changes.items():
        if name not in CHOICES:
            raise ValueError(f"{name} cannot be chosen")
        setattr(chosen, name, value)
    try:
        chosen.full_clean(exclude=["user"])
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise DomainError("invalid", messages[0], field=name) from error
    chosen.save(update_fields=[*changes, "updated_at"])
    return preferences_of(user=user)
