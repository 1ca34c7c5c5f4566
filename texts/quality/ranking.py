"""Why an explanation ranks where it does, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from texts.models import TextResource
from texts.rating_job import USAGE_DAYS, WEIGHT_IMPRESSIONS, WEIGHT_TUTORS, WEIGHT_USAGE


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three parts of the score: 0–100, its weight in percent, what it stands on."""

    name: str
    value: float
    weight_percent: int
    reason: str

    @property
    def sentence(self) -> str:
        return _("%(reason)s That is %(value)d of 100 and counts %(weight)d %%.") % {
            "reason": self.reason,
            "value": round(self.value),
            "weight": self.weight_percent,
        }


@dataclass(frozen=True, slots=True)
class Ranking:
    """``score`` (0–100) and the values are those of the last rating run; counts are of now."""

    score: float
    usage: Part
    tutors: Part
    impressions: Part

    @property
    def parts(self) -> tuple[Part, Part, Part]:
        return self.usage, self.tutors, self.impressions


def ranking_of(resource: TextResource, *, people: int, ratings: int) -> Ranking:
    """``people`` used ``resource`` lately; ``ratings`` tutors rated it."""
    return Ranking(
        score=resource.rating_score,
        usage=Part(
            _("Use"), resource.rating_usage, round(100 * WEIGHT_USAGE), _usage_reason(people)
        ),
        tutors=Part(
            _("Tutors"), resource.rating_tutors, round(100 * WEIGHT_TUTORS), _tutor_reason(ratings)
        ),
        impressions=Part(
            _("Views"),
            resource.rating_impressions,
            round(100 * WEIGHT_IMPRESSIONS),
            _impression_reason(resource.impressions),
        ),
    )


def _usage_reason(people: int) -> str:
    if not people:
        return _("Used by nobody in the last %(days)d days.") % {"days": USAGE_DAYS}
    text = ngettext(
        "Used by %(count)s person in the last %(days)d days.",
        "Used by %(count)s people in the last %(days)d days.",
        people,
    )
    return text % {"count": f"{people:,}", "days": USAGE_DAYS}


def _tutor_reason(ratings: int) -> str:
    """Never the stars: what a single tutor gave would show through."""
    if not ratings:
        return _("No tutor has rated it: it takes the average of its kind.")
    text = ngettext("Rated by %(count)s tutor.", "Rated by %(count)s tutors.", ratings)
    return text % {"count": f"{ratings:,}"}


def _impression_reason(impressions: int) -> str:
    text = ngettext("Shown %(count)s time.", "Shown %(count)s times.", impressions)
    return text % {"count": f"{impressions:,}"}
