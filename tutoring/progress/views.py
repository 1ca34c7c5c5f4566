"""The page of one's own progress."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.people import person_of
from learnenglish.common.replica import replica_reads
from tutoring.progress.charts import charts_of
from tutoring.progress.summary import progress_summary

DEFAULT_DAYS = 30
RANGES = (7, 30, 90, 365)


@dataclass(frozen=True, slots=True)
class Range:
    label: str
    url: str
    is_chosen: bool


@login_required
def progress(request: HttpRequest) -> HttpResponse:
    """``days`` is one of RANGES; anything else is DEFAULT_DAYS."""
    asked = request.GET.get("days", "")
    days = next((known for known in RANGES if asked == str(known)), DEFAULT_DAYS)
    user = person_of(request)
    with replica_reads(user_id=user.pk):
        summary = progress_summary(user=user, days=days)
    context = {
        "summary": summary,
        "charts": charts_of(summary),
        "ranges": _ranges(days),
        "error_rate_change": _change(summary.totals.error_rate, summary.before.error_rate),
        "minutes_change": summary.totals.minutes - summary.before.minutes,
    }
    return render(request, "progress/page.html", context)


def _change(now: float | None, before: float | None) -> float | None:
    return None if now is None or before is None else round(now - before, 1)


def _ranges(chosen: int) -> list[Range]:
    names = {7: _("Week"), 30: _("Month"), 90: _("Quarter"), 365: _("Year")}
    page = reverse("progress:page")
    return [Range(names[days], f"{page}?days={days}", days == chosen) for days in RANGES]
