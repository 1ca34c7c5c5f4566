"""Sessions whose client, connection or recogniser goes away before they are over."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from accounts.models import User
from conftest import pcm_of
from learnenglish.testing.site import Site
from speaking.models import SessionStatus, SpeakResource
from speaking.tests.recordings import BECKETT, word_error_rate
from speaking.tests.talker import Talker, talking

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("connections_closed"),
]


async def test_a_cancel_right_before_leaving_counts(site: Site, token: str, student: User) -> None:
    async with talking(site, token) as talker:
        await talker.say("start")
        await talker.until("ack")
        await talker.chunk(bytes(32000))
        await talker.say("cancel")
        await talker.connection.close()
    async with talking(site, token) as talker:  # the server has seen the other one off by now
        await talker.say("ping", t=1)
        await talker.until("pong")
    for _ in range(100):
        if not await SpeakResource.objects.filter(user=student).aexists():
            return
        await asyncio.sleep(0.05)
    pytest.fail("the cancelled session is still there")


async def test_a_lost_recogniser_loses_no_word(site: Site, token: str, recordings: Path) -> None:
    pcm = pcm_of(recordings / "beckett.wav")
    cut = len(pcm) // 2 // 3200 * 3200
    async with talking(site, token) as talker:
        await talker.say("start")
        await talker.until("ack")
        await talker.speak(pcm[:cut])
        await talker.until("interim_transcript")
        for worker in recognition_processes(site.process.pid):
            os.kill(worker, signal.SIGKILL)
        await talker.speak(pcm[cut:])
        await talker.say("stop", last_seq=talker.seq - 1)
        final = await talker.until("final")
    assert word_error_rate(BECKETT, final["transcript"]["text"]) <= 0.25


def recognition_processes(site_pid: int) -> list[int]:
    """The site's children that recognise: those started by multiprocessing's spawn."""
    children = Path(f"/proc/{site_pid}/task/{site_pid}/children").read_text().split()
    found = [
        int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]
    assert found
    return found


async def test_who_does_not_read_is_not_read_from(site: Site, token: str) -> None:
    """Answers that nobody takes do not pile up in the server: it takes no more questions."""

    async def ask_without_listening(talker: Talker) -> None:
        question = json.dumps({"type": "ping", "t": 10**4000})
        for _ in range(20_000):
            async with asyncio.timeout(2):
                await talker.connection.send(question)

    async with talking(site, token) as talker:
        with pytest.raises(TimeoutError):
            await ask_without_listening(talker)
        talker.connection.transport.abort()


async def test_a_lost_connection_is_resumed_without_losing_a_word(
    site: Site, token: str, recordings: Path
) -> None:
    pcm = pcm_of(recordings / "beckett.wav")
    cut = len(pcm) // 2 // 3200 * 3200
    async with talking(site, token) as talker:
        await talker.say("start")
        session_id = (await talker.until("ack"))["session_id"]
        await talker.speak(pcm[:cut])
        await talker.say("ping", t=1)
        await talker.until("pong")
        talker.connection.transport.abort()
    async with talking(site, token) as talker:
        final = await resume(talker, session_id, pcm)
    assert word_error_rate(BECKETT, final["transcript"]["text"]) <= 0.25


async def resume(talker: Talker, session_id: str, pcm: bytes) -> dict[str, Any]:
    await talker.say("resume", session_id=session_id)
    ack = await talker.until("ack")
    assert ack["resumed"]
    talker.seq = talker.acked = ack["next_seq"]
    await talker.speak(pcm[talker.seq * 3200 :])
    await talker.say("stop", last_seq=talker.seq - 1)
    return await talker.until("final")


async def test_a_second_window_takes_the_session_over(site: Site, token: str) -> None:
    async with talking(site, token) as first, talking(site, token) as second:
        await first.say("start")
        session_id = (await first.until("ack"))["session_id"]
        await second.say("resume", session_id=session_id)
        await first.error("superseded")
        assert await first.closed() == 4409
        assert (await second.until("ack"))["resumed"]


async def test_the_result_is_made_though_the_client_is_gone(
    site: Site, token: str, recordings: Path
) -> None:
    async with talking(site, token) as talker:
        await talker.say("start")
        session_id = (await talker.until("ack"))["session_id"]
        await talker.speak(pcm_of(recordings / "beckett.wav"))
        await talker.say("stop")
        await talker.until("processing")
        talker.connection.transport.abort()
    async with talking(site, token) as talker:
        await talker.say("resume", session_id=session_id)
        final = await talker.until("final")
    assert final["status"] == SessionStatus.COMPLETED
