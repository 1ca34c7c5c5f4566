"""The reference client brings the whole recording over, whatever the network and the server do."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from accounts.models import User
from conftest import PASSWORD, pcm_of, running_site
from learnenglish.testing.site import Site
from speaking.client import MOST_BACKOFF_S, Outbox, SpeakClient, SpeakError, backoff_s
from speaking.models import SpeakResource
from speaking.tests.proxy import Proxy
from speaking.tests.recordings import BECKETT, word_error_rate

pytestmark = pytest.mark.django_db(transaction=True)
CHUNK_BYTES = 3200


async def chunks(pcm: bytes, pace_s: float = 0.0) -> AsyncIterator[bytes]:
    for begin in range(0, len(pcm) // CHUNK_BYTES * CHUNK_BYTES, CHUNK_BYTES):
        yield pcm[begin : begin + CHUNK_BYTES]
        await asyncio.sleep(pace_s)


def test_a_network_that_drops_in_the_middle_costs_no_word(
    site: Site, token: str, recordings: Path
) -> None:
    pcm = pcm_of(recordings / "beckett.wav")

    async def speak() -> tuple[dict[str, Any], int]:
        # Cut during the handshake's answer, early, and late.
        async with Proxy(site.port, drop_after=[1, 60_000, 150_000]) as proxy:
            client = SpeakClient(f"ws://{proxy.address}/ws/speak", token)
            return await client.speak(chunks(pcm)), proxy.connections

    final, connections = asyncio.run(speak())
    assert connections == 4
    assert word_error_rate(BECKETT, final["transcript"]["text"]) <= 0.25
    assert final["duration_ms"] == len(pcm) // CHUNK_BYTES * 100
    assert SpeakResource.objects.filter(transcript__isnull=False).count() == 1


def test_a_killed_server_that_comes_back_costs_no_word(
    student: User, token: str, recordings: Path, worker: None
) -> None:
    pcm = pcm_of(recordings / "beckett.wav")
    waits: list[float] = []

    async def speak() -> dict[str, Any]:
        first = running_site()
        site = await asyncio.to_thread(first.__enter__)
        acked = asyncio.Event()

        def heard(message: dict[str, Any]) -> None:
            if message["type"] == "chunk_ack" and message["next_seq"] > 20:
                acked.set()

        client = SpeakClient(site.socket_url, token, on_message=heard, on_retry=waits.append)
        speaking = asyncio.create_task(client.speak(chunks(pcm, pace_s=0.05)))
        await acked.wait()
        site.process.send_signal(signal.SIGKILL)
        await asyncio.to_thread(first.__exit__, None, None, None)
        # The second server is elsewhere; a load balancer would have led there.
        with running_site() as second:
            client.url = second.socket_url
            return await speaking

    final = asyncio.run(speak())
    assert waits
    assert word_error_rate(BECKETT, final["transcript"]["text"]) <= 0.25
    assert final["duration_ms"] == len(pcm) // CHUNK_BYTES * 100


def test_the_command_prints_words_and_result(site: Site, student: User, recordings: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "manage.py", "speak", str(recordings / "beckett.wav"), "--fast"),
            *("--url", site.url, "--email", student.email, "--password", PASSWORD),
        ],
        capture_output=True,
        text=True,
        timeout=90,
        cwd=settings.BASE_DIR,
        env={**os.environ, "NO_PROXY": "*"},
    )
    assert done.returncode == 0, done.stderr
    assert "fail better" in done.stdout.lower()
    assert '"overall"' in done.stdout


def test_the_command_says_what_is_wrong(site: Site, recordings: Path, tmp_path: Path) -> None:
    wav = str(recordings / "beckett.wav")
    with pytest.raises(CommandError, match="unauthenticated"):
        call_command("speak", wav, url=site.url, token="made.up.token")
    with pytest.raises(CommandError, match="--url"):
        call_command("speak", wav, url="nowhere", token="x")
    (tmp_path / "no.wav").write_bytes(b"no sound")
    with pytest.raises(CommandError, match=r"no\.wav"):
        call_command("speak", str(tmp_path / "no.wav"), url=site.url, token="x")


def test_a_server_that_never_answers_is_given_up(token: str) -> None:
    async def speak() -> None:
        client = SpeakClient("ws://127.0.0.1:1/ws/speak", token)
        client._tries = 8  # the waits before are what the next test is about
        await client.speak(chunks(bytes(CHUNK_BYTES)))

    with pytest.raises(SpeakError) as caught:
        asyncio.run(speak())
    assert caught.value.code == "unreachable"


def test_waits_grow_and_are_never_in_step() -> None:
    for tries in range(10):
        waits = {backoff_s(tries, 2.0) for _ in range(20)}
        assert len(waits) > 1
        assert all(2.0 <= wait <= 2.0 + min(MOST_BACKOFF_S, 0.5 * 2**tries) for wait in waits)


def test_the_outbox_keeps_what_is_not_acknowledged_and_minds_the_window() -> None:
    outbox = Outbox()
    outbox.chunks.extend([b"a", b"b", b"c", b"d"])
    assert [outbox.take(2) for _ in range(3)] == [b"\0\0\0\0a", b"\0\0\0\1b", None]
    outbox.acknowledge(1)
    assert outbox.take(2) == b"\0\0\0\2c"
    outbox.rewind(1)
    assert outbox.take(2) == b"\0\0\0\1b"
    outbox.acknowledge(4)
    outbox.complete = True
    assert outbox.all_sent
