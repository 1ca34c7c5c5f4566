"""Requests that are being answered, counted in the threads that answer them.

A server that is told to stop cancels what waits for such a thread, not the thread; if its loop
ends first, the thread waits for it for ever and so does the process.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Door:
    """Lets requests in until it is shut, and knows how many are inside."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside = 0
        self._shut = False

    @contextmanager
    def entered(self) -> Iterator[bool]:
        """Whether the request came in; it counts while inside."""
        with self._changed:
            let_in = not self._shut
            self._inside += let_in
        try:
            yield let_in
        finally:
            with self._changed:
                self._inside -= let_in
                self._changed.notify_all()

    def shut(self, *, seconds: float) -> bool:
        """Let nobody in any more; whether all had left within ``seconds``. Blocks until then."""
        with self._changed:
            self._shut = True
            return self._changed.wait_for(lambda: self._inside == 0, timeout=seconds)


requests = Door()
