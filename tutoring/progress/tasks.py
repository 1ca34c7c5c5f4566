"""Tasks of the roll-up. Each may run twice without harm."""

from __future__ import annotations

from celery import shared_task


# Acknowledged at its start: the first run over a grown history takes its time.
@shared_task(name="tutoring.progress_roll_up", acks_late=False, time_limit=3600)
def progress_roll_up() -> None:
    from tutoring.progress.rollup import progress_roll_up as roll_up

    roll_up()
