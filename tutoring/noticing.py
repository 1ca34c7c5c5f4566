"""Hears what gets into the history: a recommendation is done as soon as its student did it."""

from __future__ import annotations

from typing import Any

from history.models import UserHistory
from tutoring.services.recommendations import recommendations_notice


def history_saved(*, instance: UserHistory, created: bool, **_: Any) -> None:
    if created:
        recommendations_notice(instance)
