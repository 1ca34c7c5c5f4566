"""What the charts of a summary show: rows of figures, which are the table below each as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speaking.drills.selectors import LEAST_SITTINGS, LEAST_TRIES
from texts.templatetags.texts_labels import area_label
from tutoring.progress.errors import errors_total, rate_of
from tutoring.progress.facts import DayFacts
from tutoring.progress.memory import MemoryDay
from tutoring.progress.summary import ProgressSummary

# So many kinds of mistakes have a line; more could not be told apart.
CATEGORIES = 4
# What is counted in hundreds of words jumps from day to day: weeks, if there are more days.
SMOOTHED = 14
SOUNDS = 12
# The share of a handful of cards would jump about.
MIN_CARDS = 5


@dataclass(frozen=True, slots=True)
class Series:
    """A column of the table and what it is in the chart: ``bar``, ``line`` or a thin ``goal``."""

    label: str
    shape: str
    tone: int


@dataclass(frozen=True, slots=True)
class Row:
    """A value is None where there is too little to say something."""

    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """``caption`` says in a sentence what is seen; ``unit`` stands behind each value;
    ``link`` is where to do something about it, with its words."""

    name: str
    title: str
    caption: str
    unit: str
    series: tuple[Series, ...]
    rows: tuple[Row, ...]
    empty: str
    link: tuple[str, str] | None = None

    @property
    def is_empty(self) -> bool:
        wanted = [number for number, one in enumerate(self.series) if one.shape != "goal"]
        return not any(row.values[number] for row in self.rows for number in wanted)


def charts_of(summary: ProgressSummary) -> list[Chart]:
    makers = (minutes_chart, words_chart, errors_chart, memory_chart, sounds_chart)
    return [make(summary) for make in makers]


def minutes_chart(summary: ProgressSummary) -> Chart:
    totals = summary.totals
    reached = ngettext(
        "You reached your goal on %(count)d day.",
        "You reached your goal on %(count)d days.",
        totals.goal_days,
    )
    return Chart(
        name="minutes",
        title=_("Minutes spoken"),
        caption=reached % {"count": totals.goal_days},
        unit=_("min"),
        series=(Series(_("Spoken"), "bar", 1), Series(_("Goal"), "goal", 2)),
        rows=_rows(
            summary,
            lambda days: (
                round(sum(day.spoken_ms for day in days) / 60_000, 1),
                sum(summary.goals[day.day] for day in days),
            ),
        ),
        empty=_("Speak for a minute, and the first bar stands here."),
    )


def words_chart(summary: ProgressSummary) -> Chart:
    kept = {day.day: day.kept for day in summary.memory}
    return Chart(
        name="words",
        title=_("Words met and kept"),
        caption=_("Met is what you looked up for the first time, kept what became a card."),
        unit="",
        series=(Series(_("Met"), "bar", 1), Series(_("Kept"), "bar", 2)),
        rows=_rows(
            summary,
            lambda days: (
                sum(day.words_met for day in days),
                sum(kept.get(day.day, 0) for day in days),
            ),
        ),
        empty=_("Look up a word, and it is counted here."),
    )


def errors_chart(summary: ProgressSummary) -> Chart:
    """The most frequent kinds of mistakes, each in a hundred words, and all together."""
    shown = [rate.category for rate in summary.errors[:CATEGORIES]]

    def figures(days: Sequence[DayFacts]) -> tuple[float | None, ...]:
        errors, words = errors_total(days)
        counts = [errors.total(), *(errors[name] for name in shown)]
        return tuple(_rounded(rate_of(count, words)) for count in counts)

    lines = [Series(area_label(name), "line", tone) for tone, name in enumerate(shown, 2)]
    caption = _("In a hundred words that you said.")
    if summary.errors:
        caption += " " + _("The most frequent: %(kind)s.") % {"kind": area_label(shown[0])}
    return Chart(
        name="errors",
        title=_("Mistakes"),
        caption=caption,
        unit="",
        series=(Series(_("All"), "line", 1), *lines),
        rows=_rows(summary, figures, daily=SMOOTHED),
        empty=_("After some minutes of speaking you see which mistakes become fewer."),
    )


def memory_chart(summary: ProgressSummary) -> Chart:
    by_day = {day.day: day for day in summary.memory}

    def figures(days: Sequence[DayFacts]) -> tuple[float | None, ...]:
        found = [by_day[day.day] for day in days if day.day in by_day]
        return _remembered(found), sum(day.reviews for day in found)

    return Chart(
        name="memory",
        title=_("Remembered"),
        caption=_("Of the cards that came back, how many in a hundred you still knew."),
        unit="%",
        series=(Series(_("Remembered"), "line", 1), Series(_("Answers"), "count", 3)),
        rows=_rows(summary, figures),
        empty=_("Keep some cards and review them: then you see how well they stay."),
    )


def sounds_chart(summary: ProgressSummary) -> Chart:
    return Chart(
        name="sounds",
        title=_("Sounds"),
        caption=_(
            "How many times in a hundred the first sound was heard as the second, in drills and in "
            "reading aloud. We mishear now and then, so a few per cent are ours."
        ),
        unit="%",
        series=(
            Series(_("Heard as another"), "bar", 3),
            Series(_("at least"), "count", 1),
            Series(_("at most"), "count", 1),
            Series(_("Tries"), "count", 1),
        ),
        rows=tuple(
            Row(one.sounds, (*map(_percent, (one.rate, one.low, one.high)), one.tried))
            for one in summary.sounds[:SOUNDS]
        ),
        empty=_(
            "Not enough yet to say anything fair. It takes %(tries)d tries of a sound in "
            "%(sittings)d sittings, from practising sounds or from reading aloud."
        )
        % {"tries": LEAST_TRIES, "sittings": LEAST_SITTINGS},
        link=(reverse("speaking:drills"), _("Practise sounds")),
    )


def _remembered(days: Iterable[MemoryDay]) -> float | None:
    found = list(days)
    came_back = sum(day.came_back for day in found)
    if came_back < MIN_CARDS:
        return None
    return _rounded(100 * sum(day.known for day in found) / came_back)


def _rows(
    summary: ProgressSummary,
    figures: Callable[[Sequence[DayFacts]], tuple[float | None, ...]],
    *,
    daily: int = 31,
) -> tuple[Row, ...]:
    return tuple(Row(label, figures(days)) for label, days in _buckets(summary.days, daily))


def _buckets(days: Sequence[DayFacts], daily: int) -> list[tuple[str, list[DayFacts]]]:
    """Single days for up to ``daily``, weeks for a third of a year, else months; with names."""
    if len(days) <= daily:
        return [(date_format(day.day, "j M"), [day]) for day in days]
    monthly = len(days) > 124
    found: dict[date, list[DayFacts]] = {}
    for day in days:
        start = day.day.replace(day=1) if monthly else day.day - timedelta(day.day.weekday())
        found.setdefault(start, []).append(day)
    return [
        (date_format(start, "M Y") if monthly else date_format(start, "j M"), group)
        for start, group in found.items()
    ]


def _percent(share: float) -> float:
    return round(100 * share, 1)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
