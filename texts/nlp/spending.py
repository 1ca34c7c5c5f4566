"""What an engine that costs money needs to know of money: may it, and what was it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Settle = Callable[[int], None]


class Budget(Protocol):
    """Thread-safe, and shared by all processes that spend from it."""

    def reserve(self, tokens: int) -> Settle:
        """Set ``tokens`` aside for one call; what is returned takes the tokens really used.

        A call of unknown cost is not settled: what was set aside stays spent. Raises EngineError
        "budget_exhausted" if so much is not left.
        """
        ...
