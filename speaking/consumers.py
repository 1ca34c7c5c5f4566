"""``/ws/speak``: the messages of a session. What is decided is in ``live`` and ``services``."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import structlog
from channels.db import database_sync_to_async
from django.conf import settings
from django.utils import timezone
from redis import RedisError

from learnenglish.common.errors import DomainError
from learnenglish.common.metrics import SPEAK_SOCKETS
from learnenglish.common.redis_cache import CacheAway
from speaking import finishing
from speaking.admission import socket_close, socket_keep, socket_open
from speaking.connection import Connection
from speaking.framing import Chunk, ProtocolError
from speaking.live import LiveSession
from speaking.models import SessionStatus, SpeakResource
from speaking.pipeline import RETRIED, group_of
from speaking.problems import problem_of, superseded
from speaking.protocol import ClientMessage, Resume, Start, Stop
from speaking.selectors import session_find, session_owned, session_result
from speaking.services import session_begin, session_cancel, session_create
from speaking.shutdown import open_sockets
from speaking.spool import SpoolLost
from speaking.stt.base import SttError

log = structlog.get_logger(__name__)


class SpeakConsumer(Connection):
    """One connection, with one session at a time. Beside the messages, one task asks for interim
    words and one watches for silence on the line."""

    async def connect(self) -> None:
        await super().connect()
        self.user = self.scope["user"]
        structlog.contextvars.bind_contextvars(
            request_id=str(uuid4()), user_id=str(self.user.pk) if self.user else None
        )
        self.live: LiveSession | None = None
        self.interim_task: asyncio.Task[None] | None = None
        self.place: str | None = None
        open_sockets.add(self)
        SPEAK_SOCKETS.inc()
        await self.accept()
        if self.user is None:
            code = self.scope.get("auth_error") or "unauthenticated"
            await self.fail(ProtocolError(code, "Sign in, then connect again.", fatal=True))
            return
        try:
            self.place = await database_sync_to_async(socket_open)(user_id=self.user.pk)
        except Exception as error:
            await self.fail_by(error)
            return
        log.info("socket_opened")
        self.listen()
        self.spawn(self.watch_person())

    @property
    def next_seq(self) -> int:
        return self.live.next_seq if self.live else 0

    async def on_message(self, message: ClientMessage | Chunk) -> None:
        if isinstance(message, Chunk):
            await self.on_chunk(message)
        else:
            await getattr(self, f"on_{message['type']}")(message)

    # --- messages ------------------------------------------------------------------------------
    async def on_start(self, message: Start) -> None:
        self.require_no_session("start")
        config = {
            "audio": {"encoding": "pcm_s16le", "sample_rate": 16000, "channels": 1}
            | dict(message.get("audio", {})),
            "interim": message.get("interim", True),
            "pause_ms": message.get("pause_ms", 1000),
        }
        session_id = message.get("session_id")
        if session_id is None:
            row = await database_sync_to_async(session_create)(
                user=self.user,
                mode=message.get("mode"),
                topic_id=message.get("topic_id"),
                reference_text=message.get("reference_text", ""),
                language=message.get("language", "en-US"),
                level=message.get("level", ""),
            )
            session_id = row.pk
        await self.begin(session_id, config, resumed=False)

    async def on_resume(self, message: Resume) -> None:
        self.require_no_session("resume")
        found = await database_sync_to_async(session_find)(message["session_id"])
        row = session_owned(found, user=self.user)
        if row.status in (SessionStatus.PROCESSING, SessionStatus.COMPLETED):
            await self.attach(row)
            return
        if row.status != SessionStatus.STREAMING:
            raise ProtocolError(
                "not_found", "This session cannot be resumed.", in_reply_to="resume"
            )
        await self.begin(row.pk, {}, resumed=True)

    async def begin(self, session_id: UUID, config: dict[str, Any], *, resumed: bool) -> None:
        row = await database_sync_to_async(session_begin)(
            user=self.user, session_id=session_id, config=config
        )
        group = group_of(session_id)
        # Whoever held this session before lets go of it; then it is ours.
        await self.channel_layer.group_send(
            group, {"type": "session.taken", "by": self.channel_name}
        )
        await self.channel_layer.group_add(group, self.channel_name)
        live = LiveSession(row)
        self.session_id = session_id
        structlog.contextvars.bind_contextvars(session_id=str(session_id))
        try:
            await live.open()
        except BaseException:
            await self.forget()
            raise
        self.live = live
        log.info("session_begun", mode=row.mode, resumed=resumed)
        described = {
            "mode": row.mode,
            "topic_id": str(row.topic_id) if row.topic_id else None,
            "reference_text": row.reference_text,
            "language": row.language,
            "level": row.level,
        }
        live.config = {**described, **live.config}
        await self.say(live.ack(resumed=resumed))
        if live.wants_interim:
            self.interim_task = self.spawn(self.watch(live))
        self.spawn(self.watch_idle(live))
        self.heard_at = asyncio.get_running_loop().time()

    async def attach(self, row: SpeakResource) -> None:
        """Resume after ``stop``: there is nothing to send any more, only a result to wait for."""
        self.session_id = row.pk
        await self.channel_layer.group_add(group_of(row.pk), self.channel_name)
        # Read again: its end may have been told before we were there to hear it.
        await self.session_lost({"session_id": str(row.pk)})

    async def on_chunk(self, chunk: Chunk) -> None:
        live = self.require_session("audio_chunk")
        self.heard_at = asyncio.get_running_loop().time()
        try:
            ack = await live.take(chunk)
            if ack is not None:
                await live.renew()
        except SpoolLost:
            self.live = None
            await live.close()
            await self.session_lost({"session_id": str(live.id)})
            return
        if ack is not None:
            await self.say(ack)
        if live.is_full:
            await self.report(
                ProtocolError("duration_limit", "The time is up; this is evaluated now.")
            )
            await self.finish(live)

    async def on_stop(self, message: Stop) -> None:
        live = self.require_session("stop")
        last_seq = message.get("last_seq")
        if last_seq is not None and last_seq >= live.next_seq:
            raise ProtocolError(
                "chunks_missing",
                f"Send chunks {live.next_seq} to {last_seq} again, then stop.",
                in_reply_to="stop",
                retryable=True,
                next_seq=live.next_seq,
            )
        await self.say(live.chunk_ack())
        await self.finish(live)

    async def on_cancel(self, message: Any) -> None:
        live = self.require_session("cancel")
        await self.let_go()
        await database_sync_to_async(session_cancel)(session_id=live.id)
        await self.end(1000)

    async def on_ping(self, message: Any) -> None:
        now = timezone.now().isoformat()
        await self.say({"type": "pong", "t": message["t"], "server_time": now})

    # --- the end of a recording ----------------------------------------------------------------
    async def finish(self, live: LiveSession) -> None:
        """Hand the recording over; ``finishing`` works on even if this connection is lost."""
        self.live = None
        if self.interim_task is not None:
            self.interim_task.cancel()
        # First: nobody else knows of it any more, should the connection be lost in this moment.
        finishing.start(live)
        await self.say({"type": "processing", "stage": "transcribing"})

    def awaits(self, event: dict[str, Any]) -> bool:
        """Whether ``event`` is of the session here, and not told twice or of the one before it."""
        return bool(event["session_id"] == str(self.session_id)) and self.live is None

    async def session_stage(self, event: dict[str, Any]) -> None:
        if self.awaits(event):
            await self.say({"type": "processing", "stage": event["stage"]})

    async def session_finished(self, event: dict[str, Any]) -> None:
        await self.session_lost(event)

    async def session_lost(self, event: dict[str, Any]) -> None:
        """The session has its result, or somebody else holds, ended or deleted it: its row says
        which."""
        if not self.awaits(event):
            return
        try:
            row = await database_sync_to_async(session_find)(UUID(event["session_id"]))
        except Exception as error:
            await self.fail_by(error)
            return
        if row is None:
            await self.report(ProtocolError("not_found", "This session was deleted."))
        elif row.status == SessionStatus.STREAMING:
            await self.fail(superseded())
        elif row.status == SessionStatus.PROCESSING:
            await self.say({"type": "processing", "stage": "evaluating"})
            return  # its end will be told to all who wait
        elif row.status == SessionStatus.COMPLETED:
            await self.say({"type": "final", **session_result(row)})
        else:
            await self.report(ProtocolError("stt_failed", row.error_message or RETRIED))
        await self.forget()

    async def session_failed(self, event: dict[str, Any]) -> None:
        if self.awaits(event):
            await self.report(ProtocolError(event["code"], event["message"], retryable=True))
            await self.forget()

    async def session_taken(self, event: dict[str, Any]) -> None:
        if event["by"] == self.channel_name:
            return
        await self.fail(superseded())
        await self.let_go()

    async def forget(self) -> None:
        """The session has its result: the connection is free for the next one."""
        session_id, self.session_id = self.session_id, None
        if session_id is not None:
            with suppress(RedisError):  # it ends by itself
                await self.channel_layer.group_discard(group_of(session_id), self.channel_name)

    # --- beside the messages -------------------------------------------------------------------
    async def watch(self, live: LiveSession) -> None:
        """Send words as they come. Asked one at a time, so a slow engine skips, never queues."""
        while self.live is live:
            try:
                interim = await live.interim()
            except SttError as error:
                if self.live is live:  # else it was let go of, and is not missed
                    await self.report(problem_of(error) or superseded())
                return
            except Exception:
                log.exception("interim_crash", session_id=str(live.id))
                return
            if interim is not None and self.live is live:
                await self.say(interim)

    async def watch_person(self) -> None:
        """Whoever is suspended or deleted is shown out; the place stays taken till then."""
        while not self.closing:
            await asyncio.sleep(settings.SPEAK_RECHECK_SECONDS)
            try:
                await database_sync_to_async(socket_keep)(user_id=self.user.pk, place=self.place)
            except CacheAway:  # nobody is shown out for that
                continue
            except DomainError as error:
                await self.fail_by(error)
            except Exception:  # the database is busy: ask again
                log.exception("person_check_crash")

    async def watch_idle(self, live: LiveSession) -> None:
        limit = settings.SPEAK_IDLE_MS / 1000
        loop = asyncio.get_running_loop()
        while self.live is live:
            left = self.heard_at + limit - loop.time()
            if left <= 0:
                message = "No sound came for a while. Resume to go on."
                await self.fail(ProtocolError("idle", message, retryable=True, fatal=True))
                return
            await asyncio.sleep(left)

    def require_session(self, message_type: str) -> LiveSession:
        if self.live is None:
            raise ProtocolError("not_started", "Send start first.", in_reply_to=message_type)
        return self.live

    def require_no_session(self, message_type: str) -> None:
        if self.live is not None or self.session_id is not None:
            raise ProtocolError(
                "already_started", "A session is running here.", in_reply_to=message_type
            )

    async def let_go(self) -> None:
        live, self.live = self.live, None
        if live is not None:
            await live.close()
        await self.forget()

    async def disconnect(self, code: int) -> None:
        self.gone.set()
        log.info("socket_closed", code=code)
        open_sockets.discard(self)
        SPEAK_SOCKETS.dec()
        await self.give_place_back()
        await self.hear_out()
        live = self.live
        for task in tuple(self.tasks):
            task.cancel()
        await self.let_go()
        if live is not None:
            await live.leave()

    async def give_place_back(self) -> None:
        try:
            if self.place is not None:
                await database_sync_to_async(socket_close)(place=self.place)
        except Exception:  # the cache is away; the place is free again after a while
            log.exception("place_crash")
