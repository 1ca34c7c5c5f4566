"""Students who learn together."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel


class Class(BaseModel):
    """A tutor's group. One that is over keeps its members and what they did."""

    tutor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="classes_taught"
    )
    name = models.CharField(_("name"), max_length=80)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "classes"

    def __str__(self) -> str:
        return self.name


class ClassMember(BaseModel):
    """A student is in a class from ``created_at`` until ``left_at`` (None: still is)."""

    group = models.ForeignKey(Class, on_delete=models.CASCADE, related_name="members")
    student = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="class_memberships"
    )
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group", "student"],
                condition=Q(left_at__isnull=True),
                name="member_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.student} ({self.group})"


class Assignment(BaseModel):
    """A topic that everyone in a class is to speak about, by ``due`` if there is a date.

    Who has done it follows from the sessions: a finished one on the topic since it was set.
    """

    group = models.ForeignKey(Class, on_delete=models.CASCADE, related_name="assignments")
    topic = models.ForeignKey(
        "speaking.Topic", on_delete=models.CASCADE, related_name="assignments"
    )
    note = models.CharField(max_length=500, blank=True)
    due = models.DateField(_("by"), null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.group}: {self.topic}"
