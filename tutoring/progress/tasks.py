"""Tasks of the roll-up. Each may run twice without harm."""

from __future__ import annotations

from celery import shared_task


@shared_task(name="tutoring.progress_roll_up")
def progress_roll_up() -> None:
    from tutoring.progress.rollup import progress_roll_up as roll_up

    roll_up()
