"""Who needs their tutor first, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

SILENT_DAYS = 7
# The mean of the newest scores against the mean of those before, in points of 100.
TREND_SCORES = 3
FALLING_POINTS = 5
# A kind of mistake that comes up in so many of the last recordings is a repeated one.
REPEATED_IN = 3
REPEATED_OF = 5


class AttentionKind(models.TextChoices):
    SILENT = "SILENT", gettext_lazy("No practice for a week")
    FALLING = "FALLING", gettext_lazy("Falling scores")
    REPEATED = "REPEATED", gettext_lazy("A mistake that comes back")
    UNANSWERED = "UNANSWERED", gettext_lazy("A recording without an answer")


WEIGHTS = {
    AttentionKind.SILENT: 4,
    AttentionKind.FALLING: 3,
    AttentionKind.UNANSWERED: 2,
    AttentionKind.REPEATED: 1,
}


@dataclass(frozen=True, slots=True)
class Attention:
    kind: AttentionKind
    text: str

    @property
    def weight(self) -> int:
        return WEIGHTS[self.kind]


def trend_of(scores: Sequence[int]) -> float | None:
    """Points gained between the last three ``scores`` (newest first) and the three before; None
    with fewer than six."""
    if len(scores) < 2 * TREND_SCORES:
        return None
    newest, before = scores[:TREND_SCORES], scores[TREND_SCORES : 2 * TREND_SCORES]
    return round((sum(newest) - sum(before)) / TREND_SCORES, 1)


def repeated_of(categories: Sequence[frozenset[str]]) -> list[tuple[str, int]]:
    """Kinds of mistakes in three or more of the last five recordings (newest first), with in how
    many, the most frequent first."""
    counts = Counter(name for found in categories[:REPEATED_OF] for name in found)
    return [(name, count) for name, count in counts.most_common() if count >= REPEATED_IN]


def attention_of(
    *,
    now: datetime,
    last_activity: datetime | None,
    trend: float | None,
    repeated: Sequence[tuple[str, int]],
    unanswered: int,
) -> list[Attention]:
    """Reasons to look at a student, the most urgent first. ``repeated`` has names to show."""
    found: list[Attention] = []
    if last_activity is None:
        found.append(Attention(AttentionKind.SILENT, _("Has not practised yet.")))
    elif now - last_activity >= timedelta(days=SILENT_DAYS):
        days = (now - last_activity).days
        text = ngettext("No practice for %(days)d day.", "No practice for %(days)d days.", days) % {
            "days": days
        }
        found.append(Attention(AttentionKind.SILENT, text))
    if trend is not None and trend <= -FALLING_POINTS:
        text = _("Scores fell by %(points)d points.") % {"points": round(-trend)}
        found.append(Attention(AttentionKind.FALLING, text))
    if unanswered:
        text = ngettext(
            "%(count)d recording waits for an answer.",
            "%(count)d recordings wait for an answer.",
            unanswered,
        ) % {"count": unanswered}
        found.append(Attention(AttentionKind.UNANSWERED, text))
    if repeated:
        name, count = repeated[0]
        text = _("%(mistake)s: in %(count)d of the last %(of)d recordings.") % {
            "mistake": name,
            "count": count,
            "of": REPEATED_OF,
        }
        found.append(Attention(AttentionKind.REPEATED, text))
    return found
