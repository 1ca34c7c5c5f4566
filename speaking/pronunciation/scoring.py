"""One score for an utterance, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean

LEAST_WORDS = 8
_Z = 1.96


def utterance_score(right: Sequence[float]) -> tuple[int | None, tuple[int, int] | None]:
    """100 times the mean probability of being right, and its 95 % interval (Wilson).

    None for both with fewer than LEAST_WORDS words.
    """
    count = len(right)
    if count < LEAST_WORDS:
        return None, None
    share = fmean(right)
    spread = _Z * _Z / count
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * sqrt(share * (1 - share) / count + spread / (4 * count))
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return round(100 * share), (round(100 * low), round(100 * high))
