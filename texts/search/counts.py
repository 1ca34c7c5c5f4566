"""How much of what is everyone's has each kind, level and source, kept by SQLite itself.

Triggers count with every write, whoever makes it. SQLite has one writer at a time, so nobody waits
for the counts; on PostgreSQL writers would, and there they are counted when they are asked for.
"""

# ruff: noqa: S608 (the SQL is made of constants)
from __future__ import annotations

from typing import Any, Final

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE: Final = "texts_search_counts"
_TRIGGERS: Final = ("counted_made", "counted_gone", "counted_left", "counted_come")


def counts_install(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the counts anew. May run any number of times."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in (*counts_removal(), *counts_making()):
            schema_editor.execute(statement, None)


def counts_remove(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for statement in counts_removal():
            schema_editor.execute(statement, None)


def counts_removal() -> list[str]:
    return [
        *(f"DROP TRIGGER IF EXISTS texts_search_{name}" for name in _TRIGGERS),
        f"DROP TABLE IF EXISTS {TABLE}",
    ]


def counts_making() -> list[str]:
    changed = "AFTER UPDATE OF kind, level, source, status, created_by_id"
    events = (
        ("AFTER INSERT", "new", _more("new")),
        ("AFTER DELETE", "old", _fewer("old")),
        (changed, "old", _fewer("old")),
        (changed, "new", _more("new")),
    )
    return [
        f"CREATE TABLE {TABLE} (kind TEXT NOT NULL, level TEXT NOT NULL, source TEXT NOT NULL,"
        " number INTEGER NOT NULL, PRIMARY KEY (kind, level, source)) WITHOUT ROWID",
        *(
            f"CREATE TRIGGER texts_search_{name} {event} ON texts_textresource"
            f" WHEN {_is_common(row)} BEGIN {action} END"
            for name, (event, row, action) in zip(_TRIGGERS, events, strict=True)
        ),
        f"INSERT INTO {TABLE} SELECT kind, level, source, count(*) FROM texts_textresource r"
        f" WHERE {_is_common('r')} GROUP BY kind, level, source",
    ]


def _is_common(row: str) -> str:
    """Everyone's and published, as in ``texts.selectors.resource_visible``."""
    return f"{row}.created_by_id IS NULL AND {row}.status = 'PUBLISHED'"


def _same(row: str) -> str:
    return f"kind = {row}.kind AND level = {row}.level AND source = {row}.source"


def _more(row: str) -> str:
    return (
        f"INSERT INTO {TABLE} SELECT {row}.kind, {row}.level, {row}.source, 0"
        f" WHERE NOT EXISTS (SELECT 1 FROM {TABLE} WHERE {_same(row)});"
        f" UPDATE {TABLE} SET number = number + 1 WHERE {_same(row)};"
    )


def _fewer(row: str) -> str:
    return f"UPDATE {TABLE} SET number = number - 1 WHERE {_same(row)};"
