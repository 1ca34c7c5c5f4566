"""Sessions that nobody finished get the result their recording allows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from accounts.models import Notification, NotificationKind, User
from conftest import pcm_of
from history.models import UserHistory
from learnenglish.common.errors import DomainError
from speaking.models import SessionStatus, SpeakResource
from speaking.pipeline import BACKOFF_SECONDS, MAX_ATTEMPTS, Step, session_fail, step_run
from speaking.recovery import (
    UNSTARTED_KEEP,
    session_recover,
    sessions_drop_unstarted,
    sessions_due,
)
from speaking.services import session_begin, session_claim, session_create, session_delete
from speaking.spool import spool_of
from speaking.steps import recording_store, session_evaluate, session_transcribe
from speaking.stt.base import SttError
from speaking.tasks import recordings_tidy
from speaking.tests.sessions import abandoned, finished_session, wait_for

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_recovering_twice_makes_one_result(student: User, recordings: Path, worker: None) -> None:
    session = abandoned(student, pcm_of(recordings / "beckett.wav"))
    assert sessions_due() == [session.pk]
    session_recover(session_id=session.pk)
    wait_for(session, SessionStatus.COMPLETED)
    evaluated_at = SpeakResource.objects.get(pk=session.pk).evaluated_at
    session_recover(session_id=session.pk)
    assert SpeakResource.objects.get(pk=session.pk).evaluated_at == evaluated_at
    assert UserHistory.objects.filter(speak_resource=session).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_client_that_came_and_went_leaves_no_session(student: User, worker: None) -> None:
    session = abandoned(student, bytes(320))
    session_recover(session_id=session.pk)
    wait_for(session, SessionStatus.ABANDONED)
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
def test_a_session_that_cannot_be_read_holds_up_no_other(
    student: User, recordings: Path, worker: None
) -> None:
    broken = abandoned(student, bytes(64000))
    broken.config = {"pause_ms": "long"}  # recognising it raises what nobody expects
    broken.save()
    good = abandoned(student, pcm_of(recordings / "beckett.wav"))
    for session_id in sessions_due():
        session_recover(session_id=session_id)
    wait_for(good, SessionStatus.COMPLETED)
    spool_of(broken.pk).delete()
    broken.refresh_from_db()
    assert (broken.status, broken.attempts) == (SessionStatus.PROCESSING, 1)
    assert broken.error_message.endswith("(TypeError)")


@pytest.mark.django_db(transaction=True)
def test_the_learner_is_told_once_that_the_result_is_there(student: User) -> None:
    session = finished_session(student, bytes(64000))
    for step in Step:
        step_run(session_id=session.pk, step=step)
    told = Notification.objects.get(user=student, kind=NotificationKind.EVALUATION_READY)
    assert told.key == str(session.pk)
    assert told.payload["url"] == f"/speak/sessions/{session.pk}"


def test_a_session_deleted_while_it_was_evaluated_leaves_no_recording(student: User) -> None:
    session = abandoned(student, bytes(64000), status=SessionStatus.PROCESSING)
    recording_store(session_id=session.pk)
    session_delete(session=SpeakResource.objects.get(pk=session.pk))
    with pytest.raises(DomainError) as caught:
        session_evaluate(session_id=session.pk)
    assert caught.value.code == "not_found"


@pytest.mark.django_db(transaction=True)
def test_a_step_runs_again_without_harm(student: User, recordings: Path) -> None:
    session = abandoned(
        student, pcm_of(recordings / "beckett.wav"), status=SessionStatus.PROCESSING
    )
    for step in (recording_store, recording_store, session_transcribe, session_transcribe):
        step(session_id=session.pk)
    session_evaluate(session_id=session.pk)
    with pytest.raises(DomainError):
        session_evaluate(session_id=session.pk)
    session.refresh_from_db()
    assert session.status == SessionStatus.COMPLETED
    assert UserHistory.objects.filter(speak_resource=session).count() == 1


def test_a_failing_step_is_tried_again_with_longer_and_longer_waits(
    student: User, settings: Settings
) -> None:
    settings.CELERY_TASK_ALWAYS_EAGER = True
    session = abandoned(student, bytes(64000), status=SessionStatus.PROCESSING)
    error = SttError("stt_failed", "The recogniser is down.", retryable=True)
    waits = []
    for attempt in range(1, MAX_ATTEMPTS + 1):
        SpeakResource.objects.filter(pk=session.pk).update(attempts=attempt)
        session_fail(session_id=session.pk, error=error)
        session.refresh_from_db()
        if session.expires_at:
            assert session.status == SessionStatus.PROCESSING
            waits.append((session.expires_at - timezone.now()).total_seconds())
    assert [round(wait) for wait in waits] == list(BACKOFF_SECONDS)
    assert session.status == SessionStatus.FAILED
    assert (session.error_code, session.error_message) == ("stt_failed", "The recogniser is down.")
    spool_of(session.pk).delete()


def test_a_recording_that_kills_its_worker_is_given_up_with_the_reason(student: User) -> None:
    session = abandoned(
        student, bytes(64000), status=SessionStatus.PROCESSING, attempts=MAX_ATTEMPTS
    )
    step_run(session_id=session.pk, step=Step.TRANSCRIBE)
    session.refresh_from_db()
    assert (session.status, session.error_code) == (SessionStatus.FAILED, "stt_failed")
    assert "ended the process" in session.error_message
    spool_of(session.pk).delete()


def test_what_cannot_be_helped_is_not_tried_again(student: User) -> None:
    session = abandoned(student, bytes(64000), status=SessionStatus.PROCESSING)
    error = SttError("bad_audio", "This is no sound.", retryable=False)
    session_fail(session_id=session.pk, error=error)
    session.refresh_from_db()
    assert session.status == SessionStatus.FAILED
    spool_of(session.pk).delete()


def test_a_session_that_nobody_began_is_dropped_after_its_time(student: User) -> None:
    old, fresh, begun = (session_create(user=student) for _ in range(3))
    SpeakResource.objects.exclude(pk=fresh.pk).update(
        created_at=timezone.now() - UNSTARTED_KEEP - timedelta(minutes=1)
    )
    session_begin(user=student, session_id=begun.pk, config={})
    recordings_tidy()
    assert not SpeakResource.objects.filter(pk=old.pk).exists()
    assert SpeakResource.objects.filter(pk__in=[fresh.pk, begun.pk]).count() == 2
    assert sessions_drop_unstarted() == 0
