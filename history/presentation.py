"""How the history is shown: days, and in each what was done with where it leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Role, User
from accounts.permissions import has_role
from history.filters import HistoryFilter
from history.models import Activity, UserHistory

ICONS = {
    Activity.LOOKUP: "search",
    Activity.VIEW: "eye",
    Activity.SEARCH: "book",
    Activity.SESSION: "mic",
    Activity.REVIEW: "cards",
    Activity.RATING: "star",
    Activity.FEEDBACK: "speech",
}


FILTERS = tuple(HistoryFilter.base_filters)


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """``url`` is empty where there is nothing left to open."""

    entry: UserHistory
    title: str
    url: str
    icon: str


@dataclass(frozen=True, slots=True)
class ShownDay:
    day: date
    name: str
    entries: list[ShownEntry]


@dataclass(frozen=True, slots=True)
class Chip:
    label: str
    url: str
    is_chosen: bool


def entries_by_day(entries: Iterable[UserHistory]) -> list[ShownDay]:
    """In their order, by the days of the zone in force."""
    return [
        ShownDay(day, _day_name(day), [entry_shown(entry) for entry in group])
        for day, group in groupby(entries, lambda e: timezone.localtime(e.created_at).date())
    ]


def entry_shown(entry: UserHistory) -> ShownEntry:
    return ShownEntry(entry, _title(entry), _url(entry), ICONS[Activity(entry.kind)])


def kind_chips(query: QueryDict, *, user: User) -> list[Chip]:
    """All, then each kind of act that ``user`` can do, with the other filters kept."""
    chosen = query.get("kind", "")
    rates = has_role(user, Role.TUTOR, Role.ADMIN)
    kinds = [choice for choice in Activity.choices if rates or choice[0] != Activity.RATING]
    choices = [("", _("Everything")), *kinds]
    return [
        Chip(str(label), _page_url(query, kind=value), value == chosen) for value, label in choices
    ]


def _page_url(query: QueryDict, **changes: str) -> str:
    """The list with its filters changed, from its first page."""
    kept = {**query.dict(), **changes}
    kept = {name: value for name, value in kept.items() if value and name in FILTERS}
    return reverse("history:list") + (f"?{urlencode(kept)}" if kept else "")


def _day_name(day: date) -> str:
    today = timezone.localdate()
    if day == today:
        return _("Today")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    # Translators: a day of this year, in Django's date format; then one of another year.
    return date_format(day, _("l, j F") if day.year == today.year else _("l, j F Y"))


def _title(entry: UserHistory) -> str:
    if entry.query:
        return entry.query
    if entry.text_resource is not None:
        return entry.text_resource.text
    session = entry.speak_resource
    if session is not None:
        return session.topic.title if session.topic else _("Free talk")
    return str(entry.get_kind_display())


def _url(entry: UserHistory) -> str:
    if entry.speak_resource_id:
        return reverse("speaking:session", args=[entry.speak_resource_id])
    if entry.text_resource_id:
        return reverse("texts:resource", args=[entry.text_resource_id])
    if not entry.query or entry.kind not in (Activity.LOOKUP, Activity.SEARCH):
        return ""
    page = "texts:search" if entry.kind == Activity.SEARCH else "texts:lookup"
    return f"{reverse(page)}?{urlencode({'q': entry.query})}"
