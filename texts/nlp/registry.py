"""Text engines by name. Each is imported and built on first use, then shared."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from threading import RLock
from typing import Final, cast

from texts.nlp.base import EngineError, TextEngine

ENGINES: Final[dict[str, str]] = {
    "offline": "texts.nlp.offline.engine:OfflineEngine",
    # With its budget, and the offline engine behind it: made where the settings are known.
    "openai": "texts.engines:build_openai_engine",
}
_LOCK = RLock()


def get_engine(name: str) -> TextEngine:
    """The engine called ``name``. Raises EngineError ("unknown_engine") for any other name."""
    if name not in ENGINES:
        known = ", ".join(sorted(ENGINES))
        raise EngineError("unknown_engine", f"No text engine is called {name!r}; known: {known}.")
    with _LOCK:
        return _build(name)


@cache
def _build(name: str) -> TextEngine:
    module, _, attribute = ENGINES[name].partition(":")
    return cast(TextEngine, getattr(import_module(module), attribute)())
