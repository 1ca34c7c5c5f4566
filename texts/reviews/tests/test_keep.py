"""What is kept is kept once, whoever keeps it."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from learnenglish.common.errors import DomainError
from speaking.models import SpeakResource
from texts.reviews.models import ReviewCard
from texts.reviews.services import card_keep, card_keep_correction, card_keep_word
from texts.tests.making import word

MISTAKE: dict[str, Any] = {
    "original": "go",
    "corrected": "goes",
    "explanation": "After he, she and it the verb takes -s.",
    "category": "agreement",
    "sentence": "She go home.",
    "start_ms": 1200,
    "end_ms": 1500,
}


def test_an_explanation_kept_twice_is_one_card(student: User) -> None:
    resource = word()
    first = card_keep(user=student, resource=resource)
    assert card_keep(user=student, resource=resource) == first
    assert (first.text, first.state, first.reviews) == ("breathe", "NEW", 0)


def test_each_person_has_cards_of_their_own(student: User, other_student: User) -> None:
    resource = word()
    assert card_keep(user=student, resource=resource) != card_keep(
        user=other_student, resource=resource
    )


def test_a_correction_keeps_its_sentence_and_its_moment(student: User) -> None:
    session = SpeakResource.objects.create(user=student)
    card = card_keep_correction(user=student, session_id=session.pk, **MISTAKE)
    again = card_keep_correction(user=student, session_id=None, **MISTAKE)
    assert again == card
    assert card.session == session
    assert card.note == {"type": "correction", **MISTAKE}
    session.delete()
    assert ReviewCard.objects.get().session is None


def test_a_word_to_say_brings_what_the_dictionary_knows(student: User) -> None:
    resource = word("breathe")
    card = card_keep_word(user=student, text=" Breathe ")
    assert card_keep_word(user=student, text="breathe") == card
    assert (card.text, card.resource) == ("Breathe", resource)


@pytest.mark.parametrize(
    "wrong", [{"sentence": ""}, {"sentence": "x" * 1001}, {"start_ms": -1}, {"category": "c" * 81}]
)
def test_a_correction_that_does_not_fit_is_refused(student: User, wrong: dict[str, Any]) -> None:
    with pytest.raises(DomainError, match=next(iter(wrong))) as caught:
        card_keep_correction(user=student, session_id=None, **{**MISTAKE, **wrong})
    assert caught.value.code == "card_invalid"
    assert not ReviewCard.objects.exists()
