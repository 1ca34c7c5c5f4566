"""From recording to result by a real Celery worker on a real broker; eagerly without one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.models import Notification, User
from conftest import database_environment, pcm_of, running_worker
from history.models import UserHistory
from speaking.models import SessionStatus, SpeakResource
from speaking.pipeline import pipeline_start
from speaking.spool import spool_of
from speaking.tasks import session_recover_all
from speaking.tests.sessions import TIMEOUT_S, abandoned, wait_for

pytestmark = pytest.mark.django_db(transaction=True)
ALONE = """
import sys, uuid, django
django.setup()
from speaking.pipeline import pipeline_start
pipeline_start(session_id=uuid.UUID(sys.argv[1]))
"""


def test_the_sweep_finishes_an_abandoned_session(
    student: User, recordings: Path, worker: None
) -> None:
    session = abandoned(student, pcm_of(recordings / "beckett.wav"))
    session_recover_all.delay()
    wait_for(session, SessionStatus.COMPLETED)
    assert "fail better" in (session.transcript or {})["text"].lower()
    assert default_storage.exists(str(session.audio.name))
    assert spool_of(session.pk).read() == b""


def test_a_session_whose_worker_is_killed_in_the_middle_gets_one_result(
    student: User, recordings: Path, on_servers: bool
) -> None:
    session = abandoned(
        student, pcm_of(recordings / "two_cities.wav"), status=SessionStatus.PROCESSING
    )
    with worker_of_its_own(session, on_servers=on_servers) as process:
        if on_servers:
            pipeline_start(session_id=session.pk)
        deadline = time.monotonic() + TIMEOUT_S
        while not (session.audio and session.attempts):  # stored, and now being transcribed
            assert time.monotonic() < deadline
            time.sleep(0.01)
            session.refresh_from_db()
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
    session.refresh_from_db()
    assert (session.status, session.transcript) == (SessionStatus.PROCESSING, None)
    # Its lease runs out; the schedule's sweep comes.
    SpeakResource.objects.filter(pk=session.pk).update(expires_at=timezone.now())
    with running_worker() if on_servers else worker_of_nobody():
        session_recover_all.delay()
        wait_for(session, SessionStatus.COMPLETED)
    assert "best of times" in (session.transcript or {})["text"]
    assert UserHistory.objects.filter(speak_resource=session).count() == 1
    assert Notification.objects.filter(user=student, key=str(session.pk)).count() == 1
    assert default_storage.listdir(f"recordings/{student.pk}")[1] == [f"{session.pk}.wav"]


@contextmanager
def worker_of_its_own(
    session: SpeakResource, *, on_servers: bool
) -> Iterator[subprocess.Popen[bytes]]:
    """A Celery worker, or without a broker a process at work on ``session``, in its own group."""
    if on_servers:
        with running_worker() as process:
            yield process
        return
    process = subprocess.Popen(
        [sys.executable, "-c", ALONE, str(session.pk)],
        env={
            **os.environ,
            **database_environment(),
            "DJANGO_SETTINGS_MODULE": "learnenglish.settings",
        },
        cwd=settings.BASE_DIR,
        start_new_session=True,
    )
    yield process


@contextmanager
def worker_of_nobody() -> Iterator[None]:
    yield
