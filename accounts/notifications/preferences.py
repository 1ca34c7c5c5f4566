"""How a person wants each kind: in the app or not, by mail at once, in the digest or never."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from accounts.models import NotificationKind, NotificationPreference, User
from accounts.notifications.models import MailWhen
from learnenglish.common.zones import zone_of

# What nobody can wait a day for is mailed at once; what comes within seconds of asking, never.
DEFAULT_MAIL: Mapping[str, MailWhen] = {
    NotificationKind.EVALUATION_READY: MailWhen.NEVER,
    NotificationKind.FEEDBACK: MailWhen.DIGEST,
    NotificationKind.RECOMMENDATION: MailWhen.DIGEST,
    NotificationKind.ASSIGNMENT: MailWhen.DIGEST,
    NotificationKind.REVIEWS_DUE: MailWhen.DIGEST,
    NotificationKind.PLAN_EXPIRING: MailWhen.AT_ONCE,
    NotificationKind.EXPORT_READY: MailWhen.AT_ONCE,
}


@dataclass(frozen=True, slots=True)
class Preference:
    kind: NotificationKind
    in_app: bool
    mail: MailWhen


def preferences_of(user: User) -> dict[str, Preference]:
    """By kind, all kinds, in their order."""
    chosen = {row.kind: row for row in NotificationPreference.objects.filter(user=user)}
    return {kind.value: _preference(kind, chosen.get(kind.value)) for kind in NotificationKind}


def preference_of(*, user: User, kind: NotificationKind) -> Preference:
    row = NotificationPreference.objects.filter(user=user, kind=kind).first()
    return _preference(kind, row)


def preference_set(
    *, user: User, kind: NotificationKind, in_app: bool | None = None, mail: str | None = None
) -> Preference:
    """Change what is given; the rest stays as it was."""
    before = preference_of(user=user, kind=kind)
    row, _made = NotificationPreference.objects.update_or_create(
        user=user,
        kind=kind,
        defaults={
            "in_app": before.in_app if in_app is None else in_app,
            "mail": before.mail if mail is None else MailWhen(mail),
        },
    )
    return _preference(kind, row)


def mail_due(*, user: User, mail: MailWhen, now: datetime | None = None) -> datetime | None:
    """When a notification of ``now`` is mailed: a digest goes at the next
    ``NOTIFICATION_DIGEST_HOUR`` of the person's own time zone."""
    now = now or timezone.now()
    if mail == MailWhen.NEVER:
        return None
    if mail == MailWhen.AT_ONCE:
        return now
    zone = zone_of(user.time_zone) or timezone.get_default_timezone()
    local = now.astimezone(zone)
    hour = time(settings.NOTIFICATION_DIGEST_HOUR)
    at = datetime.combine(local.date(), hour, tzinfo=zone)
    return at if at > local else datetime.combine(local.date() + timedelta(days=1), hour, zone)


def _preference(kind: NotificationKind, row: NotificationPreference | None) -> Preference:
    if row is None:
        return Preference(kind, in_app=True, mail=DEFAULT_MAIL[kind])
    return Preference(kind, in_app=row.in_app, mail=MailWhen(row.mail))
