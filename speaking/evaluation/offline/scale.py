"""From a measured value to 0–100."""

from __future__ import annotations


def score_between(value: float, *, worst: float, best: float) -> float:
    """0 at ``worst``, 100 at ``best``, straight between and level beyond; either may be higher."""
    return 100.0 * min(max((value - worst) / (best - worst), 0.0), 1.0)
