"""Which ways there are to ask, and which one comes next."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from accounts.models import User
from texts.content import (
    ContrastContent,
    Correction,
    Mistake,
    SelfCheck,
    Sense,
    SentenceContent,
    WordContent,
    content_dump,
)
from texts.models import TextResource
from texts.reviews.models import CardType, ReviewCard
from texts.reviews.prompts import GAP, prompts_of
from texts.reviews.services import card_keep, card_keep_correction, card_keep_word
from texts.tests.making import word

SIGH = WordContent(
    headword="sigh",
    senses=(
        Sense(
            part_of_speech="verb",
            definition="to let out a long breath, or to sigh with relief",
            examples=("She sighed and closed the book.",),
        ),
    ),
)


def sigh(user: User, **fields: Any) -> ReviewCard:
    known = {"normalised": "sigh", "content": content_dump(SIGH)}
    found = TextResource.objects.filter(text="sigh").first() or word("sigh", **known)
    card = card_keep(user=user, resource=found)
    for name, value in fields.items():
        setattr(card, name, value)
    return card


def of_kind(card: ReviewCard, kind: CardType) -> Any:
    return next(prompt for prompt in prompts_of(card) if prompt.type == kind)


def test_a_word_is_asked_by_meaning_ear_and_mouth(student: User) -> None:
    card = sigh(student)
    assert {prompt.type for prompt in prompts_of(card)} == {"RECALL", "LISTEN", "SAY"}


def test_a_meaning_does_not_give_its_word_away(student: User) -> None:
    prompt = of_kind(sigh(student), CardType.RECALL)
    assert prompt.question == "to let out a long breath, or to … with relief"
    assert (prompt.answers, prompt.hint) == (("sigh",), "verb · s···")


def test_a_gap_takes_the_form_that_the_example_has(student: User) -> None:
    content = {**content_dump(SIGH), "forms": [{"name": "past tense", "values": ["sighed"]}]}
    resource = word("sigh", content=content)
    prompt = of_kind(card_keep(user=student, resource=resource), CardType.CLOZE)
    assert (prompt.question, prompt.answers) == (
        f"She {GAP} and closed the book.",
        ("sighed",),
    )


def test_the_surer_a_card_is_the_more_its_ways_alternate(student: User) -> None:
    content = {**content_dump(SIGH), "forms": [{"name": "past tense", "values": ["sighed"]}]}
    word("sigh", content=content)

    def asked(**fields: Any) -> list[CardType]:
        return [prompts_of(sigh(student, reviews=n, **fields))[0].type for n in range(4)]

    assert asked() == ["CLOZE", "RECALL", "CLOZE", "RECALL"]
    assert asked(state="REVIEW", stability=5) == ["RECALL", "LISTEN", "CLOZE", "RECALL"]
    assert asked(state="REVIEW", stability=50) == ["RECALL", "SAY", "CLOZE", "LISTEN"]


def test_a_mistake_from_a_session_is_a_sentence_to_correct(student: User) -> None:
    card = card_keep_correction(
        user=student,
        session_id=None,
        original="go",
        corrected="goes",
        explanation="After she the verb takes -s.",
        category="agreement",
        sentence="She go home.",
        start_ms=0,
        end_ms=100,
    )
    [prompt] = prompts_of(card)
    assert (prompt.type, prompt.question) == ("CORRECT", "She go home.")
    assert prompt.answers == ("She goes home.",)


def test_a_word_that_was_not_understood_is_to_be_said(student: User) -> None:
    card = card_keep_word(user=student, text="breathe")
    assert [prompt.type for prompt in prompts_of(card)] == ["SAY", "LISTEN"]


def test_a_sentence_of_ones_own_is_to_be_corrected_in_any_right_way(student: User) -> None:
    fix = Correction(
        start=4,
        end=6,
        original="go",
        corrected="goes",
        category="agreement",
        explanation="-s",
        rule="x",
        alternatives=("went",),
    )
    content = SentenceContent(
        original="She go home.", corrected="She goes home.", corrections=(fix,)
    )
    resource = word("She go home.", kind="GRAMMAR", content=content_dump(content))
    [prompt] = prompts_of(card_keep(user=student, resource=resource))
    assert prompt.answers == ("She goes home.", "She went home.")


def test_grammar_is_practised_on_its_mistakes_and_questions(student: User) -> None:
    content = ContrastContent(
        slug="since-for",
        items=("since", "for"),
        area="tense",
        summary="since a point, for a length",
        entries=(),
        mistakes=(Mistake(wrong="since five years", right="for five years", why="a length"),),
        self_check=(SelfCheck(question="the car ___ I saw", answer="which / that"),),
    )
    resource = word("since or for", kind="GRAMMAR", content=content_dump(content))
    correct, cloze = prompts_of(card_keep(user=student, resource=resource))
    assert (correct.type, correct.answers) == ("CORRECT", ("for five years",))
    assert cloze.answers == ("which / that", "which", "that")


def test_what_has_no_meaning_can_still_be_heard_and_said(student: User) -> None:
    bare = WordContent(headword="ah", senses=())
    resource = word("ah", content=content_dump(bare))
    card = ReviewCard(user=student, resource=resource, text="ah", due=timezone.now())
    assert {prompt.type for prompt in prompts_of(card)} == {"LISTEN", "SAY"}
