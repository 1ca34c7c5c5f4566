"""A whole sitting on a phone, by thumb and by key."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import User
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from texts.reviews.models import ReviewCard, ReviewLog
from texts.reviews.tests.making import card_of
from texts.tests.making import word

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def session_key(student: User) -> str:
    client = Client()
    client.force_login(student)
    return client.cookies["sessionid"].value


def answer(page: Page, text: str) -> None:
    page.locator("#review-answer").fill(text)
    page.locator("#review-answer").press("Enter")
    expect(page.get_by_test_id("review-answer")).to_be_visible()


def test_a_sitting_on_a_phone_from_the_first_card_to_the_sum(
    site: Site, student: User, session_key: str
) -> None:
    cards = [card_of(student, name) for name in ("sigh", "yawn", "breathe")]
    with browsing(site, session_key=session_key, width=360, height=740) as context:
        page = context.new_page()
        page.goto("/review")
        expect(page.get_by_text("0 of 3")).to_be_visible()
        expect(page.locator("#review-answer")).to_be_focused()
        answer(page, "sigh")
        expect(page.locator(".review-heading", has_text="Right.")).to_be_visible()
        page.get_by_role("button", name=re.compile("^Easy")).click()
        expect(page.get_by_text("1 of 3")).to_be_visible()
        answer(page, "yown")
        expect(
            page.locator(".review-heading", has_text="Right, with a typing slip.")
        ).to_be_visible()
        page.keyboard.press("1")
        # Forgotten: it comes back after the others, and can be taken back at once.
        expect(page.locator("#review-answer")).to_be_visible()
        page.locator("h1").evaluate("() => document.activeElement.blur()")
        page.keyboard.press("u")
        expect(page.locator(f'form[action="/review/{cards[1].pk}/check"]')).to_be_visible()
        answer(page, "yawn")
        page.keyboard.press("4")
        page.get_by_role("button", name="Show me").click()
        expect(page.get_by_test_id("review-expected")).to_have_text("breathe")
        page.keyboard.press("4")
        expect(page.get_by_role("heading", name="Done for today")).to_be_visible()
        expect(page.locator(".tabs [data-due-count]")).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    kept = ReviewLog.objects.filter(undone_at=None)
    assert sorted(kept.values_list("rating", flat=True)) == [4, 4, 4]
    assert all(log.elapsed_ms > 0 for log in kept)
    assert set(ReviewCard.objects.values_list("state", flat=True)) == {"REVIEW"}


def test_an_explanation_is_kept_with_one_press(site: Site, student: User, session_key: str) -> None:
    resource = word()
    with browsing(site, session_key=session_key, width=360, height=740) as context:
        page = context.new_page()
        page.goto(f"/resources/{resource.pk}")
        page.get_by_role("button", name="Keep for review").click()
        expect(page.get_by_role("button", name="Kept")).to_be_visible()
        page.get_by_role("button", name="Kept").click()
        page.get_by_role("button", name="Keep for review").click()
        expect(page.get_by_role("button", name="Kept")).to_be_visible()
    assert ReviewCard.objects.get().resource == resource
