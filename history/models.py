"""What people did, one row each."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
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


# With these a learner uses an explanation; a tutor's rating is no use of it.
USES = (Activity.LOOKUP, Activity.VIEW, Activity.REVIEW)
# What a learner made oneself, so that there is something to check.
PRODUCED = (Activity.LOOKUP, Activity.SESSION, Activity.REVIEW)


class ResourceType(models.TextChoices):
    """What an act was about: a kind of explanation, or a recording."""

    VOCABULARY = "VOCABULARY", _("Word")
    PHRASE = "PHRASE", _("Phrase")
    GRAMMAR = "GRAMMAR", _("Grammar")
    SPEAKING = "SPEAKING", _("Recording")


class Validation(models.TextChoices):
    PENDING = "PENDING", _("Not checked")
    VALIDATED = "VALIDATED", _("Approved")
    REJECTED = "REJECTED", _("Rejected")


class UserHistory(BaseModel):
    """One act. ``created_at`` is when it was done and ``day`` the date it then was for the person:
    travelling later changes no day that was lived; ``utc_offset_minutes`` says where on the globe
    that was. The key is ordered by when we were told, which
    for what was done without a connection is later.

    ``resource_type`` stays when the resource is deleted; it is empty where there was none.
    ``is_first`` marks a person's first act with a resource. ``metadata`` holds figures and codes,
    no words of the person. A row with ``removed_at`` is not shown any more; ``history_purge``
    empties it, and only what progress counts remains.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="history",
        db_index=False,  # every index of a person's list begins with it
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    day = models.DateField(default=timezone.localdate, editable=False)
    utc_offset_minutes = models.SmallIntegerField(default=0, editable=False)
    kind = models.CharField(max_length=12, choices=Activity.choices)
    text_resource = models.ForeignKey(
        "texts.TextResource",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,  # history_resource_user
    )
    speak_resource = models.ForeignKey(
        "speaking.SpeakResource",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,  # history_session
    )
    resource_type = models.CharField(max_length=10, choices=ResourceType.choices, blank=True)
    is_first = models.BooleanField(default=False)
    query = models.CharField(max_length=1000, blank=True)
    is_impression = models.BooleanField(default=False)
    validation_status = models.CharField(
        max_length=10, choices=Validation.choices, default=Validation.PENDING
    )
    validation_note = models.CharField(max_length=1000, blank=True)
    validated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,  # history_validator
    )
    validated_at = models.DateTimeField(null=True, blank=True)
    metadata = models.JSONField(default=dict, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "user history"
        indexes: ClassVar = [
            # A person's list, newest first, as a whole and by each filter: a page deep in it is
            # found as fast as the first.
            models.Index(fields=["user", "-created_at", "-id"], name="history_newest"),
            models.Index(fields=["user", "kind", "-created_at", "-id"], name="history_by_kind"),
            models.Index(
                fields=["user", "resource_type", "-created_at", "-id"], name="history_by_type"
            ),
            models.Index(
                fields=["user", "validation_status", "-created_at", "-id"],
                name="history_by_status",
                condition=~Q(validation_status="PENDING"),
            ),
            # Who used a resource, and whether this person did before.
            models.Index(
                fields=["text_resource", "user"],
                name="history_resource_user",
                condition=Q(text_resource__isnull=False),
            ),
            models.Index(
                fields=["speak_resource"],
                name="history_session",
                condition=Q(speak_resource__isnull=False),
            ),
            models.Index(
                fields=["validated_by"],
                name="history_validator",
                condition=Q(validated_by__isnull=False),
            ),
            # The rating job counts the last thirty days out of this index alone.
            models.Index(
                fields=["created_at", "text_resource"],
                name="history_uses",
                condition=Q(text_resource__isnull=False, kind__in=["LOOKUP", "VIEW", "REVIEW"]),
            ),
            models.Index(
                fields=["removed_at"],
                name="history_removed",
                condition=Q(removed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.query or self.text_resource_id or ''}"

    @property
    def is_produced(self) -> bool:
        """Whether a tutor can check it."""
        return self.kind in PRODUCED
