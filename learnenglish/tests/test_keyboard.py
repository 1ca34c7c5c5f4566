"""Everything that learners do, by the keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from conftest import pcm_of
from learnenglish.testing.browser import browsing
from learnenglish.testing.looking import FOCUSED, focus_problems
from learnenglish.testing.site import Site
from speaking.models import SessionStatus, SpeakResource
from speaking.sound import wav_write
from texts.reviews.models import ReviewLog
from texts.tests.making import word

pytestmark = [pytest.mark.embedded, pytest.mark.django_db(transaction=True)]
PATIENCE_MS = 30_000
MOST_STOPS = 120
WALKED = (
    "/",
    "/lookup?q=stubborn",
    "/search?q=sigh",
    "/review",
    "/speak",
    "/speak/live",
    "/settings/profile",
)


class Hands:
    """Somebody with a keyboard and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.press, self.type = page.keyboard.press, page.keyboard.type
        self.problems: list[str] = []

    def tab_to(self, target: Locator, key: str = "Tab") -> None:
        """Press Tab until ``target`` has the focus, looking at each stop on the way."""
        expect(target).to_be_visible(timeout=PATIENCE_MS)
        for _stop in range(MOST_STOPS):
            if target.evaluate("(element) => element === document.activeElement"):
                return
            self.press(key)
            self.look()
        raise AssertionError(f"Tab never comes to {target}")

    def look(self) -> None:
        path = re.sub(r"^https?://[^/]+", "", self.page.url)
        self.problems += [f"{path}: {problem}" for problem in focus_problems(self.page)]

    def walk(self, path: str) -> int:
        """Tab through a whole page and out of it; how many stops there are."""
        self.page.goto(path)
        self.page.evaluate("document.activeElement?.blur()")
        for stops in range(MOST_STOPS):
            self.press("Tab")
            if not self.page.evaluate(FOCUSED):
                return stops
            self.look()
        self.problems.append(f"{path}: Tab never leaves the page")
        return MOST_STOPS


@pytest.fixture
def session_key(student: User) -> str:
    client = Client()
    client.force_login(student)
    return str(client.cookies["sessionid"].value)


def test_tab_goes_through_every_page_in_sight_and_out_of_it(site: Site, session_key: str) -> None:
    # Narrow, as a desktop is at 400 %: the bars at top and bottom must not hide what is in focus.
    with browsing(site, session_key=session_key, width=360, height=640) as context:
        hands = Hands(context.new_page())
        stops = [hands.walk(path) for path in WALKED]
        assert hands.problems == []
        assert min(stops) > 8
        assert hands.page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0


def test_a_word_is_looked_up_kept_and_reviewed_by_keyboard(site: Site, session_key: str) -> None:
    word()  # to be found by a search
    with browsing(site, session_key=session_key) as context:
        page = context.new_page()
        hands = Hands(page)
        skips(hands)
        box = page.get_by_test_id("lookup-input")
        hands.tab_to(box)
        hands.type("stubborn")
        hands.press("Enter")
        keep = page.get_by_role("button", name="Keep for review")
        hands.tab_to(keep)
        hands.press("Enter")
        # It was swapped for another, which has the focus.
        expect(page.get_by_role("button", name="Kept")).to_be_focused()
        hands.tab_to(page.get_by_role("link", name="Review now"))
        hands.press("Enter")
        expect(page.locator("#review-answer")).to_be_focused()
        hands.type("stubborn")
        hands.press("Enter")
        expect(page.get_by_role("button", name=re.compile("^Good"))).to_be_focused()
        hands.look()
        hands.tab_to(page.get_by_role("button", name=re.compile("^Easy")))
        hands.press("Enter")
        expect(page.get_by_role("heading", name="Done for today")).to_be_focused()
        filters(hands)
        settings_and_menu(hands)
        assert hands.problems == []
    assert ReviewLog.objects.get().answer == "stubborn"


def skips(hands: Hands) -> None:
    """The first stop leads past the menu."""
    hands.page.goto("/search")
    hands.press("Tab")
    hands.look()
    expect(hands.page.get_by_role("link", name="Skip to the content")).to_be_focused()
    hands.press("Enter")
    hands.tab_to(hands.page.get_by_test_id("search-input"))
    hands.page.goto("/lookup")


def filters(hands: Hands) -> None:
    page = hands.page
    page.goto("/search")
    hands.tab_to(page.get_by_test_id("search-input"))
    hands.type("breathe")
    hands.press("Enter")
    chip = page.locator("#search-results .chip").nth(1)
    hands.tab_to(chip)
    name = page.evaluate(FOCUSED)
    hands.press("Enter")
    expect(page.locator("#search-results .chip[aria-current=true]").first).to_be_visible()
    assert page.evaluate(FOCUSED) == name


def settings_and_menu(hands: Hands) -> None:
    page = hands.page
    page.goto("/settings/profile")
    hands.tab_to(page.get_by_role("combobox", name="Language of these pages"))
    hands.type("Esp")
    hands.press("Enter")
    hands.tab_to(page.get_by_role("button", name="Save"))
    hands.press("Enter")
    expect(page.get_by_role("heading", name="Ajustes")).to_be_visible()
    hands.tab_to(page.locator("footer").get_by_role("button", name="English"))
    hands.press("Enter")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    menu = page.locator("details.menu summary").first
    hands.tab_to(menu)
    hands.press("Enter")
    expect(page.locator("details.menu[open]")).to_have_count(1)
    hands.press("Tab")
    hands.look()
    hands.press("Escape")
    expect(page.locator("details.menu[open]")).to_have_count(0)
    expect(menu).to_be_focused()


def test_speaking_is_begun_and_ended_by_keyboard_and_read_out(
    site: Site, worker: None, session_key: str, recordings: Path, tmp_path: Path
) -> None:
    microphone = tmp_path / "microphone.wav"
    microphone.write_bytes(wav_write(bytes(32000) + pcm_of(recordings / "beckett.wav")))
    with browsing(site, microphone=microphone, session_key=session_key) as context:
        page = context.new_page()
        hands = Hands(page)
        page.goto("/speak/live")
        hands.tab_to(page.get_by_test_id("speak-start"))
        hands.press("Enter")
        expect(page.get_by_test_id("speak-stop")).to_be_focused(timeout=PATIENCE_MS)
        hands.look()
        # What the screen reader says while one speaks.
        spoken = page.locator("[data-role=announce][aria-live=polite]")
        expect(spoken).to_contain_text("tried", timeout=PATIENCE_MS, ignore_case=True)
        hands.press("Enter")
        heading = page.get_by_test_id("speak-result").locator(":focus")
        expect(heading).to_be_visible(timeout=PATIENCE_MS)
        assert hands.problems == []
    assert SpeakResource.objects.get().status == SessionStatus.COMPLETED
