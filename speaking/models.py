"""Speaking: what to talk about, and the sessions in which somebody did."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel
from speaking.drills.models import DrillAttempt as DrillAttempt


class Mode(models.TextChoices):
    FREE_TALK = "free_talk", _("Free talk")
    READ_ALOUD = "read_aloud", _("Read aloud")
    ROLE_PLAY = "role_play", _("Role play")


class SessionStatus(models.TextChoices):
    CREATED = "CREATED", _("Not started")
    STREAMING = "STREAMING", _("Recording")
    PROCESSING = "PROCESSING", _("Being evaluated")
    COMPLETED = "COMPLETED", _("Done")
    FAILED = "FAILED", _("Failed")
    ABANDONED = "ABANDONED", _("Abandoned")


class Language(models.TextChoices):
    EN_US = "en-US", _("American English")
    EN_GB = "en-GB", _("British English")


class Topic(BaseModel):
    """Something to talk about. ``reference_text`` is for reading aloud, ``role`` for role play."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=120)
    mode = models.CharField(max_length=10, choices=Mode.choices)
    level = models.CharField(max_length=2)
    summary = models.CharField(max_length=300)
    prompt = models.TextField()
    questions = models.JSONField(default=list, blank=True)
    reference_text = models.TextField(blank=True)
    role = models.TextField(blank=True)
    opening_line = models.TextField(blank=True)
    useful_phrases = models.JSONField(default=list, blank=True)
    target_seconds = models.PositiveSmallIntegerField(default=60)
    tags = models.JSONField(default=list, blank=True)
    is_published = models.BooleanField(default=True)

    class Meta:
        ordering = ("level", "title")

    def __str__(self) -> str:
        return self.title


class SpeakResource(BaseModel):
    """A session: configured, recorded, transcribed, evaluated.

    ``transcript`` and ``evaluation`` are JSON as the socket's ``final`` carries them;
    only ``speaking.services`` writes them, together with ``status``.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="speak_resources"
    )
    topic = models.ForeignKey(
        Topic, null=True, blank=True, on_delete=models.SET_NULL, related_name="sessions"
    )
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.FREE_TALK)
    language = models.CharField(max_length=5, choices=Language.choices, default=Language.EN_US)
    level = models.CharField(max_length=2, blank=True)
    reference_text = models.TextField(blank=True)
    config = models.JSONField(default=dict, blank=True)
    status = models.CharField(
        max_length=10, choices=SessionStatus.choices, default=SessionStatus.CREATED
    )
    audio = models.FileField(max_length=200, blank=True)
    duration_ms = models.PositiveIntegerField(default=0)
    transcript = models.JSONField(null=True, blank=True)
    evaluation = models.JSONField(null=True, blank=True)
    overall_score = models.PositiveSmallIntegerField(null=True, blank=True)
    stt_provider = models.CharField(max_length=20, blank=True)
    stt_model = models.CharField(max_length=80, blank=True)
    stt_fallback_reason = models.CharField(max_length=300, blank=True)
    evaluator = models.CharField(max_length=40, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    evaluated_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # How often the session changed hands; its spool takes sound from the latest holder alone.
    fence = models.PositiveIntegerField(default=0)
    error_code = models.CharField(max_length=40, blank=True)
    error_message = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["user", "-id"], name="session_user_newest"),
            # The sweep looks for sessions that nobody finishes any more.
            models.Index(fields=["status", "expires_at"], name="session_status_expiry"),
        ]

    def __str__(self) -> str:
        return f"{self.get_mode_display()}, {self.created_at:%Y-%m-%d %H:%M}"
