"""The recognition engines by name. Importing this loads none of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any

from speaking.stt.base import Recogniser

# name -> "module:class"; a new engine needs a line here, its options in speaking.engines.
ENGINES: dict[str, str] = {
    "offline": "speaking.stt.offline.engine:OfflineRecogniser",
    "openai": "speaking.stt.openai.engine:OpenAIRecogniser",
}

_engines: dict[tuple[str, tuple[tuple[str, Any], ...]], Recogniser] = {}
_lock = threading.Lock()


def get_recogniser(name: str, **options: Any) -> Recogniser:
    """The engine ``name``, made once per process for each set of ``options``.

    ``options`` are the constructor's arguments and must be hashable. Raises LookupError for a
    name not in ``ENGINES``.
    """
    key = (name, tuple(sorted(options.items())))
    with _lock:
        if key not in _engines:
            _engines[key] = _load(name)(**options)
        return _engines[key]


def _load(name: str) -> Callable[..., Recogniser]:
    try:
        module, _, attribute = ENGINES[name].partition(":")
    except KeyError:
        known = ", ".join(sorted(ENGINES))
        raise LookupError(f"No recognition engine named {name!r}; known: {known}.") from None
    engine: Callable[..., Recogniser] = getattr(import_module(module), attribute)
    return engine
