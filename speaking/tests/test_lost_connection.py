"""Somebody speaks on while the network is gone for seconds: nothing of it is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from conftest import pcm_of
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from learnenglish.testing.wire import Wire
from speaking.models import SessionStatus, SpeakResource
from speaking.sound import wav_write

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE_MS = 30_000
GONE_SECONDS = 4
# What the page's clock shows, in seconds.
SHOWN = """
() => document.querySelector("[data-role=timer]").textContent
  .split(":").reduce((seconds, part) => 60 * seconds + Number(part), 0)
"""
REACHES = f"(seconds) => ({SHOWN})() >= seconds"
WHOLE = re.compile("tried.*failed.*matter.*again.*again.*better", re.IGNORECASE | re.DOTALL)


def test_what_is_said_without_a_network_arrives_when_it_is_back(
    site: Site, worker: None, student: User, recordings: Path, tmp_path: Path
) -> None:
    client = Client()
    client.force_login(student)
    speech = pcm_of(recordings / "beckett.wav")
    microphone = tmp_path / "microphone.wav"
    microphone.write_bytes(wav_write(bytes(32000) + speech))
    with (
        Wire(site.port) as wire,
        browsing(
            Site(port=wire.port, process=site.process),
            microphone=microphone,
            session_key=client.cookies["sessionid"].value,
            width=360,
            tolerate="ERR_CONNECTION|WebSocket connection",
        ) as context,
    ):
        page = context.new_page()
        page.goto("/speak/live")
        page.get_by_test_id("speak-start").click()
        transcript = page.get_by_test_id("speak-transcript")
        expect(transcript).to_contain_text("tried", timeout=PATIENCE_MS, ignore_case=True)
        wire.down()
        until = page.evaluate(SHOWN) + GONE_SECONDS
        page.wait_for_function(REACHES, arg=until, timeout=PATIENCE_MS)
        expect(page.locator("#speak[data-state=reconnecting]")).to_be_visible()
        wire.up()
        expect(page.locator("#speak[data-state=recording]")).to_be_visible(timeout=PATIENCE_MS)
        expect(transcript).to_contain_text("better", timeout=PATIENCE_MS, ignore_case=True)
        page.get_by_test_id("speak-stop").click()
        result = page.get_by_test_id("speak-result")
        expect(result).to_contain_text("In numbers", timeout=PATIENCE_MS)
    session = SpeakResource.objects.get()
    assert session.status == SessionStatus.COMPLETED
    assert session.transcript is not None
    assert WHOLE.search(session.transcript["text"])
    # 32 bytes a millisecond; no chunk of 100 ms is missing.
    assert session.duration_ms > len(speech) / 32
