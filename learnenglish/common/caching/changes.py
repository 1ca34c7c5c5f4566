"""Generations: a number for each scope that is another one after every change in it.

Read before the rows that an answer is made of, a generation is never newer than they are: an answer
kept under it is right for whoever reads the same generation. As the number and the rows come from
one database, a change that is rolled back shows nowhere, one that is committed shows at once
whatever becomes of the process that made it, and a replica that is behind has the generation of its
rows.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from uuid import UUID

from django.db import connections, router

from learnenglish.common.caching.models import Change

# Longer than any answer is kept and any transaction lasts: see ``changes_forget``.
KEPT_S = 2 * 3600
# Each batch is far from the time-out of a statement.
BATCH = 10_000
# Sums of two hours' tokens stay within 63 bits.
TOKEN_BITS = 47
# What scopes are named after; each person has one of their own in each.
TEXTS = "texts"
PROGRESS = "progress"
# A change of which nobody knows what it changed.
EVERYTHING = "everything"
# While triggers are away: what changes now is not written down.
UNWATCHED = "unwatched"


def scope_of(name: str, owner_id: UUID | None = None) -> str:
    """What is ``owner_id``'s in ``name``, or what is everyone's."""
    return f"{name}:{owner_id.hex}" if owner_id else name


def generation_read(scopes: Sequence[str]) -> str:
    """The generation of these scopes together, on the database that is read from now.

    While changes are not written down it is another one each time.
    """
    table = Change._meta.db_table
    scopes = [*scopes, EVERYTHING, UNWATCHED]
    marks = ", ".join(["%s"] * len(scopes))
    with connections[router.db_for_read(Change)].cursor() as cursor:
        cursor.execute(
            f"SELECT scope, SUM(token) FROM {table} WHERE scope IN ({marks}) GROUP BY scope",  # noqa: S608
            scopes,
        )
        found = dict(cursor.fetchall())
    if UNWATCHED in found:
        return secrets.token_hex(8)
    return "-".join(str(found.get(scope, 0)) for scope in scopes)


def change_note(scope: str) -> None:
    """Say that ``scope`` changed, where no trigger does: in the transaction that changes it."""
    Change.objects.create(scope=scope, token=secrets.randbits(TOKEN_BITS), at=int(time.time()))


def changes_forget() -> int:
    """Delete what is so old that no answer from before it is kept; how many there were."""
    old = Change.objects.filter(at__lt=int(time.time()) - KEPT_S).exclude(scope=UNWATCHED)
    forgotten = 0
    while count := Change.objects.filter(pk__in=old.values("pk")[:BATCH]).delete()[0]:
        forgotten += count
    return forgotten
