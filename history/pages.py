"""Pages of the history."""

from __future__ import annotations

from history.selectors import NEWEST_FIRST
from learnenglish.common.pagination import NewestFirst


class HistoryPages(NewestFirst):
    """By when it was done: a page is found by the time at its edge, so that every page is as fast
    as the first."""

    ordering = NEWEST_FIRST
