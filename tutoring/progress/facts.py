"""What a person did on a day, added up from the rows of the history."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet

from history.models import Activity, ResourceType, UserHistory

WORDS = (ResourceType.VOCABULARY, ResourceType.PHRASE)
# No clock on earth is further from UTC than 14 hours: a day's rows are within these bounds.
MARGIN = timedelta(hours=14)
Key = tuple[UUID, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """``sittings`` are times of reviewing cards, ``words_met`` words and phrases used for the first
    time. ``errors`` maps a category of mistakes to how many were heard in ``spoken_words``.
    ``offset_min`` and ``offset_max`` are minutes ahead of UTC, as far as the person moved."""

    day: date
    lookups: int = 0
    sessions: int = 0
    sittings: int = 0
    words_met: int = 0
    spoken_ms: int = 0
    spoken_words: int = 0
    errors: Mapping[str, int] = field(default_factory=dict)
    offset_min: int = 0
    offset_max: int = 0

    @property
    def is_active(self) -> bool:
        """Whether something was learned: looked up, said or reviewed."""
        return bool(self.lookups or self.sessions or self.sittings)

    @property
    def minutes(self) -> int:
        """Minutes spoken; one that was begun counts."""
        return math.ceil(self.spoken_ms / 60_000)

    @property
    def began_at(self) -> datetime:
        """When the date began where the person was, in UTC."""
        return datetime.combine(self.day, time.min, UTC) - timedelta(minutes=self.offset_max)

    @property
    def ended_at(self) -> datetime:
        """When the date was over where the person was, in UTC."""
        over = datetime.combine(self.day, time.min, UTC) + timedelta(days=1)
        return over - timedelta(minutes=self.offset_min)


def rows_of_days(*, since: date, until: date) -> QuerySet[UserHistory]:
    """All rows of the days from ``since`` to ``until``, by what an index can find."""
    first = datetime.combine(since, time.min, UTC) - MARGIN
    last = datetime.combine(until, time.min, UTC) + timedelta(days=1) + MARGIN
    return UserHistory.objects.filter(
        created_at__gte=first, created_at__lt=last, day__range=(since, until)
    )


def facts_by_day(rows: QuerySet[UserHistory]) -> dict[Key, DayFacts]:
    """The facts of each person and day in ``rows``, in two queries."""
    spoken = _spoken(rows)
    counted = (
        rows.order_by()
        .values("user_id", "day")
        .annotate(
            lookups=Count("pk", filter=Q(kind=Activity.LOOKUP)),
            sessions=Count("pk", filter=Q(kind=Activity.SESSION)),
            sittings=Count("pk", filter=Q(kind=Activity.REVIEW)),
            words_met=Count("pk", filter=Q(is_first=True, resource_type__in=WORDS)),
            offset_min=Min("utc_offset_minutes"),
            offset_max=Max("utc_offset_minutes"),
        )
    )
    facts = {}
    for row in counted.iterator():
        key = (row["user_id"], row["day"])
        figures: dict[str, Any] = {name: value for name, value in row.items() if name != "user_id"}
        facts[key] = DayFacts(**figures, **spoken.get(key, {}))
    return facts


def _spoken(rows: QuerySet[UserHistory]) -> dict[Key, dict[str, Any]]:
    """What the sessions of each day add up to; see ``speaking.facts`` for what a row holds."""
    sessions = rows.filter(kind=Activity.SESSION).order_by()
    totals: dict[Key, dict[str, Any]] = {}
    for user_id, day, metadata in sessions.values_list("user_id", "day", "metadata").iterator():
        total = totals.setdefault(
            (user_id, day), {"spoken_ms": 0, "spoken_words": 0, "errors": Counter()}
        )
        total["spoken_ms"] += metadata.get("duration_ms", 0)
        total["spoken_words"] += metadata.get("words", 0)
        total["errors"].update(metadata.get("errors", {}))
    for total in totals.values():
        total["errors"] = dict(sorted(total["errors"].items()))
    return totals
