"""FSRS: what an answer does to the memory of a card, by the package ``fsrs``. No database."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

import fsrs
from fsrs.scheduler import FUZZ_RANGES

from texts.reviews.days import day_of
from texts.reviews.models import CardState, Rating

_STATES = {
    CardState.NEW: fsrs.State.Learning,
    CardState.LEARNING: fsrs.State.Learning,
    CardState.REVIEW: fsrs.State.Review,
    CardState.RELEARNING: fsrs.State.Relearning,
}
_NAMES = {
    fsrs.State.Learning: CardState.LEARNING,
    fsrs.State.Review: CardState.REVIEW,
    fsrs.State.Relearning: CardState.RELEARNING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The state of a card. ``stability`` is in days, ``difficulty`` 1–10, None before the first
    answer; ``lapses`` counts how often it was forgotten after it had been learned.
    """

    state: CardState
    step: int | None
    stability: float | None
    difficulty: float | None
    due: datetime
    last_review: datetime | None
    reviews: int
    lapses: int
    is_leech: bool

    def to_json(self) -> dict[str, Any]:
        data = asdict(self)
        last = self.last_review.isoformat() if self.last_review else None
        return {**data, "state": str(self.state), "due": self.due.isoformat(), "last_review": last}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        last = data["last_review"]
        return cls(
            **{
                **data,
                "state": CardState(data["state"]),
                "due": datetime.fromisoformat(data["due"]),
                "last_review": datetime.fromisoformat(last) if last else None,
            }
        )


def scheduler_make(*, parameters: list[float], desired_retention: float) -> fsrs.Scheduler:
    """FSRS with a person's own ``parameters``, or the package's if there are none.

    Without its fuzz: days are chosen by ``load.day_choose``.
    """
    return fsrs.Scheduler(
        parameters=parameters or fsrs.scheduler.DEFAULT_PARAMETERS,
        desired_retention=desired_retention,
        enable_fuzzing=False,
    )


def memory_answer(
    memory: Memory,
    *,
    rating: Rating,
    at: datetime,
    scheduler: fsrs.Scheduler,
    leech_lapses: int,
    zone: ZoneInfo,
) -> Memory:
    """The memory after an answer at ``at``; ``due`` is ``at`` and the interval.

    The days since the last answer are those of the learner: the next morning is a day later, though
    it be ten hours. An answer before the last one counts as given at the same time.
    """
    last = memory.last_review
    at = max(at, last) if last else at
    days = (day_of(at, zone) - day_of(last, zone)).days if last else 0
    card = fsrs.Card(
        card_id=1,
        state=_STATES[memory.state],
        step=0 if memory.state == CardState.NEW else memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due.astimezone(UTC),
        last_review=(at - timedelta(days=days)).astimezone(UTC) if last else None,
    )
    after, _ = scheduler.review_card(card, fsrs.Rating(int(rating)), at.astimezone(UTC))
    lapsed = memory.state == CardState.REVIEW and rating == Rating.AGAIN
    lapses = memory.lapses + lapsed
    return Memory(
        state=_NAMES[after.state],
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        due=after.due,
        last_review=at,
        reviews=memory.reviews + 1,
        lapses=lapses,
        is_leech=memory.is_leech or (lapsed and _is_leech(lapses, leech_lapses)),
    )


def _is_leech(lapses: int, limit: int) -> bool:
    """At the limit, and once more each time half of it was forgotten again."""
    return lapses >= limit and (lapses - limit) % max(1, limit // 2) == 0


def interval_of(memory: Memory) -> timedelta:
    assert memory.last_review is not None
    return memory.due - memory.last_review


def interval_range(days: int) -> tuple[int, int]:
    """The intervals that are as good as ``days``: FSRS's own fuzz, by its table."""
    if days < 2.5:
        return days, days
    delta = 1.0 + sum(
        band["factor"] * max(min(float(days), band["end"]) - band["start"], 0.0)
        for band in FUZZ_RANGES
    )
    return max(2, round(days - delta)), round(days + delta)
