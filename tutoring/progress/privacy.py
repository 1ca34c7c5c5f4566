"""What the roll-up holds about a person."""

from __future__ import annotations

from collections.abc import Iterable

from accounts import privacy
from accounts.models import User
from accounts.privacy import ExportFile, json_file, rows_of
from tutoring.progress.models import DailyProgress


def privacy_register() -> None:
    privacy.register(
        app="progress",
        covers=("tutoring.DailyProgress",),
        exporter=progress_export,
        eraser=progress_erase,
    )


def progress_export(*, user: User) -> Iterable[ExportFile]:
    yield json_file("days.json", rows_of(DailyProgress.objects.filter(user=user).order_by("day")))


def progress_erase(*, user: User) -> None:
    """Nothing to take out: the roll-up is figures alone, of acts that stay as figures."""
