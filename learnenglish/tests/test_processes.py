"""The site as ``deploy/`` runs it: every process of the Procfile, PostgreSQL, Valkey, S3."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.conf import settings
from django.db import connection

from conftest import PASSWORD, database_environment, pcm_of
from learnenglish.testing.aws import aws_server
from learnenglish.testing.site import Site, free_port
from speaking.tests.talker import talking

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]
WAIT_S = 90
DATABASE = "learn_processes"
ROLES = ("web", "speech", "worker", "worker-speech", "beat")

# A task every second, so that the test need not wait for the schedule's own.
OFTEN = """
from django_celery_beat.models import IntervalSchedule, PeriodicTask
second = IntervalSchedule.objects.create(every=1, period="seconds")
PeriodicTask.objects.create(name="often", task="texts.impressions_flush", interval=second)
"""


@dataclass(frozen=True, slots=True)
class Installation:
    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.environment[name]}"

    def run_dir(self, role: str) -> Path:
        return Path(self.environment["RUN_DIR"]) / role.replace("-", "_")


@contextmanager
def database() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {DATABASE}")
    url = database_environment()["DATABASE_URL"]
    try:
        yield url.replace(str(connection.settings_dict["NAME"]), DATABASE)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def environment_of(database_url: str, endpoint: str, folder: Path) -> dict[str, str]:
    ports = ("WEB_PORT", "SPEECH_PORT", "WORKER_METRICS_PORT", "SPEECH_METRICS_PORT")
    return {
        **os.environ,
        **{name: str(free_port()) for name in ports},
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "DATABASE_URL": database_url,
        "REDIS_URL": os.environ["REDIS_URL"].rpartition("/")[0] + "/5",
        "S3_BUCKET": "recordings",
        "AWS_S3_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "SECRET_KEY": "x" * 64,
        "HOST": "127.0.0.1",
        "DATA_DIR": str(folder / "data"),
        "RUN_DIR": str(folder / "run"),
        "WEB_CONCURRENCY": "1",
        "WEB_PROCESSES": "2",
        "STT_WORKERS": "1",
    }


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """Everything started from ``deploy/``, as an operator would."""
    with database() as url, aws_server() as endpoint:
        environment = environment_of(url, endpoint, tmp_path)
        for command in (["deploy/run", "release"], ["deploy/run", "manage", "shell", "-c", OFTEN]):
            subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=True)
        honcho = [sys.executable, "-m", "honcho", "-f", "deploy/Procfile", "start"]
        process = subprocess.Popen(honcho, cwd=settings.BASE_DIR, env=environment)
        try:
            yield Installation(environment, process)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def eventually(holds: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline:
        with suppress(OSError):
            if found := holds():
                return found
        time.sleep(0.2)
    raise AssertionError("it did not come true in time")


def text_of(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as response:
        return str(response.read().decode())


def healthy(installation: Installation, role: str) -> bool:
    port = "WEB_PORT" if role == "web" else "SPEECH_PORT"
    environment = {
        **installation.environment,
        "RUN_DIR": str(installation.run_dir(role)),
        "PORT": installation.environment[port],
    }
    return (
        subprocess.run(["deploy/healthy"], cwd=settings.BASE_DIR, env=environment).returncode == 0
    )


async def spoken(site: Site, token: str, pcm: bytes) -> dict[str, Any]:
    async with talking(site, token) as talker:
        await talker.say("start")
        await talker.until("ack")
        await talker.speak(pcm)
        await talker.say("stop", last_seq=talker.seq - 1)
        return await talker.until("final")


def test_the_processes_of_deploy_work_together(
    installation: Installation, recordings: Path
) -> None:
    web = installation.url("WEB_PORT")
    eventually(lambda: text_of(f"{web}/healthz"))
    eventually(lambda: text_of(f"{installation.url('SPEECH_PORT')}/healthz"))

    # The first question to S3 may take longer than the time limit: the client is made with it.
    eventually(lambda: json.loads(text_of(f"{web}/healthz/ready"))["status"] == "ok")

    with httpx.Client(base_url=web, trust_env=False) as client:
        person = {"email": "maya@example.com", "password": PASSWORD}
        token = client.post("/auth/register", json=person).json()["access"]
        client.headers["Authorization"] = f"Bearer {token}"
        answer = client.post("/api/process-text", json={"text": "gave up"})
        assert answer.status_code == 200, answer.text

        speech = Site(
            port=int(installation.environment["SPEECH_PORT"]), process=installation.process
        )
        final = asyncio.run(spoken(speech, token, pcm_of(recordings / "beckett.wav")))
        assert "fail better" in final["transcript"]["text"].lower()
        # The recording is in S3, and the address that the learner is given opens it.
        assert final["audio_url"].startswith(installation.environment["AWS_S3_ENDPOINT_URL"])
        assert httpx.get(final["audio_url"], trust_env=False).content[:4] == b"RIFF"
        session = client.get(f"/api/speakup/sessions/{final['session_id']}").json()
        assert session["status"] == "COMPLETED"

    worker = installation.url("WORKER_METRICS_PORT")
    done = r'task_seconds_count\{outcome="success",task="texts.impressions_flush"\} [1-9]'
    eventually(lambda: re.search(done, text_of(f"{worker}/metrics")))
    assert "queue_depth" in text_of(f"{web}/metrics")
    assert [role for role in ROLES if not healthy(installation, role)] == []


def test_processes_end_by_themselves_when_told_to(installation: Installation) -> None:
    eventually(lambda: text_of(f"{installation.url('WEB_PORT')}/healthz"))
    installation.process.send_signal(signal.SIGTERM)
    assert installation.process.wait(60) in (0, 143, -15)
