"""Everything in the file storage, whatever it is, to a folder and back."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from django.core.files import File
from django.core.files.storage import Storage, default_storage

from learnenglish.backup.errors import BackupError

# Made again when somebody asks: not worth a place.
NOT_KEPT = ("speech/", "health/")
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """``name`` in the storage, its size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


def files_list(storage: Storage = default_storage, folder: str = "") -> Iterator[str]:
    """The names of all files, in order, without those of ``NOT_KEPT``."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for file in sorted(filter(None, files)):
        name = f"{folder}{file}"
        if not name.startswith(NOT_KEPT):
            yield name
    for inner in sorted(filter(None, folders)):
        yield from files_list(storage, f"{folder}{inner}/")


def files_copy(target: Path, known: dict[str, StoredFile]) -> Iterator[StoredFile]:
    """Copy the storage into ``target``, but what ``known`` (an earlier copy there) has already.

    A file that is deleted meanwhile is left out.
    """
    for name in files_list():
        path = path_inside(target, name)
        try:
            size = default_storage.size(name)
            old = known.get(name)
            if old and old.size == size and path.exists() and path.stat().st_size == size:
                yield old
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            with default_storage.open(name) as source, path.open("wb") as copy:
                shutil.copyfileobj(source, copy, _PIECE)
        except FileNotFoundError:
            path.unlink(missing_ok=True)
            continue
        yield StoredFile(name=name, size=path.stat().st_size, sha256=digest_of(path))


def file_restore(folder: Path, stored: StoredFile) -> bool:
    """Put one file back. False if the storage has it already. Raises BackupError if damaged."""
    path = path_inside(folder, stored.name)
    if not path.exists() or digest_of(path) != stored.sha256:
        raise BackupError(f"{stored.name} is missing from the backup, or damaged.")
    if default_storage.exists(stored.name):
        if default_storage.size(stored.name) == stored.size:
            return False
        default_storage.delete(stored.name)
    with path.open("rb") as source:
        saved = default_storage.save(stored.name, File(source))
    if saved != stored.name:
        raise BackupError(f"The storage kept {stored.name} as {saved}.")
    return True


def digest_of(path: Path) -> str:
    digest: Any = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return str(digest.hexdigest())


def path_inside(folder: Path, name: str) -> Path:
    """Where ``name`` lies under ``folder``. Raises BackupError for a name that leads out of it."""
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or PurePosixPath(name).is_absolute():
        raise BackupError(f"{name!r} is no name of a file in the storage.")
    return folder.joinpath(*parts)
