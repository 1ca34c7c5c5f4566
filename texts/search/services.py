"""Searching as something a person does: found and noted in the history."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from history.models import Activity, UserHistory
from history.services import history_record
from texts.search.selectors import SearchPage, SearchRequest, resource_search

if TYPE_CHECKING:
    from accounts.models import User

# Turning pages and trying filters is one search.
_SAME_SEARCH = timedelta(minutes=10)


def search_run(*, user: User, wanted: SearchRequest) -> SearchPage:
    """Search and note it, once for all pages and filters. Raises as ``resource_search`` does."""
    page = resource_search(user=user, wanted=wanted)
    if page.query and not wanted.cursor and not _is_repeated(user, page.query):
        metadata = {"count": page.count}
        history_record(user=user, kind=Activity.SEARCH, query=page.query, metadata=metadata)
    return page


def _is_repeated(user: User, query: str) -> bool:
    searches = UserHistory.objects.filter(user=user, kind=Activity.SEARCH).order_by("-created_at")
    last = searches.values_list("query", "created_at").first()
    return last is not None and last[0] == query and last[1] > timezone.now() - _SAME_SEARCH
