"""Reviews: the queue and a grade with many cards, and fitting parameters to a long log:
``python -m bench.reviews``. On a fresh SQLite database, inside the process.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import fsrs

CARDS, GRADES, ANSWERS_PER_CARD, FITTED_CARDS = 10_000, 200, 12, 1_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="learnenglish.settings")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        _queue_and_grade()
        _fit()


def _queue_and_grade() -> None:
    from django.utils import timezone

    from accounts.models import User
    from texts.reviews.grading import Answer, grade_record
    from texts.reviews.models import CardType, Rating, ReviewCard
    from texts.reviews.selectors import review_counts, review_queue

    user = User.objects.create_user("bench@example.com", "correct-horse-battery")
    now, chance = timezone.now(), random.Random(1)
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
    _timed(f"queue of 50 among {CARDS:,} cards", 50, lambda: review_queue(user=user))
    _timed("number in the navigation", 200, lambda: review_counts(user=user))
    cards = iter(ReviewCard.objects.filter(user=user)[:GRADES])

    def grade() -> None:
        answer = Answer(
            client_id=uuid4(), card_type=CardType.SAY, rating=Rating.GOOD, reviewed_at=now
        )
        grade_record(user=user, card_id=next(cards).pk, answer=answer)

    _timed("one grade", GRADES, grade)


def _fit() -> None:
    from texts.reviews.fitting import Review, parameters_fit

    chance = random.Random(2)
    scheduler = fsrs.Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    histories = []
    for _ in range(FITTED_CARDS):
        card, at = fsrs.Card(card_id=1), datetime(2026, 1, 1, tzinfo=UTC)
        history: list[Review] = []
        for _step in range(ANSWERS_PER_CARD):
            rating = chance.choices([1, 2, 3, 4], [15, 10, 65, 10])[0]
            days = (at - history[-1].at).days if history else 0
            history.append(Review(rating, days, at))
            card, _log = scheduler.review_card(card, fsrs.Rating(rating), at)
            at = card.due
        histories.append(history)
    answers = FITTED_CARDS * ANSWERS_PER_CARD
    _timed(f"fit to {answers:,} answers", 1, lambda: parameters_fit(histories))


def _timed(what: str, times: int, act: Callable[[], object]) -> None:
    """Median and 95th percentile, and the CPU time of this process, for a machine that is busy."""
    took, cpu = [], []
    for _ in range(times):
        start, start_cpu = time.perf_counter(), time.process_time()
        act()
        took.append(1000 * (time.perf_counter() - start))
        cpu.append(1000 * (time.process_time() - start_cpu))
    took.sort()
    cpu.sort()
    middle, late = took[times // 2], took[int(0.95 * times)]
    print(f"{what:34} median {middle:8.1f} ms  95 % {late:8.1f} ms  CPU {cpu[times // 2]:8.1f} ms")


if __name__ == "__main__":
    main()
