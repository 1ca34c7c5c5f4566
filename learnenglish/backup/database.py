"""The database in one file: PostgreSQL by its own tools, SQLite by its own online copy."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from learnenglish.backup.errors import BackupError

POSTGRES_FILE = "database.dump"
SQLITE_FILE = "database.sqlite3"


def database_file() -> str:
    """The file's name says which database it is of."""
    return POSTGRES_FILE if connection.vendor == "postgresql" else SQLITE_FILE


def database_dump(target: Path) -> None:
    """Write a consistent copy while the site runs. Raises BackupError."""
    if connection.vendor == "postgresql":
        # The custom format is compressed, and pg_restore reads it in parallel.
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)


def database_restore(source: Path) -> None:
    """Replace everything in the database by ``source``. Raises BackupError.

    PostgreSQL does it in one transaction: a failure leaves what was there.
    """
    connection.close()
    if connection.vendor == "postgresql":
        _run(
            "pg_restore",
            "--clean",
            "--if-exists",
            "--no-owner",
            "--no-privileges",
            "--single-transaction",
            f"--dbname={connection.settings_dict['NAME']}",
            str(source),
        )
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(source)) as kept:
        kept.backup(connection.connection)
    connection.close()


def database_is_empty() -> bool:
    """Whether there are no people: a fresh database, migrated or not."""
    if "accounts_user" not in connection.introspection.table_names():
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM accounts_user LIMIT 1")
        return cursor.fetchone() is None


def _run(program: str, *arguments: str) -> None:
    path = os.environ.get("POSTGRES_BIN", "")
    found = shutil.which(program, path=path) if path else shutil.which(program)
    if found is None:
        raise BackupError(
            f"{program} is not installed (Debian: apt-get install postgresql-client), or not in "
            "the folder that POSTGRES_BIN names."
        )
    run = subprocess.run(
        [found, *arguments], env=_environment(), capture_output=True, text=True, check=False
    )
    if run.returncode != 0:
        raise BackupError(f"{program}: {run.stderr.strip()[-2000:]}")


def _environment() -> dict[str, str]:
    """How the tools of PostgreSQL find the server; the password is not among their arguments."""
    database: dict[str, Any] = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    found = {variable: str(database[key]) for variable, key in names.items() if database[key]}
    options = database["OPTIONS"]
    if options.get("host"):  # a socket's folder
        found["PGHOST"] = options["host"]
    if options.get("sslmode"):
        found["PGSSLMODE"] = options["sslmode"]
    return {**os.environ, "PGDATABASE": str(database["NAME"]), **found}
