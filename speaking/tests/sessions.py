"""Sessions for tests, made by the same services as in production."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from speaking.models import SessionStatus, SpeakResource
from speaking.spool import spool_of
from speaking.steps import recording_store, session_evaluate, session_transcribed
from speaking.stt.base import BYTES_PER_MS, Transcript

TIMEOUT_S = 180
CHUNK_BYTES = 100 * BYTES_PER_MS


def abandoned(student: User, pcm: bytes, **fields: Any) -> SpeakResource:
    """A session whose client and process are gone, with what was acknowledged in its spool."""
    defaults: dict[str, Any] = {
        "status": SessionStatus.STREAMING,
        "config": {"pause_ms": 1000},
        "expires_at": timezone.now() - timedelta(seconds=1),
    }
    session = SpeakResource.objects.create(user=student, **{**defaults, **fields})
    spool = spool_of(session.pk)
    spool.open(session.fence)
    for start in range(0, len(pcm), CHUNK_BYTES):
        spool.append(pcm[start : start + CHUNK_BYTES])
    spool.close()
    return session


def finished_session(student: User, pcm: bytes, text: str = "") -> SpeakResource:
    """A session with its recording and its result; nothing was recognised."""
    session = abandoned(student, pcm, status=SessionStatus.PROCESSING)
    transcript = Transcript(
        text=text,
        words=(),
        duration_ms=len(pcm) // BYTES_PER_MS,
        provider="offline",
        model="moonshine-tiny-en",
    )
    session_transcribed(session_id=session.pk, transcript=transcript)
    recording_store(session_id=session.pk)
    session_evaluate(session_id=session.pk)
    session.refresh_from_db()
    return session


def wait_for(session: SpeakResource, status: str) -> None:
    """Until a worker has brought ``session`` there; at once where tasks run at once."""
    deadline = time.monotonic() + TIMEOUT_S
    session.refresh_from_db()
    while session.status != status:
        assert time.monotonic() < deadline, (session.status, session.error_message)
        time.sleep(0.1)
        session.refresh_from_db()
