"""What runs in a recognition process. One thread, so one call at a time.

Importing this is cheap; the networks are loaded by the first call that needs them. Sound comes
with the place (``offset``, bytes) it begins at, so that a request that is sent again, because its
answer was lost to a cancelled caller, does no harm.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from dataclasses import dataclass
from multiprocessing import parent_process
from typing import TYPE_CHECKING

from speaking.stt.base import Interim, Transcript

if TYPE_CHECKING:
    from speaking.stt.offline.stream import LiveStream


@dataclass(frozen=True, slots=True)
class Update:
    """``taken``: bytes of sound received so far. ``cost_ms``: how long this call computed."""

    interim: Interim
    taken: int
    cost_ms: int


@dataclass(slots=True)
class _Session:
    stream: LiveStream
    taken: int = 0

    def take(self, offset: int, pcm: bytes) -> None:
        new = pcm[max(0, self.taken - offset) :]
        self.taken += len(new)
        if new:
            self.stream.add(new)


_sessions: dict[str, _Session] = {}


def start() -> None:
    """The process's initialiser."""
    # Ctrl-C reaches the whole process group; it is the parent that ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, name="parent-watch", daemon=True).start()


def load(model: str) -> int:
    """Load the networks; the process's id."""
    from speaking.stt.offline.models import load_models

    load_models(model)
    return os.getpid()


def open_session(key: str, pause_ms: int, model: str) -> None:
    """Begin a recording."""
    from speaking.stt.offline.models import load_models
    from speaking.stt.offline.stream import LiveStream

    _sessions[key] = _Session(LiveStream(load_models(model), pause_ms=pause_ms))


def update(key: str, offset: int, pcm: bytes, with_open_line: bool) -> Update:
    """Add sound and recognise. Without the open line only lines that ended are decoded."""
    began = time.perf_counter()
    session = _sessions[key]
    session.take(offset, pcm)
    stream = session.stream
    interim = stream.interim() if with_open_line else stream.finals()
    return Update(interim, session.taken, int((time.perf_counter() - began) * 1000))


def finish(key: str, offset: int, pcm: bytes) -> Transcript:
    """Add the last sound, recognise the rest and forget the recording."""
    session = _sessions[key]
    session.take(offset, pcm)
    transcript = session.stream.finish()
    close_session(key)
    return transcript


def align(pcm: bytes, words: list[str]) -> list[tuple[int, int]]:
    """When each of ``words`` is said in ``pcm`` (see ``Aligner``)."""
    from speaking.stt.offline.models import load_aligner

    return load_aligner().align(pcm, words)


def close_session(key: str) -> None:
    """Forget a recording, known or not."""
    _sessions.pop(key, None)


def _die_with_parent() -> None:
    """A killed parent cannot tell its workers to end, but its end of a pipe closes."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
