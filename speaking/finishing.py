"""From ``stop`` to the result, in the web process but apart from the connection.

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

from learnenglish.common.errors import DomainError
from speaking.evaluation.base import EvaluationError
from speaking.live import LiveSession
from speaking.services import (
    failure_code,
    session_fail,
    session_finish,
    session_processing,
    sessions_release,
)
from speaking.spool import SpoolLost
from speaking.stt.base import SttError

log = structlog.get_logger(__name__)
RETRIED = "Your recording is safe. It is evaluated again in a minute; look at it later."
# asyncio keeps only weak references to tasks; without this one a result could be collected.
_running: dict[asyncio.Task[None], UUID] = {}


def start(live: LiveSession, *, group: str) -> None:
    """Finish ``live`` in the background and tell ``group`` how it went."""
    task = asyncio.create_task(_finish(live, group))
    _running[task] = live.id
    task.add_done_callback(lambda done: _running.pop(done, None))


async def drain(seconds: float) -> None:
    """Wait for what is being finished, but not long; the sweep takes the rest over at once."""
    if _running:
        await asyncio.wait(_running, timeout=seconds)
    left = list(_running.values())
    await database_sync_to_async(sessions_release)(session_ids=left)


async def _finish(live: LiveSession, group: str) -> None:
    layer = get_channel_layer()

    async def tell(message_type: str, **content: Any) -> None:
        await layer.group_send(group, {"type": message_type, **content})

    try:
        if not await database_sync_to_async(session_processing)(
            session_id=live.id, fence=live.fence
        ):
            await tell("session.lost", session_id=str(live.id))
            return
        transcript = await live.finish()
        pcm = await live.recording()
        await live.close()
        await tell("session.stage", stage="evaluating")
        # Not in the thread that all sockets' queries share: an evaluation takes a while.
        await database_sync_to_async(session_finish, thread_sensitive=False)(
            session_id=live.id, transcript=transcript, pcm=pcm
        )
        await tell("session.finished", session_id=str(live.id))
    except (DomainError, SpoolLost):  # cancelled, deleted or taken over meanwhile
        await tell("session.lost", session_id=str(live.id))
    except Exception as error:
        if not isinstance(error, SttError | EvaluationError):
            log.exception("session_crash", session_id=str(live.id))
        await tell("session.failed", code=failure_code(error), message=RETRIED)
        await _note_failure(live, error)
    finally:
        await live.close()


async def _note_failure(live: LiveSession, error: Exception) -> None:
    """If not even that can be written, the session's lease runs out and the sweep takes it."""
    try:
        await database_sync_to_async(session_fail)(session_id=live.id, error=error)
    except Exception:
        log.exception("session_fail_crash", session_id=str(live.id))
