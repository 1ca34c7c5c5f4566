"""Requests that are being answered, counted in the threads that answer them.

A server that is told to stop cancels what waits for such a thread, not the thread; if its loop
ends first, the thread waits for it for ever and so does the process.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_changed = threading.Condition()
_count = 0


@contextmanager
def request_running() -> Iterator[None]:
    """Counts as one while inside."""
    global _count
    with _changed:
        _count += 1
    try:
        yield
    finally:
        with _changed:
            _count -= 1
            _changed.notify_all()


def requests_end(*, seconds: float) -> bool:
    """Wait until none is being answered, but not longer than ``seconds``. Blocks."""
    with _changed:
        return _changed.wait_for(lambda: _count == 0, timeout=seconds)
