"""Every row of the protocol's tables, played over a real socket.

``CLIENT``, ``SERVER`` and ``ERRORS`` have one row for each message and code of
``speaking.protocol``; a message or a code without a row fails a test. Whatever the server says in
them is checked against the published description.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connections

from accounts.models import User
from accounts.tokens import token_for
from conftest import pcm_of, running_site
from learnenglish.testing.site import Site
from speaking import protocol
from speaking.asyncapi import asyncapi_document, type_name
from speaking.models import SpeakResource, Topic
from speaking.tests.protocol_errors import ERRORS, ON_STRICT, WITH_A_PAUSE, WITH_NEXT_SEQ
from speaking.tests.protocol_stage import SECOND, Stage, answers, started
from speaking.tests.talker import talking

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def strict(django_db_setup: None, worker: None) -> Iterator[Site]:
    with running_site(
        SPEAK_MAX_SECONDS="2", SPEAK_IDLE_SECONDS="1", SPEAK_RECHECK_SECONDS="1", STT_WORKERS="1"
    ) as site:
        yield site


@pytest.fixture
async def stage(site: Site, strict: Site, student: User, recordings: Path) -> AsyncIterator[Stage]:
    token = str((await sync_to_async(token_for)(student)).access_token)
    yield Stage(site, strict, student, token, recordings)
    await sync_to_async(connections.close_all)()


# --- what a client sends -----------------------------------------------------------------------
async def play_start(stage: Stage) -> None:
    topic = await Topic.objects.acreate(
        slug="protocol", title="Protocol", mode="free_talk", level="B1"
    )
    wished = {
        "mode": "read_aloud",
        "topic_id": str(topic.pk),
        "reference_text": "Fail better.",
        "language": "en-GB",
        "level": "B2",
        "audio": {"encoding": "pcm_s16le", "sample_rate": 48000, "channels": 1},
        "interim": False,
        "pause_ms": 700,
    }
    async with stage.talking() as talker:
        ack = await started(talker, **wished)
    assert wished.items() <= ack["config"].items()
    made = await SpeakResource.objects.acreate(user=stage.user, mode="role_play")
    async with stage.talking() as talker:
        ack = await started(talker, session_id=str(made.pk))
    assert (ack["session_id"], ack["config"]["mode"]) == (str(made.pk), "role_play")


async def play_audio_chunk(stage: Stage) -> None:
    async with stage.talking() as talker:
        await started(talker)
        await talker.chunk(SECOND)
        assert (await talker.until("chunk_ack"))["next_seq"] == 1
        await talker.say("audio_chunk", seq=1, data=base64.b64encode(SECOND).decode())
        assert await talker.until("chunk_ack", next_seq=2, received_ms=2000)


async def play_resume(stage: Stage) -> None:
    async with stage.talking() as talker:
        session_id = (await started(talker))["session_id"]
        await talker.chunk(SECOND)
        await talker.until("chunk_ack")
    async with stage.talking() as talker:
        await talker.say("resume", session_id=session_id)
        ack = await talker.until("ack")
    assert (ack["next_seq"], ack["resumed"], ack["session_id"]) == (1, True, session_id)


async def play_stop(stage: Stage) -> None:
    async with stage.talking() as talker:
        await started(talker)
        await talker.chunk(SECOND)
        await talker.say("stop", last_seq=0)
        assert (await talker.until("final"))["duration_ms"] == 1000


async def play_cancel(stage: Stage) -> None:
    async with stage.talking() as talker:
        await started(talker)
        await talker.say("cancel")
        assert await talker.closed() == 1000
    assert not await SpeakResource.objects.filter(user=stage.user).aexists()


async def play_ping(stage: Stage) -> None:
    async with stage.talking() as talker:
        await talker.say("ping", t=41.5)
        assert (await talker.until("pong"))["t"] == 41.5


CLIENT: dict[str, Callable[[Stage], Awaitable[None]]] = {
    "start": play_start,
    "audio_chunk": play_audio_chunk,
    "resume": play_resume,
    "stop": play_stop,
    "cancel": play_cancel,
    "ping": play_ping,
}


@pytest.mark.parametrize("row", CLIENT)
async def test_what_a_client_sends_is_understood(stage: Stage, row: str) -> None:
    await CLIENT[row](stage)


# --- what the server sends ---------------------------------------------------------------------
SERVER: dict[str, Callable[[dict[str, Any]], bool]] = {
    "ack": lambda said: said["limits"]["window_chunks"] == protocol.WINDOW_CHUNKS,
    "chunk_ack": lambda said: 0 <= 100 * said["next_seq"] - said["received_ms"] < 100,
    "interim_transcript": lambda said: (
        said["text"] == " ".join(line["text"] for line in said["lines"])
        and 0 <= said["stable_chars"] <= len(said["text"])
    ),
    "processing": lambda said: said["stage"] in ("transcribing", "evaluating"),
    "final": lambda said: "fail better" in said["transcript"]["text"].lower(),
    "pong": lambda said: said["t"] == 1 and "T" in said["server_time"],
    "error": lambda said: said["code"] == "not_started" and said["in_reply_to"] == "stop",
}


async def test_what_the_server_sends_is_as_described(stage: Stage) -> None:
    async with stage.talking() as talker:
        await talker.say("ping", t=1)
        await talker.say("stop")
        await talker.error("not_started")
        await started(talker)
        await talker.speak(pcm_of(stage.recordings / "beckett.wav"))
        await talker.until("interim_transcript")
        await talker.say("stop")
        await talker.until("final")
    assert {said["type"] for said in talker.heard} == set(SERVER)
    wrong = [said for said in talker.heard if not SERVER[said["type"]](said)]
    assert not wrong
    assert [said["n"] for said in talker.heard] == list(range(1, len(talker.heard) + 1))


# --- errors ------------------------------------------------------------------------------------
@pytest.mark.parametrize("code", ERRORS)
async def test_an_error_is_said_and_closes_or_not_as_described(stage: Stage, code: str) -> None:
    others = [stage.talking() for _ in range(settings.SPEAK_SOCKETS_PER_USER)]
    for other in others if code == "rate_limited" else []:
        await (await other.__aenter__()).say("ping", t=1)
    async with stage.talking(strict=code in ON_STRICT) as talker:
        await ERRORS[code](stage, talker)
        error = await talker.until("error")
        while error["code"] == code == "bad_message" and not error["fatal"]:
            error = await talker.until("error")
        close = protocol.ERRORS[code].close
        assert error["code"] == code, error
        assert error["message"]
        assert error["fatal"] is (close is not None)
        assert (error["retry_after_ms"] is not None) is (code in WITH_A_PAUSE)
        assert ("next_seq" in error) is (code in WITH_NEXT_SEQ)
        if close is not None:
            assert await talker.closed() == close
        else:
            await answers(talker)
    for other in others if code == "rate_limited" else []:
        await other.__aexit__(None, None, None)


# --- nothing left out --------------------------------------------------------------------------
def test_every_message_and_every_code_has_its_row() -> None:
    described = asyncapi_document()["components"]["messages"].keys() - {"audio_frame"}
    assert described == CLIENT.keys() | SERVER.keys()
    assert ERRORS.keys() == protocol.ERRORS.keys()
    assert CLIENT.keys() == {type_name(message) for message in protocol.CLIENT_MESSAGES}
    assert SERVER.keys() == {type_name(message) for message in protocol.SERVER_MESSAGES}


@pytest.mark.parametrize("server", ["daphne", "uvicorn"])
async def test_both_servers_carry_a_session_and_say_goodbye(
    server: str, worker: None, student: User, recordings: Path
) -> None:
    token = str((await sync_to_async(token_for)(student)).access_token)
    site = running_site(server, STT_WORKERS="1")
    async with talking(await asyncio.to_thread(site.__enter__), token) as talker:
        await started(talker)
        await talker.speak(pcm_of(recordings / "beckett.wav"))
        await talker.say("stop")
        assert "fail better" in (await talker.until("final"))["transcript"]["text"].lower()
        await started(talker)
        # Stopped as an operator would stop it, while somebody speaks.
        stopped = asyncio.create_task(asyncio.to_thread(site.__exit__, None, None, None))
        assert await talker.closed() == 1012
    assert talker.of_type("error")[-1]["code"] == "going_away"
    await stopped
    await sync_to_async(connections.close_all)()
