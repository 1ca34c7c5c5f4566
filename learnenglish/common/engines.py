"""What all kinds of engines share: a table of them by name, and how they fail.

Recognition processes import this, so it imports nothing heavy.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Generic, TypeVar

Engine = TypeVar("Engine")


class EngineFailure(Exception):
    """An engine could not do its work. ``code`` is stable, ``message`` is for a person,
    ``retryable`` says if trying again may help, and ``retry_after_ms`` when (None: unknown)."""

    def __init__(
        self, code: str, message: str, *, retryable: bool = False, retry_after_ms: int | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.retryable = retryable
        self.retry_after_ms = retry_after_ms

    def __reduce__(self) -> tuple[Any, ...]:
        """What is raised in another process comes over whole, with what a subclass adds."""
        return _again, (type(self), self.message), self.__dict__


def _again(kind: type[EngineFailure], message: str) -> EngineFailure:
    """Without the constructor, which may ask for more or for less; the rest follows as state."""
    return kind.__new__(kind, message)


class EngineTable(Generic[Engine]):
    """Engines of one kind: ``{"offline": "package.module:Class"}``. None is imported before it is
    asked for. Thread-safe; one engine's making may ask for another."""

    def __init__(self, kind: str, engines: Mapping[str, str]) -> None:
        self._kind = kind
        self._engines = engines
        self._made: dict[tuple[str, tuple[tuple[str, Any], ...]], Engine] = {}
        self._lock = threading.RLock()

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._engines)

    def get(self, name: str, **options: Any) -> Engine:
        """The engine ``name``, made once per process for each set of ``options``.

        ``options`` are the constructor's arguments and must be hashable. Raises LookupError for a
        name that is not in the table.
        """
        key = (name, tuple(sorted(options.items())))
        with self._lock:
            if key not in self._made:
                self._made[key] = self.make(name, **options)
            return self._made[key]

    def make(self, name: str, *args: Any, **options: Any) -> Engine:
        """A new engine. Raises LookupError for a name that is not in the table."""
        if name not in self._engines:
            known = ", ".join(sorted(self._engines))
            raise LookupError(f"No {self._kind} named {name!r}; known: {known}.")
        module, _, attribute = self._engines[name].partition(":")
        engine: Engine = getattr(import_module(module), attribute)(*args, **options)
        return engine
