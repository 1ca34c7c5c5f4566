"""Who looks after whom, and how a student gets there."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

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


class Invitation(BaseModel):
    """A link that puts whoever opens it into ``tutor``'s care, and into ``group`` if it has one.

    The code is made from the id and the site's secret key, so that it can be shown again; only
    its hash is stored (``tutoring.services.codes``).
    """

    tutor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations"
    )
    group = models.ForeignKey(
        "tutoring.Class",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="invitations",
        verbose_name=_("class"),
    )
    code_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(_("valid until"))
    max_uses = models.PositiveSmallIntegerField(_("for how many"), default=1)
    uses = models.PositiveSmallIntegerField(_("used"), default=0)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(uses__lte=F("max_uses")), name="invitation_used_within_limit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tutor}: {self.uses} of {self.max_uses}"
