"""How much a count of tries and misses says."""

from __future__ import annotations

from math import sqrt

_Z = 1.96


def wilson_interval(misses: int, tries: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927). ``tries`` is at least 1."""
    share = misses / tries
    spread = _Z * _Z / tries
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * sqrt(share * (1 - share) / tries + spread / (4 * tries))
    return max(0.0, middle - half), min(1.0, middle + half)
