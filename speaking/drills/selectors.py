"""What somebody's drills and readings say about their sounds."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from speaking.drills.contrasts import CONTRASTS
from speaking.drills.evidence import wilson_interval
from speaking.drills.models import DrillAttempt, DrillOutcome
from speaking.models import Mode, SessionStatus, SpeakResource

if TYPE_CHECKING:
    from accounts.models import User

LEAST_TRIES = 20
LEAST_SITTINGS = 3
RECENT_READINGS = 50
# What right speech is taken for by mistake; a tendency must be clearly above it.
_FALSE_ALARMS = 0.05


@dataclass(frozen=True, slots=True)
class ContrastProgress:
    """``tried`` counts what could be told; ``unsure`` what could not."""

    contrast: str
    tried: int
    right: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Tendency:
    """How often a contrast was missed, with enough evidence to say so.

    ``rate`` is ``missed / tried`` and lies between ``low`` and ``high`` 95 times in 100 (Wilson).
    ``sittings``: readings, and days with drills. ``is_clear``: more than mishearing explains.
    """

    contrast: str
    sounds: str
    tried: int
    missed: int
    sittings: int
    rate: float
    low: float
    high: float
    is_clear: bool


def drill_progress(*, user: User) -> dict[str, ContrastProgress]:
    """By contrast, only those that were tried."""
    unsure = Count("id", filter=Q(outcome=DrillOutcome.UNSURE))
    right = Count("id", filter=Q(outcome=DrillOutcome.RIGHT))
    rows = (
        DrillAttempt.objects.filter(user=user)
        .order_by()
        .values("contrast")
        .annotate(total=Count("id"), unsure=unsure, right=right)
    )
    return {
        row["contrast"]: ContrastProgress(
            contrast=row["contrast"],
            tried=row["total"] - row["unsure"],
            right=row["right"],
            unsure=row["unsure"],
        )
        for row in rows
    }


def phone_tendencies(*, user: User) -> list[Tendency]:
    """What there is enough evidence for: LEAST_TRIES tries in LEAST_SITTINGS sittings or more.

    The surest first: by the lower end of the interval.
    """
    tried, missed, sittings = _counts(user)
    found = [
        _tendency(contrast, tried[contrast], missed[contrast], len(sittings[contrast]))
        for contrast in tried
        if contrast in CONTRASTS
        and tried[contrast] >= LEAST_TRIES
        and len(sittings[contrast]) >= LEAST_SITTINGS
    ]
    return sorted(found, key=lambda one: -one.low)


def contrast_counts(*, user: User) -> dict[str, tuple[int, int]]:
    """Tries and misses by contrast, from drills and readings, however few."""
    tried, missed, _ = _counts(user)
    return {contrast: (tried[contrast], missed[contrast]) for contrast in tried}


def _counts(user: User) -> tuple[Counter[str], Counter[str], dict[str, set[str]]]:
    tried: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    sittings: dict[str, set[str]] = defaultdict(set)
    days = (
        DrillAttempt.objects.filter(user=user)
        .exclude(outcome=DrillOutcome.UNSURE)
        .order_by()
        .annotate(day=TruncDate("created_at"))
        .values("contrast", "day")
        .annotate(total=Count("id"), other=Count("id", filter=Q(outcome=DrillOutcome.OTHER)))
    )
    for row in days:
        tried[row["contrast"]] += row["total"]
        missed[row["contrast"]] += row["other"]
        sittings[row["contrast"]].add(str(row["day"]))
    for session_id, sounds in _readings(user):
        for sound in sounds or ():
            tried[sound["contrast"]] += sound["tried"]
            missed[sound["contrast"]] += sound["missed"]
            sittings[sound["contrast"]].add(session_id)
    return tried, missed, sittings


def _readings(user: User) -> list[tuple[str, list[dict[str, Any]]]]:
    rows = (
        SpeakResource.objects.filter(
            user=user, mode=Mode.READ_ALOUD, status=SessionStatus.COMPLETED
        )
        .order_by("-id")
        .values_list("id", "evaluation__sounds")[:RECENT_READINGS]
    )
    return [(str(pk), sounds) for pk, sounds in rows]


def _tendency(contrast: str, tried: int, missed: int, sittings: int) -> Tendency:
    low, high = wilson_interval(missed, tried)
    return Tendency(
        contrast=contrast,
        sounds=CONTRASTS[contrast].label,
        tried=tried,
        missed=missed,
        sittings=sittings,
        rate=missed / tried,
        low=low,
        high=high,
        is_clear=low > 2 * _FALSE_ALARMS,
    )
