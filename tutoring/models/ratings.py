"""What a rating changed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from learnenglish.common.models import BaseModel


class RatingEffect(BaseModel):
    """Where an explanation stood when a tutor rated it: its score (0–100) and its place within
    its kind. With where it stands after the next run, that is what the rating changed, among
    everything else that happened."""

    tutor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rating_effects"
    )
    resource = models.ForeignKey(
        "texts.TextResource", on_delete=models.CASCADE, related_name="rating_effects"
    )
    rated_at = models.DateTimeField()
    score_before = models.FloatField()
    place_before = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tutor", "resource"], name="rating_effect_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["tutor", "-rated_at"], name="rating_effect_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.resource}: {self.score_before:.1f}"
