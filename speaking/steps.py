"""What becomes of a recording: stored, transcribed, evaluated.

Each step looks at the row first and does what is not done yet, so it may run twice, and two at
once: whoever stores first counts. The sound is in the spool until there is a result.
"""

from __future__ import annotations

import wave
from dataclasses import asdict
from io import BytesIO
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.cloud import OFFLINE
from accounts.models import NotificationKind
from accounts.notifications.services import notification_send
from accounts.plans import Quota, quota_add
from history.models import Activity
from history.services import history_record
from learnenglish.common.errors import DomainError, not_found
from learnenglish.common.metrics import SPEAK_RESULT_SECONDS, SPEAK_RESULTS, engine_timed
from speaking.cards import session_cards_keep
from speaking.engines import evaluator_for, recogniser_for
from speaking.evaluation.base import Evaluation, Utterance
from speaking.facts import session_facts
from speaking.models import SessionStatus, SpeakResource
from speaking.recordings import recordings_trim
from speaking.services import UNFINISHED, session_abandon
from speaking.sound import wav_write
from speaking.spool import spool_of
from speaking.stt.base import BYTES_PER_MS, Transcript, Word
from texts.spending import connections_release

# Less than this is no recording: a client that connected and left.
MIN_RECORDING_MS = 500
RECORDINGS = "recordings"


def recording_store(*, session_id: UUID) -> None:
    """Put the spooled sound into the file storage.

    Raises DomainError ``not_found`` if the session is gone or over, ``recording_too_short`` if
    nobody stopped it and there is hardly any sound: then it is abandoned.
    """
    session = _unfinished(session_id)
    if session.audio:
        return
    pcm = spool_of(session_id).read()
    if session.transcript is None and len(pcm) < MIN_RECORDING_MS * BYTES_PER_MS:
        session_abandon(session_id=session_id)
        raise DomainError("recording_too_short", _("Too little was recorded."))
    name = recording_name(session)
    if pcm:
        if default_storage.exists(name):  # an attempt that died after writing it
            default_storage.delete(name)
        name = default_storage.save(name, ContentFile(wav_write(pcm)))
    kept = SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).update(
        audio=name if pcm else "", duration_ms=len(pcm) // BYTES_PER_MS
    )
    if not kept and pcm and not SpeakResource.objects.filter(pk=session_id).exists():
        default_storage.delete(name)
        raise not_found(_("The session was deleted."))


def recording_name(session: SpeakResource) -> str:
    return f"{RECORDINGS}/{session.user_id}/{session.pk}.wav"


def session_transcribe(*, session_id: UUID) -> None:
    """Recognise the whole recording, unless its words are known. Raises SttError, DomainError."""
    session = _unfinished(session_id)
    if session.transcript is not None:
        return
    recogniser = recogniser_for(user=session.user)
    pause_ms = session.config.get("pause_ms", 1000)
    with engine_timed(area="recognition", provider=recogniser.provider):
        transcript = recogniser.transcribe(
            _sound(session), language=session.language, pause_ms=pause_ms
        )
    session_transcribed(session_id=session_id, transcript=transcript)


def session_transcribed(*, session_id: UUID, transcript: Transcript) -> None:
    """Keep the words, whoever recognised them."""
    SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).update(
        duration_ms=transcript.duration_ms,
        transcript={"text": transcript.text, "words": [asdict(word) for word in transcript.words]},
        stt_provider=transcript.provider,
        stt_model=transcript.model,
        stt_fallback_reason=transcript.fallback_reason[:300],
    )


def session_evaluate(*, session_id: UUID) -> None:
    """Judge what was said and store the result. Raises EvaluationError, DomainError."""
    session = _unfinished(session_id)
    pcm = _sound(session)
    evaluator = evaluator_for(user=session.user)
    if evaluator.name != OFFLINE:
        connections_release()
    utterance = Utterance(
        transcript=transcript_of(session),
        mode=session.mode,
        language=session.language,
        reference_text=session.reference_text,
        target_level=session.level or None,
        topic_title=session.topic.title if session.topic else "",
        pcm=pcm,
    )
    with engine_timed(area="evaluation", provider=evaluator.name):
        evaluation = evaluator.evaluate(utterance)
    _result_store(session, evaluation)
    spool_of(session_id).delete()


def transcript_of(session: SpeakResource) -> Transcript:
    """The words as they were recognised."""
    kept = session.transcript or {"text": "", "words": []}
    return Transcript(
        text=kept["text"],
        words=tuple(Word(**word) for word in kept["words"]),
        duration_ms=session.duration_ms,
        provider=session.stt_provider,
        model=session.stt_model,
        fallback_reason=session.stt_fallback_reason,
    )


def evaluation_json(evaluation: Evaluation) -> dict[str, Any]:
    """``evaluation`` as the protocol's ``final`` carries it."""
    data = asdict(evaluation)
    name, version = data.pop("evaluator"), data.pop("evaluator_version")
    return {**data, "evaluator": {"provider": name, "version": version}}


def _unfinished(session_id: UUID) -> SpeakResource:
    session = (
        SpeakResource.objects.select_related("topic", "user")
        .filter(pk=session_id, status__in=UNFINISHED)
        .first()
    )
    if session is None:
        raise not_found(_("There is no such session, or it has its result."))
    return session


def _sound(session: SpeakResource) -> bytes:
    """16 kHz PCM, from the spool or, where that has forgotten it, from the file."""
    pcm = spool_of(session.pk).read()
    if not pcm and session.audio:
        with session.audio.open("rb") as file, wave.open(BytesIO(file.read())) as sound:
            pcm = sound.readframes(sound.getnframes())
    return pcm


def _result_store(session: SpeakResource, evaluation: Evaluation) -> None:
    """Result, use of the plan, history and notification: all of them, once, or none."""
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
        if not stored:
            return
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
        payload: dict[str, Any] = {"url": reverse("speaking:session", args=[session.pk])}
        if session.topic:
            payload["title"] = session.topic.title
        if evaluation.overall is not None:
            payload["score"] = evaluation.overall
        notification_send(
            user=session.user,
            kind=NotificationKind.EVALUATION_READY,
            key=str(session.pk),
            payload=payload,
        )
        transaction.on_commit(lambda: _result_count(spoken), robust=True)
        # A result without its cards is better than none.
        transaction.on_commit(lambda: session_cards_keep(session_id=session.pk), robust=True)
        # The newest is kept, the oldest goes; what fails here is done by the schedule.
        transaction.on_commit(lambda: recordings_trim(user=session.user), robust=True)


def _result_count(session: SpeakResource) -> None:
    SPEAK_RESULTS.labels("completed").inc()
    if session.ended_at and session.evaluated_at:
        taken = session.evaluated_at - session.ended_at
        SPEAK_RESULT_SECONDS.observe(max(0.0, taken.total_seconds()))
