"""Sessions that nobody finished: the client went away or a process was killed."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from learnenglish.common.errors import DomainError
from speaking.engines import get_configured_recogniser
from speaking.evaluation.base import EvaluationError
from speaking.models import SessionStatus, SpeakResource
from speaking.services import UNFINISHED, session_fail, session_finish, session_processing
from speaking.spool import Spool
from speaking.stt.base import BYTES_PER_MS, SttError

# Less than this is no recording: a client that connected and left.
MIN_RECORDING_MS = 500


def sessions_due() -> list[UUID]:
    """Unfinished sessions whose time is over."""
    due = Q(status__in=UNFINISHED, expires_at__lt=timezone.now())
    return list(SpeakResource.objects.filter(due).values_list("pk", flat=True))


def session_recover(*, session_id: UUID) -> None:
    """Give a session the result its recording allows. May run twice without harm."""
    session = SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).first()
    if session is None:
        return
    spool = Spool(session_id)
    pcm = spool.read()
    if len(pcm) < MIN_RECORDING_MS * BYTES_PER_MS:
        SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).update(
            status=SessionStatus.ABANDONED, expires_at=None
        )
        spool.delete()
        return
    if not session_processing(session_id=session_id):
        return
    try:
        transcript = get_configured_recogniser().transcribe(
            pcm, language=session.language, pause_ms=session.config.get("pause_ms", 1000)
        )
        session_finish(session_id=session_id, transcript=transcript, pcm=pcm)
    except (SttError, EvaluationError) as error:
        session_fail(session_id=session_id, error=error)
    except DomainError:
        return  # deleted meanwhile
