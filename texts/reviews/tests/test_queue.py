"""What is asked today, in which order, and when there is something again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from accounts.models import User
from texts.reviews.days import day_of, today_start
from texts.reviews.load import day_choose
from texts.reviews.models import Rating, ReviewCard
from texts.reviews.preferences import preferences_update
from texts.reviews.selectors import review_counts, review_queue, review_stats
from texts.reviews.services import card_bury, card_resume, card_suspend
from texts.reviews.tests.making import answer, card_of, learned

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def texts_of(cards: list[ReviewCard]) -> list[str]:
    return [card.text for card in cards]


def test_learning_comes_first_and_new_cards_are_spread_among_the_others(student: User) -> None:
    past = timezone.now() - timedelta(hours=1)
    for name in ("a", "b", "c", "d"):
        card_of(student, name, state="REVIEW", due=past, stability=9, difficulty=5)
    card_of(student, "learning", state="LEARNING", due=past, step=1, stability=1, difficulty=5)
    card_of(student, "new")
    queue = review_queue(user=student)
    assert texts_of(queue.cards) == ["learning", "a", "b", "new", "c", "d"]
    assert (queue.counts.learning, queue.counts.reviews, queue.counts.new) == (1, 4, 1)


def test_the_days_limits_hold_in_the_learners_day(student: User) -> None:
    preferences_update(user=student, new_per_day=2, reviews_per_day=1)
    now = timezone.now()
    cards = [card_of(student, f"new{n}") for n in range(4)]
    for name in ("a", "b"):
        card_of(student, name, state="REVIEW", due=now, stability=9, difficulty=5)
    assert len(review_queue(user=student).cards) == 3
    answer(cards[0], Rating.EASY, at=now)
    assert (review_counts(user=student).new, review_counts(user=student).done) == (1, 1)
    tomorrow = now + timedelta(days=1)
    assert review_counts(user=student, now=tomorrow).new == 2


def test_where_nothing_else_is_left_what_is_due_soon_is_asked_now(student: User) -> None:
    card = card_of(student)
    answer(card)
    queue = review_queue(user=student)
    assert queue.cards == [card]
    assert queue.counts.left == 0


def test_an_empty_queue_says_when_there_is_something_again(student: User) -> None:
    assert review_queue(user=student).next_due is None
    card = card_of(student)
    answer(card, Rating.EASY)
    card.refresh_from_db()
    queue = review_queue(user=student)
    assert (queue.cards, queue.next_due) == ([], card.due)


def test_suspended_and_buried_cards_are_not_asked(student: User) -> None:
    card = card_of(student)
    card_suspend(user=student, card_id=card.pk)
    assert review_queue(user=student).cards == []
    card_resume(user=student, card_id=card.pk)
    assert review_queue(user=student).cards == [card]
    card_bury(user=student, card_id=card.pk)
    queue = review_queue(user=student)
    assert queue.cards == []
    assert queue.next_due is not None
    assert review_queue(user=student, now=queue.next_due).cards == [card]


def test_a_card_goes_to_the_lightest_of_the_days_that_are_as_good() -> None:
    today = date(2026, 11, 2)
    load = {today + timedelta(days=n): 5 for n in range(30)}
    assert day_choose(days=10, today=today, load=load) == today + timedelta(days=10)
    load[today + timedelta(days=11)] = 2
    assert day_choose(days=10, today=today, load=load) == today + timedelta(days=11)
    load[today + timedelta(days=20)] = 0
    assert day_choose(days=10, today=today, load=load) == today + timedelta(days=11)
    assert day_choose(days=1, today=today, load={}) == today + timedelta(days=1)


def test_many_cards_learned_on_one_day_come_back_on_several(student: User) -> None:
    now = timezone.now()
    for n in range(12):
        answer(card_of(student, f"word{n}"), Rating.EASY, at=now)
    days = [card.due for card in ReviewCard.objects.all()]
    assert max(days.count(day) for day in days) <= 4


def test_a_day_lasts_until_four_in_the_morning() -> None:
    zone, late = ZoneInfo("Europe/Madrid"), datetime(2026, 11, 3, 2, 59, tzinfo=UTC)
    assert day_of(late, zone) == date(2026, 11, 2)
    assert today_start(late, zone) == datetime(2026, 11, 2, 3, tzinfo=UTC)


def test_the_figures_count_what_was_answered_and_not_taken_back(student: User) -> None:
    now = timezone.now()
    assert review_stats(user=student, since=None).retention is None
    learned(card_of(student, "sigh"), at=now - timedelta(days=2))
    forgotten = learned(card_of(student, "yawn"), at=now - timedelta(days=2))
    answer(forgotten, Rating.AGAIN, at=now)
    stats = review_stats(user=student, since=None)
    assert (stats.reviews, stats.kept, stats.retention) == (5, 2, 2 / 3)
    assert review_stats(user=student, since=now - timedelta(days=1)).reviews == 1
