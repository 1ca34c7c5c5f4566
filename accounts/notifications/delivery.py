"""Bringing notifications to people: the bell, and one mail for all that is due."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import structlog
from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.doors import email_is_verified
from accounts.models import Notification, User
from accounts.notifications.mail import notification_mail
from accounts.notifications.services import notification_push

log = structlog.get_logger(__name__)

# A task that took a mail in hand and was killed has not ended it by then: another may.
CLAIM_LASTS = timedelta(minutes=10)


def notification_deliver(*, notification_id: str) -> None:
    """Move the bell on the person's open pages, and mail what is due."""
    row = Notification.objects.filter(pk=notification_id).first()
    if row is None:
        return
    if row.in_app:
        notification_push(user_id=row.user_id)
    if row.mail_due_at is not None and row.mail_due_at <= timezone.now():
        mail_send(user_id=row.user_id)


def mails_send() -> int:
    """Mail everyone what is due for them; how many mails went out."""
    due = _due().order_by("user").values_list("user", flat=True).distinct()
    return sum(mail_send(user_id=user_id) for user_id in due.iterator())


def mail_send(*, user_id: UUID) -> bool:
    """Send one mail with all that is due for the person, if anything is.

    Each notification is in one mail: a worker claims it first, in one statement. One that dies
    before the mail server has answered leaves a claim that ends; the mail of another then carries
    the same Message-ID, by which a server that has both knows it.
    """
    user = User.objects.filter(pk=user_id).first()
    if user is None or not user.is_active or not email_is_verified(user):
        _due().filter(user=user_id).update(mail_due_at=None)
        return False
    claim = timezone.now()
    if not _due().filter(user=user).update(mail_claimed_at=claim):
        return False
    claimed = Notification.objects.filter(user=user, mail_claimed_at=claim, mailed_at=None)
    try:
        notification_mail(user, list(claimed.order_by("id"))).send()
    except Exception as error:
        # Whatever the provider's library raises: the next run tries again.
        log.warning("notification_mail_failed", user=str(user.pk), error=type(error).__name__)
        claimed.update(mail_claimed_at=None)
        return False
    claimed.update(mailed_at=timezone.now())
    return True


def _due() -> QuerySet[Notification]:
    now = timezone.now()
    free = Q(mail_claimed_at=None) | Q(mail_claimed_at__lt=now - CLAIM_LASTS)
    return Notification.objects.filter(free, mail_due_at__lte=now, mailed_at=None)
