"""The reports of the synchronisation."""

from __future__ import annotations

from django.db import models

from learnenglish.common.models import BaseModel


class SynchronisationRun(BaseModel):
    """One run. ``report`` lists the findings of each check (``common.upkeep.Findings``), and for
    one that failed its ``error``. Without ``finished_at`` the run was cut off."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    repair = models.BooleanField(default=False)
    checked = models.PositiveBigIntegerField(default=0)
    wrong = models.PositiveBigIntegerField(default=0)
    repaired = models.PositiveBigIntegerField(default=0)
    failed = models.PositiveSmallIntegerField(default=0)
    report = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"
