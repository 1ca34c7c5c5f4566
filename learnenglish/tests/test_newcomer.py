"""A newcomer's first ten minutes, on a phone: from the landing page to the first review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from conftest import PASSWORD, running_site
from learnenglish.testing.browser import browsing
from learnenglish.testing.looking import axe_problems, can_be_tapped, too_wide
from learnenglish.testing.mail_stub import TOKEN, MailStub, mail_stub
from learnenglish.testing.site import Site
from texts.placement.services import LENGTH
from texts.reviews.models import CardType, Rating, ReviewLog

pytestmark = [pytest.mark.embedded, pytest.mark.django_db(transaction=True)]
NEWCOMER = "nina@example.com"
WORD = "stubborn"


@contextmanager
def site_with_mail() -> Iterator[tuple[Site, MailStub]]:
    with (
        mail_stub() as stub,
        running_site(
            EMAIL_PROVIDER="postmark", EMAIL_API_KEY=TOKEN, EMAIL_API_URL=stub.url
        ) as site,
    ):
        yield site, stub


def code_of(stub: MailStub) -> str:
    (sent,) = stub.sent
    assert sent["To"] == NEWCOMER
    found = re.search(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", sent["TextBody"], re.MULTILINE)
    assert found, sent["TextBody"]
    return found[1]


class Newcomer:
    """Somebody with a phone, and all that was wrong with what they saw."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []

    def sees(self, name: str, *, next_step: Locator) -> None:
        """A page called ``name`` on which the next step is in sight and can be tapped."""
        expect(next_step).to_be_visible()
        wrong = [*axe_problems(self.page), *too_wide(self.page)]
        if not can_be_tapped(next_step):
            wrong.append("the next step is out of sight")
        self.problems += [f"{name}: {problem}" for problem in wrong]

    def signs_up(self, stub: MailStub) -> None:
        page = self.page
        page.goto("/")
        start = page.get_by_role("link", name="Start for free")
        self.sees("landing", next_step=start)
        start.tap()
        page.get_by_label("Email").fill(NEWCOMER)
        submit = page.get_by_role("button", name="Make my account")
        self.sees("sign-up", next_step=submit)
        page.get_by_label("Password").fill("password")
        submit.tap()
        # What is wrong is said, and writing goes on there.
        expect(page.get_by_label("Password")).to_be_focused()
        expect(page.get_by_text("This password is too common.")).to_be_visible()
        self.sees("sign-up, a weak password", next_step=submit)
        page.get_by_label("Password").fill(PASSWORD)
        submit.tap()
        expect(page.get_by_label("Code")).to_be_focused()
        self.sees("code", next_step=page.get_by_role("button", name="Confirm"))
        page.get_by_label("Code").fill(code_of(stub))
        page.get_by_role("button", name="Confirm").tap()

    def finds_the_level(self) -> None:
        page = self.page
        start = page.get_by_test_id("placement-start")
        self.sees("level check", next_step=start)
        start.tap()
        for number in range(LENGTH):
            expect(page.get_by_text(f"Word {number + 1} of {LENGTH}")).to_be_visible()
            unknown = page.get_by_role("button", name="I don't know")
            if number == 0:
                self.sees("level check, a word", next_step=unknown)
            unknown.tap()
        take = page.get_by_test_id("placement-take")
        self.sees("level", next_step=take)
        take.tap()

    def keeps_a_word(self) -> None:
        page = self.page
        box = page.get_by_test_id("lookup-input")
        self.sees("home, new", next_step=page.get_by_test_id("lookup-submit"))
        expect(page.get_by_test_id("home-review")).to_contain_text("Keep for review")
        box.fill(WORD)
        page.get_by_test_id("lookup-submit").tap()
        keep = page.get_by_role("button", name="Keep for review")
        self.sees("look-up", next_step=keep)
        keep.tap()
        expect(page.locator(".tabs [data-due-count]")).to_have_text("1")
        review = page.get_by_role("link", name="Review now")
        self.sees("look-up, kept", next_step=review)
        review.tap()

    def reviews_it(self) -> None:
        page = self.page
        check = page.get_by_role("button", name="Check")
        self.sees("review", next_step=check)
        page.locator("#review-answer").fill(WORD)
        check.tap()
        good = page.get_by_role("button", name=re.compile("^Good"))
        expect(page.get_by_text("Right.", exact=True)).to_be_visible()
        self.sees("review, answered", next_step=good)
        good.tap()
        expect(page.get_by_text("1 of 1")).to_be_visible()
        self.sees("review, graded", next_step=page.locator(".tabs a").first)

    def comes_home(self) -> None:
        page = self.page
        page.locator(".tabs a").first.tap()
        page.wait_for_url(re.compile(r"/$"))
        expect(page.get_by_test_id("home-review")).to_contain_text("1 answer today")
        expect(page.get_by_role("link", name=WORD)).to_be_visible()
        self.sees("home, after a review", next_step=page.get_by_test_id("lookup-submit"))


def test_a_newcomer_s_first_ten_minutes_on_a_phone() -> None:
    with (
        site_with_mail() as (site, stub),
        browsing(site, width=360, height=740, has_touch=True, is_mobile=True) as context,
    ):
        newcomer = Newcomer(context.new_page())
        newcomer.signs_up(stub)
        newcomer.finds_the_level()
        newcomer.keeps_a_word()
        newcomer.reviews_it()
        newcomer.comes_home()
        assert newcomer.problems == []
    user = User.objects.get(email=NEWCOMER)
    assert user.cefr_level == "A1"
    log = ReviewLog.objects.get(user=user)
    assert (log.card.text, log.rating, log.answer) == (WORD, Rating.GOOD, WORD)
    assert log.card_type in CardType.values
