"""Statements that may take longer than those of a request."""

from __future__ import annotations

from django.db import connection


def long_statements(*, seconds: int) -> None:
    """Let each statement of this transaction take ``seconds``; elsewhere than on PostgreSQL there
    is no limit."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [f"{seconds}s"])
