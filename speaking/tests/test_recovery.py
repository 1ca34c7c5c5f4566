"""Sessions that nobody finished get the result their recording allows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.models import User
from conftest import pcm_of
from history.models import UserHistory
from learnenglish.common.errors import DomainError
from speaking.models import SessionStatus, SpeakResource
from speaking.recovery import session_recover, sessions_due
from speaking.services import (
    session_begin,
    session_claim,
    session_delete,
    session_fail,
    session_finish,
)
from speaking.spool import spool_of
from speaking.stt.base import SttError, Transcript

pytestmark = pytest.mark.django_db


def abandoned(student: User, pcm: bytes) -> SpeakResource:
    """A session whose client and process are gone, with what was acknowledged in its spool."""
    session = SpeakResource.objects.create(
        user=student,
        status=SessionStatus.STREAMING,
        config={"pause_ms": 1000},
        expires_at=timezone.now() - timedelta(seconds=1),
    )
    spool = spool_of(session.pk)
    spool.open(session.fence)
    for start in range(0, len(pcm), 3200):
        spool.append(pcm[start : start + 3200])
    spool.close()
    return session


@pytest.mark.django_db(transaction=True)
def test_the_sweep_gives_an_abandoned_recording_its_result(student: User, recordings: Path) -> None:
    session = abandoned(student, pcm_of(recordings / "beckett.wav"))
    assert sessions_due() == [session.pk]
    session_recover(session_id=session.pk)
    session.refresh_from_db()
    assert session.status == SessionStatus.COMPLETED
    assert "fail better" in (session.transcript or {})["text"].lower()
    assert default_storage.exists(str(session.audio.name))
    assert spool_of(session.pk).read() == b""


@pytest.mark.django_db(transaction=True)
def test_recovering_twice_makes_one_result(student: User, recordings: Path) -> None:
    session = abandoned(student, pcm_of(recordings / "beckett.wav"))
    session_recover(session_id=session.pk)
    evaluated_at = SpeakResource.objects.get(pk=session.pk).evaluated_at
    session_recover(session_id=session.pk)
    assert SpeakResource.objects.get(pk=session.pk).evaluated_at == evaluated_at
    assert UserHistory.objects.filter(speak_resource=session).count() == 1


def test_a_client_that_came_and_went_leaves_no_session(student: User) -> None:
    session = abandoned(student, bytes(320))
    session_recover(session_id=session.pk)
    session.refresh_from_db()
    assert session.status == SessionStatus.ABANDONED
    assert spool_of(session.pk).read() == b""


def test_a_session_that_may_still_be_resumed_is_left_alone(student: User) -> None:
    session = abandoned(student, bytes(64000))
    session.expires_at = timezone.now() + timedelta(minutes=1)
    session.save()
    assert sessions_due() == []
    spool_of(session.pk).delete()


def test_a_session_that_was_resumed_since_it_was_found_due_is_left_alone(student: User) -> None:
    session = abandoned(student, bytes(64000))
    due = sessions_due()
    session_begin(user=student, session_id=session.pk, config={})
    for session_id in due:
        session_recover(session_id=session_id)
    session.refresh_from_db()
    assert session.status == SessionStatus.STREAMING
    assert len(spool_of(session.pk).read()) == 64000
    spool_of(session.pk).delete()


def test_of_two_who_claim_a_session_one_gets_it(student: User) -> None:
    session = abandoned(student, bytes(64000))
    claims = [session_claim(session_id=session.pk) for _ in range(2)]
    assert claims == [True, False]
    spool_of(session.pk).delete()


@pytest.mark.django_db(transaction=True)
def test_a_session_that_cannot_be_read_holds_up_no_other(student: User, recordings: Path) -> None:
    broken = abandoned(student, bytes(64000))
    broken.config = {"pause_ms": "long"}  # recognising it raises what nobody expects
    broken.save()
    good = abandoned(student, pcm_of(recordings / "beckett.wav"))
    for session_id in sessions_due():
        session_recover(session_id=session_id)
    spool_of(broken.pk).delete()
    good.refresh_from_db()
    broken.refresh_from_db()
    assert good.status == SessionStatus.COMPLETED
    assert (broken.status, broken.attempts) == (SessionStatus.PROCESSING, 1)


def test_a_session_deleted_while_it_was_evaluated_leaves_no_recording(student: User) -> None:
    session = abandoned(student, bytes(64000))
    transcript = Transcript(text="", words=(), duration_ms=2000, provider="x", model="y")
    session_delete(session=SpeakResource.objects.get(pk=session.pk))
    with pytest.raises(DomainError) as caught:
        session_finish(session_id=session.pk, transcript=transcript, pcm=bytes(64000))
    assert caught.value.code == "not_found"
    assert not default_storage.exists(f"recordings/{student.pk}/{session.pk}.wav")
    spool_of(session.pk).delete()


def test_a_failing_session_is_tried_three_times(student: User) -> None:
    session = abandoned(student, bytes(64000))
    error = SttError("stt_failed", "The recogniser is down.", retryable=True)
    states = []
    for _ in range(3):
        assert session_claim(session_id=session.pk)
        session_fail(session_id=session.pk, error=error)
        session.refresh_from_db()
        states.append(session.status)
    assert states == [SessionStatus.PROCESSING, SessionStatus.PROCESSING, SessionStatus.FAILED]
    assert session.error_code == "stt_failed"
    spool_of(session.pk).delete()
