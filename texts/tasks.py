"""Tasks of explanations. Each may run twice without harm."""

from __future__ import annotations

from celery import shared_task


# Acknowledged at its start: with millions of rows it may take longer than the broker waits.
@shared_task(name="texts.ratings_recalculate", acks_late=False, time_limit=3600)
def ratings_recalculate() -> None:
    from texts.rating_job import ratings_recalculate as recalculate

    recalculate()


@shared_task(name="texts.impressions_flush")
def impressions_flush() -> None:
    from texts.impressions import impressions_flush as flush

    flush()


@shared_task(name="texts.reviews_remind")
def reviews_remind() -> None:
    from texts.reviews.reminders import reviews_remind as remind

    remind()


@shared_task(name="texts.reviews_fit")
def reviews_fit() -> None:
    from texts.reviews.learning import parameters_refit_due

    parameters_refit_due()
