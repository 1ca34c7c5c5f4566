"""Hears what happens elsewhere: a recommendation is done as soon as its student did it, and each
rating, wherever it is given, has its effect on the rank told."""

from __future__ import annotations

from typing import Any

from history.models import UserHistory
from texts.models import ResourceRating
from tutoring.services.ratings import effect_begin, effect_forget
from tutoring.services.recommendations import recommendations_notice


def history_saved(*, instance: UserHistory, created: bool, **_: Any) -> None:
    if created:
        recommendations_notice(instance)


def rating_saved(*, instance: ResourceRating, raw: bool, **_: Any) -> None:
    if not raw:
        effect_begin(rating=instance)


def rating_deleted(*, instance: ResourceRating, **_: Any) -> None:
    effect_forget(rating=instance)
