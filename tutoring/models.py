"""Tutors and their students."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from learnenglish.common.models import BaseModel


class Enrolment(BaseModel):
    """A tutor looks after a student from ``since`` until ``until`` (None: still does)."""

    tutor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrolments_as_tutor"
    )
    student = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrolments_as_student"
    )
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["tutor", "student"],
                condition=Q(until__isnull=True),
                name="enrolment_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(tutor=F("student")), name="enrolment_of_somebody_else"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tutor} → {self.student}"
