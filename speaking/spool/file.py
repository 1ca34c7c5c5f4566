"""A spool in a file of ``SPOOL_DIR``: for one machine.

The file is the holder's fence, then records: a length and one chunk's sound. The number of whole
records is the next sequence number. A process killed half-way leaves a torn record, which the next
holder cuts off. Written sound is the operating system's: it survives the process, and the machine's
loss of power only as far as the disk was told of it.
"""

from __future__ import annotations

import fcntl
import os
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from speaking.spool.base import SpoolEntry, SpoolLost, SpoolUnavailable

SUFFIX = ".spool"
_FENCE = struct.Struct(">Q")
_LENGTH = struct.Struct(">I")


class FileSpool:
    def __init__(self, session_id: UUID) -> None:
        self.path: Path = settings.SPOOL_DIR / f"{session_id}{SUFFIX}"
        self.next_seq = 0
        self.sound_bytes = 0
        self._fence = 0
        self._end = _FENCE.size
        self._file: BinaryIO | None = None
        # A thread that appends and one that closes must not meet at the file's handle.
        self._thread = threading.Lock()

    @staticmethod
    def entries() -> Iterator[SpoolEntry]:
        for path in settings.SPOOL_DIR.glob(f"*{SUFFIX}"):
            try:
                changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                yield SpoolEntry(UUID(path.stem), changed)
            except (FileNotFoundError, ValueError):  # deleted just now, or none of ours
                continue

    def open(self, fence: int) -> None:
        with _storing():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            self._file = os.fdopen(handle, "r+b", buffering=0)
            try:
                self._take_over(fence)
            except BaseException:
                self.close()
                raise

    def _take_over(self, fence: int) -> None:
        with self._locked() as file:
            if _fence_of(file) > fence:
                raise SpoolLost
            self._fence = fence
            _write(file, _FENCE.pack(fence), 0)
            file.seek(_FENCE.size)
            for length in _lengths(file):
                self.next_seq += 1
                self.sound_bytes += length
                self._end += _LENGTH.size + length
            file.truncate(self._end)

    def append(self, pcm: bytes) -> None:
        record = _LENGTH.pack(len(pcm)) + pcm
        with _storing(), self._locked() as file:
            if _fence_of(file) != self._fence:
                raise SpoolLost
            try:
                _write(file, record, self._end)
            except OSError:
                file.truncate(self._end)
                raise
            self._end += len(record)
            self.next_seq += 1
            self.sound_bytes += len(pcm)

    def read(self) -> bytes:
        with _storing():
            try:
                with self.path.open("rb") as file:
                    file.seek(_FENCE.size)
                    return b"".join(_records(file))
            except FileNotFoundError:
                return b""

    def close(self) -> None:
        with self._thread:
            if self._file is not None:
                self._file.close()
                self._file = None

    def delete(self) -> None:
        self.close()
        with _storing():
            self.path.unlink(missing_ok=True)

    @contextmanager
    def _locked(self) -> Iterator[BinaryIO]:
        """The file, ours alone for a moment. Raises SpoolLost if it was closed or deleted."""
        with self._thread:
            if self._file is None:
                raise SpoolLost
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                if os.fstat(self._file.fileno()).st_nlink == 0:
                    raise SpoolLost
                yield self._file
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)


@contextmanager
def _storing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SpoolUnavailable(str(error)) from error


def _fence_of(file: BinaryIO) -> int:
    """0 for a file that was made just now."""
    head = os.pread(file.fileno(), _FENCE.size, 0)
    return _FENCE.unpack(head)[0] if len(head) == _FENCE.size else 0


def _write(file: BinaryIO, data: bytes, offset: int) -> None:
    while data:
        written = os.pwrite(file.fileno(), data, offset)
        data, offset = data[written:], offset + written


def _lengths(file: BinaryIO) -> Iterator[int]:
    """Of the whole records from where ``file`` stands, without reading their sound."""
    size = os.fstat(file.fileno()).st_size
    while len(head := file.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        if file.tell() + length > size:
            return
        file.seek(length, os.SEEK_CUR)
        yield length


def _records(file: BinaryIO) -> Iterator[bytes]:
    while len(head := file.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        pcm = file.read(length)
        if len(pcm) < length:
            return
        yield pcm
