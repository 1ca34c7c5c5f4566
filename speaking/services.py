"""What changes speaking sessions. Blocking: coroutines go through ``database_sync_to_async``."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import structlog
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.cloud import OFFLINE
from accounts.plans import Quota, quota_add, quota_check
from history.models import Activity
from history.services import history_record
from learnenglish.common.errors import DomainError, not_found
from speaking.cards import session_cards_keep
from speaking.engines import evaluator_for
from speaking.evaluation.base import Evaluation, Utterance
from speaking.facts import session_facts
from speaking.models import Mode, SessionStatus, SpeakResource, Topic
from speaking.selectors import session_owned
from speaking.sound import wav_write
from speaking.spool import spool_of
from speaking.stt.base import SttError, Transcript
from texts.engines import connections_release

if TYPE_CHECKING:
    from accounts.models import User

log = structlog.get_logger(__name__)

OPEN_STATUSES = (SessionStatus.CREATED, SessionStatus.STREAMING)
UNFINISHED = (SessionStatus.STREAMING, SessionStatus.PROCESSING)
MAX_ATTEMPTS = 3
RENEW_SECONDS = 60


def session_create(
    *,
    user: User,
    mode: str | None = None,
    topic_id: UUID | None = None,
    reference_text: str = "",
    language: str = "en-US",
    level: str = "",
    config: dict[str, Any] | None = None,
) -> SpeakResource:
    """A session that has not started. A topic's mode and text hold unless others are given.

    Raises DomainError ``topic_not_found`` or ``reference_text_missing``.
    """
    topic = None
    if topic_id is not None:
        topic = Topic.objects.filter(pk=topic_id, is_published=True).first()
        if topic is None:
            raise DomainError("topic_not_found", "There is no such topic.", field="topic_id")
    mode = mode or (topic.mode if topic else Mode.FREE_TALK)
    if mode == Mode.READ_ALOUD:
        reference_text = reference_text or (topic.reference_text if topic else "")
        if not reference_text.strip():
            raise DomainError(
                "reference_text_missing", "Reading aloud needs a text.", field="reference_text"
            )
    return SpeakResource.objects.create(
        user=user,
        topic=topic,
        mode=mode,
        language=language,
        level=level or (topic.level if topic else user.cefr_level),
        reference_text=reference_text if mode == Mode.READ_ALOUD else "",
        config=config or {},
    )


def session_begin(*, user: User, session_id: UUID, config: dict[str, Any]) -> SpeakResource:
    """Take a session into recording; doing it again is how a connection resumes. The row's
    ``fence`` is the new holder's.

    Raises DomainError ``not_found``, ``forbidden``, ``session_finished`` or ``quota_exceeded``.
    """
    with transaction.atomic():
        locked = SpeakResource.objects.select_for_update().filter(pk=session_id).first()
        session = session_owned(locked, user=user)
        if session.status not in OPEN_STATUSES:
            raise DomainError("session_finished", "This session is over.", status=409)
        if session.status == SessionStatus.CREATED:
            quota_check(user=user, name=Quota.SPEAKING)
        session.status = SessionStatus.STREAMING
        session.started_at = session.started_at or timezone.now()
        session.config = {**session.config, **config}
        session.expires_at = _lease()
        session.fence += 1
        session.save()
    return session


def session_renew(*, session_id: UUID, fence: int) -> bool:
    """Keep a session that is being recorded from the sweep: said every RENEW_SECONDS, and when the
    connection is lost. False if it has another holder or is no longer being recorded.
    """
    recording = SpeakResource.objects.filter(
        pk=session_id, status=SessionStatus.STREAMING, fence=fence
    )
    return bool(recording.update(expires_at=_lease()))


def session_cancel(*, session_id: UUID) -> None:
    """Keep nothing of a session that has no result yet."""
    session = SpeakResource.objects.filter(
        pk=session_id, status__in=(*OPEN_STATUSES, SessionStatus.PROCESSING)
    ).first()
    if session is not None:
        session_delete(session=session)


def session_delete(*, session: SpeakResource) -> None:
    """Remove a session with its recording."""
    name, session_id = session.audio.name, session.pk

    def remove_files() -> None:
        spool_of(session_id).delete()
        if name:
            default_storage.delete(name)

    with transaction.atomic():
        session.delete()
        transaction.on_commit(remove_files)


def session_processing(*, session_id: UUID, fence: int) -> bool:
    """The recording is over. False if somebody else holds or ended it, or it is gone."""
    recording = SpeakResource.objects.filter(
        pk=session_id, status=SessionStatus.STREAMING, fence=fence
    )
    return bool(_claim(recording))


def session_claim(*, session_id: UUID) -> bool:
    """Take over a session whose time is over. Of several who try, one is told True.

    Counts as an attempt, so that a recording that kills its worker is not tried for ever. The
    row's ``fence`` goes up: who held the session before can add nothing any more.
    """
    due = SpeakResource.objects.filter(
        pk=session_id, status__in=UNFINISHED, expires_at__lte=timezone.now()
    )
    return bool(_claim(due, attempts=F("attempts") + 1, fence=F("fence") + 1))


def _claim(sessions: QuerySet[SpeakResource], **more: Any) -> int:
    ended_at = Coalesce("ended_at", timezone.now())
    return sessions.update(
        status=SessionStatus.PROCESSING, ended_at=ended_at, expires_at=_lease(), **more
    )


def _lease() -> datetime:
    """Until then nobody but its holder touches a session."""
    return timezone.now() + timedelta(seconds=RENEW_SECONDS + settings.SPEAK_RESUME_SECONDS)


def session_abandon(*, session_id: UUID) -> None:
    """Too little was recorded for a result."""
    SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).update(
        status=SessionStatus.ABANDONED, expires_at=None
    )
    spool_of(session_id).delete()


def sessions_release(*, session_ids: list[UUID]) -> None:
    """This process will not finish these: the next sweep may."""
    SpeakResource.objects.filter(pk__in=session_ids, status=SessionStatus.PROCESSING).update(
        expires_at=timezone.now()
    )


def session_finish(*, session_id: UUID, transcript: Transcript, pcm: bytes) -> SpeakResource:
    """Store the recording, evaluate what was said, store the result: once, whoever comes first.

    ``pcm`` is the recording, 16 kHz mono. A failing evaluation leaves the recording and the words
    in place and raises EvaluationError. Raises DomainError ``not_found`` if the session is gone.
    """
    session = SpeakResource.objects.select_related("topic").filter(pk=session_id).first()
    if session is None:
        raise not_found("There is no such session.")
    if session.status == SessionStatus.COMPLETED:
        return session
    audio_name = session.audio.name or _recording_store(session, pcm)
    kept = SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).update(
        audio=audio_name,
        duration_ms=transcript.duration_ms,
        transcript=transcript_json(transcript),
        stt_provider=transcript.provider,
        stt_model=transcript.model,
        stt_fallback_reason=transcript.fallback_reason[:300],
    )
    if not kept:
        return _session_now(session_id, audio_name)
    evaluator = evaluator_for(user=session.user)
    if evaluator.name != OFFLINE:
        connections_release()
    evaluation = evaluator.evaluate(
        Utterance(
            transcript=transcript,
            mode=session.mode,
            language=session.language,
            reference_text=session.reference_text,
            target_level=session.level or None,
            topic_title=session.topic.title if session.topic else "",
            pcm=pcm,
        )
    )
    _result_store(session, evaluation)
    spool_of(session_id).delete()
    return _session_now(session_id, audio_name)


def _session_now(session_id: UUID, audio_name: str) -> SpeakResource:
    """The session as it is now. Raises DomainError ``not_found`` and leaves no file if it is gone.

    It may have been deleted, or finished elsewhere, while it was recognised and evaluated.
    """
    session = SpeakResource.objects.select_related("topic").filter(pk=session_id).first()
    if session is None:
        if audio_name:
            default_storage.delete(audio_name)
        raise not_found("The session was deleted.")
    return session


def _recording_store(session: SpeakResource, pcm: bytes) -> str:
    """The name under which the recording is kept; empty if there was no sound."""
    if not pcm:
        return ""
    name = f"recordings/{session.user_id}/{session.pk}.wav"
    if default_storage.exists(name):  # an attempt that died after writing it
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(wav_write(pcm)))


def _result_store(session: SpeakResource, evaluation: Evaluation) -> None:
    with transaction.atomic():
        stored = SpeakResource.objects.filter(pk=session.pk, status__in=UNFINISHED).update(
            status=SessionStatus.COMPLETED,
            evaluation=evaluation_json(evaluation),
            overall_score=evaluation.overall,
            evaluator=f"{evaluation.evaluator} {evaluation.evaluator_version}",
            evaluated_at=timezone.now(),
            expires_at=None,
            error_code="",
            error_message="",
        )
        if stored:
            spoken = SpeakResource.objects.get(pk=session.pk)
            quota_add(user=session.user, name=Quota.SPEAKING, amount=spoken.duration_ms)
            history_record(
                user=session.user,
                kind=Activity.SESSION,
                query=session.topic.title if session.topic else "",
                speak_resource_id=session.pk,
                metadata=session_facts(spoken),
                at=spoken.ended_at,
            )
            # A result without its cards is better than none.
            transaction.on_commit(lambda: session_cards_keep(session_id=session.pk), robust=True)


def session_fail(*, session_id: UUID, error: Exception) -> None:
    """Note why there is no result yet; the sweep tries again until MAX_ATTEMPTS."""
    log.warning("session_failed", session_id=str(session_id), error=repr(error))
    with transaction.atomic():
        session = SpeakResource.objects.select_for_update().filter(pk=session_id).first()
        if session is None or session.status not in UNFINISHED:
            return
        session.attempts = max(session.attempts, 1)
        session.error_code, session.error_message = failure_code(error), str(error)[:300]
        final = session.attempts >= MAX_ATTEMPTS or not getattr(error, "retryable", True)
        session.status = SessionStatus.FAILED if final else SessionStatus.PROCESSING
        session.expires_at = None if final else timezone.now()
        session.save()


def failure_code(error: Exception) -> str:
    """What the socket and REST call ``error``."""
    return "stt_failed" if isinstance(error, SttError) else "evaluation_failed"


def transcript_json(transcript: Transcript) -> dict[str, Any]:
    """``transcript`` as the protocol's ``final`` carries it."""
    return {"text": transcript.text, "words": [asdict(word) for word in transcript.words]}


def evaluation_json(evaluation: Evaluation) -> dict[str, Any]:
    """``evaluation`` as the protocol's ``final`` carries it."""
    data = asdict(evaluation)
    evaluator = {
        "provider": data.pop("evaluator"),
        "version": data.pop("evaluator_version"),
        "model": data.pop("evaluator_model"),
        "prompt_version": data.pop("prompt_version"),
        "quotes_dropped": data.pop("quotes_dropped"),
        "fallback_reason": data.pop("fallback_reason"),
    }
    return {**data, "evaluator": evaluator}
