"""The two statements of a search: what is found with its counts, and titles alone."""

# ruff: noqa: S608 (the SQL is made of constants; what people type goes in as parameters)
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from texts.models import TextResource
from texts.search.base import SearchBackend, Statement
from texts.search.counts import TABLE as COUNTS
from texts.search.ordering import KEYS, Cursor, Order, condition_of, order_by
from texts.search.postgres import PostgresBackend
from texts.search.sqlite import SqliteBackend

_FACETS = ("kind", "level", "source")


class FacetRow(NamedTuple):
    """How many resources have this kind, this level and this source."""

    kind: str
    level: str
    source: str
    number: int


class Title(NamedTuple):
    """A resource as it is named in a list."""

    id: UUID
    kind: str
    text: str
    level: str
    rating_score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """``ids`` of a page in order; the cursors are None at the ends of the list.

    ``counts`` are of all that was found, whatever kind, level and source were chosen.
    """

    ids: list[UUID]
    counts: list[FacetRow]
    next_cursor: str | None
    previous_cursor: str | None


def backend_get() -> SearchBackend:
    """The one that fits the database."""
    return PostgresBackend() if connection.vendor == "postgresql" else SqliteBackend()


def tag_hits(tag: str) -> Statement:
    """All that carries ``tag``."""
    sql = "SELECT d.resource_id, 0 AS score FROM texts_searchdocument d WHERE d.tag = %s"
    return Statement(sql, (tag,))


def slice_find(
    scope: QuerySet[TextResource],
    hits: Statement | None,
    *,
    order: Order,
    limit: int,
    chosen: Mapping[str, str] | None = None,
    cursor: Cursor | None = None,
    is_all: bool = False,
) -> Slice:
    """What of ``scope`` is among ``hits`` (rows of resource_id and score; None: all of it).

    ``chosen`` maps kind, level and source to a value or "". ``is_all``: ``scope`` is all that the
    person may see, so that what is everyone's need not be counted where its counts are kept.
    """
    found, counted = _found(scope, hits)
    is_kept = is_all and hits is None and connection.vendor == "sqlite"
    backwards = cursor is not None and cursor.before
    conditions = [
        Statement(f"{name} = %s", (value,)) for name, value in (chosen or {}).items() if value
    ]
    if cursor is not None:
        conditions.append(condition_of(cursor))
    where = " AND ".join(one.sql for one in conditions) or "1 = 1"
    keys = ", ".join(key.sql for key in KEYS[order])
    facets = ", ".join(_FACETS)
    # One row more than asked for tells whether there are others.
    sql = (
        f"{found.sql} SELECT * FROM (SELECT 0, '', '', '', {keys} FROM found WHERE {where}"
        f" ORDER BY {order_by(order, backwards=backwards)} LIMIT {limit + 1}) page"
    )
    nothing = ", NULL" * len(KEYS[order])
    for part in counted:
        if part == "common" and is_kept:
            sql += f" UNION ALL SELECT number, {facets}{nothing} FROM {COUNTS} WHERE number > 0"
        else:
            sql += f" UNION ALL SELECT count(*), {facets}{nothing} FROM {part} GROUP BY {facets}"
    params = (*found.params, *(value for one in conditions for value in one.params))
    rows = _run(sql, params)
    places = [(*values, UUID(str(last))) for n, _, _, _, *values, last in rows if n == 0]
    return _sliced(
        places,
        [FacetRow(row[1], row[2], row[3], row[0]) for row in rows if row[0]],
        order=order,
        cursor=cursor,
        limit=limit,
    )


def _sliced(
    places: list[tuple[Any, ...]],
    counts: list[FacetRow],
    *,
    order: Order,
    cursor: Cursor | None,
    limit: int,
) -> Slice:
    is_more, shown = len(places) > limit, places[:limit]
    backwards = cursor is not None and cursor.before
    if backwards:
        shown.reverse()
    has_next = backwards or is_more
    has_previous = is_more if backwards else cursor is not None
    return Slice(
        ids=[place[-1] for place in shown],
        counts=counts,
        next_cursor=Cursor(order, shown[-1]).encode() if shown and has_next else None,
        previous_cursor=(
            Cursor(order, shown[0], before=True).encode() if shown and has_previous else None
        ),
    )


def titles_find(scope: QuerySet[TextResource], hits: Statement, *, limit: int) -> list[Title]:
    """Of ``scope`` what is among ``hits`` (rows of resource_id and score), the best first."""
    seen = _seen(scope)
    sql = (
        f"WITH hits AS MATERIALIZED ({hits.sql})"
        " SELECT seen.id, seen.kind, seen.text, seen.level, seen.rating_score"
        f" FROM ({seen.sql}) seen JOIN hits ON hits.resource_id = seen.id"
        f" ORDER BY hits.score DESC, seen.rating_score DESC LIMIT {limit}"
    )
    rows = _run(sql, (*hits.params, *seen.params))
    return [Title(UUID(str(pk)), *values) for pk, *values in rows]


def _found(
    scope: QuerySet[TextResource], hits: Statement | None
) -> tuple[Statement, tuple[str, ...]]:
    """WITH … found(id, kind, level, source, rating_score, score); the parts of it to be counted."""
    seen = _seen(scope)
    columns = "seen.id, seen.kind, seen.level, seen.source, seen.rating_score"
    if hits is None:
        # Not materialized, so that the index of lists serves the page; what is nobody's apart,
        # so that it is counted in the order of that index, without sorting.
        parts = {
            "found": seen,
            "common": _seen(scope.filter(created_by=None)),
            "personal": _seen(scope.exclude(created_by=None)),
        }
        sql = ", ".join(
            f"{name} AS NOT MATERIALIZED (SELECT {columns}, 0 AS score FROM ({part.sql}) seen)"
            for name, part in parts.items()
        )
        params = tuple(value for part in parts.values() for value in part.params)
        return Statement(f"WITH {sql}", params), ("common", "personal")
    # The hits first and once: that is the narrow end.
    sql = (
        f"WITH hits AS MATERIALIZED ({hits.sql}), found AS MATERIALIZED"
        f" (SELECT {columns}, hits.score FROM ({seen.sql}) seen"
        " JOIN hits ON hits.resource_id = seen.id)"
    )
    return Statement(sql, (*hits.params, *seen.params)), ("found",)


def _seen(scope: QuerySet[TextResource]) -> Statement:
    columns = ("id", *_FACETS, "rating_score", "text")
    sql, params = scope.order_by().values_list(*columns).query.sql_with_params()
    return Statement(sql, tuple(params))


def _run(sql: str, params: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())
