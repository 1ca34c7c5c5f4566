"""Charts as shapes of an SVG: the page allows no inline style and needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tutoring.progress.charts import Chart

WIDTH = 96
HEIGHT = 28
_EDGE = 3

CHART_WIDTH = 480
CHART_HEIGHT = 150
_LEFT = 34
_BOTTOM = 20
_TOP = 8
_DASH = 4


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    tone: int


@dataclass(frozen=True, slots=True)
class Line:
    """``points`` of a polyline; a gap in the figures begins another."""

    points: str
    tone: int
    thin: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """``first`` and ``last`` name the ends of the axis of time, ``top`` the highest value."""

    chart: Chart
    bars: list[Bar]
    lines: list[Line]
    top: float
    first: str
    last: str


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


def drawing_of(chart: Chart) -> Drawing:
    """``chart`` in a box of CHART_WIDTH × CHART_HEIGHT; what is only counted is in its table."""
    columns = [n for n, one in enumerate(chart.series) if one.shape != "count"]
    values = [row.values[n] or 0 for row in chart.rows for n in columns]
    top = max([*values, 1])
    step = (CHART_WIDTH - _LEFT) / max(1, len(chart.rows))
    bars_shown = [n for n in columns if chart.series[n].shape == "bar"]
    bars, lines = [], []
    for n in columns:
        series, figures = chart.series[n], [row.values[n] for row in chart.rows]
        if series.shape == "bar":
            place = bars_shown.index(n)
            bars += _bars(figures, top, step, place, len(bars_shown), series.tone)
        else:
            is_goal = series.shape == "goal"
            lines += [Line(p, series.tone, is_goal) for p in _polylines(figures, top, step)]
    return Drawing(
        chart=chart,
        bars=bars,
        lines=lines,
        top=top,
        first=chart.rows[0].label if chart.rows else "",
        last=chart.rows[-1].label if chart.rows else "",
    )


def _y(value: float, top: float) -> float:
    return round(_TOP + (CHART_HEIGHT - _BOTTOM - _TOP) * (1 - value / top), 1)


def _bars(
    figures: Sequence[float | None], top: float, step: float, place: int, beside: int, tone: int
) -> list[Bar]:
    width = 0.7 * step / beside
    return [
        Bar(
            x=round(_LEFT + n * step + 0.15 * step + place * width, 1),
            y=_y(value, top),
            width=round(width, 1),
            height=round(CHART_HEIGHT - _BOTTOM - _y(value, top), 1),
            tone=tone,
        )
        for n, value in enumerate(figures)
        if value
    ]


def _polylines(figures: Sequence[float | None], top: float, step: float) -> list[str]:
    found: list[list[tuple[float, float]]] = [[]]
    for n, value in enumerate(figures):
        if value is None:
            found.append([])
        else:
            found[-1].append((_LEFT + (n + 0.5) * step, _y(value, top)))
    for points in found:
        if len(points) == 1:  # a short dash, or it would not be seen
            ((x, y),) = points
            points[:] = [(x - _DASH, y), (x + _DASH, y)]
    return [" ".join(f"{x:.1f},{y}" for x, y in points) for points in found if points]
