"""Explanations: what was looked up, and what everyone can find."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel
from texts.reviews.models import ReviewCard as ReviewCard
from texts.reviews.models import ReviewLog as ReviewLog
from texts.reviews.models import ReviewSettings as ReviewSettings
from texts.search.models import SearchDocument as SearchDocument


class ResourceKind(models.TextChoices):
    VOCABULARY = "VOCABULARY", _("Word")
    PHRASE = "PHRASE", _("Phrase")
    GRAMMAR = "GRAMMAR", _("Grammar")


class Source(models.TextChoices):
    SYSTEM = "SYSTEM", _("Learn English")
    USER = "USER", _("A learner")
    TUTOR = "TUTOR", _("A tutor")


class ResourceStatus(models.TextChoices):
    PUBLISHED = "PUBLISHED", _("Published")
    DRAFT = "DRAFT", _("Draft")
    HIDDEN = "HIDDEN", _("Hidden")


class TextResource(BaseModel):
    """An explanation. Without ``created_by`` it is everyone's; with it, that person's alone.

    ``content`` fits the schema of ``texts.content``; only ``texts.services`` writes it.
    ``normalised`` is the key under which the same thing is found again. ``rating_score`` and its
    three parts are 0–100 and written by ``texts.rating_job``, ``impressions`` by
    ``texts.impressions``: neither touches ``updated_at``, which is the content's.
    """

    kind = models.CharField(max_length=10, choices=ResourceKind.choices)
    text = models.CharField(max_length=1000)
    normalised = models.CharField(max_length=255)
    level = models.CharField(max_length=2, blank=True)
    content = models.JSONField()
    source = models.CharField(max_length=6, choices=Source.choices, default=Source.SYSTEM)
    status = models.CharField(
        max_length=9, choices=ResourceStatus.choices, default=ResourceStatus.PUBLISHED
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="text_resources",
    )
    provider = models.CharField(max_length=20)
    model = models.CharField(max_length=80, blank=True)
    prompt_version = models.CharField(max_length=20, blank=True)
    rating_score = models.FloatField(default=0)
    rating_usage = models.FloatField(default=0)
    rating_tutors = models.FloatField(default=0)
    rating_impressions = models.FloatField(default=0)
    impressions = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "normalised"],
                condition=Q(created_by__isnull=True),
                name="resource_shared_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "normalised", "created_by"],
                condition=Q(created_by__isnull=False),
                name="resource_own_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["kind", "level", "-rating_score"], name="resource_browse"),
        ]

    def __str__(self) -> str:
        return self.text


class ContentLoad(BaseModel):
    """Which version of the starter content is in the database, so that a start repeats nothing."""

    name = models.CharField(max_length=40, unique=True)
    digest = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.name}: {self.rows}"


class ResourceRating(BaseModel):
    """What a tutor thinks of a resource; rating again changes it."""

    resource = models.ForeignKey(TextResource, on_delete=models.CASCADE, related_name="ratings")
    tutor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="resource_ratings"
    )
    stars = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(5)], help_text=_("1 (poor) to 5 (good)")
    )
    comment = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["resource", "tutor"], name="rating_once"),
            models.CheckConstraint(
                condition=Q(stars__gte=1, stars__lte=5), name="rating_is_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resource}: {self.stars}"


class ReportReason(models.TextChoices):
    WRONG = "WRONG", _("It is wrong")
    CONFUSING = "CONFUSING", _("It is confusing")
    OFFENSIVE = "OFFENSIVE", _("It is offensive")
    TYPO = "TYPO", _("There is a typing mistake")
    OTHER = "OTHER", _("Something else")


class ReportStatus(models.TextChoices):
    OPEN = "OPEN", _("Open")
    FIXED = "FIXED", _("Fixed")
    DISMISSED = "DISMISSED", _("Nothing to change")
    HIDDEN = "HIDDEN", _("Taken down")


class ResourceReport(BaseModel):
    """What a person found wrong with a resource, and what became of it."""

    resource = models.ForeignKey(TextResource, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="resource_reports"
    )
    reason = models.CharField(max_length=9, choices=ReportReason.choices)
    note = models.CharField(max_length=1000, blank=True)
    status = models.CharField(max_length=9, choices=ReportStatus.choices, default=ReportStatus.OPEN)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="resource_reports_resolved",
    )
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["resource", "reporter"],
                condition=Q(status="OPEN"),
                name="report_open_once",
            ),
            models.CheckConstraint(
                condition=Q(status="OPEN", resolved_at__isnull=True)
                | (~Q(status="OPEN") & Q(resolved_at__isnull=False)),
                name="report_resolved_has_time",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["status", "-id"], name="report_queue")]

    def __str__(self) -> str:
        return f"{self.resource}: {self.get_reason_display()}"


class RatingRun(BaseModel):
    """One run of the rating job. Without ``finished_at`` it failed (``error``) or was cut off."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    rows_changed = models.PositiveIntegerField(default=0)
    rows_total = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}: {self.rows_changed:,} of {self.rows_total:,}"


class ImpressionFlush(BaseModel):
    """A batch of impressions that was added to its resources: it is never added again.

    The key is the batch's own, made when it was taken out of the buffer.
    """

    views = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d %H:%M:%S}: {self.views:,}"


class DaySpending(models.Model):
    """What one cloud engine was used on one day (UTC), in ``unit``: tokens, or seconds of sound.

    Written by ``texts.spending`` alone. What calls that go on have set aside is counted.
    """

    name = models.CharField(max_length=60)
    unit = models.CharField(max_length=20)
    day = models.DateField()
    amount = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name", "unit", "day"], name="day_spending_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.amount:,} {self.unit} of {self.name}"
