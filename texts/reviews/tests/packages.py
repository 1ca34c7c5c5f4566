"""Anki packages for tests, good and bad."""

from __future__ import annotations

import io
import sqlite3
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import zstandard


def collection(notes: Sequence[Sequence[str]], *statements: str) -> bytes:
    """An SQLite database like Anki's: a note is its fields."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection"
        with closing(sqlite3.connect(path)) as made:
            made.execute(
                "CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer,"
                " usn integer, tags text, flds text, sfld integer, csum integer, flags integer,"
                " data text)"
            )
            made.executemany(
                "INSERT INTO notes (flds) VALUES (?)", [("\x1f".join(n),) for n in notes]
            )
            for statement in statements:
                made.execute(statement)
            made.commit()
        return path.read_bytes()


def package(**files: bytes) -> bytes:
    """A ZIP of ``files``; ``anki21b`` is ``collection.anki21b``, packed as Anki packs it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            packed = zstandard.compress(content) if name == "anki21b" else content
            made.writestr(f"collection.{name}" if name.startswith("anki2") else name, packed)
    return target.getvalue()
