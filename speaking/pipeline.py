"""The way from a recording to its result: which step is next, and what happens when one fails.

A step is a task of the queue ``speech``; without a broker it runs in the process that asks. State
is in the row: a task that is lost, told twice or killed does no harm, and the sweep
(``recovery``) goes on with what nobody goes on with.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import structlog
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.conf import settings
from django.db.models import F
from django.utils import timezone

from learnenglish.common.errors import DomainError
from learnenglish.common.metrics import SPEAK_RESULTS
from learnenglish.common.queueing import task_queue
from speaking import tasks
from speaking.evaluation.base import EvaluationError
from speaking.models import SessionStatus, SpeakResource
from speaking.services import UNFINISHED, step_lease
from speaking.steps import recording_store, session_evaluate, session_transcribe
from speaking.stt.base import SttError

log = structlog.get_logger(__name__)


class Step(StrEnum):
    """In their order. The values are the ends of the tasks' names."""

    STORE = "recording_store"
    TRANSCRIBE = "session_transcribe"
    EVALUATE = "session_evaluate"


_WORK: dict[Step, Callable[..., None]] = {
    Step.STORE: recording_store,
    Step.TRANSCRIBE: session_transcribe,
    Step.EVALUATE: session_evaluate,
}
_CODES = {Step.EVALUATE: "evaluation_failed"}
# Before the second, third … attempt at a step: a provider's hiccup, its restart, its outage.
BACKOFF_SECONDS = (15, 60, 240, 960)
MAX_ATTEMPTS = len(BACKOFF_SECONDS) + 1
RETRIED = "Your recording is safe. It is evaluated again in a minute; look at it later."
GIVEN_UP = "We tried several times and could not evaluate this recording."


def group_of(session_id: UUID | str) -> str:
    """The channel group of the connections that wait for this session."""
    return f"speak.{session_id}"


def pipeline_start(*, session_id: UUID) -> None:
    """Begin, or go on after an interruption: steps that are done see so themselves."""
    _queue(Step.STORE, session_id)


def step_run(*, session_id: UUID, step: Step) -> None:
    """One attempt at ``step``, and then the next step. May run twice without harm."""
    with structlog.contextvars.bound_contextvars(session_id=str(session_id)):
        if _attempt(session_id, step):
            _step_attempted(session_id, step)


def _step_attempted(session_id: UUID, step: Step) -> None:
    try:
        _WORK[step](session_id=session_id)
    except Exception as error:
        if isinstance(error, DomainError) and error.status != 503:
            return  # deleted, finished or abandoned meanwhile
        if not isinstance(error, SttError | EvaluationError | DomainError):
            log.exception("step_crash", session_id=str(session_id), step=step.value)
        session_fail(session_id=session_id, error=error, step=step)
        return
    SpeakResource.objects.filter(pk=session_id).update(attempts=0)
    later = list(Step)[list(Step).index(step) + 1 :]
    if later:
        _queue(later[0], session_id)
    else:
        _tell(session_id, {"type": "session.finished"})


def session_fail(*, session_id: UUID, error: Exception, step: Step = Step.TRANSCRIBE) -> None:
    """Note why ``step`` failed; it is tried again with longer and longer waits, MAX_ATTEMPTS times
    in all unless ``error`` says that this cannot help."""
    log.warning("step_failed", session_id=str(session_id), step=step.value, error=repr(error))
    known = isinstance(error, SttError | EvaluationError)
    session = SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).first()
    if session is None:
        return
    attempts = max(session.attempts, 1)
    code = _CODES.get(step, "stt_failed")
    message = str(error) if known else f"{GIVEN_UP} ({type(error).__name__})"
    if attempts >= MAX_ATTEMPTS or not getattr(error, "retryable", True):
        _give_up(session_id, code, message)
        return
    wait_s = BACKOFF_SECONDS[attempts - 1]
    # With a broker the sweep is only a net under the task, so it waits longer.
    margin_s = 0 if settings.CELERY_TASK_ALWAYS_EAGER else settings.SPEAK_STEP_SECONDS
    SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).update(
        status=SessionStatus.PROCESSING,
        attempts=attempts,
        error_code=code,
        error_message=message[:300],
        expires_at=timezone.now() + timedelta(seconds=wait_s + margin_s),
    )
    # Without a broker it would run at once.
    if not settings.CELERY_TASK_ALWAYS_EAGER:
        _queue(Step.STORE, session_id, countdown=wait_s)
    _tell(session_id, {"type": "session.failed", "code": code, "message": RETRIED})


def _attempt(session_id: UUID, step: Step) -> bool:
    """Whether to go on. Counted before it begins, for the recording that kills its worker."""
    session = SpeakResource.objects.filter(pk=session_id, status=SessionStatus.PROCESSING)
    found = session.values_list("attempts", "error_message").first()
    if found is None:
        return False
    attempts, reason = found
    if attempts >= MAX_ATTEMPTS:
        reason = reason or f"{GIVEN_UP} (It ended the process that tried.)"
        _give_up(session_id, _CODES.get(step, "stt_failed"), reason)
        return False
    return bool(session.update(attempts=F("attempts") + 1, expires_at=step_lease()))


def _give_up(session_id: UUID, code: str, reason: str) -> None:
    """FAILED, with the reason. The sound stays where it is: in the file, or in the spool."""
    SPEAK_RESULTS.labels("failed").inc()
    SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).update(
        status=SessionStatus.FAILED,
        error_code=code,
        error_message=reason[:300],
        expires_at=None,
    )
    _tell(session_id, {"type": "session.failed", "code": code, "message": GIVEN_UP})


def _queue(step: Step, session_id: UUID, **options: Any) -> None:
    """If the broker is away, the session's lease runs out and the sweep finds it."""
    task_queue(getattr(tasks, step.value), str(session_id), **options)


def _tell(session_id: UUID, event: dict[str, Any]) -> None:
    """Tell the connections that wait. Without a broker ``finishing`` does, from its own loop."""
    if settings.CELERY_TASK_ALWAYS_EAGER:
        return
    layer = get_channel_layer()
    try:
        told = {**event, "session_id": str(session_id)}
        async_to_sync(layer.group_send)(group_of(session_id), told)
    except Exception:  # they will ask REST; the result is stored
        log.exception("tell_crash", session_id=str(session_id))
