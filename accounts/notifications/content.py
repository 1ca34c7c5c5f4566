"""What a notification says and where it leads. Texts are made when they are shown: in the reader's
language, and without the name of somebody who has left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Notification, NotificationKind, User

# The members of a payload, all optional: ``url``, the path of the page it leads to; ``title``, of
# the recording, resource or assignment it is about; ``actor_id``, whose doing it is; ``count``;
# ``score``, 0-100; ``until``, an ISO 8601 time.
PAYLOAD_MEMBERS: Mapping[str, type] = {
    "url": str,
    "title": str,
    "actor_id": str,
    "count": int,
    "score": int,
    "until": str,
}
ICONS: Mapping[str, str] = {
    NotificationKind.EVALUATION_READY: "mic",
    NotificationKind.FEEDBACK: "pencil",
    NotificationKind.RECOMMENDATION: "star",
    NotificationKind.ASSIGNMENT: "book",
    NotificationKind.REVIEWS_DUE: "clock",
    NotificationKind.PLAN_EXPIRING: "info",
    NotificationKind.EXPORT_READY: "download",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A notification as it is shown; ``url`` is a path of this site, or empty."""

    notification: Notification
    text: str
    url: str
    icon: str


def payload_check(payload: Mapping[str, Any]) -> None:
    """Raise ValueError unless ``payload`` has known members of the right types and a path."""
    for name, value in payload.items():
        if name not in PAYLOAD_MEMBERS or not isinstance(value, PAYLOAD_MEMBERS[name]):
            raise ValueError(f"payload member {name!r} is not known or not of its type")
    url = payload.get("url", "")
    if url and (not url.startswith("/") or url.startswith("//")):
        raise ValueError(f"payload url {url!r} is no path of this site")


def notifications_told(notifications: Iterable[Notification]) -> list[Told]:
    """Each with its text; one query for all people they name."""
    rows = list(notifications)
    ids = {row.payload["actor_id"] for row in rows if "actor_id" in row.payload}
    names = {str(user.pk): user.display_name for user in User.objects.filter(pk__in=ids)}
    return [
        Told(
            notification=row,
            text=_TEXTS[row.kind](row.payload, names.get(row.payload.get("actor_id", ""), "")),
            url=str(row.payload.get("url", "")),
            icon=ICONS[row.kind],
        )
        for row in rows
    ]


def _evaluation_ready(payload: Mapping[str, Any], _name: str) -> str:
    title = payload.get("title", "")
    if title and "score" in payload:
        return _("“%(title)s” is evaluated: %(score)d of 100.") % {
            "title": title,
            "score": payload["score"],
        }
    if title:
        return _("“%(title)s” is evaluated.") % {"title": title}
    return _("Your recording is evaluated.")


def _feedback(payload: Mapping[str, Any], name: str) -> str:
    who, title = name or _("Your tutor"), payload.get("title", "")
    if title:
        return _("%(who)s left feedback on “%(title)s”.") % {"who": who, "title": title}
    return _("%(who)s left you feedback.") % {"who": who}


def _recommendation(payload: Mapping[str, Any], name: str) -> str:
    who, title = name or _("Your tutor"), payload.get("title", "")
    if title:
        return _("%(who)s recommends “%(title)s”.") % {"who": who, "title": title}
    return _("%(who)s recommends what to do next.") % {"who": who}


def _assignment(payload: Mapping[str, Any], name: str) -> str:
    who, title = name or _("Your tutor"), payload.get("title", "") or _("an assignment")
    if "until" in payload:
        return _("%(who)s set “%(title)s”, due %(day)s.") % {
            "who": who,
            "title": title,
            "day": _day(payload),
        }
    return _("%(who)s set “%(title)s”.") % {"who": who, "title": title}


def _reviews_due(payload: Mapping[str, Any], _name: str) -> str:
    count = payload.get("count", 1)
    return ngettext(
        "%(count)d card is waiting for its review.",
        "%(count)d cards are waiting for their review.",
        count,
    ) % {"count": count}


def _plan_expiring(payload: Mapping[str, Any], _name: str) -> str:
    if "until" in payload:
        return _("Your Premium plan ends on %(day)s.") % {"day": _day(payload)}
    return _("Your Premium plan is about to end.")


def _export_ready(_payload: Mapping[str, Any], _name: str) -> str:
    return _("The copy of your data is ready to download.")


def _day(payload: Mapping[str, Any]) -> str:
    """The day of ``until`` in the time zone of whoever looks."""
    until = parse_datetime(payload["until"])
    if until is None:
        return str(payload["until"])
    return date_format(localtime(until) if until.tzinfo else until, "j F")


_TEXTS: Mapping[str, Callable[[Mapping[str, Any], str], str]] = {
    NotificationKind.EVALUATION_READY: _evaluation_ready,
    NotificationKind.FEEDBACK: _feedback,
    NotificationKind.RECOMMENDATION: _recommendation,
    NotificationKind.ASSIGNMENT: _assignment,
    NotificationKind.REVIEWS_DUE: _reviews_due,
    NotificationKind.PLAN_EXPIRING: _plan_expiring,
    NotificationKind.EXPORT_READY: _export_ready,
}
