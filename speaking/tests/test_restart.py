"""What was acknowledged survives the server, whether it is stopped or killed."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from accounts.models import User
from accounts.tokens import token_for
from conftest import pcm_of, running_site
from speaking.tests.talker import talking

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_session_goes_on_after_the_server_came_back(
    worker: None, student: User, recordings: Path, how: signal.Signals
) -> None:
    """Two sites one after the other: the second has nothing of the first but disk and database."""
    token = str(token_for(student).access_token)
    pcm = pcm_of(recordings / "beckett.wav")
    cut = len(pcm) // 2 // 3200 * 3200

    async def until_it_dies() -> tuple[str, int]:
        async with talking(site, token) as talker:
            await talker.say("start")
            session_id = (await talker.until("ack"))["session_id"]
            await talker.speak(pcm[:cut])
            await talker.say("ping", t=1)
            await talker.until("pong")
            acked = talker.of_type("chunk_ack")[-1]["next_seq"]
            site.process.send_signal(how)
            code = await talker.closed()
        if how == signal.SIGTERM:
            goodbye = talker.of_type("error")[-1]
            assert (goodbye["code"], goodbye["fatal"]) == ("going_away", True)
            assert goodbye["retry_after_ms"] > 0
            assert code == 1012
        return session_id, acked

    async def go_on(session_id: str, acked: int) -> str:
        async with talking(site, token) as talker:
            await talker.say("resume", session_id=session_id)
            ack = await talker.until("ack")
            assert ack["next_seq"] >= acked
            talker.seq = talker.acked = ack["next_seq"]
            await talker.speak(pcm[talker.seq * 3200 :])
            await talker.say("stop", last_seq=talker.seq - 1)
            final = await talker.until("final")
        return str(final["transcript"]["text"])

    with running_site() as site:
        session_id, acked = asyncio.run(until_it_dies())
    with running_site() as site:
        text = asyncio.run(go_on(session_id, acked))
    assert text.lower().startswith("ever tried")
    assert "fail better" in text.lower()
