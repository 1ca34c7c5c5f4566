"""Learning how a person forgets: their parameters, from their own log."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import structlog
from django.conf import settings
from django.db.models import Count
from django.utils import timezone

from accounts.models import User
from texts.reviews.days import day_of, zone_for
from texts.reviews.models import ReviewLog, ReviewSettings

if TYPE_CHECKING:
    from texts.reviews.fitting import Fit, Review

log = structlog.get_logger(__name__)

# So many more answers than at the last fit may say something new.
GROWTH = 1.2


def parameters_refit(*, user: User) -> Fit | None:
    """Fit the person's parameters, and use them if they are better; None with too few answers.

    Cards keep their due dates; the next answers are scheduled by what was found.
    """
    from texts.reviews.fitting import parameters_fit

    histories = _histories(user)
    if sum(map(len, histories)) < settings.REVIEW_FIT_ANSWERS:
        return None
    fit = parameters_fit(histories)
    ReviewSettings.objects.update_or_create(
        user=user,
        defaults={
            "parameters": fit.parameters,
            "fitted_reviews": fit.answers,
            "fitted_at": timezone.now(),
        },
    )
    return fit


def parameters_refit_due() -> int:
    """Refit everyone whose log has grown enough; how many. One that fails holds up no other."""
    logs = ReviewLog.objects.filter(undone_at=None).values("user").annotate(answers=Count("id"))
    fitted = dict(ReviewSettings.objects.values_list("user", "fitted_reviews"))
    due = [
        row["user"]
        for row in logs.filter(answers__gte=settings.REVIEW_FIT_ANSWERS)
        if row["answers"] >= GROWTH * fitted.get(row["user"], 0)
    ]
    fitted_now = 0
    for user in User.objects.filter(pk__in=due).iterator():
        try:
            fitted_now += parameters_refit(user=user) is not None
        except Exception:
            log.exception("reviews_not_fitted", user_id=str(user.pk))
    return fitted_now


def _histories(user: User) -> list[list[Review]]:
    from texts.reviews.fitting import Review

    zone = zone_for(user)
    rows = (
        ReviewLog.objects.filter(user=user, undone_at=None)
        .order_by("card_id", "reviewed_at", "id")
        .values_list("card_id", "rating", "reviewed_at")
    )
    histories = []
    for _, answers in groupby(rows, key=lambda row: row[0]):
        history: list[Review] = []
        for _card, rating, at in answers:
            days = (day_of(at, zone) - day_of(history[-1].at, zone)).days if history else 0
            history.append(Review(rating, days, at))
        histories.append(history)
    return histories
