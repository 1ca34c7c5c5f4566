"""Lived days for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from accounts.models import User
from history.models import Activity, UserHistory
from history.services import history_record
from tutoring.progress.facts import DayFacts


def at(text: str, zone: str = "UTC") -> datetime:
    """The moment at which a clock in ``zone`` shows ``text``."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def spoke(user: User, *, when: datetime | None = None, seconds: int = 60, **facts: Any) -> None:
    metadata = {"duration_ms": seconds * 1000, "words": 0, "errors": {}, "cefr": None, **facts}
    history_record(user=user, kind=Activity.SESSION, metadata=metadata, at=when)


def looked_up(user: User, *, when: datetime | None = None, **more: Any) -> UserHistory:
    return history_record(user=user, kind=Activity.LOOKUP, query="x", at=when, **more)


def lived(day: str | date, *, offset_hours: float = 0, **facts: Any) -> DayFacts:
    """An active day somewhere on the globe."""
    offset = int(offset_hours * 60)
    return DayFacts(
        **{
            "day": date.fromisoformat(day) if isinstance(day, str) else day,
            "lookups": 1,
            "offset_min": offset,
            "offset_max": offset,
            **facts,
        }
    )


def days_ago(count: int, *, hour: int = 12) -> datetime:
    today = datetime.combine(datetime.now(UTC).date(), time(hour), UTC)
    return today - timedelta(days=count)
