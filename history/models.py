"""What people did, one row each."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel


class Activity(models.TextChoices):
    LOOKUP = "LOOKUP", _("Look-up")
    VIEW = "VIEW", _("View")
    SEARCH = "SEARCH", _("Search")
    SESSION = "SESSION", _("Speaking")
    REVIEW = "REVIEW", _("Review")
    RATING = "RATING", _("Rating")
    FEEDBACK = "FEEDBACK", _("Feedback read")


class Validation(models.TextChoices):
    PENDING = "PENDING", _("Not checked")
    VALIDATED = "VALIDATED", _("Approved")
    REJECTED = "REJECTED", _("Rejected")


class UserHistory(BaseModel):
    """One act. ``metadata`` is small JSON, its keys set by ``history.services``."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="history"
    )
    kind = models.CharField(max_length=12, choices=Activity.choices)
    text_resource = models.ForeignKey(
        "texts.TextResource", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    speak_resource = models.ForeignKey(
        "speaking.SpeakResource", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    query = models.CharField(max_length=1000, blank=True)
    is_impression = models.BooleanField(default=False)
    validation_status = models.CharField(
        max_length=10, choices=Validation.choices, default=Validation.PENDING
    )
    metadata = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name_plural = "user history"
        indexes: ClassVar = [
            # A person's list, newest first, with and without the filter by kind.
            models.Index(fields=["user", "-id"], name="history_user_newest"),
            models.Index(fields=["user", "kind", "-id"], name="history_user_kind_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.query or self.text_resource_id or ''}"
