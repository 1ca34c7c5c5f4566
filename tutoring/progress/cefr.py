"""The level that a learner's speech suggests, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import NormalDist
from typing import TYPE_CHECKING

from django.utils import timezone

from accounts.models import CefrLevel
from history.models import Activity, UserHistory

if TYPE_CHECKING:
    from accounts.models import User

LOOK_BACK = timedelta(days=180)
HALF_LIFE_DAYS = 30
MIN_SESSIONS = 2
MIN_WORDS = 150
# One session says no more than so many words, or a single long talk would outvote all others.
MOST_WORDS = 300
# How far single estimates of one speaker lie apart, in levels, before we know this speaker; it
# weighs as much as so many sessions.
PRIOR_DEVIATION = 0.7
PRIOR_SESSIONS = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """A session's estimate: ``level`` is the place in the scale (A1 is 0)."""

    level: int
    words: int
    age_days: float


@dataclass(frozen=True, slots=True)
class CefrEstimate:
    """``level`` is None while there is too little speech. ``confidence`` (0–1) is the probability
    that the level is this one rather than another; ``value`` is the mean on the scale (A1 is 0)."""

    level: str | None
    confidence: float
    value: float | None
    sessions: int
    words: int

    @property
    def percent(self) -> int:
        """The confidence for people: nothing estimated is certain."""
        return min(99, int(100 * self.confidence))


def cefr_estimate(*, user: User, now: datetime | None = None) -> CefrEstimate:
    """What the sessions of the last half year suggest."""
    now = now or timezone.now()
    rows = UserHistory.objects.filter(
        user=user, kind=Activity.SESSION, created_at__gte=now - LOOK_BACK, created_at__lte=now
    ).values_list("created_at", "metadata")
    return cefr_of(
        [
            Evidence(data["cefr"], data.get("words", 0), (now - at) / timedelta(days=1))
            for at, data in rows
            if data.get("cefr") is not None
        ]
    )


def cefr_of(evidence: Sequence[Evidence]) -> CefrEstimate:
    """The level of several estimates.

    Each weighs w = min(words, 300) · 0.5^(age / 30 days). With m the weighted mean of the places
    in the scale, n = (Σw)² / Σw² the effective number of sessions (Kish 1965) and s² their
    weighted variance, the standard error is e = √((n·s² + 2·0.7²) / (n + 2) / n): a variance
    shrunk towards what is usual while there are few. The level is m rounded; the confidence is
    the probability of that level's band, Φ((k + ½ − m) / e) − Φ((k − ½ − m) / e), with the bands
    of A1 and C2 open at their ends. It says how well sessions agree, not that the scale is right.
    """
    words = sum(one.words for one in evidence)
    if len(evidence) < MIN_SESSIONS or words < MIN_WORDS:
        return CefrEstimate(None, 0.0, None, len(evidence), words)
    weights = [
        min(one.words, MOST_WORDS) * 0.5 ** (max(one.age_days, 0) / HALF_LIFE_DAYS)
        for one in evidence
    ]
    total = sum(weights)
    levels = [one.level for one in evidence]
    mean = sum(w * level for w, level in zip(weights, levels, strict=True)) / total
    variance = sum(w * (level - mean) ** 2 for w, level in zip(weights, levels, strict=True))
    effective = total**2 / sum(w * w for w in weights)
    shrunk = (effective * variance / total + PRIOR_SESSIONS * PRIOR_DEVIATION**2) / (
        effective + PRIOR_SESSIONS
    )
    names = list(CefrLevel.values)
    place = min(max(math.floor(mean + 0.5), 0), len(names) - 1)
    mass = NormalDist(mean, math.sqrt(shrunk / effective))
    low = 0.0 if place == 0 else mass.cdf(place - 0.5)
    high = 1.0 if place == len(names) - 1 else mass.cdf(place + 0.5)
    return CefrEstimate(names[place], high - low, mean, len(evidence), words)
