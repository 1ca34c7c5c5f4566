"""Answers: once each, in the order given, and back again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import override_settings
from django.utils import timezone

from accounts.models import User
from history.models import UserHistory
from learnenglish.common.errors import DomainError
from texts.reviews.days import day_of, day_start, zone_for
from texts.reviews.grading import grade_undo, memory_of
from texts.reviews.models import Rating, ReviewCard, ReviewLog
from texts.reviews.services import card_resume
from texts.reviews.tests.making import answer, card_of, learned

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def test_a_good_first_answer_brings_the_card_back_in_ten_minutes(student: User) -> None:
    card = card_of(student)
    log = answer(card, at=NOON)
    card.refresh_from_db()
    assert (card.state, card.reviews, card.due) == ("LEARNING", 1, NOON + timedelta(minutes=10))
    assert log.state_before == "NEW"


def test_a_learned_card_comes_back_with_the_learners_day(student: User) -> None:
    student.time_zone = "Asia/Tokyo"
    student.save()
    card = card_of(student)
    answer(card, Rating.EASY, at=NOON)
    card.refresh_from_db()
    zone = zone_for(student)
    assert card.state == "REVIEW"
    assert card.due == day_start(day_of(card.due, zone), zone)
    assert 6 <= (card.due - NOON).days <= 10


def test_the_same_answer_sent_twice_counts_once(student: User) -> None:
    card = card_of(student)
    client_id = uuid4()
    first = answer(card, at=NOON, client_id=client_id)
    second = answer(card, Rating.AGAIN, at=NOON + timedelta(days=1), client_id=client_id)
    assert (second.pk, second.rating, second.after) == (first.pk, first.rating, first.after)
    card.refresh_from_db()
    assert card.reviews == 1


def test_an_id_used_for_another_card_is_refused(student: User) -> None:
    client_id = uuid4()
    answer(card_of(student), client_id=client_id)
    with pytest.raises(DomainError) as caught:
        answer(card_of(student, "sigh"), client_id=client_id)
    assert (caught.value.code, caught.value.status) == ("client_id_reused", 409)


def test_a_card_of_somebody_else_looks_as_if_it_were_not_there(
    student: User, other_student: User
) -> None:
    card = card_of(student)
    card.user = other_student
    with pytest.raises(DomainError) as caught:
        answer(card)
    assert caught.value.status == 404
    assert not ReviewLog.objects.exists()


def test_answers_that_arrive_in_the_wrong_order_end_where_the_right_order_does(
    student: User,
) -> None:
    given = [(Rating.EASY, 0), (Rating.AGAIN, 12), (Rating.GOOD, 12.01), (Rating.HARD, 30)]
    right, wrong = card_of(student, "sigh"), card_of(student, "yawn")
    for rating, days in given:
        answer(right, rating, at=NOON - timedelta(days=60 - days))
    for rating, days in (given[3], given[1], given[0], given[2]):
        answer(wrong, rating, at=NOON - timedelta(days=60 - days))
    right.refresh_from_db()
    wrong.refresh_from_db()
    assert (wrong.stability, wrong.difficulty) == pytest.approx((right.stability, right.difficulty))
    assert (wrong.state, wrong.lapses, wrong.reviews) == (right.state, right.lapses, right.reviews)
    befores = [log.state_before for log in wrong.logs.order_by("reviewed_at")]
    assert befores == ["NEW", "REVIEW", "RELEARNING", "REVIEW"]


def test_undoing_leaves_the_card_as_if_nothing_had_been_answered(student: User) -> None:
    card = learned(card_of(student), at=NOON)
    before = memory_of(card)
    answer(card, Rating.AGAIN, at=NOON + timedelta(days=20))
    undone = grade_undo(user=student)
    card.refresh_from_db()
    assert memory_of(card) == before
    assert undone.rating == Rating.AGAIN
    assert grade_undo(user=student, client_id=undone.client_id).pk == undone.pk
    card.refresh_from_db()
    assert memory_of(card) == before


def test_an_undone_answer_that_a_device_sends_again_stays_undone(student: User) -> None:
    card = card_of(student)
    client_id = uuid4()
    answer(card, client_id=client_id)
    grade_undo(user=student)
    answer(card, client_id=client_id)
    card.refresh_from_db()
    assert (card.state, card.reviews) == ("NEW", 0)


def test_undoing_one_of_several_leaves_the_others(student: User) -> None:
    card, other = card_of(student, "sigh"), card_of(student, "yawn")
    first = answer(card, Rating.AGAIN, at=NOON)
    answer(card, Rating.GOOD, at=NOON + timedelta(minutes=2))
    answer(other, Rating.GOOD, at=NOON + timedelta(minutes=2))
    grade_undo(user=student, client_id=first.client_id)
    card.refresh_from_db()
    other.refresh_from_db()
    assert card.reviews == 1
    assert card.stability == other.stability


def test_with_nothing_answered_there_is_nothing_to_undo(student: User) -> None:
    with pytest.raises(DomainError) as caught:
        grade_undo(user=student)
    assert caught.value.code == "nothing_to_undo"


@override_settings(REVIEW_LEECH_LAPSES=2)
def test_a_card_forgotten_too_often_is_put_aside_until_the_learner_wants_it(student: User) -> None:
    card = card_of(student)
    at = NOON - timedelta(days=90)
    for _ in range(2):
        answer(card, Rating.EASY, at=at)
        answer(card, Rating.AGAIN, at=at + timedelta(days=12))
        at += timedelta(days=13)
    aside = ReviewCard.objects.get()
    assert (aside.lapses, aside.is_leech) == (2, True)
    assert aside.suspended_at is not None
    grade_undo(user=student)
    back = ReviewCard.objects.get()
    assert (back.lapses, back.is_leech, back.suspended_at) == (1, False, None)
    answer(card, Rating.AGAIN, at=NOON)
    wanted = card_resume(user=student, card_id=card.pk)
    assert (wanted.lapses, wanted.is_leech, wanted.suspended_at) == (2, False, None)


@pytest.mark.parametrize(
    ("hours", "code"), [(48, "clock_ahead"), (-48, "clock_behind"), (-24 * 365000, "clock_behind")]
)
def test_a_time_that_cannot_be_is_refused_with_ours(student: User, hours: int, code: str) -> None:
    now = timezone.now()
    card = card_of(student, created_at=now)
    with pytest.raises(DomainError) as caught:
        answer(card, at=now + timedelta(hours=hours))
    assert caught.value.code == code
    assert caught.value.field == "reviewed_at"
    assert "server_time" in caught.value.extra
    card.refresh_from_db()
    assert card.reviews == 0


@pytest.mark.parametrize("days", [2, -2])
def test_a_clock_two_days_off_is_set_right_when_the_app_says_its_time(
    student: User, days: int
) -> None:
    card = card_of(student)
    now = timezone.now()
    off = timedelta(days=days)
    log = answer(card, at=now + off - timedelta(hours=3), sent_at=now + off)
    assert abs(log.reviewed_at - (now - timedelta(hours=3))) < timedelta(seconds=10)


def test_a_clock_a_little_fast_is_clamped(student: User) -> None:
    log = answer(card_of(student), at=timezone.now() + timedelta(minutes=3))
    assert log.reviewed_at == log.received_at


def test_a_sitting_is_one_line_of_the_history(student: User) -> None:
    first, second = card_of(student, "sigh"), card_of(student, "yawn")
    answer(first, at=NOON)
    answer(second, at=NOON + timedelta(minutes=1))
    assert UserHistory.objects.filter(user=student, kind="REVIEW").count() == 1
    answer(first, at=NOON + timedelta(hours=5))
    assert UserHistory.objects.filter(user=student, kind="REVIEW").count() == 2


def test_a_suspended_card_takes_the_answers_of_a_device_that_did_not_know(student: User) -> None:
    card = card_of(student, suspended_at=NOON)
    answer(card)
    assert ReviewCard.objects.get().reviews == 1
    assert ReviewCard.objects.get().suspended_at == NOON
