"""What counts as right."""

from __future__ import annotations

import pytest

from texts.reviews.judging import answer_judge
from texts.reviews.models import CardType, Verdict
from texts.reviews.prompts import Prompt


def verdict(expected: str, given: str, card_type: CardType = CardType.RECALL, **more: str) -> str:
    prompt = Prompt(type=card_type, question=more.get("question", "?"), answers=(expected,))
    return answer_judge(prompt, given).verdict


@pytest.mark.parametrize(
    ("expected", "given", "wanted"),
    [
        ("breathe", "breathe", "RIGHT"),
        ("breathe", "  Breathe. ", "RIGHT"),
        ("breathe", "breath", "WRONG"),  # a word of its own
        ("breathe", "braethe", "TYPO"),
        ("breathe", "brezze", "WRONG"),
        ("breathe", "breathing", "FORM"),
        ("affect", "effect", "WRONG"),
        ("cat", "cta", "WRONG"),  # too short to forgive
        ("accommodation", "acomodation", "TYPO"),
        ("colour", "color", "VARIANT"),
        ("organise", "organize", "VARIANT"),
        ("centre", "center", "VARIANT"),
        ("travelled", "traveled", "VARIANT"),
        ("analyse", "analyze", "VARIANT"),
        ("four", "for", "WRONG"),
        ("rise", "rize", "TYPO"),
        ("give up", "gave up", "FORM"),
        ("give up", "giveup", "TYPO"),
        ("well-being", "well-being", "RIGHT"),
        ("breathe", "", "EMPTY"),
        ("breathe", "!?", "WRONG"),
        ("breathe", "\x00💥", "WRONG"),
        ("breathe", "x" * 1000, "WRONG"),
    ],
)
def test_a_word_is_judged_by_what_it_is(expected: str, given: str, wanted: str) -> None:
    assert verdict(expected, given) == wanted


@pytest.mark.parametrize(
    ("expected", "given", "wanted"),
    [
        ("She doesn't live here.", "she does not live here", "RIGHT"),
        ("He is late.", "He’s late", "RIGHT"),
        ("I would have gone.", "I'd've gone.", "RIGHT"),
        ("I'm going to stay.", "I'm gonna stay", "RIGHT"),
        ("She goes home.", "She goes hoem.", "TYPO"),
        ("She goes home.", "She go home.", "WRONG"),
        ("The colour is nice.", "The color is nice.", "VARIANT"),
        ("I have seen it.", "I seen it.", "WRONG"),
        ("I can't swim.", "I cannot swim", "RIGHT"),
    ],
)
def test_a_sentence_may_be_written_in_any_right_way(expected: str, given: str, wanted: str) -> None:
    assert verdict(expected, given, CardType.CORRECT) == wanted


@pytest.mark.parametrize(
    ("expected", "heard", "wanted"),
    [("write", "Right?", "RIGHT"), ("breathe", "Breathe.", "RIGHT"), ("three", "Tree.", "WRONG")],
)
def test_what_sounds_the_same_is_the_same_when_it_is_said(
    expected: str, heard: str, wanted: str
) -> None:
    assert verdict(expected, heard, CardType.SAY) == wanted


def test_where_only_capitals_are_wrong_capitals_count() -> None:
    question = "are you italian?"
    right = "Are you Italian?"
    assert verdict(right, question, CardType.CORRECT, question=question) == "WRONG"
    assert verdict(right, right, CardType.CORRECT, question=question) == "RIGHT"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("It mights snow.", "It might snow."), ("I swim everyday.", "I swim every day.")],
)
def test_a_sentence_left_as_it_was_is_no_slip(wrong: str, right: str) -> None:
    assert verdict(right, wrong, CardType.CORRECT, question=wrong) == "WRONG"


def test_an_inflected_form_is_explained_and_is_wrong_in_a_gap_that_needs_another() -> None:
    prompt = Prompt(type=CardType.CLOZE, question="He _____ up.", answers=("gave",))
    judged = answer_judge(prompt, "give")
    assert judged.verdict == Verdict.WRONG
    assert "past tense" in judged.note


def test_a_synonym_is_told_apart_from_a_mistake() -> None:
    prompt = Prompt(type=CardType.RECALL, question="not well", answers=("ill",), synonyms=("sick",))
    judged = answer_judge(prompt, "sick")
    assert (judged.verdict, judged.is_right) == (Verdict.SYNONYM, False)


def test_the_difference_reads_as_what_was_typed_and_what_was_meant() -> None:
    prompt = Prompt(type=CardType.CORRECT, question="?", answers=("She goes home now.",))
    pieces = answer_judge(prompt, "She go home.").pieces
    typed = "".join(piece.text for piece in pieces if piece.change != "missing")
    meant = "".join(piece.text for piece in pieces if piece.change != "extra")
    assert (typed.strip(), meant.split()[:3]) == ("She go home.", ["She", "goes", "home."])


def test_the_nearest_of_several_right_answers_is_compared() -> None:
    prompt = Prompt(type=CardType.CLOZE, question="the car _____ I saw", answers=("that", "which"))
    assert answer_judge(prompt, "which").verdict == Verdict.RIGHT
    assert answer_judge(prompt, "wich").expected == "which"
