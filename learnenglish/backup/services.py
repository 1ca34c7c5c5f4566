"""A backup is a folder: the database in one file, the storage's files, and a manifest written last.

A folder without a manifest is a backup that did not finish. Running it again into the same folder
copies only what is new.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from learnenglish.backup.database import (
    database_dump,
    database_file,
    database_is_empty,
    database_restore,
)
from learnenglish.backup.errors import BackupError
from learnenglish.backup.files import (
    StoredFile,
    digest_of,
    file_restore,
    files_copy,
    files_list,
    path_inside,
)
from learnenglish.releasing import bucket_ensure

MANIFEST = "manifest.json"
FILES = "files"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    files: int
    copied_bytes: int
    database_bytes: int


def backup_create(*, folder: Path, say: Callable[[str], None]) -> BackupReport:
    """Write a backup into ``folder``. Raises BackupError.

    The database comes first: a file that is stored meanwhile is then one too many, never one
    that a row names and nobody has.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    known = _files_known(folder)
    (folder / MANIFEST).unlink(missing_ok=True)
    database = folder / database_file()
    say("Database")
    database.unlink(missing_ok=True)
    database_dump(database)
    say("Files")
    files = list(files_copy(folder / FILES, known))
    manifest = {
        "format": FORMAT,
        "made_at": timezone.now().isoformat(),
        "database": {"file": database.name, "sha256": digest_of(database)},
        "migrations": sorted(map(list, MigrationRecorder(connection).applied_migrations())),
        "files": [asdict(file) for file in files],
    }
    draft = folder / f"{MANIFEST}.new"
    draft.write_text(json.dumps(manifest, indent=1))
    draft.replace(folder / MANIFEST)
    return BackupReport(
        files=len(files),
        copied_bytes=sum(file.size for file in files if file.name not in known),
        database_bytes=database.stat().st_size,
    )


def backup_restore(*, folder: Path, force: bool, say: Callable[[str], None]) -> BackupReport:
    """Bring back what ``folder`` holds. Raises BackupError, also for a damaged backup or, without
    ``force``, a site that has people or files.

    Everything is checked before anything is changed.
    """
    manifest = _manifest(folder)
    database = folder / manifest["database"]["file"]
    if database.name != database_file():
        raise BackupError(
            f"The backup is of another database ({database.name}, here {database_file()})."
        )
    if not database.exists() or digest_of(database) != manifest["database"]["sha256"]:
        raise BackupError(f"{database.name} is missing from the backup, or damaged.")
    files = [StoredFile(**file) for file in manifest["files"]]
    for file in files:
        path = path_inside(folder / FILES, file.name)
        if not path.exists() or path.stat().st_size != file.size:
            raise BackupError(f"{file.name} is missing from the backup, or damaged.")
    bucket_ensure()
    if not force and not (database_is_empty() and next(files_list(), None) is None):
        raise BackupError("This site has people or files. Restore into a fresh one, or --force.")
    say("Database")
    database_restore(database)
    say("Files")
    copied = sum(file.size for file in files if file_restore(folder / FILES, file))
    return BackupReport(
        files=len(files), copied_bytes=copied, database_bytes=database.stat().st_size
    )


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
    except (OSError, ValueError) as error:
        raise BackupError(f"{folder} holds no finished backup ({MANIFEST}: {error}).") from error
    if manifest.get("format") != FORMAT:
        raise BackupError(f"The backup has format {manifest.get('format')!r}; {FORMAT} is known.")
    return dict(manifest)


def _files_known(folder: Path) -> dict[str, StoredFile]:
    """What an earlier backup in the same folder has."""
    try:
        files = _manifest(folder)["files"]
    except BackupError:
        return {}
    return {file["name"]: StoredFile(**file) for file in files}
