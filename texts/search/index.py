"""The search index inside the database: tables that triggers keep in step with the resources.

A trigger on ``texts_textresource`` takes the text out of the JSON and writes it to
``texts_searchdocument``; on SQLite three triggers there keep the FTS5 tables in step, on
PostgreSQL a generated column does. So whatever writes a resource, it is found at once.

``index_install`` may run any number of times. SQLite drops the triggers of a table that a
migration alters: such a migration ends with ``RunPython(index_install, RunPython.noop)``.
A test of the suite notices when it was forgotten.
"""

# ruff: noqa: S608 (the SQL is made of constants; what people type goes in as parameters)
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from learnenglish.common.caching.changes import TEXTS, change_note
from texts.search.counts import counts_making, counts_removal
from texts.search.models import SearchDocument

# Where the text is, as JSON paths that both kinds of database can follow.
ALIASES: Final = ("$.slug", "$.items[*]", "$.keywords[*]")
BODY: Final = (
    "$.summary",
    "$.corrected",
    "$.senses[*].definition",
    "$.entries[*].use",
    "$.questions[*]",
)
EXAMPLES: Final = (
    "$.examples[*]",
    "$.senses[*].examples[*]",
    "$.entries[*].examples[*]",
    "$.uses[*].example",
    "$.form[*].example",
)
_WRITTEN: Final = "key, tag, headword, aliases, body, examples"
_READ: Final = "text, normalised, kind, content"
# All that a list without a query looks at, in the order in which it is counted.
_BROWSE: Final = (
    "CREATE INDEX IF NOT EXISTS texts_search_browse ON texts_textresource"
    " (created_by_id, kind, level, source, status, rating_score, id)"
)


def index_install(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index anew and fill it from the resources there are."""
    for statement in _statements(schema_editor):
        schema_editor.execute(statement, None)


def index_remove(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _removal(schema_editor):
        schema_editor.execute(statement, None)


def _statements(schema_editor: BaseDatabaseSchemaEditor) -> list[str]:
    make = _postgres if schema_editor.connection.vendor == "postgresql" else _sqlite
    return [*_removal(schema_editor), _BROWSE, *make()]


def _removal(schema_editor: BaseDatabaseSchemaEditor) -> list[str]:
    if schema_editor.connection.vendor == "postgresql":
        return [
            "DROP TRIGGER IF EXISTS texts_search_resource ON texts_textresource",
            "DROP FUNCTION IF EXISTS texts_search_write()",
            "ALTER TABLE texts_searchdocument DROP COLUMN IF EXISTS vector",
            "DROP FUNCTION IF EXISTS texts_search_lines(jsonb, jsonpath[])",
            "DROP INDEX IF EXISTS texts_search_trigrams",
            "DELETE FROM texts_searchdocument",
            "DROP INDEX IF EXISTS texts_search_browse",
        ]
    triggers = ("made", "changed", "added", "removed", "replaced")
    return [
        *counts_removal(),
        *(f"DROP TRIGGER IF EXISTS texts_search_{name}" for name in triggers),
        "DROP TABLE IF EXISTS texts_search_words",
        "DROP TABLE IF EXISTS texts_search_trigrams",
        "DELETE FROM texts_searchdocument",
        "DROP INDEX IF EXISTS texts_search_browse",
    ]


# --- checking ----------------------------------------------------------------------------------


def documents_differing(ids: Sequence[UUID]) -> list[UUID]:
    """Which of the resources ``ids`` have no document, or another than their content makes."""
    columns = _WRITTEN.split(", ")
    off = " OR ".join(f"d.{name} <> w.{name}" for name in columns)
    statement = (
        f"SELECT w.resource_id FROM ({_documents(len(ids))}) w"
        " LEFT JOIN texts_searchdocument d ON d.resource_id = w.resource_id"
        f" WHERE d.resource_id IS NULL OR {off}"
    )
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statement, _keys(ids))
        return [UUID(str(key)) for (key,) in cursor.fetchall()]


def documents_rewrite(ids: Sequence[UUID]) -> int:
    """Make the documents of the resources ``ids`` anew; how many there are."""
    places = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM texts_searchdocument WHERE resource_id IN ({places})", _keys(ids)
        )
        cursor.execute(
            f"INSERT INTO texts_searchdocument (resource_id, {_WRITTEN}) {_documents(len(ids))}",
            _keys(ids),
        )
        written = cursor.rowcount
    change_note(TEXTS)
    return written


def _documents(count: int) -> str:
    """What the documents of ``count`` resources should hold."""
    places = ", ".join(["%s"] * count)
    source, group = "texts_textresource r", ""
    if connection.vendor == "postgresql":
        values = _postgres_columns("r")
    else:
        values, group = _sqlite_columns("r"), " GROUP BY r.id"
        source += " LEFT JOIN json_tree(r.content) t ON t.type = 'text'"
    names = _WRITTEN.split(", ")
    columns = ", ".join(f"{value} AS {name}" for value, name in zip(values, names, strict=True))
    return f"SELECT r.id AS resource_id, {columns} FROM {source} WHERE r.id IN ({places}){group}"


def _keys(ids: Sequence[UUID]) -> list[Any]:
    field = SearchDocument._meta.get_field("resource")
    return [field.get_db_prep_value(one, connection) for one in ids]


# --- SQLite ------------------------------------------------------------------------------------


def _sqlite() -> list[str]:
    changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _READ.split(", "))
    return [
        "CREATE VIRTUAL TABLE texts_search_words USING fts5("
        " headword, aliases, body, examples,"
        " content='texts_searchdocument', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
        "CREATE VIRTUAL TABLE texts_search_trigrams USING fts5("
        " key, content='texts_searchdocument', content_rowid='id', tokenize='trigram')",
        f"CREATE TRIGGER texts_search_made AFTER INSERT ON texts_textresource BEGIN"
        f" INSERT INTO texts_searchdocument (resource_id, {_WRITTEN})"
        f" SELECT new.id, {_sqlite_values('new')}"
        f" FROM json_tree(new.content) t WHERE t.type = 'text'; END",
        f"CREATE TRIGGER texts_search_changed AFTER UPDATE OF {_READ} ON texts_textresource"
        f" WHEN {changed} BEGIN"
        f" UPDATE texts_searchdocument SET ({_WRITTEN}) = (SELECT {_sqlite_values('new')}"
        f" FROM json_tree(new.content) t WHERE t.type = 'text')"
        f" WHERE resource_id = new.id; END",
        f"CREATE TRIGGER texts_search_added AFTER INSERT ON texts_searchdocument"
        f" BEGIN {_sqlite_add()} END",
        f"CREATE TRIGGER texts_search_removed AFTER DELETE ON texts_searchdocument"
        f" BEGIN {_sqlite_drop()} END",
        f"CREATE TRIGGER texts_search_replaced AFTER UPDATE ON texts_searchdocument"
        f" BEGIN {_sqlite_drop()} {_sqlite_add()} END",
        f"INSERT INTO texts_searchdocument (resource_id, {_WRITTEN})"
        f" SELECT r.id, {_sqlite_values('r')}"
        f" FROM texts_textresource r, json_tree(r.content) t WHERE t.type = 'text' GROUP BY r.id",
        *counts_making(),
    ]


def _sqlite_values(row: str) -> str:
    return ", ".join(_sqlite_columns(row))


def _sqlite_columns(row: str) -> tuple[str, ...]:
    content = f"{row}.content"
    return (
        f"substr(CASE {row}.kind WHEN 'GRAMMAR' THEN lower({row}.text)"
        f" ELSE {row}.normalised END, 1, 255)",
        f"substr(coalesce(json_extract({content}, '$.area'),"
        f" json_extract({content}, '$.category'), ''), 1, 80)",
        f"{row}.text",
        *(_sqlite_lines(paths) for paths in (ALIASES, BODY, EXAMPLES)),
    )


def _sqlite_lines(paths: tuple[str, ...]) -> str:
    # In a GLOB pattern "[[]" is the bracket itself: "$.items[*]" means "$.items[0]" and so on.
    globs = (path.replace("[*]", "[[]*]") for path in paths)
    chosen = " OR ".join(f"t.fullkey GLOB '{glob}'" for glob in globs)
    return f"coalesce(group_concat(CASE WHEN {chosen} THEN t.atom END, char(10)), '')"


def _sqlite_add() -> str:
    return (
        "INSERT INTO texts_search_words (rowid, headword, aliases, body, examples)"
        " VALUES (new.id, new.headword, new.aliases, new.body, new.examples);"
        " INSERT INTO texts_search_trigrams (rowid, key) VALUES (new.id, new.key);"
    )


def _sqlite_drop() -> str:
    # How an external-content table is told what it held (sqlite.org/fts5.html, section 4.4.3).
    return (
        "INSERT INTO texts_search_words"
        " (texts_search_words, rowid, headword, aliases, body, examples)"
        " VALUES ('delete', old.id, old.headword, old.aliases, old.body, old.examples);"
        " INSERT INTO texts_search_trigrams (texts_search_trigrams, rowid, key)"
        " VALUES ('delete', old.id, old.key);"
    )


# --- PostgreSQL --------------------------------------------------------------------------------


_ACCENTED: Final = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ"
_PLAIN: Final = "aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUY"
# The parser of PostgreSQL would make e-mail addresses, paths and signed numbers of these.
_MARKS: Final = "!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~‘’“”–—…"


def _postgres() -> list[str]:
    return [
        "CREATE FUNCTION texts_search_lines(content jsonb, paths jsonpath[]) RETURNS text"
        " LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(string_agg(v #>> '{}',"
        " E'\\n' ORDER BY p.place), '') FROM unnest(paths) WITH ORDINALITY p(path, place),"
        " LATERAL jsonb_path_query(content, p.path) v $$",
        "ALTER TABLE texts_searchdocument ADD COLUMN vector tsvector GENERATED ALWAYS AS ("
        + " || ".join(
            f"setweight(to_tsvector('simple'::regconfig, {_postgres_plain(column)}), '{weight}')"
            for column, weight in zip(
                ("headword", "aliases", "body", "examples"), "ABCD", strict=True
            )
        )
        + ") STORED",
        "CREATE INDEX texts_search_vector ON texts_searchdocument USING gin (vector)",
        "CREATE INDEX texts_search_trigrams ON texts_searchdocument USING gin (key gin_trgm_ops)",
        "CREATE FUNCTION texts_search_write() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" INSERT INTO texts_searchdocument (resource_id, {_WRITTEN})"
        f" VALUES (NEW.id, {_postgres_values('NEW')})"
        " ON CONFLICT (resource_id) DO UPDATE SET "
        + ", ".join(f"{name} = excluded.{name}" for name in _WRITTEN.split(", "))
        + "; RETURN NULL; END $$",
        f"CREATE TRIGGER texts_search_resource AFTER INSERT OR UPDATE OF {_READ}"
        " ON texts_textresource FOR EACH ROW EXECUTE FUNCTION texts_search_write()",
        f"INSERT INTO texts_searchdocument (resource_id, {_WRITTEN})"
        f" SELECT r.id, {_postgres_values('r')} FROM texts_textresource r",
    ]


def _postgres_plain(column: str) -> str:
    blanks = " " * (len(_MARKS) - 1)  # the apostrophe is doubled
    return f"translate({column}, '{_ACCENTED}{_MARKS}', '{_PLAIN}{blanks}')"


def _postgres_values(row: str) -> str:
    return ", ".join(_postgres_columns(row))


def _postgres_columns(row: str) -> tuple[str, ...]:
    content = f"{row}.content"
    paths = (
        f"texts_search_lines({content}, ARRAY[{', '.join(map(repr, paths))}]::jsonpath[])"
        for paths in (ALIASES, BODY, EXAMPLES)
    )
    return (
        f"left(CASE {row}.kind WHEN 'GRAMMAR' THEN lower({row}.text)"
        f" ELSE {row}.normalised END, 255)",
        f"left(coalesce({content} ->> 'area', {content} ->> 'category', ''), 80)",
        f"{row}.text",
        *paths,
    )
