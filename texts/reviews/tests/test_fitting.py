"""Parameters from one's own log: reckoned as the package does, and used only where they help."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import fsrs
import numpy as np
import pytest
from django.test import override_settings
from fsrs.scheduler import DEFAULT_PARAMETERS

from accounts.models import User
from texts.reviews.fitting import Review, parameters_fit, recall_predicted
from texts.reviews.learning import parameters_refit, parameters_refit_due
from texts.reviews.models import CardState, Rating, ReviewCard, ReviewLog, ReviewSettings
from texts.reviews.preferences import preferences_of
from texts.reviews.scheduling import Memory, memory_answer, scheduler_make
from texts.reviews.tests.making import card_of

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
# Somebody who forgets three times as fast as most, and for whom success adds little.
FORGETFUL = list(DEFAULT_PARAMETERS)
FORGETFUL[:4] = [0.1, 0.4, 0.7, 2.5]
FORGETFUL[8] = 1.2


def history(chance: random.Random, parameters: list[float], answers: int) -> list[Review]:
    """One card as somebody with ``parameters`` would answer it, asked at FSRS's default times."""
    true = fsrs.Scheduler(parameters=parameters, enable_fuzzing=False)
    asked = fsrs.Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    mind, card = fsrs.Card(card_id=1), fsrs.Card(card_id=1)
    at = START + timedelta(days=chance.randrange(60))
    found: list[Review] = []
    for _ in range(answers):
        known = chance.random() < true.get_card_retrievability(mind, at) if found else True
        rating = chance.choice([3, 3, 3, 2, 4]) if known else 1
        days = (at - found[-1].at).days if found else 0
        found.append(Review(rating, days, at))
        mind, _log = true.review_card(mind, fsrs.Rating(rating), at)
        card, _log = asked.review_card(card, fsrs.Rating(rating), at)
        at = card.due
    return found


def log_of(parameters: list[float], cards: int = 150) -> list[list[Review]]:
    chance = random.Random(11)
    return [history(chance, parameters, 12) for _ in range(cards)]


def test_memory_is_reckoned_as_the_package_does() -> None:
    chance = random.Random(3)
    scheduler = scheduler_make(parameters=[], desired_retention=0.9)
    for _ in range(40):
        card, at = fsrs.Card(card_id=1), START
        ratings, days, expected = [], [], []
        for step in range(8):
            gap = chance.choice([0, 0, 1, 3, 10, 40]) if step else 0
            at += timedelta(days=gap, minutes=5)
            expected.append(scheduler.get_card_retrievability(card, at) if step else 1.0)
            rating = chance.choice([1, 2, 3, 4])
            card, _log = scheduler.review_card(card, fsrs.Rating(rating), at)
            ratings.append(rating)
            days.append(float(gap))
        found = recall_predicted(
            np.array(DEFAULT_PARAMETERS), np.array([ratings]), np.array([days])
        )
        assert found[0] == pytest.approx(expected)


def test_who_forgets_faster_gets_parameters_that_know_it() -> None:
    fit = parameters_fit(log_of(FORGETFUL))
    assert fit.fitted_loss is not None
    assert fit.default_loss is not None
    # Nobody can predict chance: knowing the truth gains four in a hundred here.
    assert fit.fitted_loss < 0.97 * fit.default_loss
    scheduler = scheduler_make(parameters=fit.parameters, desired_retention=0.9)
    memory = Memory(
        state=CardState.NEW,
        step=None,
        stability=None,
        difficulty=None,
        due=START,
        last_review=None,
        reviews=0,
        lapses=0,
        is_leech=False,
    )
    after = memory_answer(
        memory,
        rating=Rating.EASY,
        at=START,
        scheduler=scheduler,
        leech_lapses=8,
        zone=ZoneInfo("UTC"),
    )
    assert (after.due - START).days <= 6  # eight by default


def test_who_is_like_most_keeps_the_defaults() -> None:
    assert parameters_fit(log_of(list(DEFAULT_PARAMETERS))).parameters == []


def test_answers_that_say_nothing_fit_nothing() -> None:
    same_day = [[Review(3, 0, START), Review(3, 0, START + timedelta(minutes=5))]] * 300
    fit = parameters_fit(same_day)
    assert (fit.parameters, fit.answers, fit.default_loss) == ([], 600, None)


def keep(user: User, histories: list[list[Review]]) -> None:
    cards = [
        ReviewCard(user=user, kind="WORD", key=f"word:{n}", text=str(n), due=START)
        for n in range(len(histories))
    ]
    ReviewCard.objects.bulk_create(cards)
    ReviewLog.objects.bulk_create(
        ReviewLog(
            user=user,
            card=card,
            client_id=uuid4(),
            card_type="RECALL",
            rating=review.rating,
            reviewed_at=review.at,
            received_at=review.at,
            state_before="REVIEW",
            before={},
            after={},
        )
        for card, answers in zip(cards, histories, strict=True)
        for review in answers
    )


def test_ones_own_parameters_schedule_ones_own_cards(student: User, other_student: User) -> None:
    keep(student, log_of(FORGETFUL))
    assert parameters_refit_due() == 1
    assert parameters_refit_due() == 0
    assert preferences_of(user=student).parameters[3] < DEFAULT_PARAMETERS[3]
    assert preferences_of(user=student).fitted_reviews == 150 * 12
    assert preferences_of(user=other_student).parameters == []
    card = card_of(student)
    assert preferences_of(user=card.user).scheduler().parameters[3] < DEFAULT_PARAMETERS[3]


@override_settings(REVIEW_FIT_ANSWERS=5000)
def test_with_few_answers_nothing_is_fitted(student: User) -> None:
    keep(student, log_of(FORGETFUL, cards=5))
    assert parameters_refit(user=student) is None
    assert not ReviewSettings.objects.exists()


def test_the_next_morning_is_a_day_later() -> None:
    scheduler = scheduler_make(parameters=[], desired_retention=0.9)
    evening = datetime(2026, 11, 2, 22, tzinfo=UTC)
    memory = Memory(
        state=CardState.REVIEW,
        step=None,
        stability=1.0,
        difficulty=5.0,
        due=evening,
        last_review=evening,
        reviews=1,
        lapses=0,
        is_leech=False,
    )
    grown = [
        memory_answer(
            memory,
            rating=Rating.GOOD,
            at=evening + timedelta(hours=hours),
            scheduler=scheduler,
            leech_lapses=8,
            zone=ZoneInfo("UTC"),
        ).stability
        for hours in (1, 10)
    ]
    assert grown[0] is not None
    assert grown[1] is not None
    assert grown[1] > 2 * grown[0]
