"""What can go wrong with a backup, in words for whoever runs it."""

from __future__ import annotations


class BackupError(Exception):
    """The message says what to do."""
