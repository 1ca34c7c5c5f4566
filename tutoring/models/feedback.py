"""What a tutor says about a recording, an explanation, a person."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel

TEXT_CHARS = 2000


class Dimension(models.TextChoices):
    """What the machine scores, and a tutor may score otherwise (``speaking.evaluation.base``)."""

    OVERALL = "overall", _("Overall")
    FLUENCY = "fluency", _("Fluency")
    PRONUNCIATION = "pronunciation", _("Pronunciation")
    GRAMMAR = "grammar", _("Grammar")
    VOCABULARY = "vocabulary", _("Vocabulary")
    COMPLETENESS = "completeness", _("Completeness")


class Feedback(BaseModel):
    """A tutor's words for a student, about a recording or an explanation.

    ``moment_ms`` is a time in the recording, None for all of it. Without ``text`` it says that
    the tutor has listened and has nothing to add.
    """

    tutor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="feedback_given",
    )
    student = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feedback_received"
    )
    session = models.ForeignKey(
        "speaking.SpeakResource",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="feedback",
    )
    resource = models.ForeignKey(
        "texts.TextResource",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="feedback",
    )
    moment_ms = models.PositiveIntegerField(null=True, blank=True)
    text = models.CharField(max_length=TEXT_CHARS, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "feedback"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(session__isnull=False, resource__isnull=True)
                | Q(session__isnull=True, resource__isnull=False),
                name="feedback_is_about_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(moment_ms__isnull=True) | Q(session__isnull=False),
                name="feedback_moment_is_in_a_recording",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "-id"], name="feedback_newest")]

    def __str__(self) -> str:
        return self.text or "✓"


class ScoreOverride(BaseModel):
    """A tutor's score for a dimension (0–100), beside the machine's, which stays as it is.

    ``machine_score`` is what the machine said when the tutor disagreed; None: not judged.
    """

    tutor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="overrides"
    )
    session = models.ForeignKey(
        "speaking.SpeakResource", on_delete=models.CASCADE, related_name="overrides"
    )
    dimension = models.CharField(max_length=13, choices=Dimension.choices)
    score = models.PositiveSmallIntegerField()
    machine_score = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=500)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "tutor", "dimension"], name="override_once"),
            models.CheckConstraint(condition=Q(score__lte=100), name="override_is_0_to_100"),
        ]

    def __str__(self) -> str:
        return f"{self.get_dimension_display()}: {self.score}"


class TutorNote(BaseModel):
    """What tutors and admins note about a student, who never sees it."""

    tutor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="notes_written"
    )
    student = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tutor_notes"
    )
    text = models.CharField(max_length=TEXT_CHARS)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["student", "-id"], name="note_newest")]

    def __str__(self) -> str:
        return self.text[:80]
