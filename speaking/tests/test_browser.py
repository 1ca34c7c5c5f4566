"""The speaking page in a real browser, with recorded speech as its microphone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import WebSocketRoute, expect

from accounts.models import User
from conftest import pcm_of
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from speaking.models import SpeakResource
from speaking.sound import wav_write

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE_MS = 30_000
AGAIN = re.compile(r"tried.*failed.*ever.*tried", re.IGNORECASE | re.DOTALL)
DESKTOP, PHONE = (1280, 900), (360, 740)


@pytest.fixture
def session_key(student: User) -> str:
    client = Client()
    client.force_login(student)
    return str(client.cookies["sessionid"].value)


@pytest.mark.parametrize(("width", "height"), [DESKTOP, PHONE])
def test_someone_speaks_and_sees_words_and_the_result(
    site: Site,
    worker: None,
    session_key: str,
    recordings: Path,
    tmp_path: Path,
    width: int,
    height: int,
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


def test_a_pause_and_a_cut_connection_lose_nothing(
    site: Site, worker: None, session_key: str, recordings: Path, tmp_path: Path
) -> None:
    microphone = tmp_path / "microphone.wav"
    microphone.write_bytes(wav_write(bytes(32000) + pcm_of(recordings / "beckett.wav")))
    connections: list[tuple[WebSocketRoute, WebSocketRoute]] = []
    with browsing(site, microphone=microphone, session_key=session_key, width=360) as context:
        page = context.new_page()
        page.route_web_socket(
            "**/ws/speak", lambda route: connections.append((route, route.connect_to_server()))
        )
        page.goto("/speak/live")
        page.get_by_test_id("speak-start").click()
        transcript = page.get_by_test_id("speak-transcript")
        expect(transcript).to_contain_text("tried", timeout=PATIENCE_MS, ignore_case=True)
        for end in connections[0]:
            end.close(code=1012, reason="cut")
        expect(page.get_by_test_id("speak-pause")).to_be_visible(timeout=PATIENCE_MS)
        expect(transcript).to_contain_text("failed", timeout=PATIENCE_MS, ignore_case=True)
        assert len(connections) == 2
        page.get_by_test_id("speak-pause").click()
        status = page.get_by_test_id("speak-status")
        expect(status).to_contain_text("Paused")
        expect(page.get_by_test_id("speak-pause")).to_be_hidden()
        scroll_width = page.evaluate("document.documentElement.scrollWidth")
        assert scroll_width <= 360, "the page scrolls sideways"
        page.get_by_test_id("speak-go-on").click()
        expect(status).to_contain_text("listening", timeout=PATIENCE_MS)
        # The microphone begins anew: what it says is heard once more.
        expect(transcript).to_have_text(AGAIN, timeout=PATIENCE_MS)
        page.get_by_test_id("speak-stop").click()
        result = page.get_by_test_id("speak-result")
        expect(result.get_by_test_id("waveform")).to_be_visible(timeout=PATIENCE_MS)
    session = SpeakResource.objects.get()
    assert session.status == "COMPLETED"
    assert session.transcript is not None
    assert AGAIN.search(session.transcript["text"])
