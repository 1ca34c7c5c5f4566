"""Minimal pairs in a real browser: recorded, judged, told."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from speaking.drills.models import DrillAttempt
from speaking.sound import wav_write
from speaking.tests.test_pronunciation import spoken

pytestmark = [pytest.mark.embedded, pytest.mark.django_db(transaction=True)]
PATIENCE_MS = 60_000


@pytest.fixture
def session_key(student: User) -> str:
    client = Client()
    client.force_login(student)
    return str(client.cookies["sessionid"].value)


@pytest.mark.parametrize("width", [1280, 360])
def test_a_word_is_recorded_with_the_keyboard_and_told(
    site: Site, session_key: str, tmp_path: Path, width: int
) -> None:
    microphone = tmp_path / "microphone.wav"
    microphone.write_bytes(wav_write(bytes(24_000) + spoken("right.") + bytes(64_000)))
    with browsing(site, microphone=microphone, session_key=session_key, width=width) as context:
        page = context.new_page()
        page.goto("/speak/drills?contrast=R/L")
        record = page.get_by_test_id("drill-record")
        record.focus()
        page.keyboard.press("Enter")
        answer = page.get_by_test_id("drill-answer")
        expect(answer).to_contain_text("I heard “right”", timeout=PATIENCE_MS)
        expect(record).to_have_text("Record")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.get_by_test_id("drill-next").click()
        expect(page.locator("#drill-title")).to_have_text("Say “light”")
        expect(page.get_by_test_id("drill-answer")).to_be_empty()
    attempt = DrillAttempt.objects.get()
    assert attempt.outcome == "RIGHT"


def test_without_a_microphone_the_drill_says_what_to_do(site: Site, session_key: str) -> None:
    with browsing(site, session_key=session_key) as context:
        page = context.new_page()
        page.goto("/speak/drills")
        page.get_by_test_id("drill-record").click()
        status = page.get_by_test_id("drill-status")
        expect(status).to_contain_text("microphone", timeout=PATIENCE_MS)
    assert not DrillAttempt.objects.exists()
