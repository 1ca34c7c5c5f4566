"""A result in a real browser: its picture, its marks, its keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import User
from conftest import pcm_of
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from speaking.models import SpeakResource
from speaking.peaks import BARS, peaks_of, session_peaks
from speaking.selectors import session_peaks_url
from speaking.sound import wav_write

pytestmark = [pytest.mark.embedded, pytest.mark.django_db(transaction=True)]
PATIENCE_MS = 20_000


def correction(number: int, start_ms: int) -> dict[str, Any]:
    return {
        "original": "ever fail",
        "corrected": f"ever failed {number}",
        "explanation": "The past form ends in -ed.",
        "start_ms": start_ms,
        "end_ms": start_ms + 600,
        "category": "tense-and-aspect",
        "topic": None,
        "sentence": "ever fail",
        "sentence_corrected": "Ever failed.",
        "sentence_start_ms": start_ms,
        "sentence_end_ms": start_ms + 900,
    }


@pytest.fixture
def finished(student: User, recordings: Path) -> SpeakResource:
    pcm = pcm_of(recordings / "beckett.wav")
    name = default_storage.save("recordings/player.wav", ContentFile(wav_write(pcm)))
    words = [("Ever", 1200, 1500), ("fail", 1500, 2100), ("No", 4200, 4500)]
    return SpeakResource.objects.create(
        user=student,
        status="COMPLETED",
        audio=name,
        duration_ms=len(pcm) // 32,
        overall_score=70,
        transcript={
            "text": "Ever fail No",
            "words": [
                {"text": text, "start_ms": start, "end_ms": end, "confidence": 0.9}
                for text, start, end in words
            ],
        },
        evaluation={
            "overall": 70,
            "reasons": {},
            "metrics": {"words": 3, "speech_ms": 3000},
            "corrections": [correction(1, 1200), correction(2, 4200)],
            "strengths": [],
            "next_steps": [],
            "evaluator": {"provider": "offline", "version": "2"},
        },
    )


@pytest.fixture
def session_key(student: User) -> str:
    client = Client()
    client.force_login(student)
    return str(client.cookies["sessionid"].value)


def audio_state(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "(() => { const a = document.querySelector('[data-player] audio');"
        " return {paused: a.paused, now: a.currentTime}; })()"
    )
    return found


@pytest.mark.parametrize("width", [1280, 360])
def test_corrections_are_on_the_picture_and_reached_by_keys(
    site: Site, session_key: str, finished: SpeakResource, width: int
) -> None:
    with browsing(site, session_key=session_key, width=width) as context:
        page = context.new_page()
        page.goto(f"/speak/sessions/{finished.pk}")
        expect(page.get_by_test_id("waveform")).to_be_visible()
        marks = page.get_by_test_id("mark-correction")
        expect(marks).to_have_count(2)
        place = [marks.nth(n).bounding_box() for n in range(2)]
        assert place[0] is not None
        assert place[1] is not None
        assert place[0]["x"] < place[1]["x"]
        corrections = page.get_by_test_id("correction")
        page.get_by_test_id("waveform").focus()
        page.keyboard.press("n")
        expect(corrections.nth(0)).to_be_focused()
        expect(page.get_by_test_id("player-toggle")).to_have_attribute("aria-pressed", "true")
        # The sentence is heard, and not what comes after it.
        expect(page.get_by_test_id("player-toggle")).to_have_attribute("aria-pressed", "false")
        assert 1.9 <= audio_state(page)["now"] <= 2.4
        page.keyboard.press("n")
        expect(corrections.nth(1)).to_be_focused()
        page.keyboard.press("p")
        expect(corrections.nth(0)).to_be_focused()
        marks.nth(1).click()
        expect(corrections.nth(1)).to_be_focused()
        scroll_width = page.evaluate("document.documentElement.scrollWidth")
        assert scroll_width <= width, "the page scrolls sideways"


def test_the_slider_and_the_space_key_work_without_a_mouse(
    site: Site, session_key: str, finished: SpeakResource
) -> None:
    with browsing(site, session_key=session_key) as context:
        page = context.new_page()
        page.goto(f"/speak/sessions/{finished.pk}")
        slider = page.get_by_role("slider")
        slider.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        expect(slider).to_have_attribute("aria-valuetext", "0:04")
        page.keyboard.press("Home")
        expect(slider).to_have_attribute("aria-valuenow", "0")
        page.keyboard.press("Space")
        expect(page.get_by_test_id("player-toggle")).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("Space")
        expect(page.get_by_test_id("player-toggle")).to_have_attribute("aria-pressed", "false")
        expect(page.get_by_test_id("try-again")).to_have_attribute("href", "/speak/live")


def test_ones_own_voice_is_followed_by_the_model(
    site: Site, session_key: str, finished: SpeakResource
) -> None:
    with browsing(site, session_key=session_key) as context:
        page = context.new_page()
        page.goto(f"/speak/sessions/{finished.pk}")
        with page.expect_request("**/speak/say**", timeout=PATIENCE_MS) as asked:
            page.get_by_test_id("compare").first.click()
        assert "Ever+failed." in asked.value.url
        assert audio_state(page)["paused"]


def test_the_picture_is_as_loud_as_the_sound(
    client: Client, finished: SpeakResource, recordings: Path
) -> None:
    address = session_peaks_url(finished)
    assert address is not None
    answer = client.get(address)
    body = answer.json()
    assert answer.status_code == 200
    assert body["duration_ms"] == finished.duration_ms
    assert body["peaks"] == peaks_of(pcm_of(recordings / "beckett.wav")) == session_peaks(finished)
    assert (len(body["peaks"]), max(body["peaks"])) == (BARS, 100)
    assert body["peaks"][0] < 40 < max(body["peaks"][BARS // 10 : BARS // 5])
    assert client.get(address.replace("peaks", "peak")).status_code == 404
    assert client.get("/speak/audio/forged/peaks").status_code == 404


@pytest.mark.parametrize("pcm", [b"", b"\0", bytes(32000)])
def test_silence_is_flat(pcm: bytes) -> None:
    assert peaks_of(pcm) == [0] * BARS


def test_a_recording_that_cannot_be_reached_says_so(
    site: Site, session_key: str, finished: SpeakResource
) -> None:
    default_storage.delete(str(finished.audio.name))
    gone = r"404 \(Not Found\) .*/speak/audio/"
    with browsing(site, session_key=session_key, tolerate=gone) as context:
        page = context.new_page()
        page.goto(f"{site.url}/speak/sessions/{finished.pk}")
        expect(page.get_by_test_id("player-away")).to_be_visible(timeout=PATIENCE_MS)
        expect(page.get_by_text("Ever").first).to_be_visible()
