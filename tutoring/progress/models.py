"""The daily roll-up of what people did."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from learnenglish.common.models import BaseModel


class DailyProgress(BaseModel):
    """What the history says a person did on a day, added up; ``day`` is a date as it was lived.

    Written by ``tutoring.progress.rollup`` alone and always from the rows, so that it can be
    thrown away. ``errors`` maps a category of mistakes in speech to how many there were.
    ``goal_minutes`` is what the person wanted that day: the one figure that no row holds.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="daily_progress"
    )
    day = models.DateField()
    lookups = models.PositiveIntegerField(default=0)
    sessions = models.PositiveIntegerField(default=0)
    sittings = models.PositiveIntegerField(default=0)
    words_met = models.PositiveIntegerField(default=0)
    spoken_ms = models.PositiveBigIntegerField(default=0)
    spoken_words = models.PositiveIntegerField(default=0)
    errors = models.JSONField(default=dict, blank=True)
    offset_min = models.SmallIntegerField(default=0)
    offset_max = models.SmallIntegerField(default=0)
    goal_minutes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "daily progress"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "day"], name="progress_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}, {self.day}"


class ProgressRun(BaseModel):
    """One run of the roll-up: all that was recorded before ``started_at`` is in it."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    days_written = models.PositiveIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["-started_at"], name="progress_run_newest")]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}: {self.days_written:,}"
