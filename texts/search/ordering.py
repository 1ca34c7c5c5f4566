"""The orders of a list of results, and cursors into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.core import signing
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from learnenglish.common.errors import DomainError
from texts.models import TextResource
from texts.search.base import Statement


class Order(models.TextChoices):
    RELEVANCE = "relevance", _("Best match")
    RATING = "rating", _("Best rated")
    NEWEST = "newest", _("Newest")
    LEVEL = "level", _("Easiest first")


@dataclass(frozen=True, slots=True)
class Key:
    """One column of an order; ``sql`` is of the columns that ``texts.search.statements`` finds."""

    sql: str
    descending: bool = False


_SCORE = Key("score", descending=True)
_RATING = Key("rating_score", descending=True)
# Keys are time-ordered; the starter content was made in the order of frequency.
_FIRST = Key("id")
_LEVEL = Key("CASE level WHEN '' THEN 'Z' ELSE level END")
KEYS: Final[dict[Order, tuple[Key, ...]]] = {
    Order.RELEVANCE: (_SCORE, _RATING, _FIRST),
    Order.RATING: (_RATING, _FIRST),
    Order.NEWEST: (Key("id", descending=True),),
    Order.LEVEL: (_LEVEL, _RATING, _FIRST),
}
_signer = signing.Signer(salt="texts.search.cursor")


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: after the row with these ``values``, or ``before`` it.

    ``values`` are those of the order's keys; the last one is the row's id.
    """

    order: Order
    values: tuple[Any, ...]
    before: bool = False

    def encode(self) -> str:
        *values, last = self.values
        return _signer.sign_object([self.order.value, [*values, str(last)], self.before])


def cursor_read(text: str, *, order: Order) -> Cursor | None:
    """None if ``text`` is empty. Raises DomainError ``cursor_invalid``."""
    if not text:
        return None
    try:
        made_for, (*values, last), before = _signer.unsign_object(text)
    except (signing.BadSignature, ValueError) as error:
        raise _invalid() from error
    if made_for != order.value:
        raise _invalid()
    return Cursor(order, (*values, UUID(last)), bool(before))


def _invalid() -> DomainError:
    message = _("This is not a page of this list. Start again without the cursor.")
    return DomainError("cursor_invalid", message, field="cursor")


def order_by(order: Order, *, backwards: bool) -> str:
    return ", ".join(
        f"{key.sql} {'DESC' if key.descending != backwards else 'ASC'}" for key in KEYS[order]
    )


def condition_of(cursor: Cursor) -> Statement:
    """What holds for rows beyond the cursor: its keys compared from the first to the last."""
    keys = KEYS[cursor.order]
    *values, last = cursor.values
    stored = [*values, TextResource._meta.pk.get_db_prep_value(last, connection)]
    arms: list[str] = []
    params: list[Any] = []
    for count, key in enumerate(keys):
        sign = "<" if key.descending != cursor.before else ">"
        equal = [f"{earlier.sql} = %s" for earlier in keys[:count]]
        arms.append("(" + " AND ".join([*equal, f"{key.sql} {sign} %s"]) + ")")
        params += stored[: count + 1]
    return Statement(f"({' OR '.join(arms)})", tuple(params))
