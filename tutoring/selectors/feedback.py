"""What tutors said about a recording, and how their scores compare with the machine's."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import StatisticsError, correlation, fmean
from typing import TYPE_CHECKING

from django.db.models import Avg, F, QuerySet

from speaking.models import SpeakResource
from tutoring.models import Feedback, ScoreOverride, TutorNote
from tutoring.models.feedback import Dimension
from tutoring.selectors.people import students_of
from tutoring.selectors.students import unanswered_recordings

if TYPE_CHECKING:
    from accounts.models import User

# Fisher's interval needs more than three pairs; fewer than ten say next to nothing.
ENOUGH_PAIRS = 10
Z_95 = 1.959964


@dataclass(frozen=True, slots=True)
class ScorePair:
    """A dimension with both scores: ``machine`` None where it was not judged, ``overrides`` the
    tutors' own, with their reasons."""

    name: str
    label: str
    machine: int | None
    overrides: list[ScoreOverride]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Pearson's ``r`` of machine and tutor over ``pairs`` recordings with its 95 % interval
    (Fisher's z), ``mean_difference`` tutor − machine in points; None with too few pairs or where
    one side never varies."""

    pairs: int
    r: float | None = None
    low: float | None = None
    high: float | None = None
    mean_difference: float | None = None


def session_feedback(*, session: SpeakResource) -> QuerySet[Feedback]:
    """What was said about ``session``, in the order of the recording."""
    return (
        Feedback.objects.filter(session=session)
        .select_related("tutor")
        .order_by(F("moment_ms").asc(nulls_first=True), "id")
    )


def session_scores(*, session: SpeakResource) -> list[ScorePair]:
    """The machine's scores of ``session`` with the tutors' beside them."""
    evaluation = session.evaluation or {}
    overrides: dict[str, list[ScoreOverride]] = {name: [] for name in Dimension.values}
    for override in session.overrides.select_related("tutor").order_by("id"):
        overrides[override.dimension].append(override)
    return [
        ScorePair(
            name=dimension.value,
            label=str(dimension.label),
            machine=evaluation.get(dimension.value),
            overrides=overrides[dimension.value],
        )
        for dimension in Dimension
        if dimension != Dimension.COMPLETENESS or session.mode == "read_aloud"
    ]


def queue_of(*, viewer: User) -> QuerySet[SpeakResource]:
    """Recordings of ``viewer``'s students that wait for an answer, the oldest first.

    Raises DomainError ``not_a_tutor``.
    """
    students = students_of(viewer=viewer).values("pk")
    return unanswered_recordings(students).select_related("user", "topic")


def notes_of(*, student: User) -> QuerySet[TutorNote]:
    """For tutors and admins alone."""
    return TutorNote.objects.filter(student=student).select_related("tutor").order_by("-id")


def agreement_of_machine_and_tutors(*, dimension: str = Dimension.OVERALL) -> Agreement:
    """How closely the machine's score follows the tutors': their mean where several judged."""
    rows = (
        ScoreOverride.objects.filter(dimension=dimension, machine_score__isnull=False)
        .values("session")
        .annotate(tutor=Avg("score"), machine=Avg("machine_score"))
        .values_list("machine", "tutor")
    )
    return agreement(list(rows))


def agreement(pairs: list[tuple[float, float]]) -> Agreement:
    """Of (machine, tutor) ``pairs``."""
    n = len(pairs)
    if n < ENOUGH_PAIRS:
        return Agreement(pairs=n)
    machine, tutor = zip(*pairs, strict=True)
    difference = fmean(tutor) - fmean(machine)
    try:
        r = correlation(machine, tutor)
    except StatisticsError:  # one of them never varies
        return Agreement(pairs=n, mean_difference=difference)
    z = math.atanh(max(-0.999999, min(0.999999, r)))
    reach = Z_95 / math.sqrt(n - 3)
    return Agreement(
        pairs=n,
        r=r,
        low=math.tanh(z - reach),
        high=math.tanh(z + reach),
        mean_difference=difference,
    )
