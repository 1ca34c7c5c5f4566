"""Answers to minimal pairs."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel


class DrillOutcome(models.TextChoices):
    RIGHT = "RIGHT", _("Heard as meant")
    OTHER = "OTHER", _("Heard as the other word")
    UNSURE = "UNSURE", _("Could not be told")


class DrillAttempt(BaseModel):
    """One word said for one pair. The sound itself is not kept.

    ``probability`` is how likely ``target`` was heard, 0–1; ``scores`` are the evidence for it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drill_attempts"
    )
    contrast = models.CharField(max_length=10)
    target = models.CharField(max_length=30)
    other = models.CharField(max_length=30)
    outcome = models.CharField(max_length=6, choices=DrillOutcome.choices)
    probability = models.FloatField()
    scores = models.JSONField(default=dict)
    duration_ms = models.PositiveIntegerField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["user", "-id"], name="drill_user_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.target} / {self.other}: {self.outcome}"

    @property
    def heard(self) -> str:
        """The word heard; empty where it could not be told."""
        words = {DrillOutcome.RIGHT: self.target, DrillOutcome.OTHER: self.other}
        return words.get(DrillOutcome(self.outcome), "")
