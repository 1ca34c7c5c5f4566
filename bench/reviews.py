"""Reviews: the queue and a grade with many cards, and fitting parameters to a long log."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import fsrs

CARDS, GRADES, ANSWERS_PER_CARD, FITTED_CARDS = 10_000, 200, 12, 1_000


def main() -> None:
    from django.db import transaction

    from accounts.models import User

    with transaction.atomic():
        user = User.objects.create_user("bench-reviews@example.com", "correct-horse-battery")
        _queue_and_grade(user)
        transaction.set_rollback(True)
    _fit()


def _queue_and_grade(user: object) -> None:
    from django.utils import timezone

    from texts.reviews.grading import Answer, grade_record
    from texts.reviews.models import CardType, Rating, ReviewCard
    from texts.reviews.selectors import review_counts, review_queue

    now, chance = timezone.now(), random.Random(1)  # noqa: S311
    ReviewCard.objects.bulk_create(
        ReviewCard(
            user=user,
            kind="WORD",
            key=f"word:{n}",
            text=f"word {n}",
            note={"type": "word", "text": f"word {n}"},
            state="REVIEW",
            stability=chance.uniform(2, 200),
            difficulty=5,
            due=now + timedelta(days=chance.uniform(-3, 100)),
            last_review=now - timedelta(days=10),
        )
        for n in range(CARDS)
    )
    ReviewCard.objects.filter(user=user).update(created_at=now - timedelta(days=200))
    _timed(f"queue of 50 among {CARDS:,} cards", 50, lambda: review_queue(user=user))  # type: ignore[arg-type]
    _timed("number in the navigation", 200, lambda: review_counts(user=user))  # type: ignore[arg-type]
    cards = iter(ReviewCard.objects.filter(user=user)[:GRADES])

    def grade() -> None:
        answer = Answer(
            client_id=uuid4(), card_type=CardType.SAY, rating=Rating.GOOD, reviewed_at=now
        )
        grade_record(user=user, card_id=next(cards).pk, answer=answer)  # type: ignore[arg-type]

    _timed("one grade", GRADES, grade)


def _fit() -> None:
    from texts.reviews.fitting import Review, parameters_fit

    chance = random.Random(2)  # noqa: S311
    scheduler = fsrs.Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    histories = []
    for _ in range(FITTED_CARDS):
        card, at, history = fsrs.Card(card_id=1), datetime(2026, 1, 1, tzinfo=UTC), []
        for _step in range(ANSWERS_PER_CARD):
            rating = chance.choices([1, 2, 3, 4], [15, 10, 65, 10])[0]
            days = (at - history[-1].at).days if history else 0
            history.append(Review(rating, days, at))
            card, _log = scheduler.review_card(card, fsrs.Rating(rating), at)
            at = card.due
        histories.append(history)
    answers = FITTED_CARDS * ANSWERS_PER_CARD
    _timed(f"fit to {answers:,} answers", 1, lambda: parameters_fit(histories))


def _timed(what: str, times: int, act: object) -> None:
    took = []
    for _ in range(times):
        start = time.perf_counter()
        act()  # type: ignore[operator]
        took.append(1000 * (time.perf_counter() - start))
    took.sort()
    print(f"{what:36} median {took[len(took) // 2]:8.1f} ms  p95 {took[int(0.95 * len(took))]:8.1f} ms")
