"""Recognition by OpenAI: against a stub over HTTP and a WebSocket, with real recordings."""

from __future__ import annotations

import asyncio
import time
import wave
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest

from learnenglish.testing.openai_stub import (
    Answer,
    OpenAIStub,
    html_answer,
    json_answer,
    status_answer,
)
from learnenglish.testing.realtime_stub import RealtimeStub
from learnenglish.testing.site import free_port
from speaking.stt.base import BYTES_PER_MS, Interim, SttError, Transcript
from speaking.stt.offline.engine import OfflineRecogniser
from speaking.stt.openai.engine import OpenAIRecogniser, OpenAISession
from speaking.stt.openai.options import OpenAISttOptions
from speaking.stt.registry import get_recogniser
from speaking.tests.recordings import BECKETT, recording
from texts.spending import DailyBudget

FILES = "POST /v1/audio/transcriptions"
CHUNK = 100 * BYTES_PER_MS
LINES = [f"{part}." for part in BECKETT.rstrip(".").split(". ")]
Make = Callable[..., OpenAIRecogniser]


@pytest.fixture(scope="module")
def offline() -> Iterator[OfflineRecogniser]:
    engine = OfflineRecogniser(workers=1)
    yield engine
    engine.close()


@pytest.fixture
def stub() -> Iterator[OpenAIStub]:
    with OpenAIStub() as stub:
        stub.script(FILES, json_answer({"text": BECKETT}))
        yield stub


@pytest.fixture
def realtime() -> Iterator[RealtimeStub]:
    with RealtimeStub() as stub:
        stub.lines = list(LINES)
        yield stub


@pytest.fixture
def budget(transactional_db: None) -> DailyBudget:
    return DailyBudget(f"test-{uuid4()}", 600, unit="seconds")


@pytest.fixture
def make(
    stub: OpenAIStub, realtime: RealtimeStub, budget: DailyBudget, offline: OfflineRecogniser
) -> Iterator[Make]:
    made: list[OpenAIRecogniser] = []

    def build(*, limit: DailyBudget = budget, **options: Any) -> OpenAIRecogniser:
        chosen = {
            "api_key": "sk-test",
            "base_url": stub.base_url,
            "live_url": realtime.live_url,
            "model": "transcribe-stub",
            "live_model": "live-stub",
            **options,
        }
        engine = OpenAIRecogniser(options=OpenAISttOptions(**chosen), budget=limit, offline=offline)
        made.append(engine)
        return engine

    yield build
    for engine in made:
        engine.close()


def transcribe(engine: OpenAIRecogniser, pcm: bytes) -> Transcript:
    return engine.transcribe(pcm, language="en-US", pause_ms=700)


def failure(engine: OpenAIRecogniser, pcm: bytes | None = None) -> SttError:
    with pytest.raises(SttError) as caught:
        transcribe(engine, recording("beckett") if pcm is None else pcm)
    return caught.value


def test_a_recording_is_sent_once_and_its_words_get_our_times(
    make: Make, stub: OpenAIStub, budget: DailyBudget
) -> None:
    heard = transcribe(make(), recording("beckett"))
    assert heard.text == BECKETT
    assert (heard.provider, heard.model, heard.fallback_reason) == ("openai", "transcribe-stub", "")
    ours = get_recogniser("offline", workers=1).transcribe(
        recording("beckett"), language="en-US", pause_ms=700
    )
    for word, known in zip(heard.words, ours.words, strict=True):
        assert abs(word.start_ms - known.start_ms) <= 200, (word, known)
        assert word.confidence is None
    [request] = stub.requests
    assert request.headers["authorization"] == "Bearer sk-test"
    for field in (b"transcribe-stub", b"json", b"\r\n\r\nen\r\n"):
        assert field in request.body
    assert 8 <= budget.spent() <= 11


def test_what_is_sent_is_a_wav_file_of_the_speech_alone(make: Make, stub: OpenAIStub) -> None:
    silence = bytes(4_000 * BYTES_PER_MS)
    heard = transcribe(make(), silence + recording("beckett") + silence)
    body = stub.requests[0].body
    with wave.open(BytesIO(body[body.index(b"RIFF") :])) as sent:
        assert sent.getframerate() == 16_000
        assert sent.getnframes() / 16_000 < len(recording("beckett")) / BYTES_PER_MS / 1000 + 0.5
    assert heard.words[0].start_ms >= 4_000
    assert heard.duration_ms == 8_000 + len(recording("beckett")) // BYTES_PER_MS


@pytest.mark.parametrize("pcm", [b"", b"\0", bytes(30_000 * BYTES_PER_MS)])
def test_silence_yields_no_words_and_is_not_sent(
    make: Make, stub: OpenAIStub, budget: DailyBudget, pcm: bytes
) -> None:
    stub.script(FILES, json_answer({"text": "Thank you for watching!"}))
    heard = transcribe(make(), pcm)
    assert (heard.text, heard.words, stub.requests, budget.spent()) == ("", (), [], 0)


def test_long_recordings_go_in_parts_of_a_minute(make: Make, stub: OpenAIStub) -> None:
    heard = transcribe(make(), recording("two_cities") * 2)
    assert 2 <= len(stub.requests) <= 3
    starts = [word.start_ms for word in heard.words]
    assert starts == sorted(starts)
    assert heard.text == " ".join([BECKETT] * len(stub.requests))


FAILURES: dict[str, tuple[Answer, bool, int]] = {
    "HTML": (html_answer(), False, 1),
    "another shape": (json_answer({"words": 3}), False, 1),
    "not a text": (json_answer({"text": 3}), False, 1),
    "empty": (Answer(), False, 1),
    "a loop": (json_answer({"text": "and so on " * 200}), False, 1),
    "bad key": (status_answer(401, code="invalid_api_key"), False, 1),
    "model gone": (status_answer(404, code="model_not_found"), False, 1),
    "busy": (status_answer(429, retry_after="0"), True, 3),
    "failed": (status_answer(500, retry_after="0"), True, 3),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_tried_again_only_where_that_helps(
    make: Make, stub: OpenAIStub, name: str
) -> None:
    answer, retryable, attempts = FAILURES[name]
    stub.script(FILES, answer)
    error = failure(make())
    assert (error.code, error.retryable, len(stub.requests)) == ("stt_failed", retryable, attempts)
    assert "sk-" not in str(error)


def test_a_server_that_hangs_is_left_in_time(make: Make, stub: OpenAIStub) -> None:
    stub.script(FILES, Answer(hangs=True))
    started = time.monotonic()
    assert failure(make(timeout_ms=150, attempts=2)).retryable
    assert time.monotonic() - started < 5


def test_what_provider_asks_for_is_told_on(make: Make, stub: OpenAIStub) -> None:
    stub.script(FILES, status_answer(429, retry_after="60"))
    error = failure(make())
    assert (error.retry_after_ms, len(stub.requests)) == (60_000, 1)


def test_past_the_days_budget_nothing_is_sent(make: Make, stub: OpenAIStub) -> None:
    small = DailyBudget(f"test-{uuid4()}", 5, unit="seconds")
    error = failure(make(limit=small))
    assert "budget" in error.message
    assert (error.retryable, stub.requests) == (False, [])
    nobody = make(base_url=f"http://127.0.0.1:{free_port()}/v1", attempts=1)
    assert failure(nobody).retryable


# --- Live --------------------------------------------------------------------------------------


async def speak(engine: OpenAIRecogniser, pcm: bytes) -> tuple[list[Interim], Transcript]:
    """Feed faster than real time, asking for words now and then, then wait for all of them."""
    session = await engine.open(language="en-US", pause_ms=500)
    interims: list[Interim] = []
    try:
        for index, begin in enumerate(range(0, len(pcm), CHUNK)):
            await session.feed(pcm[begin : begin + CHUNK])
            if index % 10 == 9:
                interims.append(await session.interim())
        async with asyncio.timeout(10):
            while any(not line.final for line in interims[-1].lines):
                interims.append(await session.interim())
        return interims, await session.finish()
    finally:
        await session.close()


async def speak_on(engine: OpenAIRecogniser, pcm: bytes) -> None:
    """Feed it all, then ask for words again and again: what fails is told by then."""
    session = await engine.open(language="en-US", pause_ms=500)
    try:
        await session.feed(pcm)
        async with asyncio.timeout(20):
            while True:
                await session.interim()
    finally:
        await session.close()


def live(engine: OpenAIRecogniser) -> tuple[list[Interim], Transcript]:
    return asyncio.run(speak(engine, recording("beckett") + bytes(1_000 * BYTES_PER_MS)))


def test_words_come_while_they_are_spoken(make: Make, realtime: RealtimeStub) -> None:
    interims, heard = live(make())
    assert heard.text == BECKETT
    words = [interim.text for interim in interims]
    assert any("Ever" in text and "failed" not in text for text in words)
    assert words[-1].startswith("Ever tried. Ever failed. No matter.")
    for before, after in pairwise(interims):
        assert after.text[: before.stable_chars] == before.text[: before.stable_chars]
    [connection] = realtime.connections
    assert connection.path == "/v1/realtime?intent=transcription"
    assert connection.key == "Bearer sk-test"
    hearing = connection.session["audio"]["input"]
    assert hearing["format"] == {"type": "audio/pcm", "rate": 24_000}
    assert hearing["transcription"]["model"] == "live-stub"
    assert hearing["turn_detection"] is None


def test_lines_lie_where_they_were_spoken(make: Make, realtime: RealtimeStub) -> None:
    interims, heard = live(make())
    lines = interims[-1].lines
    assert len(lines) >= 5
    first = heard.words[0].start_ms
    assert lines[0].start_ms <= first < lines[0].end_ms
    sent_ms = sum(len(sound) for sound in realtime.connections[0].sounds) // 48
    lasted_ms = sum(line.end_ms - line.start_ms for line in lines)
    assert abs(sent_ms - lasted_ms) < 600
    assert sent_ms < len(recording("beckett")) // BYTES_PER_MS


def test_a_cut_connection_is_opened_again_and_loses_no_line(
    make: Make, realtime: RealtimeStub
) -> None:
    realtime.behaviours = ["cut", "good"]
    interims, _ = live(make())
    assert len(realtime.connections) == 2
    assert interims[-1].text.startswith("Ever tried. Ever failed. No matter.")
    lost, again = (connection.sounds[0] for connection in realtime.connections)
    assert len(again) == len(lost)


@pytest.mark.parametrize(
    ("behaviour", "retryable", "connections"),
    [
        ("busy", True, 3),
        ("broken", True, 3),
        ("hangs", True, 3),
        ("cut", True, 3),
        ("error", True, 3),
        ("failed", True, 3),
        ("garbage", False, 1),
    ],
)
def test_a_live_failure_is_got_over_or_told(
    make: Make, realtime: RealtimeStub, behaviour: str, retryable: bool, connections: int
) -> None:
    realtime.behaviours = [behaviour]
    engine = make(live_timeout_ms=1_100 if behaviour != "hangs" else 300)
    with pytest.raises(SttError) as caught:
        asyncio.run(speak_on(engine, recording("beckett")))
    assert (caught.value.code, caught.value.retryable) == ("stt_failed", retryable)
    assert 1 <= len(realtime.connections) <= connections
    assert "sk-" not in caught.value.message


def test_live_silence_opens_no_connection(make: Make, realtime: RealtimeStub) -> None:
    interims, heard = asyncio.run(speak(make(), bytes(5_000 * BYTES_PER_MS)))
    assert (heard.text, realtime.connections) == ("", [])
    assert all(interim.text == "" for interim in interims)
    assert interims[-1].processed_ms >= 4_800


def test_a_waiting_interim_ends_with_the_recording(make: Make) -> None:
    async def run() -> tuple[Interim, Transcript]:
        session: OpenAISession = await make().open(language="en-US", pause_ms=500)
        waiting = asyncio.create_task(session.interim())
        await asyncio.sleep(0)
        heard = await session.finish()
        return await waiting, heard

    interim, heard = asyncio.run(run())
    assert (interim.lines, heard.text) == ((), "")


def test_a_closed_session_says_so(make: Make) -> None:
    async def run() -> None:
        session = await make().open(language="en-US", pause_ms=500)
        await session.close()
        await session.close()
        with pytest.raises(SttError, match="closed"):
            await session.feed(b"\0\0")

    asyncio.run(run())
