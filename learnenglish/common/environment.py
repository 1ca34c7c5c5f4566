"""Readers of environment variables: pure functions of text, so that each can be tested alone."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured


def csv_list(text: str) -> list[str]:
    """Comma-separated values without blanks: ``"a, b,"`` gives ``["a", "b"]``."""
    return [part.strip() for part in text.split(",") if part.strip()]


def choice(name: str, text: str, allowed: tuple[str, ...]) -> str:
    """``text`` in lower case if it is allowed. Raises ImproperlyConfigured naming the variable."""
    value = text.strip().lower()
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {text!r}; use one of: {', '.join(allowed)}.")
    return value


def positive(name: str, text: str) -> int:
    """A whole number above 0. Raises ImproperlyConfigured naming the variable."""
    if not text.strip().isdigit() or int(text) < 1:
        raise ImproperlyConfigured(f"{name} is {text!r}; use a whole number above 0.")
    return int(text)


def limit(name: str, text: str) -> int | None:
    """A whole number from 0, or None for ``unlimited``; ``true`` and ``false`` are all and nothing.

    Raises ImproperlyConfigured naming the variable.
    """
    value = text.strip().lower()
    if value in ("unlimited", "true"):
        return None
    if value == "false":
        return 0
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {text!r}; use a number, or 'unlimited'.")
    return int(value)


def days(name: str, text: str) -> int:
    """A whole number of days from 0. Raises ImproperlyConfigured naming the variable."""
    if not text.strip().isdigit():
        raise ImproperlyConfigured(f"{name} is {text!r}; use a whole number of days.")
    return int(text)


def secret_from_file(path: Path) -> str:
    """The secret kept in ``path``, made once with mode 0600 if it is not there.

    It is written whole beside its place and then linked there, so that two processes that start
    together agree on one secret and neither reads half of it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text().strip()


def sqlite_options() -> dict[str, Any]:
    """Measured: with these eight writers meet no lock error; with fewer they do."""
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        ),
    }


def site_url(hosts: list[str]) -> str:
    """The address of the site as far as its names tell: the first that is not local."""
    public = (host for host in hosts if host not in ("localhost", "127.0.0.1", "[::1]", "*"))
    name = next(public, "")
    return f"https://{name.lstrip('.')}" if name else "http://localhost:8000"


def postgres_options(
    database: dict[str, Any],
    *,
    pool_size: int,
    statement_timeout_ms: int,
    lock_timeout_ms: int,
    connect_timeout_s: int = 10,
) -> None:
    """Give an entry of ``DATABASES`` a pool and an end to whatever takes too long.

    ``options`` of the URL stay; where it sets the same time-outs, the URL's hold.
    """
    given = database.get("OPTIONS", {})
    limits = f"-c statement_timeout={statement_timeout_ms} -c lock_timeout={lock_timeout_ms}"
    # Else each connection of the pool that a restart of the server cut costs somebody an error.
    database["CONN_HEALTH_CHECKS"] = True
    database["ENGINE"] = "django.db.backends.postgresql"
    database["OPTIONS"] = {
        **given,
        "options": f"{limits} {given.get('options', '')}".strip(),
        "pool": {"min_size": 1, "max_size": pool_size, "timeout": connect_timeout_s},
    }
