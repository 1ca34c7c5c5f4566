"""Reading the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from history.models import Activity, UserHistory

if TYPE_CHECKING:
    from accounts.models import User


def history_list(*, user: User) -> QuerySet[UserHistory]:
    """What ``user`` did, newest first, with the resources it links to."""
    return (
        UserHistory.objects.filter(user=user)
        .select_related("text_resource", "speak_resource", "speak_resource__topic")
        .order_by("-id")
    )


def history_recent_lookups(*, user: User, count: int) -> list[UserHistory]:
    """The last look-ups that found something, newest first."""
    found = history_list(user=user).filter(kind=Activity.LOOKUP, text_resource__isnull=False)
    return list(found[:count])
