"""The tables that kept answers are made of, and whose rows are whose.

A column that an answer comes to depend on belongs here; a test compares every write with the next
read.
"""

from __future__ import annotations

from dataclasses import dataclass

from learnenglish.common.caching.changes import PROGRESS, TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Rows of ``table`` belong to ``owner`` (a column) in ``scope``, or to everyone where that is
    NULL. An update of a column that is not among ``columns`` changes nothing.

    ``updates_all``: an update is everyone's, whoever owns the row. It is told once for a
    statement that may change a million rows.
    """

    scope: str
    table: str
    owner: str
    columns: tuple[str, ...]
    updates_all: bool = False


WATCHED = (
    Watched(
        scope=TEXTS,
        table="texts_textresource",
        owner="created_by_id",
        columns=(
            *("kind", "text", "normalised", "level", "content", "source", "status"),
            *("created_by_id", "created_at", "rating_score"),
        ),
        updates_all=True,
    ),
    Watched(
        scope=PROGRESS,
        table="history_userhistory",
        owner="user_id",
        columns=(
            *("kind", "day", "created_at", "metadata", "is_first", "resource_type"),
            *("utc_offset_minutes", "user_id"),
        ),
    ),
    Watched(
        scope=PROGRESS,
        table="tutoring_dailyprogress",
        owner="user_id",
        columns=(
            *("day", "lookups", "sessions", "sittings", "words_met", "spoken_ms", "spoken_words"),
            *("errors", "offset_min", "offset_max", "goal_minutes"),
        ),
    ),
    Watched(
        scope=PROGRESS,
        table="texts_reviewlog",
        owner="user_id",
        columns=("undone_at", "reviewed_at", "state_before", "rating"),
    ),
    Watched(
        scope=PROGRESS, table="texts_reviewcard", owner="user_id", columns=("user_id", "created_at")
    ),
    Watched(
        scope=PROGRESS,
        table="speaking_drillattempt",
        owner="user_id",
        columns=("contrast", "outcome", "created_at"),
    ),
    Watched(
        scope=PROGRESS,
        table="speaking_speakresource",
        owner="user_id",
        columns=("mode", "status", "evaluation"),
    ),
)
