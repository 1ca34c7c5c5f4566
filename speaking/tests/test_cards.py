"""What a finished session leaves to be reviewed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import override_settings

from accounts.models import User
from speaking.cards import sentence_around, session_cards_keep
from speaking.models import SpeakResource
from speaking.steps import session_evaluate, session_transcribed
from speaking.stt.base import Transcript, Word
from texts.reviews.models import ReviewCard
from texts.reviews.preferences import preferences_update

SAID = "Hello there. She go home every day. I has a dog."


def words(text: str = SAID) -> list[dict[str, Any]]:
    """Half a second for each word."""
    return [
        {"text": word, "start_ms": 500 * n, "end_ms": 500 * n + 400}
        for n, word in enumerate(text.split())
    ]


def correction(original: str, corrected: str, at: int, category: str) -> dict[str, Any]:
    return {
        "original": original,
        "corrected": corrected,
        "explanation": "Because.",
        "start_ms": 500 * at,
        "end_ms": 500 * at + 400,
        "category": category,
    }


def session(user: User, **evaluation: Any) -> SpeakResource:
    return SpeakResource.objects.create(
        user=user,
        status="COMPLETED",
        transcript={"text": SAID, "words": words()},
        evaluation=evaluation,
    )


def test_a_mistake_becomes_a_card_with_its_sentence_and_moment(student: User) -> None:
    done = session(student, corrections=[correction("go", "goes", 3, "agreement")])
    assert session_cards_keep(session_id=done.pk) == 1
    session_cards_keep(session_id=done.pk)
    card = ReviewCard.objects.get()
    assert (card.session, card.text) == (done, "She go home every day.")
    assert (card.note["start_ms"], card.note["corrected"]) == (1500, "goes")


@override_settings(REVIEW_CORRECTIONS_PER_SESSION=2)
def test_of_many_mistakes_those_of_different_kinds_come_first(student: User) -> None:
    done = session(
        student,
        corrections=[
            correction("go", "goes", 3, "agreement"),
            correction("has", "have", 8, "agreement"),
            correction("a", "the", 9, "articles"),
        ],
    )
    assert session_cards_keep(session_id=done.pk) == 2
    categories = ReviewCard.objects.order_by("id").values_list("note__category", flat=True)
    assert list(categories) == ["agreement", "articles"]


def test_a_word_that_was_not_understood_becomes_a_card_to_say(student: User) -> None:
    verdicts = [
        {"text": "home,", "verdict": "mispronounced"},
        {"text": "dog", "verdict": "correct"},
    ]
    session_cards_keep(session_id=session(student, words=verdicts).pk)
    assert [(card.kind, card.text) for card in ReviewCard.objects.all()] == [("WORD", "home")]


def test_who_wants_no_cards_gets_none(student: User) -> None:
    preferences_update(user=student, keeps_corrections=False)
    done = session(student, corrections=[correction("go", "goes", 3, "agreement")])
    assert session_cards_keep(session_id=done.pk) == 0
    assert not ReviewCard.objects.exists()


@pytest.mark.parametrize(
    ("at", "sentence"),
    [(0, "Hello there."), (3, "She go home every day."), (9, "I has a dog."), (50, "")],
)
def test_a_sentence_is_found_by_the_time_in_it(at: int, sentence: str) -> None:
    assert sentence_around(words(), start_ms=500 * at, end_ms=500 * at + 400) == sentence


def test_speech_without_full_stops_gives_a_stretch_that_can_be_read() -> None:
    found = sentence_around(words("word " * 500), start_ms=100_000, end_ms=100_400)
    assert len(found.split()) == 81


@pytest.mark.django_db(transaction=True)
def test_a_session_that_is_completed_makes_its_cards(student: User) -> None:
    running = SpeakResource.objects.create(user=student, status="PROCESSING")
    said = "My sister live in a small town. She go home every day."
    heard = tuple(Word(**word) for word in words(said))
    transcript = Transcript(
        text=said, words=heard, duration_ms=7000, provider="offline", model="test"
    )
    session_transcribed(session_id=running.pk, transcript=transcript)
    session_evaluate(session_id=running.pk)
    card = ReviewCard.objects.get(text="She go home every day.")
    assert (card.session, card.note["corrected"]) == (running, "goes")
