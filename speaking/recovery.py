"""Sessions that nobody goes on with: a client went away, a process died, a task was lost."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db import transaction
from django.utils import timezone

from speaking.models import SessionStatus, SpeakResource
from speaking.pipeline import pipeline_start
from speaking.services import UNFINISHED, session_claim
from speaking.spool import SpoolLost, SpoolUnavailable, spool_of

log = structlog.get_logger(__name__)

# Nobody comes back after that to begin what they only prepared.
UNSTARTED_KEEP = timedelta(days=7)
_AT_ONCE = 500


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


def sessions_drop_unstarted() -> int:
    """Remove sessions that were prepared and never begun; how many there were."""
    oldest = timezone.now() - UNSTARTED_KEEP
    dropped = 0
    while count := _drop_unstarted(oldest):
        dropped += count
    if dropped:
        log.info("sessions_dropped", count=dropped)
    return dropped


def _drop_unstarted(created_before: datetime) -> int:
    """Some of them. Locked, so that one that begins in this very moment is not among them."""
    unstarted = SpeakResource.objects.filter(
        status=SessionStatus.CREATED, created_at__lt=created_before
    )
    with transaction.atomic():
        locked = unstarted.select_for_update(skip_locked=True).order_by("pk")
        found = list(locked.values_list("pk", flat=True)[:_AT_ONCE])
        SpeakResource.objects.filter(pk__in=found).delete()
    return len(found)
