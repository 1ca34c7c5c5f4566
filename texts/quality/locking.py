"""One writer of statistics at a time."""

from __future__ import annotations

from django.db import connection

# Any number will do, as long as no other lock of the database's uses it.
_KEY = 7_205_759_403


def statistics_lock() -> None:
    """Wait until no other transaction writes ratings or impressions; held until this one ends.

    Two statements that write the same many rows in different orders would block each other for
    good on PostgreSQL. On SQLite a transaction is alone anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_KEY])
