"""The triggers that write down what changed, for the generations of ``common.caching``.

Whatever writes a table that is watched (a form, a task, a statement in a shell), what is kept of it
is not given out any more once the change is committed.
"""

# ruff: noqa: S608 (the SQL is made of constants)
from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django.db import connections, transaction
from django.db.migrations import Migration, operations

from learnenglish.common.caching.changes import EVERYTHING, TOKEN_BITS, UNWATCHED, change_note
from learnenglish.common.caching.models import Change
from learnenglish.watched_tables import WATCHED, Watched

_PREFIX = "learn_change_"
_LOG = Change._meta.db_table
# What a trigger may be in the way of.
_ALTERING = (
    operations.RemoveField,
    operations.AlterField,
    operations.RenameField,
    operations.DeleteModel,
    operations.RenameModel,
)


def before_migrate(*, using: str, plan: Sequence[tuple[Migration, bool]] = (), **_: Any) -> None:
    """Take the triggers away from a migration that they would be in the way of.

    SQLite makes a table anew to alter it in whatever way. Until they are back no answer is kept.
    """
    altering = any(
        backwards or any(isinstance(one, _ALTERING) for one in migration.operations)
        for migration, backwards in plan
    )
    if plan and (altering or connections[using].vendor == "sqlite"):
        triggers_drop(using=using)


def triggers_drop(*, using: str = "default") -> None:
    """Until the next ``after_migrate`` nobody notices changes, and so nothing is kept."""
    with transaction.atomic(using=using):
        if _LOG in connections[using].introspection.table_names():
            change_note(UNWATCHED)
        _bring(using, wanted={})


def after_migrate(*, using: str, **_: Any) -> None:
    """Make the triggers that are not there or are of another version, where their tables are."""
    connection = connections[using]
    tables = connection.introspection.table_names()
    if _LOG not in tables:
        return
    makers = _postgres if connection.vendor == "postgresql" else _sqlite
    there = [one for one in WATCHED if one.table in tables and _is_whole(connection, one)]
    with transaction.atomic(using=using):
        if _bring(using, wanted={name: sql for one in there for name, sql in makers(one).items()}):
            change_note(EVERYTHING)
        if len(there) == len(WATCHED):
            Change.objects.filter(scope=UNWATCHED).delete()


def _is_whole(connection: Any, watched: Watched) -> bool:
    """Whether the table has its columns: not in the middle of migrations that are taken back."""
    with connection.cursor() as cursor:
        description = connection.introspection.get_table_description(cursor, watched.table)
    return {column.name for column in description} >= {*watched.columns, watched.owner}


def _bring(using: str, *, wanted: dict[str, list[str]]) -> bool:
    """Leave the triggers ``wanted`` and no others; whether anything was made."""
    vendor = connections[using].vendor
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        there = _there(cursor, vendor)
        for name in there - wanted.keys():
            cursor.execute(
                f"DROP FUNCTION {name}() CASCADE"
                if vendor == "postgresql"
                else f"DROP TRIGGER {name}"
            )
        missing = wanted.keys() - there
        for name in missing:
            for statement in wanted[name]:
                cursor.execute(statement)
    return bool(missing)


def _there(cursor: Any, vendor: str) -> set[str]:
    """The names of the triggers there are; on PostgreSQL those of their functions, too."""
    cursor.execute(
        "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'learn_change_%'"
        if vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'learn_change_%'"
    )
    return {name for (name,) in cursor.fetchall()}


def _named(table: str, event: str, body: str) -> str:
    """A name that changes with the trigger's body; PostgreSQL's end at 63 characters."""
    return f"{_PREFIX}{table}_{event}_{hashlib.sha256(body.encode()).hexdigest()[:8]}"


# --- SQLite -------------------------------------------------------------------------------------


def _sqlite(watched: Watched) -> dict[str, list[str]]:
    columns = ", ".join(watched.columns)
    differs = " OR ".join(f"old.{name} IS NOT new.{name}" for name in watched.columns)
    new, old = (_sqlite_scope(watched, row) for row in ("new", "old"))
    updated = [f"'{watched.scope}'"] if watched.updates_all else [old, new]
    made = {}
    for event, when, scopes in (
        ("insert", f"AFTER INSERT ON {watched.table}", [new]),
        ("delete", f"AFTER DELETE ON {watched.table}", [old]),
        ("update", f"AFTER UPDATE OF {columns} ON {watched.table} WHEN {differs}", updated),
    ):
        body = f"{when} BEGIN {' '.join(_sqlite_note(scope) for scope in scopes)} END"
        name = _named(watched.table, event, body)
        made[name] = [f"CREATE TRIGGER {name} {body}"]
    return made


def _sqlite_scope(watched: Watched, row: str) -> str:
    owner = f"{row}.{watched.owner}"
    return (
        f"CASE WHEN {owner} IS NULL THEN '{watched.scope}' ELSE '{watched.scope}:' || {owner} END"
    )


def _sqlite_note(scope: str) -> str:
    token = f"(random() & {2**TOKEN_BITS - 1})"
    now = "CAST(strftime('%s', 'now') AS INTEGER)"
    return (
        f"UPDATE {_LOG} SET token = {token}, at = {now} WHERE scope = {scope};"
        f" INSERT INTO {_LOG} (scope, token, at) SELECT {scope}, {token}, {now}"
        f" WHERE NOT EXISTS (SELECT 1 FROM {_LOG} WHERE scope = {scope});"
    )


# --- PostgreSQL ---------------------------------------------------------------------------------


def _postgres(watched: Watched) -> dict[str, list[str]]:
    """They fire for what replication writes (``ENABLE ALWAYS``) and find the log whatever the
    search path is, which is empty for a restore of data alone."""
    table, statement = watched.table, "FOR EACH STATEMENT"
    columns = ", ".join(watched.columns)
    differs = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in watched.columns)
    per_update = statement if watched.updates_all else f"FOR EACH ROW WHEN ({differs})"
    of_rows = _postgres_note(f"DISTINCT {_postgres_scope(watched, '')}", "FROM changed")
    old, new = (_postgres_note(_postgres_scope(watched, f"{row}."), "") for row in ("OLD", "NEW"))
    of_update = _postgres_note(f"'{watched.scope}'", "") if watched.updates_all else old + new
    made = {}
    for event, when, body in (
        ("insert", f"INSERT ON {table} REFERENCING NEW TABLE AS changed {statement}", of_rows),
        ("delete", f"DELETE ON {table} REFERENCING OLD TABLE AS changed {statement}", of_rows),
        ("update", f"UPDATE OF {columns} ON {table} {per_update}", of_update),
        ("truncate", f"TRUNCATE ON {table} {statement}", _postgres_note(f"'{EVERYTHING}'", "")),
    ):
        function = (
            "() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS"
            f" $$ BEGIN {body} RETURN NULL; END $$"
        )
        name = _named(table, event, when + function)
        made[name] = [
            f"CREATE OR REPLACE FUNCTION {name}{function}",
            f"CREATE TRIGGER {name} AFTER {when} EXECUTE FUNCTION {name}()",
            f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}",
        ]
    return made


def _postgres_scope(watched: Watched, row: str) -> str:
    owner = f"{row}{watched.owner}"
    return f"concat_ws(':', '{watched.scope}', replace({owner}::text, '-', ''))"


def _postgres_note(scope: str, source: str) -> str:
    """The scopes are chosen first: each gets a token of its own."""
    return (
        f"INSERT INTO {_LOG} (scope, token, at) SELECT scope,"
        f" floor(random() * {2**TOKEN_BITS})::bigint,"
        f" extract(epoch FROM clock_timestamp())::bigint FROM (SELECT {scope} AS scope {source}) s;"
    )
