"""Reading the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from history.models import Activity, UserHistory

if TYPE_CHECKING:
    from accounts.models import User

# People look the same thing up again: read so many times more entries than are shown.
LOOK_BACK = 6


def history_list(*, user: User) -> QuerySet[UserHistory]:
    """What ``user`` did, newest first, with the resources it links to."""
    return (
        UserHistory.objects.filter(user=user)
        .select_related("text_resource", "speak_resource", "speak_resource__topic")
        .order_by("-id")
    )


def history_recent_lookups(*, user: User, count: int) -> list[UserHistory]:
    """The last different things looked up and found, newest first."""
    found = history_list(user=user).filter(kind=Activity.LOOKUP, text_resource__isnull=False)
    different: dict[object, UserHistory] = {}
    for entry in found[: count * LOOK_BACK]:
        different.setdefault(entry.text_resource_id, entry)
    return list(different.values())[:count]
