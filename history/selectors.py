"""Reading the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from accounts.permissions import people_visible
from history.models import Activity, UserHistory

if TYPE_CHECKING:
    from accounts.models import User

# People look the same thing up again: read so many times more entries than are shown.
LOOK_BACK = 6
NEWEST_FIRST = ("-created_at", "-id")


def history_list(*, user: User) -> QuerySet[UserHistory]:
    """What ``user`` did and did not remove, newest first, with the resources it links to."""
    return (
        UserHistory.objects.filter(user=user, removed_at__isnull=True)
        .select_related("text_resource", "speak_resource", "speak_resource__topic", "validated_by")
        .order_by(*NEWEST_FIRST)
    )


def history_of_students(*, viewer: User) -> QuerySet[UserHistory]:
    """What everyone whom ``viewer`` may look at did, newest first."""
    people = people_visible(viewer).values("pk")
    return (
        UserHistory.objects.filter(user__in=people, removed_at__isnull=True)
        .select_related("user", "text_resource", "validated_by")
        .order_by(*NEWEST_FIRST)
    )


def history_recent_lookups(*, user: User, count: int) -> list[UserHistory]:
    """The last different things looked up and found, newest first."""
    found = history_list(user=user).filter(kind=Activity.LOOKUP, text_resource__isnull=False)
    different: dict[object, UserHistory] = {}
    for entry in found[: count * LOOK_BACK]:
        different.setdefault(entry.text_resource_id, entry)
    return list(different.values())[:count]
