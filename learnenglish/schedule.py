"""Celery beat's schedule in the database: what an admin changed there stays changed."""

from __future__ import annotations

from typing import Any

from django_celery_beat.models import PeriodicTask
from django_celery_beat.schedulers import DatabaseScheduler, ModelEntry

from learnenglish.work_signals import heartbeat


class KeptEntry(ModelEntry):
    @classmethod
    def from_entry(cls, name: str, app: Any = None, **entry: Any) -> ModelEntry:
        """``CELERY_BEAT_SCHEDULE`` fills in what is missing; the library would write it anew at
        every start."""
        known = PeriodicTask.objects.filter(name=name, task=entry["task"]).first()
        return cls(known, app=app) if known else super().from_entry(name, app=app, **entry)


class KeptScheduler(DatabaseScheduler):
    Entry = KeptEntry

    def tick(self, *args: Any, **kwargs: Any) -> float:
        """Also tells the health check that the schedule is alive."""
        heartbeat()
        return super().tick(*args, **kwargs)
