"""Who listens to whom, and what is said when it is another: nothing falls back silently."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from accounts.cloud import CONSENT_REASON, PLAN_REASON
from accounts.models import Plan, User
from accounts.tokens import token_for
from conftest import running_site
from learnenglish.testing.openai_stub import OpenAIStub, json_answer, status_answer
from learnenglish.testing.realtime_stub import RealtimeStub
from speaking.engines import engines_close, recogniser_for
from speaking.stt.base import BYTES_PER_MS, Recogniser, SttError, Transcript
from speaking.stt.fallback import FallbackRecogniser
from speaking.stt.registry import get_recogniser
from speaking.tests.recordings import BECKETT, recording
from speaking.tests.talker import talking

FILES = "POST /v1/audio/transcriptions"
CHUNK = 500 * BYTES_PER_MS
pytestmark = pytest.mark.django_db(transaction=True)  # it listens in threads
HEARD_OFFLINE = "ever tried"


@pytest.fixture
def realtime() -> Iterator[RealtimeStub]:
    with RealtimeStub() as stub:
        yield stub


@pytest.fixture
def stub(settings: Settings, realtime: RealtimeStub) -> Iterator[OpenAIStub]:
    """OpenAI, and settings that choose it."""
    with OpenAIStub() as stub:
        stub.script(FILES, json_answer({"text": BECKETT}))
        settings.STT_PROVIDER = "openai"
        settings.OPENAI_API_KEY = "sk-test"
        settings.OPENAI_BASE_URL = stub.base_url
        settings.STT_OPENAI_LIVE_URL = realtime.live_url
        settings.STT_TIMEOUT_MS = 4_000
        settings.STT_WORKERS = 1
        yield stub
        engines_close()


@pytest.fixture
def premium(student: User) -> User:
    """A student whose plan includes the cloud, and who agreed to it."""
    student.plan, student.cloud_consent = Plan.PREMIUM, True
    student.save()
    return student


def transcribe(engine: Recogniser) -> Transcript:
    return engine.transcribe(recording("beckett"), language="en-US", pause_ms=1_000)


async def speak(engine: Recogniser) -> Transcript:
    session = await engine.open(language="en-US", pause_ms=500)
    try:
        pcm = recording("beckett")
        for begin in range(0, len(pcm), CHUNK):
            await session.feed(pcm[begin : begin + CHUNK])
            await session.interim()
        return await session.finish()
    finally:
        await session.close()


def test_who_agreed_is_heard_by_the_cloud(premium: User, stub: OpenAIStub) -> None:
    heard = transcribe(recogniser_for(user=premium))
    assert (heard.text, heard.provider, heard.fallback_reason) == (BECKETT, "openai", "")


@pytest.mark.parametrize("consent", [None, False])
def test_without_consent_no_sound_leaves_and_the_result_says_why(
    premium: User, stub: OpenAIStub, realtime: RealtimeStub, consent: bool | None
) -> None:
    premium.cloud_consent = consent
    engine = recogniser_for(user=premium)
    heard = transcribe(engine)
    live = asyncio.run(speak(engine))
    for transcript in (heard, live):
        assert transcript.provider == "offline"
        assert transcript.fallback_reason == str(CONSENT_REASON)
        assert HEARD_OFFLINE in transcript.text.lower()
    assert (stub.requests, realtime.connections) == ([], [])


def test_a_plan_without_the_cloud_is_told_so(
    premium: User, stub: OpenAIStub, settings: Settings
) -> None:
    settings.PLAN_LIMITS = {**settings.PLAN_LIMITS}
    settings.PLAN_LIMITS["PREMIUM"] = {**settings.PLAN_LIMITS["PREMIUM"], "cloud_engines": 0}
    heard = transcribe(recogniser_for(user=premium))
    assert (heard.fallback_reason, stub.requests) == (str(PLAN_REASON), [])


def test_a_provider_that_is_down_is_replaced_and_left_in_peace_for_a_while(
    premium: User, stub: OpenAIStub
) -> None:
    stub.script(FILES, status_answer(500, retry_after="0"))
    heard = transcribe(recogniser_for(user=premium))
    assert (heard.provider, len(stub.requests)) == ("offline", 3)
    assert heard.fallback_reason == (
        "OpenAI has a problem of its own. The offline engine listened instead."
    )
    again = transcribe(recogniser_for(user=premium))
    assert (again.fallback_reason, len(stub.requests)) == (heard.fallback_reason, 3)
    assert recogniser_for(user=premium).provider == "offline"


def test_the_primary_is_asked_again_after_the_pause(premium: User, stub: OpenAIStub) -> None:
    now = 0.0
    recogniser_for(user=premium)
    offline = get_recogniser("offline", workers=1, sessions_per_worker=1)
    primary = recogniser_for(user=premium)
    engine = FallbackRecogniser(primary, offline, pause_s=30.0, clock=lambda: now)
    engine.stand_in(SttError("stt_failed", "Down.", retryable=True))
    assert engine.provider == "offline"
    now = 31.0
    assert engine.provider == "openai"
    engine.stand_in(SttError("stt_failed", "Refused.", retryable=False))
    assert engine.provider == "openai"


def test_past_the_budget_the_offline_engine_listens(
    premium: User, stub: OpenAIStub, settings: Settings
) -> None:
    settings.STT_OPENAI_DAILY_SECONDS = 3
    heard = transcribe(recogniser_for(user=premium))
    assert heard.provider == "offline"
    assert "budget" in heard.fallback_reason


@pytest.mark.parametrize("behaviour", ["garbage", "cut"])
def test_a_recording_whose_provider_breaks_off_goes_on_offline_with_all_its_words(
    premium: User, stub: OpenAIStub, realtime: RealtimeStub, behaviour: str
) -> None:
    realtime.behaviours = [behaviour]
    heard = asyncio.run(speak(recogniser_for(user=premium)))
    assert heard.provider == "offline"
    assert "The offline engine listened instead." in heard.fallback_reason
    assert HEARD_OFFLINE in heard.text.lower()
    assert heard.duration_ms == len(recording("beckett")) // BYTES_PER_MS


def test_a_provider_that_fails_at_the_end_is_replaced_too(premium: User, stub: OpenAIStub) -> None:
    stub.script(FILES, status_answer(400))
    heard = asyncio.run(speak(recogniser_for(user=premium)))
    assert (heard.provider, heard.fallback_reason[:30]) == (
        "offline",
        "OpenAI did not accept the requ",
    )


def test_over_the_socket_the_final_names_the_engine_that_took_over(
    premium: User,
    stub: OpenAIStub,
    realtime: RealtimeStub,
    monkeypatch: pytest.MonkeyPatch,
    worker: None,
) -> None:
    realtime.behaviours = ["garbage"]
    for name, value in {
        "STT_PROVIDER": "openai",
        "OPENAI_API_KEY": "sk-test",
        "OPENAI_BASE_URL": stub.base_url,
        "STT_OPENAI_LIVE_URL": realtime.live_url,
    }.items():
        monkeypatch.setenv(name, value)

    token = str(token_for(premium).access_token)

    async def run() -> dict[str, Any]:
        async with talking(site, token) as talker:
            await talker.say("start", mode="free_talk")
            assert (await talker.until("ack"))["stt"]["provider"] == "openai"
            await talker.speak(recording("beckett"))
            await talker.until("interim_transcript")
            await talker.say("stop")
            return await talker.until("final")

    with running_site() as site:
        final = asyncio.run(run())
    assert final["providers"]["stt"]["provider"] == "offline"
    assert "cannot be used" in final["providers"]["stt"]["fallback_reason"]
    assert HEARD_OFFLINE in final["transcript"]["text"].lower()
