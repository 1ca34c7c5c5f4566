"""How each error of the protocol comes about, played by a client."""

from __future__ import annotations

import signal
from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import transaction
from redis import Redis

from accounts.models import NotificationKind, NotificationPreference, Status, User
from accounts.plans import MINUTE_MS, Quota, quota_add
from speaking import protocol
from speaking.models import SessionStatus, SpeakResource
from speaking.spool.file import FileSpool
from speaking.spool.redis import spool_key
from speaking.tests.protocol_stage import SECOND, Stage, started
from speaking.tests.talker import Talker


async def play_unauthenticated(stage: Stage, talker: Talker) -> None:
    """Suspended while connected."""
    stage.user.status = Status.SUSPENDED
    await stage.user.asave()


async def play_forbidden(stage: Stage, talker: Talker) -> None:
    other = await sync_to_async(User.objects.create_user)("other@example.com", "x" * 20)
    theirs = await SpeakResource.objects.acreate(user=other)
    await talker.say("start", session_id=str(theirs.pk))


async def play_bad_message(stage: Stage, talker: Talker) -> None:
    for _ in range(protocol.BAD_MESSAGES_BEFORE_CLOSE):
        await talker.connection.send("rubbish")


async def play_not_started(stage: Stage, talker: Talker) -> None:
    await talker.say("stop")


async def play_already_started(stage: Stage, talker: Talker) -> None:
    await started(talker)
    await talker.say("start")


async def play_not_found(stage: Stage, talker: Talker) -> None:
    await talker.say("resume", session_id="00000000-0000-0000-0000-000000000000")


async def play_chunk_too_large(stage: Stage, talker: Talker) -> None:
    limits = (await started(talker))["limits"]
    await talker.chunk(bytes(limits["max_chunk_bytes"] + 2))


async def play_chunk_out_of_order(stage: Stage, talker: Talker) -> None:
    await started(talker)
    await talker.chunk(SECOND, seq=1)


async def play_too_fast(stage: Stage, talker: Talker) -> None:
    """Sound for which there is no room while the start waits for its row, which is ours till then.

    It is said at once, and again once there is room.
    """
    session = await SpeakResource.objects.acreate(user=stage.user)
    ours = transaction.atomic()
    await sync_to_async(ours.__enter__)()
    try:
        await SpeakResource.objects.filter(pk=session.pk).aupdate(level="B1")
        await talker.say("start", session_id=str(session.pk))
        for _ in range(protocol.WINDOW_CHUNKS + 2):
            await talker.chunk(bytes(640))
        assert (await talker.error("too_fast"))["next_seq"] == 0
    finally:
        await sync_to_async(ours.__exit__)(None, None, None)


async def play_bad_audio(stage: Stage, talker: Talker) -> None:
    await started(talker)
    await talker.chunk(b"odd")


async def play_chunks_missing(stage: Stage, talker: Talker) -> None:
    await started(talker)
    await talker.say("stop", last_seq=0)


async def play_quota_exceeded(stage: Stage, talker: Talker) -> None:
    minutes = settings.PLAN_LIMITS["FREE"][Quota.SPEAKING.value]
    assert minutes is not None
    await sync_to_async(quota_add)(user=stage.user, name=Quota.SPEAKING, amount=minutes * MINUTE_MS)
    await talker.say("start")


async def play_rate_limited(stage: Stage, talker: Talker) -> None:
    """The last of one too many sockets is ``talker``'s own."""


async def play_busy(stage: Stage, talker: Talker) -> None:
    """The store of the sound refuses."""
    session = await SpeakResource.objects.acreate(user=stage.user)
    if settings.REDIS_URL:
        client = Redis.from_url(settings.REDIS_URL)
        client.set(spool_key(session.pk, "head"), "no hash")
        client.close()
    else:
        FileSpool(session.pk).path.mkdir(parents=True)
    await talker.say("start", session_id=str(session.pk))


async def play_duration_limit(stage: Stage, talker: Talker) -> None:
    await started(talker)
    await talker.chunk(SECOND)
    await talker.chunk(SECOND)


async def play_idle(stage: Stage, talker: Talker) -> None:
    await started(talker)


async def play_superseded(stage: Stage, talker: Talker) -> None:
    session_id = (await started(talker))["session_id"]
    async with stage.talking() as other:
        await other.say("resume", session_id=session_id)
        await other.until("ack")


async def play_going_away(stage: Stage, talker: Talker) -> None:
    """The row's own site; the others stay."""
    await talker.say("ping", t=1)
    await talker.until("pong")
    stage.strict.process.send_signal(signal.SIGTERM)


async def broken(stage: Stage, **config: Any) -> str:
    """A session that no client could have made: going on with it fails inside the server."""
    usual = {"audio": {"sample_rate": 16000}, "pause_ms": 1000}
    session = await SpeakResource.objects.acreate(
        user=stage.user, status=SessionStatus.STREAMING, config={**usual, **config}
    )
    return str(session.pk)


async def play_stt_failed(stage: Stage, talker: Talker) -> None:
    await talker.say("resume", session_id=await broken(stage, pause_ms="long"))


async def play_evaluation_failed(stage: Stage, talker: Talker) -> None:
    """The last step trips over a preference that cannot be read."""
    await NotificationPreference.objects.acreate(
        user=stage.user, kind=NotificationKind.EVALUATION_READY, mail="X"
    )
    await started(talker)
    await talker.chunk(SECOND)
    await talker.say("stop")


async def play_internal(stage: Stage, talker: Talker) -> None:
    await talker.say("resume", session_id=await broken(stage, audio={"sample_rate": "loud"}))


ERRORS: dict[str, Callable[[Stage, Talker], Awaitable[None]]] = {
    "unauthenticated": play_unauthenticated,
    "forbidden": play_forbidden,
    "bad_message": play_bad_message,
    "not_started": play_not_started,
    "already_started": play_already_started,
    "not_found": play_not_found,
    "chunk_too_large": play_chunk_too_large,
    "chunk_out_of_order": play_chunk_out_of_order,
    "too_fast": play_too_fast,
    "bad_audio": play_bad_audio,
    "chunks_missing": play_chunks_missing,
    "quota_exceeded": play_quota_exceeded,
    "rate_limited": play_rate_limited,
    "busy": play_busy,
    "duration_limit": play_duration_limit,
    "idle": play_idle,
    "superseded": play_superseded,
    "stt_failed": play_stt_failed,
    "evaluation_failed": play_evaluation_failed,
    "internal": play_internal,
    "going_away": play_going_away,  # last: its site is stopped by it
}
ON_STRICT = {"unauthenticated", "duration_limit", "idle", "going_away"}
# What the client may do after the pause it is told.
WITH_A_PAUSE = {"too_fast", "quota_exceeded", "rate_limited", "busy", "going_away"}
WITH_NEXT_SEQ = {"chunk_too_large", "chunk_out_of_order", "too_fast", "bad_audio", "chunks_missing"}
