"""What to do next."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel


class RecommendationStatus(models.TextChoices):
    DRAFT = "DRAFT", _("Draft")
    PUBLISHED = "PUBLISHED", _("To do")
    DONE = "DONE", _("Done")
    DISMISSED = "DISMISSED", _("Put aside")


class RecommendationReason(models.TextChoices):
    ERRORS = "ERRORS", _("Mistakes that come back")
    LEVEL = "LEVEL", _("Fits the level")
    INTEREST = "INTEREST", _("An interest")
    PEERS = "PEERS", _("Helped similar learners")
    LESSON = "LESSON", _("A lesson")
    TUTOR = "TUTOR", _("A tutor's idea")


class Recommendation(BaseModel):
    """An explanation to read, a topic to speak about, or homework in words.

    A draft is seen by tutors alone, whoever wrote it. ``reason`` is computed and shown to the
    student with the tutor's ``note``. ``provider``, ``model`` and ``prompt_version`` are empty
    unless a cloud engine drafted it.
    """

    tutor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="recommendations_made",
    )
    student = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recommendations"
    )
    resource = models.ForeignKey(
        "texts.TextResource",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="recommendations",
    )
    topic = models.ForeignKey(
        "speaking.Topic",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="recommendations",
    )
    title = models.CharField(max_length=200, blank=True)
    body = models.TextField(max_length=4000, blank=True)
    reason_kind = models.CharField(
        max_length=8, choices=RecommendationReason.choices, default=RecommendationReason.TUTOR
    )
    reason = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    due = models.DateField(null=True, blank=True)
    status = models.CharField(
        max_length=9, choices=RecommendationStatus.choices, default=RecommendationStatus.DRAFT
    )
    published_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    provider = models.CharField(max_length=20, blank=True)
    model = models.CharField(max_length=80, blank=True)
    prompt_version = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(resource__isnull=False, topic__isnull=True)
                | Q(resource__isnull=True, topic__isnull=False)
                | (Q(resource__isnull=True, topic__isnull=True) & ~Q(title="")),
                name="recommendation_of_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(status="PUBLISHED") | Q(published_at__isnull=False),
                name="recommendation_published_has_time",
            ),
            models.CheckConstraint(
                condition=Q(status="DONE", done_at__isnull=False)
                | (~Q(status="DONE") & Q(done_at__isnull=True)),
                name="recommendation_done_has_time",
            ),
            models.UniqueConstraint(
                fields=["student", "resource"],
                condition=Q(status__in=("DRAFT", "PUBLISHED")),
                name="recommendation_open_resource_once",
            ),
            models.UniqueConstraint(
                fields=["student", "topic"],
                condition=Q(status__in=("DRAFT", "PUBLISHED")),
                name="recommendation_open_topic_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["student", "status"], name="recommendation_open"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What it is called: the tutor's words, or those of what is recommended."""
        return self.title or str(self.resource or self.topic or "")
