"""Taking out of a row what tells who it was, and leaving what statistics count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction


def numbers_of(value: Any) -> Any:
    """JSON with its objects, numbers and truth values alone: no text, no list is left."""
    if not isinstance(value, dict):
        return None
    return {
        name: numbers_of(member) if isinstance(member, dict) else member
        for name, member in value.items()
        if isinstance(member, dict | int | float)
    }


def files_forget(names: Sequence[str]) -> None:
    """Delete files of the storage once the transaction has gone through."""

    def forget() -> None:
        for name in names:
            default_storage.delete(name)

    transaction.on_commit(forget, robust=True)
