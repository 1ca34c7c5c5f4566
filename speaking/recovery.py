"""Sessions that nobody goes on with: a client went away, a process died, a task was lost."""

from __future__ import annotations

from uuid import UUID

import structlog
from django.utils import timezone

from speaking.models import SpeakResource
from speaking.pipeline import pipeline_start
from speaking.services import UNFINISHED, session_claim
from speaking.spool import SpoolLost, SpoolUnavailable, spool_of

log = structlog.get_logger(__name__)


def sessions_due() -> list[UUID]:
    """Unfinished sessions whose time is over."""
    due = SpeakResource.objects.filter(status__in=UNFINISHED, expires_at__lte=timezone.now())
    return list(due.values_list("pk", flat=True))


def session_recover(*, session_id: UUID) -> None:
    """Set a session on the way to the result its recording allows. May run twice without harm.

    A session that was resumed since it was found due is left alone.
    """
    if not session_claim(session_id=session_id):
        return
    fence = SpeakResource.objects.values_list("fence", flat=True).filter(pk=session_id).first()
    spool = spool_of(session_id)
    try:
        # Whoever held it and does not know yet that it is over is shut out before it is read.
        spool.open(fence or 0)
        spool.close()
    except SpoolLost:
        return  # deleted, or resumed in this very moment
    except SpoolUnavailable:
        log.exception("spool_away", session_id=str(session_id))
        return  # its lease runs out again
    pipeline_start(session_id=session_id)
