"""The day's spending on cloud engines, counted in the cache."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.cache import BaseCache, caches

from texts.nlp.base import EngineError
from texts.nlp.spending import Settle

_KEPT_SECONDS = 2 * 24 * 3600


@dataclass(frozen=True)
class DailyBudget:
    """A ``Budget`` of ``limit`` per day (UTC), shared by all that share the cache.

    Counting is one atomic increment, undone if it goes past the limit, so that two calls can
    never both take what is enough for one. A store of its own keeps the count from being pushed
    out by other entries. Without REDIS_URL it lasts as long as the process.
    """

    name: str
    limit: int
    unit: str = "tokens"
    cache: str = "spending"

    def reserve(self, tokens: int) -> Settle:
        """See ``Budget``."""
        key = self._key()
        store = caches[self.cache]
        if _add(store, key, tokens) > self.limit:
            _add(store, key, -tokens)
            raise EngineError("budget_exhausted", f"Today's budget for {self.name} is used up.")

        def settle(used: int) -> None:
            # Of the day it was reserved on, also if that is over by now.
            _add(caches[self.cache], key, used - tokens)

        return settle

    def spent(self) -> int:
        """What is spent or set aside today, in ``unit``."""
        return int(caches[self.cache].get(self._key(), 0))

    def _key(self) -> str:
        return f"{self.unit}:{self.name}:{datetime.now(UTC).date().isoformat()}"


def _add(store: BaseCache, key: str, tokens: int) -> int:
    """The count after adding ``tokens``."""
    with contextlib.suppress(ValueError):
        return store.incr(key, tokens)
    store.add(key, 0, timeout=_KEPT_SECONDS)
    return store.incr(key, tokens)
