"""Lists of the REST API: cursor pages, newest first."""

from __future__ import annotations

from rest_framework.pagination import CursorPagination


class NewestFirst(CursorPagination):
    """``cursor`` and ``page_size`` (1–100, default 20), ordered by creation.

    Keys are time-ordered, so the key alone orders by time and never ties.
    """

    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100
    ordering = "-id"
