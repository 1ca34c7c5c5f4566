"""Reading an Anki package: a ZIP with an SQLite database of notes, from anybody.

Nothing is unpacked by name, nothing grows beyond a bound, and the database is opened read-only with
an authoriser that lets it do nothing but read the columns asked for. Media is left alone.

Anki writes ``collection.anki21b`` (zstd, since 2.1.50), before that ``collection.anki21`` and
``collection.anki2``. A new package carries an old ``collection.anki2`` as well, with one note that
says "please update": so the newest there is counts.
"""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, Final

from texts.reviews.anki.plain import field_plain

_COLLECTIONS: Final = ("collection.anki21b", "collection.anki21", "collection.anki2")
_MAX_ENTRIES: Final = 20_000
_MAX_DATABASE_BYTES: Final = 128 * 1024 * 1024
_COPY_BYTES: Final = 256 * 1024
_STEPS_BETWEEN_LOOKS: Final = 10_000
_MAX_LOOKS: Final = 20_000
_MAX_FIELDS_CHARS: Final = 100_000
_SQLITE: Final = b"SQLite format 3\x00"


class AnkiError(ValueError):
    """The file is no package for us. ``code`` is stable; ``str()`` is for a person.

    ``anki_unreadable``, ``anki_too_large``, ``anki_too_many``.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """The fields of a note as plain text, in their order."""

    fields: tuple[str, ...]


def package_read(file: BinaryIO, *, max_notes: int) -> list[AnkiNote]:
    """The notes of the package ``file``, which must be seekable. Raises AnkiError."""
    with tempfile.TemporaryDirectory(prefix="anki-") as folder:
        database = Path(folder) / "collection.sqlite"
        with database.open("wb") as target:
            _database_copy(file, target)
        return _notes(database, max_notes)


def _database_copy(file: BinaryIO, target: IO[bytes]) -> None:
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
            if len(names) > _MAX_ENTRIES:
                raise AnkiError("anki_too_large", "This package has too many files in it.")
            name = next((name for name in _COLLECTIONS if name in names), None)
            if name is None:
                raise _unreadable("There is no collection of cards in this file.")
            with package.open(name) as packed:
                pieces = _unpacked(packed) if name.endswith("b") else _pieces(packed)
                _copy(pieces, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        if isinstance(error, AnkiError):
            raise
        raise _unreadable("This is no Anki package, or it is damaged.") from error


def _pieces(packed: IO[bytes]) -> Iterator[bytes]:
    while piece := packed.read(_COPY_BYTES):
        yield piece


def _unpacked(packed: IO[bytes]) -> Iterator[bytes]:
    import zstandard

    try:
        reader = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(packed)
        yield from _pieces(reader)
    except zstandard.ZstdError as error:
        raise _unreadable("This is no Anki package, or it is damaged.") from error


def _copy(pieces: Iterator[bytes], target: IO[bytes]) -> None:
    left = _MAX_DATABASE_BYTES
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise AnkiError("anki_too_large", "The collection in this package is too large.")
        target.write(piece)


def _notes(database: Path, max_notes: int) -> list[AnkiNote]:
    with database.open("rb") as head:
        if head.read(len(_SQLITE)) != _SQLITE:
            raise _unreadable("The collection in this package cannot be read.")
    looks = 0

    def enough() -> bool:
        nonlocal looks
        looks += 1
        return looks > _MAX_LOOKS

    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as opened:
            opened.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
            opened.set_authorizer(_authorise)
            opened.set_progress_handler(enough, _STEPS_BETWEEN_LOOKS)
            opened.create_collation("unicase", _compare)
            rows = opened.execute(
                "SELECT substr(flds, 1, ?) FROM notes LIMIT ?", (_MAX_FIELDS_CHARS, max_notes + 1)
            )
            found = [str(flds) for (flds,) in rows if flds is not None]
    except (sqlite3.Error, UnicodeError) as error:
        raise _unreadable("The collection in this package cannot be read.") from error
    if len(found) > max_notes:
        raise AnkiError("anki_too_many", f"Import up to {max_notes:,} notes at a time.")
    return [AnkiNote(tuple(field_plain(field) for field in flds.split("\x1f"))) for flds in found]


def _authorise(action: int, first: str | None, second: str | None, *_: object) -> int:
    """Reading a column of ``notes``, and the one function used. No view, no trigger, no file."""
    allowed = (
        action == sqlite3.SQLITE_SELECT
        or (action == sqlite3.SQLITE_READ and first == "notes" and second in ("flds", ""))
        or (action == sqlite3.SQLITE_FUNCTION and second == "substr")
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _compare(one: str, other: str) -> int:
    a, b = one.casefold(), other.casefold()
    return (a > b) - (a < b)


def _unreadable(message: str) -> AnkiError:
    return AnkiError("anki_unreadable", f"{message} Export your deck again and try once more.")
