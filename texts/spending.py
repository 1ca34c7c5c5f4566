"""The day's spending on cloud engines, one row of the database for each engine and unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import connections
from django.db.models import F

from learnenglish.common.metrics import ENGINE_UNITS
from texts.models import DaySpending
from texts.nlp.base import EngineError
from texts.nlp.spending import Settle


@dataclass(frozen=True)
class DailyBudget:
    """A ``Budget`` of ``limit`` per day (UTC), shared by all that share the database.

    The limit stands in the WHERE of one UPDATE, so that two calls can never both take what is
    enough for one. A restart forgets nothing. Afterwards no connection is held: the provider may
    be awaited for long.
    """

    name: str
    limit: int
    unit: str = "tokens"

    def reserve(self, tokens: int) -> Settle:
        """See ``Budget``."""
        day = datetime.now(UTC).date()
        try:
            if tokens > self.limit or not (self._add(day, tokens) or self._begin(day, tokens)):
                raise EngineError("budget_exhausted", f"Today's budget for {self.name} is used up.")
        finally:
            connections_release()

        def settle(used: int) -> None:
            # Of the day it was reserved on, also if that is over by now.
            DaySpending.objects.filter(name=self.name, unit=self.unit, day=day).update(
                amount=F("amount") + (used - tokens)
            )
            connections_release()
            ENGINE_UNITS.labels(self.name.lower(), self.unit).inc(used)

        return settle

    def spent(self) -> int:
        """What is spent or set aside today, in ``unit``."""
        row = DaySpending.objects.filter(
            name=self.name, unit=self.unit, day=datetime.now(UTC).date()
        ).first()
        return row.amount if row else 0

    def _begin(self, day: date, tokens: int) -> bool:
        """Make the row of ``day`` if there is none yet, and try once more."""
        DaySpending.objects.get_or_create(name=self.name, unit=self.unit, day=day)
        return self._add(day, tokens)

    def _add(self, day: date, tokens: int) -> bool:
        """Whether the row of ``day`` is there and had room for ``tokens``, which it now has."""
        rows = DaySpending.objects.filter(
            name=self.name, unit=self.unit, day=day, amount__lte=self.limit - tokens
        )
        return bool(rows.update(amount=F("amount") + tokens))


def connections_release() -> None:
    """Give this thread's database connections back; the next query takes one again.

    Inside a transaction they are left alone.
    """
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()
