"""Reviewing on the page, without a browser: what each step answers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from texts.reviews.models import ReviewCard, ReviewLog
from texts.reviews.tests.making import card_of
from texts.tests.making import word


@pytest.fixture
def page(client: Client, student: User) -> Client:
    client.force_login(student)
    return client


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}"\s+value="([^"]*)"', html)
    assert found, name
    return found[1]


def check(page: Client, card: ReviewCard, answer: str, **headers: str) -> str:
    data = {"card_type": "RECALL", "answer": answer, "elapsed_ms": "1200"}
    response = page.post(f"/review/{card.pk}/check", data, **headers)  # type: ignore[arg-type]
    assert response.status_code == 200
    return response.content.decode()


def test_a_card_is_asked_checked_and_graded_without_any_script(page: Client, student: User) -> None:
    card = card_of(student)
    html = page.get("/review").content.decode()
    assert "To take in air." in html
    assert "0 of 1" in html
    html = check(page, card, "braethe")
    assert "Right, with a typing slip." in html
    assert "<html" in html
    assert not ReviewLog.objects.exists()
    data = {name: hidden(html, name) for name in ("client_id", "card_type", "elapsed_ms")}
    for _ in range(2):  # a double press
        assert page.post(f"/review/{card.pk}/grade", {**data, "rating": "4"}).status_code == 302
    log = ReviewLog.objects.get()
    assert (log.rating, log.elapsed_ms, log.card_type) == (4, 1200, "RECALL")
    html = page.get("/review").content.decode()
    assert "Done for today" in html
    assert "The next card comes on" in html


def test_the_page_without_cards_says_how_they_come(page: Client) -> None:
    assert "No cards yet" in page.get("/review").content.decode()


def test_the_answer_is_in_the_page_only_after_it_was_given(page: Client, student: User) -> None:
    card_of(student)
    assert "breathe" not in page.get("/review").content.decode()


def test_taking_back_asks_the_same_card_again(page: Client, student: User) -> None:
    card, _ = card_of(student, "sigh"), card_of(student, "yawn")
    html = check(page, card, "sigh")
    data = {name: hidden(html, name) for name in ("client_id", "card_type")}
    page.post(f"/review/{card.pk}/grade", {**data, "rating": "1"})
    html = page.post("/review/undo", headers={"HX-Request": "true"}).content.decode()
    assert f"/review/{card.pk}/check" in html
    assert ReviewLog.objects.get().undone_at is not None
    html = page.post("/review/undo", headers={"HX-Request": "true"}).content.decode()
    assert "There is no answer to take back." in html


@pytest.mark.parametrize(("act", "field"), [("bury", "buried_until"), ("suspend", "suspended_at")])
def test_a_card_is_left_for_tomorrow_or_for_good(
    page: Client, student: User, act: str, field: str
) -> None:
    card = card_of(student)
    page.post(f"/review/{card.pk}/aside", {act: "1"})
    assert getattr(ReviewCard.objects.get(), field) is not None


def test_a_card_of_somebody_else_leads_on_to_ones_own(
    page: Client, student: User, other_student: User
) -> None:
    theirs, mine = card_of(other_student, "sigh"), card_of(student, "yawn")
    data = {"card_type": "RECALL", "answer": "sigh"}
    response = page.post(f"/review/{theirs.pk}/check", data, headers={"HX-Request": "true"})
    assert f"/review/{mine.pk}/check" in response.content.decode()
    assert page.post(f"/review/{theirs.pk}/aside", {"bury": "1"}).status_code == 404
    data = {"act": "delete"}
    assert page.post(f"/review/cards/{theirs.pk}", data).status_code == 404


@pytest.mark.parametrize("data", [{}, {"card_type": "X"}, {"card_type": "RECALL", "rating": "9"}])
def test_a_form_that_no_page_sends_is_not_found(
    page: Client, student: User, data: dict[str, Any]
) -> None:
    assert page.post(f"/review/{card_of(student).pk}/grade", data).status_code == 404


def test_an_explanation_is_kept_let_go_and_kept_again_with_its_memory(
    page: Client, student: User
) -> None:
    resource = word()
    url = f"/resources/{resource.pk}/keep"
    assert "Keep for review" in page.get(f"/resources/{resource.pk}").content.decode()
    html = page.post(url, {"keep": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert "Kept" in html
    ReviewCard.objects.update(reviews=3, stability=9.0)
    html = page.post(url, {"keep": "0"}, headers={"HX-Request": "true"}).content.decode()
    assert "Keep for review" in html
    page.post(url, {"keep": "1"})
    card = ReviewCard.objects.get()
    assert (card.stability, card.suspended_at) == (9.0, None)
    ReviewCard.objects.update(reviews=0)
    page.post(url, {"keep": "0"})
    assert not ReviewCard.objects.exists()


def test_what_one_may_not_see_cannot_be_kept(page: Client, other_student: User) -> None:
    private = word("mine", created_by=other_student)
    assert page.post(f"/resources/{private.pk}/keep", {"keep": "1"}).status_code == 404


def test_cards_are_searched_put_aside_and_forgotten(page: Client, student: User) -> None:
    card, _ = card_of(student, "sigh"), card_of(student, "yawn")
    html = page.get("/review/cards", {"q": "SIG"}).content.decode()
    assert ("sigh" in html, "yawn" in html) == (True, False)
    html = page.post(
        f"/review/cards/{card.pk}", {"act": "suspend"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "put aside" in html
    assert "sigh" in page.get("/review/cards", {"show": "aside"}).content.decode()
    page.post(f"/review/cards/{card.pk}", {"act": "resume"})
    page.post(f"/review/cards/{card.pk}", {"act": "delete"})
    assert ReviewCard.objects.get().text == "yawn"
    assert "No card fits" in page.get("/review/cards?q=%00zz&page=99").content.decode()


def test_the_settings_are_saved_or_say_what_is_wrong(page: Client, student: User) -> None:
    page.post("/review/settings", {"new_per_day": "5", "desired_retention": "0.85"})
    assert (student.review_settings.new_per_day, student.review_settings.keeps_corrections) == (
        5,
        False,
    )
    refused = page.post("/review/settings", {"desired_retention": "1.5"})
    assert refused.status_code == 400


def test_the_number_that_waits_is_in_the_navigation(page: Client, student: User) -> None:
    card_of(student)
    html = page.get("/history").content.decode()
    assert re.search(r'class="count" data-due-count\s*>1<', html)
