"""What makes, delivers and changes notifications."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import transaction
from django.utils import timezone
from redis import RedisError

from accounts.models import Notification, NotificationKind, User
from accounts.notifications.content import payload_check
from accounts.notifications.preferences import mail_due, preference_of
from learnenglish.common.queueing import task_queue

log = structlog.get_logger(__name__)

KEEP_DAYS = 180


def notification_send(
    *, user: User, kind: NotificationKind, key: str, payload: dict[str, Any]
) -> None:
    """Tell ``user`` something, once per ``kind`` and ``key``, as they prefer; a task delivers it
    after the transaction.

    ``key`` says what it is about (a session's id, a day): sending it again does nothing. Of
    ``payload`` see ``accounts.notifications.content``. Somebody who is not active is told nothing.
    """
    from accounts.tasks import notification_deliver

    payload_check(payload)
    preference = preference_of(user=user, kind=kind)
    due = mail_due(user=user, mail=preference.mail)
    if not user.is_active or not (preference.in_app or due):
        return
    row = Notification(
        user=user,
        kind=kind,
        key=key,
        payload=payload,
        in_app=preference.in_app,
        mail_due_at=due,
    )
    Notification.objects.bulk_create([row], ignore_conflicts=True)
    if Notification.objects.filter(pk=row.pk).exists():
        transaction.on_commit(lambda: task_queue(notification_deliver, str(row.pk)))


def notification_push(*, user_id: UUID) -> None:
    """Have every open page of the person look at the bell again. Twice does no harm.

    While the channel layer is away they see it when they load the next page.
    """
    layer = get_channel_layer()
    if layer is None:
        return
    try:
        async_to_sync(layer.group_send)(group_of(user_id), {"type": "notifications.changed"})
    except RedisError as error:
        log.warning("bell_not_moved", user=str(user_id), error=repr(error))


def notifications_purge() -> int:
    """Forget what was told long ago; how many there were."""
    oldest = timezone.now() - timedelta(days=KEEP_DAYS)
    return Notification.objects.filter(created_at__lt=oldest).delete()[0]


def group_of(user_id: UUID | str) -> str:
    """The channel group of a person's open pages."""
    return f"notifications.{user_id}"


def notifications_mark(*, user: User, ids: Iterable[UUID] | None = None, read: bool = True) -> int:
    """Mark the person's notifications, or all of them, as read or unread; how many changed.

    What was read in the app is not mailed any more.
    """
    rows = Notification.objects.filter(user=user, in_app=True, read_at__isnull=read)
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    now = timezone.now()
    changes: dict[str, Any] = {"read_at": now if read else None, "updated_at": now}
    if read:
        changes["mail_due_at"] = None
    changed = rows.update(**changes)
    if changed:
        transaction.on_commit(lambda: notification_push(user_id=user.pk))
    return changed
