"""The mail of a person's notifications."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext

from accounts.languages import reading_as
from accounts.models import Notification, User
from accounts.notifications.content import notifications_told
from accounts.notifications.unsubscribe import ALL, unsubscribe_token


def notification_mail(user: User, notifications: Sequence[Notification]) -> EmailMultiAlternatives:
    """One mail for all of them, as text and as HTML, with the headers of RFC 8058.

    Its Message-ID follows from what is in it: the same mail sent twice has the same.
    """
    kinds = {row.kind for row in notifications}
    token = unsubscribe_token(user=user, kind=kinds.pop() if len(kinds) == 1 else ALL)
    unsubscribe_url = _absolute(reverse("notifications:unsubscribe", args=[token]))
    with reading_as(user):
        told = notifications_told(notifications)
        context = {
            "user": user,
            "told": [(entry.text, _absolute(entry.url) if entry.url else "") for entry in told],
            "home_url": _absolute(reverse("notifications:list")),
            "unsubscribe_url": unsubscribe_url,
            "preferences_url": _absolute(reverse("accounts:notification-preferences")),
        }
        subject = _subject([entry.text for entry in told])
        text = render_to_string("accounts/mail/notifications.txt", context)
        html = render_to_string("accounts/mail/notifications.html", context)
    mail = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=text,
        to=[user.email],
        headers={
            "Message-ID": _message_id(notifications),
            "List-Unsubscribe": f"<{unsubscribe_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(html, "text/html")
    return mail


def _subject(texts: Sequence[str]) -> str:
    count = len(texts)
    if count == 1:
        return texts[0]
    waiting = ngettext("%(count)d thing waits for you", "%(count)d things wait for you", count)
    return waiting % {"count": count}


def _absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def _message_id(notifications: Sequence[Notification]) -> str:
    ids = " ".join(str(row.pk) for row in notifications)
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{hashlib.sha256(ids.encode()).hexdigest()[:32]}@{host}>"
