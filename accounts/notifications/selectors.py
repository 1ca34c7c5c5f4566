"""Which notifications a person sees in the app."""

from __future__ import annotations

from django.db.models import QuerySet

from accounts.models import Notification, User


def notification_list(*, user: User, unread: bool = False) -> QuerySet[Notification]:
    """The newest first."""
    rows = Notification.objects.filter(user=user, in_app=True).order_by("-id")
    return rows.filter(read_at=None) if unread else rows


def unread_count(*, user: User) -> int:
    return Notification.objects.filter(user=user, in_app=True, read_at=None).count()
