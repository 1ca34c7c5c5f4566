"""The buttons that speak, in a real browser."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site

pytestmark = [pytest.mark.embedded, pytest.mark.django_db(transaction=True)]
PATIENCE_MS = 30_000


@pytest.fixture
def session_key(student: User) -> str:
    client = Client()
    client.force_login(student)
    return str(client.cookies["sessionid"].value)


@pytest.mark.parametrize("width", [1280, 360])
def test_a_press_speaks_and_the_button_is_free_again_at_the_end(
    site: Site, session_key: str, width: int
) -> None:
    with browsing(site, session_key=session_key, width=width) as context:
        page = context.new_page()
        page.goto("/lookup?q=run")
        button = page.get_by_role("button", name="British: hear it")
        with page.expect_response(lambda response: "/speak/say?" in response.url) as answer:
            button.click()
            expect(button).to_have_attribute("aria-pressed", "true")
        assert answer.value.ok
        assert answer.value.headers["x-speech-voice"] == "pico-en-GB"
        expect(button).to_have_attribute("aria-pressed", "false", timeout=PATIENCE_MS)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_another_press_stops_and_another_button_takes_over(site: Site, session_key: str) -> None:
    with browsing(site, session_key=session_key) as context:
        page = context.new_page()
        page.goto("/lookup?q=run")
        slowly = page.get_by_role("button", name="Slowly: hear it")
        example = page.get_by_role("button", name="Hear this sentence").first
        slowly.click()
        example.click()
        expect(slowly).to_have_attribute("aria-pressed", "false")
        expect(example).to_have_attribute("aria-pressed", "true")
        example.click()
        expect(example).to_have_attribute("aria-pressed", "false")
