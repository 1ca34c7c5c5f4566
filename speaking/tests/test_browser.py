"""The speaking page in a real browser, with recorded speech as its microphone."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from conftest import pcm_of
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from speaking.models import SpeakResource
from speaking.sound import wav_write

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE_MS = 30_000
DESKTOP, PHONE = (1280, 900), (360, 740)


@pytest.fixture
def session_key(student: User) -> str:
    client = Client()
    client.force_login(student)
    return str(client.cookies["sessionid"].value)


@pytest.mark.parametrize(("width", "height"), [DESKTOP, PHONE])
def test_someone_speaks_and_sees_words_and_the_result(
    site: Site, session_key: str, recordings: Path, tmp_path: Path, width: int, height: int
) -> None:
    microphone = tmp_path / "microphone.wav"
    # A second before the words, for the page to get ready.
    microphone.write_bytes(wav_write(bytes(32000) + pcm_of(recordings / "beckett.wav")))
    with browsing(
        site, microphone=microphone, session_key=session_key, width=width, height=height
    ) as context:
        page = context.new_page()
        page.goto("/speak/live")
        page.get_by_test_id("speak-start").click()
        transcript = page.get_by_test_id("speak-transcript")
        expect(transcript).to_contain_text("tried", timeout=PATIENCE_MS, ignore_case=True)
        expect(transcript).to_contain_text("better", timeout=PATIENCE_MS, ignore_case=True)
        page.get_by_test_id("speak-stop").click()
        result = page.get_by_test_id("speak-result")
        expect(result).to_contain_text("fail better", timeout=PATIENCE_MS, ignore_case=True)
        expect(result).to_contain_text("In numbers")
        scroll_width = page.evaluate("document.documentElement.scrollWidth")
        assert scroll_width <= width, "the page scrolls sideways"
    session = SpeakResource.objects.get()
    assert session.status == "COMPLETED"
    assert session.audio


def test_without_a_microphone_the_page_says_what_to_do(site: Site, session_key: str) -> None:
    with browsing(site, session_key=session_key) as context:
        page = context.new_page()
        page.goto("/speak/live")
        page.get_by_test_id("speak-start").click()
        error = page.get_by_test_id("speak-error")
        expect(error).to_contain_text("microphone", timeout=PATIENCE_MS, ignore_case=True)
    assert not SpeakResource.objects.exists()
