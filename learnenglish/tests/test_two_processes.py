"""Two web processes, as behind a load balancer: what one knows the other one knows.

They share PostgreSQL and Valkey alone: the channel layer, the spool, the worker's queue. One is run
by uvicorn, the other by Daphne.
"""

from __future__ import annotations

import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from asgiref.sync import sync_to_async
from django.db import connections
from django.test import Client

from accounts.models import User
from accounts.tokens import token_for
from conftest import pcm_of, running_site
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site
from speaking.sound import wav_read
from speaking.tests.recordings import BECKETT, word_error_rate
from speaking.tests.talker import Talker, talking
from tutoring.services.enrolments import enrolment_create
from tutoring.tests.making import recording

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]
CHUNK_BYTES = 3200


@pytest.fixture(scope="module")
def other_site(django_db_setup: None, worker: None) -> Iterator[Site]:
    with running_site("daphne", STT_WORKERS="1") as site:
        yield site


@pytest.fixture
def token(student: User) -> str:
    return str(token_for(student).access_token)


@pytest.fixture
async def _close_connections() -> AsyncIterator[None]:
    """Queries of coroutines run in a thread whose connection nobody else would close."""
    yield
    await sync_to_async(connections.close_all)()


@pytest.fixture
def pcm(recordings: Path) -> bytes:
    """Speech, cut to whole chunks."""
    pcm = pcm_of(recordings / "beckett.wav")
    return pcm[: len(pcm) // CHUNK_BYTES * CHUNK_BYTES]


def client_of(site: Site, token: str) -> httpx.Client:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.Client(base_url=site.url, headers=headers, trust_env=False)


async def begun(talker: Talker, pcm: bytes) -> tuple[str, int]:
    """A session with half of ``pcm`` in it: its id, and the first chunk not acknowledged."""
    half = len(pcm) // 2 // CHUNK_BYTES * CHUNK_BYTES
    await talker.say("start")
    session_id = (await talker.until("ack"))["session_id"]
    await talker.speak(pcm[:half])
    await talker.say("ping", t=1)
    await talker.until("pong")
    return session_id, talker.of_type("chunk_ack")[-1]["next_seq"]


async def gone_on(talker: Talker, session_id: str, acked: int, pcm: bytes) -> dict[str, Any]:
    """The result after the rest of ``pcm``; nothing acknowledged is asked for again."""
    await talker.say("resume", session_id=session_id)
    ack = await talker.until("ack")
    assert ack["resumed"]
    assert ack["next_seq"] >= acked > 0
    talker.seq = talker.acked = ack["next_seq"]
    await talker.speak(pcm[talker.seq * CHUNK_BYTES :])
    await talker.say("stop", last_seq=len(pcm) // CHUNK_BYTES - 1)
    return await talker.until("final")


def assert_whole(site: Site, token: str, final: dict[str, Any], pcm: bytes) -> None:
    """Every chunk is in the recording, once and in its place."""
    assert word_error_rate(BECKETT, final["transcript"]["text"]) <= 0.25
    with client_of(site, token) as client:
        assert wav_read(client.get(final["audio_url"]).content).pcm == pcm


@pytest.mark.usefixtures("_close_connections")
async def test_a_connection_cut_at_one_process_goes_on_at_the_other(
    site: Site, other_site: Site, token: str, pcm: bytes
) -> None:
    async with talking(other_site, token) as talker:
        session_id, acked = await begun(talker, pcm)
        talker.connection.transport.abort()
    async with talking(site, token) as talker:
        final = await gone_on(talker, session_id, acked, pcm)
    assert_whole(other_site, token, final, pcm)


@pytest.mark.usefixtures("_close_connections")
async def test_a_session_of_a_killed_process_goes_on_at_the_other(
    site: Site, worker: None, token: str, pcm: bytes
) -> None:
    with running_site(STT_WORKERS="1") as doomed:
        async with talking(doomed, token) as talker:
            session_id, acked = await begun(talker, pcm)
            doomed.process.send_signal(signal.SIGKILL)
            await talker.closed()
    async with talking(site, token) as talker:
        final = await gone_on(talker, session_id, acked, pcm)
    assert_whole(site, token, final, pcm)


@pytest.mark.usefixtures("_close_connections")
async def test_whoever_takes_a_session_over_at_one_process_ends_it_at_the_other(
    site: Site, other_site: Site, token: str, pcm: bytes
) -> None:
    """The first does not know that its network is gone, and goes on sending to its process."""
    async with talking(other_site, token) as first, talking(site, token) as second:
        session_id, acked = await begun(first, pcm)
        final = await gone_on(second, session_id, acked, pcm)
        assert (await first.error("superseded"))["fatal"]
        assert await first.closed() == 4409
    assert_whole(site, token, final, pcm)


def test_the_bell_on_a_page_of_one_process_moves_by_what_happens_at_the_other(
    site: Site, other_site: Site, token: str, student: User, tutor: User
) -> None:
    enrolment_create(tutor=tutor, student=student)
    comment = {"session_id": str(recording(student).pk), "text": "An hour, not a hour."}
    page_client = Client()
    page_client.force_login(student)
    key = page_client.cookies["sessionid"].value
    tutors_token = str(token_for(tutor).access_token)
    with (
        browsing(site, session_key=key) as context,
        client_of(other_site, tutors_token) as tutors,
        client_of(other_site, token) as app,
    ):
        page = context.new_page()
        with page.expect_websocket(lambda socket: "/ws/notifications" in socket.url):
            page.goto("/settings/profile")
        page.locator("#bell[data-unread='0']").wait_for(state="attached")
        assert tutors.post("/api/tutor/feedback", json=comment).status_code == 201
        page.locator("#bell[data-unread='1']").wait_for()
        app.patch("/api/notifications", json={"read": True})
        page.locator("#bell[data-unread='0']").wait_for()
