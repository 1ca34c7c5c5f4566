"""Sessions that nobody finished: the client went away or a process was killed."""

from __future__ import annotations

from uuid import UUID

import structlog
from django.db.models import Q
from django.utils import timezone

from learnenglish.common.errors import DomainError
from speaking.engines import recogniser_for
from speaking.evaluation.base import EvaluationError
from speaking.models import SpeakResource
from speaking.services import (
    UNFINISHED,
    session_abandon,
    session_claim,
    session_fail,
    session_finish,
)
from speaking.spool import spool_of
from speaking.stt.base import BYTES_PER_MS, SttError

log = structlog.get_logger(__name__)

# Less than this is no recording: a client that connected and left.
MIN_RECORDING_MS = 500


def sessions_due() -> list[UUID]:
    """Unfinished sessions whose time is over."""
    due = Q(status__in=UNFINISHED, expires_at__lte=timezone.now())
    return list(SpeakResource.objects.filter(due).values_list("pk", flat=True))


def session_recover(*, session_id: UUID) -> None:
    """Give a session the result its recording allows. May run twice without harm.

    A session that was resumed since it was found due is left alone.
    """
    if not session_claim(session_id=session_id):
        return
    try:
        _finish(SpeakResource.objects.get(pk=session_id))
    except (DomainError, SpeakResource.DoesNotExist):
        return  # deleted meanwhile
    except Exception as error:
        if not isinstance(error, SttError | EvaluationError):
            log.exception("recovery_crash", session_id=str(session_id))
        session_fail(session_id=session_id, error=error)


def _finish(session: SpeakResource) -> None:
    spool = spool_of(session.pk)
    # Whoever held it and does not know yet that it is over is shut out before the sound is read.
    spool.open(session.fence)
    spool.close()
    pcm = spool.read()
    if len(pcm) < MIN_RECORDING_MS * BYTES_PER_MS:
        session_abandon(session_id=session.pk)
        return
    transcript = recogniser_for(user=session.user).transcribe(
        pcm, language=session.language, pause_ms=session.config.get("pause_ms", 1000)
    )
    session_finish(session_id=session.pk, transcript=transcript, pcm=pcm)
