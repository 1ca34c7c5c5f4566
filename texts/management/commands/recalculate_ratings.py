"""``manage.py recalculate_ratings``: run the rating job now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from texts.rating_job import ratings_recalculate


class Command(BaseCommand):
    help = "Recalculate the rating of every explanation; the schedule does it every hour."

    def handle(self, *args: Any, **options: Any) -> None:
        run = ratings_recalculate()
        assert run.finished_at is not None
        seconds = (run.finished_at - run.started_at).total_seconds()
        self.stdout.write(
            f"{run.rows_changed:,} of {run.rows_total:,} ratings changed ({seconds:.1f} s)."
        )
