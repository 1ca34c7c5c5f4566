"""After ``stop``, in the web process but apart from the connection: the last words, then the
pipeline.

A client that goes away loses nothing: the work goes on and the result is in the database. A
process that dies loses nothing either: the sound is spooled and the sweep takes over.
"""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import structlog
from channels.db import database_sync_to_async
from channels.layers import get_channel_layer
from django.conf import settings

from learnenglish.common.errors import DomainError
from speaking.live import LiveSession
from speaking.models import SessionStatus
from speaking.pipeline import GIVEN_UP, RETRIED, group_of, pipeline_start, session_fail
from speaking.selectors import session_find
from speaking.services import session_processing, sessions_release
from speaking.spool import SpoolLost
from speaking.steps import session_transcribed
from speaking.stt.base import SttError

log = structlog.get_logger(__name__)
# asyncio keeps only weak references to tasks; without this one a result could be collected.
_running: dict[asyncio.Task[None], UUID] = {}


def start(live: LiveSession) -> None:
    """Finish ``live`` in the background and tell its group how it went."""
    task = asyncio.create_task(_finish(live))
    _running[task] = live.id
    task.add_done_callback(lambda done: _running.pop(done, None))


async def drain(seconds: float) -> None:
    """Wait for what is being finished, but not long; the sweep takes the rest over at once."""
    if _running:
        await asyncio.wait(_running, timeout=seconds)
    left = list(_running.values())
    await database_sync_to_async(sessions_release)(session_ids=left)


async def _finish(live: LiveSession) -> None:
    try:
        if not await database_sync_to_async(session_processing)(
            session_id=live.id, fence=live.fence
        ):
            await _tell(live.id, "session.lost")
            return
        transcript = await live.finish()
        await _tell(live.id, "session.stage", stage="evaluating")
        await database_sync_to_async(session_transcribed)(session_id=live.id, transcript=transcript)
    except (DomainError, SpoolLost):  # cancelled, deleted or taken over meanwhile
        await _tell(live.id, "session.lost")
        return
    except Exception as error:
        if not isinstance(error, SttError):
            log.exception("session_crash", session_id=str(live.id))
        await _note_failure(live, error)
        await _tell(live.id, "session.failed", code="stt_failed", message=RETRIED)
        return
    finally:
        await live.close()
    # Not in the thread that all sockets' queries share: without a broker an evaluation runs here.
    await database_sync_to_async(pipeline_start, thread_sensitive=False)(session_id=live.id)
    if settings.CELERY_TASK_ALWAYS_EAGER:
        await _tell_outcome(live.id)


async def _tell_outcome(session_id: UUID) -> None:
    """What the steps that ran in this process came to."""
    row = await database_sync_to_async(session_find)(session_id)
    if row is not None and row.status == SessionStatus.COMPLETED:
        await _tell(session_id, "session.finished")
    elif row is not None and row.error_code:
        again = row.status == SessionStatus.PROCESSING
        message = RETRIED if again else GIVEN_UP
        await _tell(session_id, "session.failed", code=row.error_code, message=message)
    else:
        await _tell(session_id, "session.lost")


async def _tell(session_id: UUID, message_type: str, **content: Any) -> None:
    event = {"type": message_type, "session_id": str(session_id), **content}
    await get_channel_layer().group_send(group_of(session_id), event)


async def _note_failure(live: LiveSession, error: Exception) -> None:
    """If not even that can be written, the session's lease runs out and the sweep takes it."""
    try:
        await database_sync_to_async(session_fail)(session_id=live.id, error=error)
    except Exception:
        log.exception("session_fail_crash", session_id=str(live.id))
