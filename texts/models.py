"""Explanations: what was looked up, and what everyone can find."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel


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
    ``normalised`` is the key under which the same thing is found again.
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
