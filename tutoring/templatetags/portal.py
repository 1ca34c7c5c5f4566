"""What the portal's templates show of numbers and times."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from tutoring.portal.charts import sparkline
from tutoring.selectors.attention import AttentionKind

register = template.Library()
register.filter("sparkline", sparkline)

_ICONS = {
    AttentionKind.SILENT: "bedtime",
    AttentionKind.FALLING: "trending_down",
    AttentionKind.UNANSWERED: "hearing",
    AttentionKind.REPEATED: "repeat",
}


@register.filter
def attention_icon(kind: str) -> str:
    return _ICONS[AttentionKind(kind)]


@register.filter
def clock(ms: int | None) -> str:
    """65,000 → “1:05”."""
    seconds = (ms or 0) // 1000
    return f"{seconds // 60}:{seconds % 60:02}"


@register.filter
def points(trend: float | None) -> str:
    """With its sign: “+3”, “−2”; an em dash for None."""
    if trend is None:
        return "—"
    rounded = round(trend)
    if not rounded:
        return _("level")
    return f"+{rounded}" if rounded > 0 else f"−{-rounded}"
