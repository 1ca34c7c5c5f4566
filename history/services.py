"""The one way in which acts get into the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from history.models import Activity, UserHistory

if TYPE_CHECKING:
    from accounts.models import User

QUERY_CHARS = 1000


def history_record(
    *,
    user: User,
    kind: Activity,
    query: str = "",
    text_resource_id: UUID | None = None,
    speak_resource_id: UUID | None = None,
    is_impression: bool = False,
    metadata: dict[str, Any] | None = None,
) -> UserHistory:
    """One row for one act. A query longer than the column is cut, never refused."""
    return UserHistory.objects.create(
        user=user,
        kind=kind,
        query=query[:QUERY_CHARS],
        text_resource_id=text_resource_id,
        speak_resource_id=speak_resource_id,
        is_impression=is_impression,
        metadata=metadata or {},
    )
