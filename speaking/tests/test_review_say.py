"""Cards that are said: by app and by browser, with a real voice and the real recogniser."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.test import Client
from playwright.sync_api import expect
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from speaking.engines import offline_recogniser
from speaking.sound import wav_write
from speaking.speech import speech_say
from speaking.uploads import recording_decode
from texts.reviews.models import ReviewCard, ReviewLog
from texts.reviews.services import card_keep_word

WORD = "personality"


def spoken(text: str = WORD) -> bytes:
    """A WAV file with ``text``, a second of silence around it."""
    speech = speech_say(text=text, accent="en-US", slow=False)
    pcm = recording_decode(io.BytesIO(speech.audio), max_ms=20_000).pcm
    silence = bytes(32_000)
    return wav_write(silence + pcm + silence)


def say(api: APIClient, card: ReviewCard, sound: bytes) -> Any:
    url = f"/api/speakup/reviews/{card.pk}/say"
    return api.post(url, sound, content_type="audio/wav")


def test_what_was_said_is_heard_and_judged_but_not_graded(api: APIClient, student: User) -> None:
    body = say(api, card_keep_word(user=student, text=WORD), spoken()).json()
    assert body["heard"].strip(".").lower() == WORD
    assert (body["judgement"]["verdict"], body["judgement"]["is_right"]) == ("RIGHT", True)
    assert not ReviewLog.objects.exists()


def test_another_word_is_told_as_it_was_heard(api: APIClient, student: User) -> None:
    body = say(api, card_keep_word(user=student, text="barrier"), spoken()).json()
    assert body["judgement"]["verdict"] == "WRONG"
    assert body["judgement"]["given"].strip(".").lower() == WORD


def test_a_card_waits_for_a_place_like_everybody_who_speaks(
    api: APIClient, student: User, settings: Settings
) -> None:
    settings.STT_WORKERS, settings.SPEAK_SESSIONS_PER_WORKER = 1, 1
    card = card_keep_word(user=student, text=WORD)
    sound = spoken()
    live = async_to_sync(offline_recogniser().open)(language="en-US", pause_ms=1000)
    try:
        refused = say(api, card, sound)
    finally:
        async_to_sync(live.close)()
    assert (refused.status_code, refused.json()["code"]) == (503, "busy")
    assert int(refused["Retry-After"]) > 0
    assert [say(api, card, sound).status_code for _ in range(2)] == [200, 200]
    offline_recogniser().close()


def test_silence_gives_advice_instead_of_a_judgement(api: APIClient, student: User) -> None:
    body = say(api, card_keep_word(user=student, text=WORD), wav_write(bytes(64_000))).json()
    assert (body["heard"], body["judgement"]) == ("", None)
    assert "say it again" in body["message"]


@pytest.mark.parametrize(
    ("sound", "status", "code"),
    [
        (b"", 400, "recording_empty"),
        (b"no sound at all, only text", 415, "recording_unsupported"),
        (wav_write(bytes(1000)), 400, "recording_too_short"),
        (b"RIFF" + bytes(5 * 1024 * 1024), 413, "recording_too_large"),
        (wav_write(bytes(32_000 * 25)), 400, "recording_too_long"),
    ],
)
def test_what_is_no_short_recording_is_refused_with_a_code(
    api: APIClient, student: User, sound: bytes, status: int, code: str
) -> None:
    response = say(api, card_keep_word(user=student, text=WORD), sound)
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_a_card_of_somebody_else_cannot_be_said(other_api: APIClient, student: User) -> None:
    assert say(other_api, card_keep_word(user=student, text=WORD), spoken()).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_card_is_said_in_the_browser_and_graded(
    site: Site, student: User, tmp_path: Path
) -> None:
    card_keep_word(user=student, text=WORD)
    microphone = tmp_path / "said.wav"
    microphone.write_bytes(spoken())
    client = Client()
    client.force_login(student)
    key = str(client.cookies["sessionid"].value)
    with browsing(site, microphone=microphone, session_key=key, width=360, height=740) as context:
        page = context.new_page()
        page.goto("/review")
        page.get_by_role("button", name="Press and speak").click()
        stop = page.get_by_role("button", name="Stop", exact=True)
        expect(stop).to_be_visible()
        # Longer than the word takes to say.
        expect(page.locator("[data-record-status]")).to_have_text("0:03")
        stop.click()
        expect(page.locator(".review-heading")).to_be_visible(timeout=30_000)
        page.keyboard.press("4")
        expect(page.get_by_test_id("review-done")).to_be_visible()
    assert ReviewLog.objects.get().answer.strip(".").lower() == WORD
