"""Charts as the points of an SVG: the page allows no inline style and needs no script."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH = 96
HEIGHT = 28
_EDGE = 3


def sparkline(scores: Sequence[int]) -> str:
    """The ``points`` of a line through ``scores`` (0–100) in a box of WIDTH × HEIGHT."""
    if len(scores) < 2:
        return ""
    low, high = min(scores), max(scores)
    span = max(high - low, 10)
    step = (WIDTH - 2 * _EDGE) / (len(scores) - 1)
    room = HEIGHT - 2 * _EDGE
    points = (
        (_EDGE + n * step, _EDGE + room * (1 - (score - low) / span))
        for n, score in enumerate(scores)
    )
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
