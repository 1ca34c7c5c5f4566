"""Notifications, and how each person wants them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from learnenglish.common.models import BaseModel


class NotificationKind(models.TextChoices):
    EVALUATION_READY = "EVALUATION_READY", _("A recording is evaluated")
    FEEDBACK = "FEEDBACK", _("Feedback from a tutor")
    RECOMMENDATION = "RECOMMENDATION", _("Recommendations")
    ASSIGNMENT = "ASSIGNMENT", _("Assignments")
    REVIEWS_DUE = "REVIEWS_DUE", _("Reviews are due")
    PLAN_EXPIRING = "PLAN_EXPIRING", _("The plan is about to end")
    EXPORT_READY = "EXPORT_READY", _("The data asked for is ready")


class MailWhen(models.TextChoices):
    NEVER = "NEVER", _("Never")
    DIGEST = "DIGEST", _("Once a day")
    AT_ONCE = "AT_ONCE", _("At once")


class Notification(BaseModel):
    """Something a person is told, once per ``kind`` and ``key``.

    ``payload`` is small JSON as ``accounts.notifications.content`` describes it; it names people by
    id alone. ``in_app`` false: by mail only. ``mail_due_at`` None: not by mail. A task that takes a
    mail in hand writes ``mail_claimed_at``, and ``mailed_at`` once the server has taken it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    kind = models.CharField(max_length=16, choices=NotificationKind.choices)
    key = models.CharField(max_length=100)
    payload = models.JSONField(default=dict)
    in_app = models.BooleanField(default=True)
    read_at = models.DateTimeField(null=True, blank=True)
    mail_due_at = models.DateTimeField(null=True, blank=True)
    mail_claimed_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "kind", "key"], name="notification_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["user", "-id"], name="notification_user_newest"),
            models.Index(
                fields=["user"],
                condition=Q(in_app=True, read_at__isnull=True),
                name="notification_unread",
            ),
            models.Index(
                fields=["mail_due_at"],
                condition=Q(mailed_at__isnull=True, mail_due_at__isnull=False),
                name="notification_mail_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.key}"


class NotificationPreference(BaseModel):
    """How a person wants one kind; without a row the defaults of the kind hold."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notification_preferences"
    )
    kind = models.CharField(max_length=16, choices=NotificationKind.choices)
    in_app = models.BooleanField(default=True)
    mail = models.CharField(max_length=7, choices=MailWhen.choices, default=MailWhen.DIGEST)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "kind"], name="preference_once_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_mail_display()}"
