"""Logs: one line an event, with the ids of the request, the person and the session."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from accounts.models import User
from accounts.tokens import token_for
from conftest import running_site, running_worker
from learnenglish.testing.site import Site
from speaking.sound import wav_write
from speaking.tests.recordings import recording
from speaking.tests.talker import talking

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]
WAIT_S = 90
Line = dict[str, Any]


class Log:
    """What processes wrote to standard error, without Python's own warnings at the start."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture
        self._lines: list[Line] = []

    def until(self, fits: Callable[[Line], bool]) -> Line:
        """The first line that ``fits``, now or soon."""
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            written = self._capture.readouterr().err.splitlines()
            self._lines += [json.loads(line) for line in written if line.startswith("{")]
            for line in self._lines:
                if fits(line):
                    return line
            time.sleep(0.1)
        raise AssertionError([line.get("event") for line in self._lines])


async def said_hello(site: Site, token: str) -> str:
    """A session that is begun and cancelled over the socket; its id."""
    async with talking(site, token) as talker:
        await talker.say("start")
        session_id = (await talker.until("ack"))["session_id"]
        await talker.say("boo")
        await talker.error("bad_message")
        await talker.say("cancel")
        await talker.closed()
        return str(session_id)


def test_ids_go_from_the_request_to_its_tasks_and_are_in_the_socket_s_lines(
    student: User, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    token = str(token_for(student).access_token)
    app = {"Authorization": f"Bearer {token}"}
    # A queue of their own, which no other test's worker looks at.
    monkeypatch.setenv("REDIS_URL", os.environ["REDIS_URL"].rpartition("/")[0] + "/6")
    monkeypatch.setenv("LOG_FORMAT", "json")
    monkeypatch.setenv("LOG_LEVEL", "INFO")
    monkeypatch.setenv("STT_WORKERS", "1")
    with running_site() as site, running_worker():
        log = Log(capfd)
        with httpx.Client(base_url=site.url, headers=app, trust_env=False, timeout=30) as client:
            session = client.post("/api/speakup/sessions", json={}).json()["session_id"]
            url = f"/api/speakup/sessions/{session}/audio"
            sound = wav_write(recording("beckett")[:64_000])
            sent = client.put(url, content=sound, headers={"Content-Type": "audio/wav"})
            assert sent.status_code == 202, sent.text
        told = asyncio.run(said_hello(site, token))

        who = {"user_id": str(student.pk)}
        about = {**who, "session_id": session}
        request = log.until(
            lambda line: line["event"] == "request_finished" and line["request"] == f"PUT {url}"
        )
        assert about.items() <= request.items()
        ids = {**about, "request_id": request["request_id"]}
        task = log.until(
            lambda line: (
                line["event"] == "task_started" and line["task"] == "speaking.recording_store"
            )
        )
        assert ids.items() <= task.items()
        # And from task to task.
        last = log.until(
            lambda line: (
                line["event"] == "task_started" and line["task"] == "speaking.session_evaluate"
            )
        )
        assert ids.items() <= last.items()
        socket = log.until(lambda line: line["event"] == "session_begun")
        assert (who | {"session_id": told}).items() <= socket.items()
        assert socket["request_id"] != request["request_id"]
