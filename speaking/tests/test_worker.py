"""The schedule's sweep, run by a real Celery worker on a real broker; eagerly without one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from accounts.models import User
from conftest import database_environment, pcm_of
from learnenglish.celery import app
from speaking.models import SessionStatus, SpeakResource
from speaking.tasks import session_recover_all
from speaking.tests.test_recovery import abandoned

pytestmark = pytest.mark.django_db(transaction=True)
TIMEOUT_S = 60


def wait_for(session: SpeakResource, status: str) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while session.status != status:
        assert time.monotonic() < deadline, (session.status, session.error_message)
        time.sleep(0.2)
        session.refresh_from_db()


@pytest.fixture
def worker(on_servers: bool) -> Iterator[None]:
    """A worker of all queues where there is a broker; nothing where tasks run at once."""
    assert on_servers is not settings.CELERY_TASK_ALWAYS_EAGER
    if not on_servers:
        yield
        return
    command = [sys.executable, "-m", "celery", "-A", "learnenglish", "worker", "-Q"]
    process = subprocess.Popen(
        [*command, "celery,speech", "-c", "1", "-l", "WARNING", "--without-mingle"],
        env={**os.environ, **database_environment()},
        cwd=settings.BASE_DIR,
    )
    yield
    process.terminate()
    process.wait(30)
    app.close()


def test_the_sweep_finishes_an_abandoned_session(
    student: User, recordings: Path, worker: None
) -> None:
    session = abandoned(student, pcm_of(recordings / "beckett.wav"))
    session_recover_all.delay()
    wait_for(session, SessionStatus.COMPLETED)
    assert "fail better" in (session.transcript or {})["text"].lower()
