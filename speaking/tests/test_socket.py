"""The speaking socket on a running site, with recorded human speech and the real recogniser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
import soxr
from asgiref.sync import sync_to_async
from channels.testing import WebsocketCommunicator
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from conftest import pcm_of
from history.models import Activity, UserHistory
from learnenglish.testing.site import Site
from speaking.consumers import SpeakConsumer
from speaking.models import SessionStatus, SpeakResource
from speaking.services import session_delete
from speaking.socket_auth import SpeakAuthMiddleware
from speaking.tests.recordings import BECKETT, TWO_CITIES, word_error_rate
from speaking.tests.talker import talking

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("connections_closed"),
]

SPOKEN = {"beckett.wav": BECKETT, "two_cities.wav": TWO_CITIES}


async def rest(site: Site, token: str, method: str, path: str) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=site.url, headers=headers, trust_env=False) as client:
        response = await client.request(method, path)
    assert response.is_success, response.text
    body: dict[str, Any] = response.json()
    return body


@pytest.mark.parametrize("name", SPOKEN)
async def test_speech_becomes_words_and_a_result(
    site: Site, token: str, recordings: Path, name: str
) -> None:
    pcm = pcm_of(recordings / name)
    async with talking(site, token) as talker:
        await talker.say("start", mode="free_talk")
        ack = await talker.until("ack")
        assert (ack["next_seq"], ack["resumed"]) == (0, False)
        await talker.speak(pcm)
        while not any(message["text"] for message in talker.of_type("interim_transcript")):
            await talker.until("interim_transcript")
        await talker.say("stop", last_seq=talker.seq - 1)
        final = await talker.until("final")
    assert word_error_rate(SPOKEN[name], final["transcript"]["text"]) <= 0.25
    stages = [message["stage"] for message in talker.of_type("processing")]
    assert stages == ["transcribing", "evaluating"]
    assert [message["n"] for message in talker.heard] == list(range(1, len(talker.heard) + 1))

    stored = await rest(site, token, "GET", f"/api/speakup/sessions/{ack['session_id']}")
    # The signature of the audio's address is made anew each time; all else is equal.
    for result in (final, stored):
        assert result.pop("audio_url").startswith("/speak/audio/")
    final.pop("type"), final.pop("n")
    assert final == stored
    assert abs(stored["duration_ms"] - len(pcm) / 32) <= 100
    assert stored["evaluation"]["pronunciation"] is None
    assert stored["evaluation"]["reasons"]["pronunciation"]


async def test_word_times_stand_in_order_inside_the_recording(
    site: Site, token: str, recordings: Path
) -> None:
    final = await say_all(site, token, pcm_of(recordings / "beckett.wav"))
    words = final["transcript"]["words"]
    assert words
    starts = [word["start_ms"] for word in words]
    assert starts == sorted(starts)
    assert all(0 <= word["start_ms"] < word["end_ms"] for word in words)
    assert words[-1]["end_ms"] <= final["duration_ms"]


async def say_all(site: Site, token: str, pcm: bytes, **start: Any) -> dict[str, Any]:
    async with talking(site, token) as talker:
        await talker.say("start", **start)
        await talker.until("ack")
        await talker.speak(pcm, rate_hz=start.get("audio", {}).get("sample_rate", 16000))
        await talker.say("stop")
        return await talker.until("final")


async def test_the_recording_is_kept_and_the_session_is_in_the_history(
    site: Site, student: User, token: str, recordings: Path
) -> None:
    pcm = pcm_of(recordings / "beckett.wav")
    final = await say_all(site, token, pcm)
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as client:
        audio = await client.get(final["audio_url"])
    assert audio.content[:4] == b"RIFF"
    assert abs(len(audio.content) - 44 - len(pcm)) <= 3200
    entry = await UserHistory.objects.aget(user=student, kind=Activity.SESSION)
    assert str(entry.speak_resource_id) == final["session_id"]


async def test_a_session_made_by_rest_is_used(site: Site, token: str, student: User) -> None:
    session = await SpeakResource.objects.acreate(
        user=student, mode="read_aloud", reference_text="Try again. Fail again. Fail better."
    )
    async with talking(site, token) as talker:
        await talker.say("start", session_id=str(session.pk))
        ack = await talker.until("ack")
    assert ack["session_id"] == str(session.pk)
    assert ack["config"]["reference_text"].startswith("Try again")


async def test_silence_has_no_words_and_a_result_that_says_so(site: Site, token: str) -> None:
    final = await say_all(site, token, bytes(3 * 32000))
    assert final["transcript"] == {"text": "", "words": []}
    evaluation = final["evaluation"]
    assert evaluation["overall"] is None
    assert evaluation["reasons"]["overall"]
    assert evaluation["next_steps"]


async def test_stop_without_sound_has_a_result_that_says_so(site: Site, token: str) -> None:
    final = await say_all(site, token, b"")
    assert final["transcript"]["text"] == ""
    assert final["audio_url"] is None
    assert final["evaluation"]["reasons"]["overall"]


async def test_a_recording_of_one_second_has_a_result(
    site: Site, token: str, recordings: Path
) -> None:
    final = await say_all(site, token, pcm_of(recordings / "beckett.wav")[32000:64000])
    assert final["status"] == SessionStatus.COMPLETED
    assert final["evaluation"]["fluency"] is None
    assert final["evaluation"]["reasons"]["fluency"]


async def test_other_sample_rates_are_resampled(site: Site, token: str, recordings: Path) -> None:
    samples = np.frombuffer(pcm_of(recordings / "beckett.wav"), dtype="<i2")
    at_48k = soxr.resample(samples, 16000, 48000).astype("<i2").tobytes()
    final = await say_all(site, token, at_48k, audio={"sample_rate": 48000})
    assert word_error_rate(SPOKEN["beckett.wav"], final["transcript"]["text"]) <= 0.25


# --- getting in --------------------------------------------------------------------------------
async def test_nobody_is_told_and_closed(site: Site) -> None:
    async with talking(site) as talker:
        assert (await talker.error("unauthenticated"))["fatal"]
        assert await talker.closed() == 4401


async def test_a_made_up_token_is_nobody(site: Site) -> None:
    async with talking(site, "made.up.token") as talker:
        await talker.error("unauthenticated")


async def test_a_ticket_opens_one_socket(site: Site, token: str) -> None:
    ticket = (await rest(site, token, "POST", "/api/speakup/ticket"))["ticket"]
    async with talking(site, ticket=ticket) as talker:
        await talker.say("ping", t=1)
        await talker.until("pong")
    async with talking(site, ticket=ticket) as talker:
        await talker.error("unauthenticated")


async def test_a_cookie_counts_only_from_our_own_pages(site: Site, student: User) -> None:
    client = Client()
    await sync_to_async(client.force_login)(student)
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    async with talking(site, headers={"Cookie": cookie, "Origin": site.url}) as talker:
        await talker.say("ping", t=1)
        await talker.until("pong")
    for origin in (
        "https://evil.example",
        f"http://127.0.0.1:{site.port + 1}",
        "null",
        f"https://127.0.0.1:{site.port}",
    ):
        async with talking(site, headers={"Cookie": cookie, "Origin": origin}) as talker:
            await talker.error("forbidden")
            assert await talker.closed() == 4403


async def test_a_cookie_of_a_role_that_lacks_its_second_factor_opens_nothing(
    tutor: User, settings: Settings
) -> None:
    settings.MFA_REQUIRED_ROLES = ["TUTOR"]
    client = Client()
    await sync_to_async(client.force_login)(tutor)
    headers = {
        "cookie": f"sessionid={client.cookies['sessionid'].value}",
        "host": "testserver",
        "origin": "http://testserver",
    }
    socket = WebsocketCommunicator(
        SpeakAuthMiddleware(SpeakConsumer.as_asgi()),
        "/ws/speak",
        headers=[(name.encode(), value.encode()) for name, value in headers.items()],
    )
    await socket.connect()
    assert (await socket.receive_json_from())["code"] == "forbidden"
    assert (await socket.receive_output())["code"] == 4403
    await socket.disconnect()


# --- rules -------------------------------------------------------------------------------------
async def test_rubbish_is_answered_and_the_tenth_in_a_row_closes(site: Site, token: str) -> None:
    async with talking(site, token) as talker:
        for _ in range(9):
            await talker.connection.send("rubbish")
            assert not (await talker.error("bad_message"))["fatal"]
        await talker.say("ping", t=1)
        await talker.until("pong")
        for _ in range(10):
            await talker.connection.send("rubbish")
        assert await talker.closed() == 4400


async def test_rubbish_during_a_session_loses_nothing(
    site: Site, token: str, recordings: Path
) -> None:
    pcm = pcm_of(recordings / "beckett.wav")
    async with talking(site, token) as talker:
        await talker.say("start")
        await talker.until("ack")
        await talker.speak(pcm[: len(pcm) // 2 // 3200 * 3200])
        await talker.connection.send("rubbish")
        await talker.connection.send(b"x")
        await talker.chunk(b"odd", seq=talker.seq)
        talker.seq -= 1
        codes = [(await talker.until("error"))["code"] for _ in range(3)]
        assert codes == ["bad_message", "bad_message", "bad_audio"]
        await talker.speak(pcm[len(pcm) // 2 // 3200 * 3200 :])
        await talker.say("stop")
        final = await talker.until("final")
    assert word_error_rate(SPOKEN["beckett.wav"], final["transcript"]["text"]) <= 0.25


@pytest.mark.parametrize("message_type", ["stop", "cancel"])
async def test_out_of_order_messages_are_said(site: Site, token: str, message_type: str) -> None:
    async with talking(site, token) as talker:
        await talker.say(message_type)
        assert (await talker.error("not_started"))["in_reply_to"] == message_type
        await talker.chunk(bytes(3200))
        await talker.error("not_started")
        await talker.say("start")
        await talker.until("ack")
        await talker.say("start")
        await talker.error("already_started")


async def test_chunks_come_in_order_and_of_a_bearable_size(site: Site, token: str) -> None:
    async with talking(site, token) as talker:
        await talker.say("start")
        limits = (await talker.until("ack"))["limits"]
        await talker.chunk(bytes(3200), seq=1)
        assert (await talker.error("chunk_out_of_order"))["next_seq"] == 0
        await talker.chunk(bytes(limits["max_chunk_bytes"] + 2), seq=0)
        assert (await talker.error("chunk_too_large"))["next_seq"] == 0
        await talker.chunk(bytes(3200), seq=0)
        await talker.chunk(bytes(3200), seq=0)  # sent twice: stored once
        assert (await talker.until("chunk_ack"))["next_seq"] == 1
        await talker.say("stop", last_seq=4)
        assert (await talker.error("chunks_missing"))["next_seq"] == 1


async def test_a_topic_that_is_not_there_is_said(site: Site, token: str) -> None:
    async with talking(site, token) as talker:
        await talker.say("start", topic_id="00000000-0000-0000-0000-000000000000")
        assert (await talker.error("bad_message"))["param"] == "topic_id"
        await talker.say("start", mode="read_aloud")
        assert (await talker.error("bad_message"))["param"] == "reference_text"


@pytest.mark.parametrize("how", ["start", "resume"])
async def test_somebody_elses_session_is_forbidden(
    site: Site, token: str, other_student: User, how: str
) -> None:
    theirs = await SpeakResource.objects.acreate(user=other_student)
    async with talking(site, token) as talker:
        await talker.say(how, session_id=str(theirs.pk))
        await talker.error("forbidden")
        assert await talker.closed() == 4403


async def test_cancel_keeps_nothing(site: Site, token: str, student: User) -> None:
    async with talking(site, token) as talker:
        await talker.say("start")
        await talker.until("ack")
        await talker.chunk(bytes(32000))
        await talker.until("chunk_ack")
        await talker.say("cancel")
        assert await talker.closed() == 1000
    assert not await SpeakResource.objects.filter(user=student).aexists()


async def test_a_ping_comes_back_as_it_was(site: Site, token: str) -> None:
    async with talking(site, token) as talker:
        for number in (0, -1.5, 1732318211123456789):
            await talker.say("ping", t=number)
            assert (await talker.until("pong"))["t"] == number
        await talker.connection.send('{"type": "ping", "t": 1e999}')
        assert (await talker.error("bad_message"))["param"].startswith("t")


async def test_a_reference_text_with_nul_is_refused(site: Site, token: str) -> None:
    async with talking(site, token) as talker:
        await talker.say("start", mode="read_aloud", reference_text="a\x00b")
        error = await talker.error("bad_message")
        assert (error["param"], error["in_reply_to"]) == ("reference_text", "start")


async def test_two_sessions_one_after_the_other_on_one_connection(site: Site, token: str) -> None:
    async with talking(site, token) as talker:
        results = []
        for _ in range(2):
            await talker.say("start")
            await talker.until("ack")
            await talker.chunk(bytes(32000), seq=0)
            await talker.say("stop")
            results.append((await talker.until("final"))["session_id"])
    assert len(set(results)) == 2


async def test_a_session_deleted_while_recording_is_said_and_the_connection_goes_on(
    site: Site, token: str
) -> None:
    async with talking(site, token) as talker:
        await talker.say("start")
        session_id = (await talker.until("ack"))["session_id"]
        await talker.chunk(bytes(32000))
        await talker.until("chunk_ack")
        session = await SpeakResource.objects.aget(pk=session_id)
        await sync_to_async(session_delete)(session=session)
        await talker.say("stop")
        await talker.error("not_found")
        await talker.say("start")
        await talker.until("ack")
