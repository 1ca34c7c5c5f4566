"""What the history holds about a person."""

from __future__ import annotations

from collections.abc import Iterable

from accounts import privacy
from accounts.models import User
from accounts.privacy import ExportFile, csv_file, json_file, numbers_of, rows_of
from history.models import UserHistory

ROWS_AT_A_TIME = 500


def privacy_register() -> None:
    privacy.register(
        app="history",
        covers=("history.UserHistory",),
        exporter=history_export,
        eraser=history_erase,
    )


def history_export(*, user: User) -> Iterable[ExportFile]:
    rows = UserHistory.objects.filter(user=user).order_by("id")
    yield json_file("history.json", rows_of(rows))
    acts = rows.values_list("created_at", "kind", "query").iterator(chunk_size=ROWS_AT_A_TIME)
    yield csv_file(
        "history.csv",
        ("time", "activity", "what was asked"),
        ((at.isoformat(), kind, query) for at, kind, query in acts),
    )


def history_erase(*, user: User) -> None:
    """The acts stay as numbers, which ratings and tutors count; what was typed goes."""
    rows = UserHistory.objects.filter(user=user)
    rows.exclude(query="", validation_note="").update(query="", validation_note="")
    batch = []
    for row in rows.exclude(metadata={}).only("metadata").iterator(chunk_size=ROWS_AT_A_TIME):
        row.metadata = numbers_of(row.metadata) or {}
        batch.append(row)
    UserHistory.objects.bulk_update(batch, ["metadata"], batch_size=ROWS_AT_A_TIME)
