"""A provider that has just failed is left in peace for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

PAUSE_S = 30.0


class Outage:
    """Remembers why a provider is not asked, so that nobody else waits for the same time-out.

    Thread-safe: the state is read and written whole. ``clock`` gives seconds.
    """

    def __init__(
        self, *, pause_s: float = PAUSE_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._pause_s = pause_s
        self._clock = clock
        self._until_why: tuple[float, str] = (float("-inf"), "")

    def begin(self, message: str) -> None:
        """The provider failed in a way that may pass."""
        self._until_why = (self._clock() + self._pause_s, message)

    @property
    def message(self) -> str:
        """What is wrong with the provider; empty when it may be asked."""
        until, message = self._until_why
        return message if self._clock() < until else ""
