"""The spool: where sound waits until its session has a result.

A session's spool is one file of records, each a length and the sound (16 kHz PCM) of one chunk, so
that the number of whole records is the next sequence number. A record is acknowledged only after
it is written; a process killed half-way leaves a torn record, which the next opening cuts off.
"""

from __future__ import annotations

import fcntl
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

LOCK_SECONDS = 3.0
LOCK_RETRY_SECONDS = 0.02
_LENGTH = struct.Struct(">I")


class Spool:
    """One session's sound. Not for several writers at once: the session row says whose it is."""

    def __init__(self, session_id: UUID) -> None:
        self.path: Path = settings.SPOOL_DIR / f"{session_id}.pcm"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.next_seq = 0
        self.sound_bytes = 0
        self._file: BinaryIO | None = None

    def open(self) -> None:
        """Count what is there and get ready to append. Blocks while another writer lets go.

        Raises BlockingIOError if it does not within LOCK_SECONDS.
        """
        self._file = self.path.open("a+b", buffering=0)
        _lock(self._file)
        self._file.seek(0)
        whole = 0
        for pcm in _records(self._file):
            self.next_seq += 1
            self.sound_bytes += len(pcm)
            whole = self._file.tell()
        self._file.truncate(whole)

    def append(self, pcm: bytes) -> None:
        """Keep the chunk ``next_seq``. Raises OSError when the disk is full."""
        if self._file is None:
            raise RuntimeError("the spool is not open")
        self._file.write(_LENGTH.pack(len(pcm)) + pcm)
        self.next_seq += 1
        self.sound_bytes += len(pcm)

    def read(self) -> bytes:
        """All the sound so far, 16 kHz PCM; empty if there is none."""
        if not self.path.exists():
            return b""
        with self.path.open("rb") as file:
            return b"".join(_records(file))

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def delete(self) -> None:
        self.close()
        self.path.unlink(missing_ok=True)


def _lock(file: BinaryIO) -> None:
    """One writer at a time: who takes a session over waits until the other has stopped."""
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > deadline:
                file.close()
                raise
            time.sleep(LOCK_RETRY_SECONDS)


def _records(file: BinaryIO) -> Iterator[bytes]:
    """The whole records from where ``file`` stands; it stands behind the last one afterwards."""
    while len(head := file.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        pcm = file.read(length)
        if len(pcm) < length:
            return
        yield pcm
