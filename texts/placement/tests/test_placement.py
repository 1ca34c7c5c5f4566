"""The placement test finds the level of learners who know what they know."""

from __future__ import annotations

from random import Random

import pytest
from django.core import signing
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.test import APIClient

from accounts.models import User
from learnenglish.common.errors import DomainError
from texts.placement.bank import OPTIONS, PER_LEVEL, bank, question_ask
from texts.placement.estimate import LEVELS, Answer, ability_of
from texts.placement.services import (
    LENGTH,
    UNKNOWN,
    Placement,
    placement_answer,
    placement_read,
    placement_start,
    placement_token,
)


def taken_by(level: str, random: Random, *, slips: float = 0.0) -> Placement:
    """A whole test by somebody who knows all words up to ``level``, but for ``slips``."""
    placement = placement_start(seed=random.getrandbits(32))
    while (question := placement.question) is not None:
        knows = LEVELS.index(question.level) <= LEVELS.index(level)
        if random.random() < slips:
            knows = not knows
        choice = question.right if knows else UNKNOWN
        placement = placement_answer(placement=placement, choice=choice)
    return placement


@pytest.mark.parametrize("level", LEVELS)
def test_somebody_who_knows_the_words_up_to_a_level_is_placed_there(level: str) -> None:
    assert taken_by(level, Random(1)).ability.level == level


def test_with_a_slip_in_ten_most_are_placed_within_one_level() -> None:
    random = Random(7)
    off = [
        abs(LEVELS.index(taken_by(level, random, slips=0.1).ability.level) - LEVELS.index(level))
        for level in LEVELS
        for _ in range(20)
    ]
    assert sum(distance <= 1 for distance in off) / len(off) >= 0.85


def test_guessing_gets_hardly_anybody_beyond_b1() -> None:
    random = Random(3)
    beyond = 0
    for _ in range(200):
        placement = placement_start(seed=random.getrandbits(32))
        while placement.question is not None:
            placement = placement_answer(placement=placement, choice=random.randrange(OPTIONS))
        beyond += placement.ability.level not in ("A1", "A2", "B1")
    assert beyond / 200 <= 0.05


def test_every_level_has_enough_words_and_no_meaning_gives_its_word_away() -> None:
    for level in LEVELS:
        assert len(bank()[level]) >= PER_LEVEL // 2, level
        assert all(item.word not in item.definition.split() for item in bank()[level])


def test_options_are_different_and_one_is_right() -> None:
    random = Random(5)
    for level in LEVELS:
        for _ in range(20):
            question = question_ask(level=level, asked=set(), random=random)
            assert len(set(question.options)) == OPTIONS
            right = next(item for item in bank()[level] if item.word == question.word)
            assert question.options[question.right] == right.definition


def test_no_word_is_asked_twice_in_a_test() -> None:
    words = [answer.word for answer in taken_by("B2", Random(2)).answers]
    assert len(words) == len(set(words)) == LENGTH


@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=LENGTH))
def test_more_knowledge_never_means_a_lower_ability(known: list[bool | None]) -> None:
    answers = [Answer("word", LEVELS[n % 6], value) for n, value in enumerate(known)]
    better = [Answer("word", answer.level, True) for answer in answers]
    assert ability_of(better).mean >= ability_of(answers).mean - 1e-9


def test_a_token_that_was_changed_is_refused() -> None:
    token = placement_token(placement=placement_start())
    for broken in (token[:-2], "", "x:y:z", signing.dumps({"a": 1}, salt="texts.placement")):
        with pytest.raises(DomainError, match="Begin another"):
            placement_read(token=broken)


@pytest.mark.django_db
def test_an_app_takes_the_test_and_gets_a_level(api: APIClient) -> None:
    state = api.post("/api/placement").json()
    for number in range(1, LENGTH + 1):
        assert (state["number"], state["result"]) == (number, None)
        assert len(state["question"]["options"]) == OPTIONS
        state = api.post("/api/placement/answer", {"token": state["token"], "choice": -1}).json()
    assert state["question"] is None
    assert state["result"]["level"] == "A1"
    again = api.post("/api/placement/answer", {"token": state["token"], "choice": 0})
    assert (again.status_code, again.json()["code"]) == (409, "placement_over")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"token": "made up", "choice": 0}, "placement_token_invalid"),
        ({"choice": 0}, "invalid"),
        ({"token": "made up", "choice": "two"}, "invalid"),
    ],
)
def test_what_is_no_answer_is_a_clear_400(
    api: APIClient, body: dict[str, object], code: str
) -> None:
    answer = api.post("/api/placement/answer", body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


@pytest.mark.django_db
def test_an_option_that_is_not_there_is_refused(api: APIClient) -> None:
    token = api.post("/api/placement").json()["token"]
    answer = api.post("/api/placement/answer", {"token": token, "choice": 4})
    assert (answer.status_code, answer.json()["code"]) == (400, "placement_choice_invalid")


@pytest.mark.django_db
def test_the_page_asks_ten_words_and_sets_the_level_that_is_taken(
    client: Client, student: User
) -> None:
    client.force_login(student)
    assert "Find my level" in client.get("/level").content.decode()
    page = client.post("/level")
    for _ in range(LENGTH):
        page = client.post("/level", {"token": page.context["token"], "choice": UNKNOWN})
    assert page.context["ability"].level == "A1"
    assert client.post("/level/take", {"level": "B1"}).status_code == 302
    student.refresh_from_db()
    assert student.cefr_level == "B1"
    client.post("/level/take", {"level": "Z9"})
    student.refresh_from_db()
    assert student.cefr_level == "B1"


@pytest.mark.django_db
def test_a_page_left_open_too_long_begins_again(client: Client, student: User) -> None:
    client.force_login(student)
    answer = client.post("/level", {"token": "old", "choice": 1}, follow=True)
    assert "Begin another" in answer.content.decode()
