"""``/ws/speak``: holds the connection; what is decided is decided in ``live`` and ``services``."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from typing import Any
from uuid import UUID, uuid4

import structlog
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings
from django.utils import timezone

from learnenglish.common.errors import DomainError
from learnenglish.common.problems import is_database_busy
from speaking import finishing
from speaking.framing import Chunk, ProtocolError, frame_parse
from speaking.live import LiveSession
from speaking.models import SessionStatus, SpeakResource
from speaking.protocol import (
    BAD_MESSAGES_BEFORE_CLOSE,
    CLOSE_CODES,
    WINDOW_BYTES,
    WINDOW_CHUNKS,
    Resume,
    ServerMessage,
    Start,
    Stop,
)
from speaking.selectors import (
    session_find,
    session_get,
    session_owned,
    session_result,
)
from speaking.services import session_begin, session_cancel, session_create, session_renew
from speaking.shutdown import open_sockets
from speaking.stt.base import SttError

log = structlog.get_logger(__name__)
Frame = tuple[str | None, bytes | None]
LAST_FRAMES_SECONDS = 8.0
# What services say, as the protocol calls it; what is not here is a wrong field.
DOMAIN_CODES = {
    "not_found": "not_found",
    "session_finished": "not_found",
    "forbidden": "forbidden",
    "quota_exceeded": "quota_exceeded",
}


class SpeakConsumer(AsyncWebsocketConsumer):
    """One connection. ``receive`` only queues, so that the server never piles up frames; one task
    works the queue off in order, another asks for interim words."""

    async def connect(self) -> None:
        self.user = self.scope["user"]
        self.live: LiveSession | None = None
        self.session_id: UUID | None = None
        self.count = 0
        self.bad_in_row = 0
        self.closing = False
        self.gone = asyncio.Event()
        # None marks the end: the connection is gone.
        self.inbox: deque[Frame | None] = deque()
        self.inbox_bytes = 0
        self.inbox_filled = asyncio.Event()
        self.tasks: set[asyncio.Task[None]] = set()
        self.interim_task: asyncio.Task[None] | None = None
        self.worker: asyncio.Task[None] | None = None
        open_sockets.add(self)
        await self.accept()
        if self.user is None:
            code = self.scope.get("auth_error") or "unauthenticated"
            await self.fail(ProtocolError(code, "Sign in, then connect again.", fatal=True))
            return
        self.worker = self.spawn(self.work())

    def spawn(self, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    # --- in ------------------------------------------------------------------------------------
    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if self.closing:
            return
        size = len(text_data or "") + len(bytes_data or b"")
        if len(self.inbox) >= WINDOW_CHUNKS or self.inbox_bytes + size > WINDOW_BYTES:
            # Refused unread, so a flood costs no memory; what was acknowledged is safe.
            next_seq = self.live.next_seq if self.live else 0
            await self.report(
                ProtocolError(
                    "too_fast",
                    "Wait for chunk_ack before sending more.",
                    retryable=True,
                    retry_after_ms=500,
                    next_seq=next_seq,
                )
            )
            return
        self.inbox.append((text_data, bytes_data))
        self.inbox_bytes += size
        self.inbox_filled.set()

    async def work(self) -> None:
        """Handle the frames in order, the last one too when the connection is lost meanwhile."""
        while True:
            await self.inbox_filled.wait()
            self.inbox_filled.clear()
            while self.inbox:
                frame = self.inbox.popleft()
                if frame is None or self.closing:
                    return
                text, data = frame
                self.inbox_bytes -= len(text or "") + len(data or b"")
                await self.handle(text, data)

    async def handle(self, text: str | None, data: bytes | None) -> None:
        message_type = "audio_chunk"
        try:
            message = frame_parse(text, data)
            if isinstance(message, Chunk):
                await self.on_chunk(message)
            else:
                message_type = message["type"]
                await getattr(self, f"on_{message_type}")(message)
            self.bad_in_row = 0
        except ProtocolError as error:
            await self.fail(error)
        except (DomainError, SttError) as error:
            await self.fail(_problem(error, in_reply_to=message_type))
        except Exception as error:
            if not _is_busy(error):
                await self.crash()
                return
            problem = "The server is busy. Try again in a moment."
            await self.fail(
                ProtocolError(
                    "busy",
                    problem,
                    in_reply_to=message_type,
                    retryable=True,
                    retry_after_ms=1000,
                    fatal=True,
                )
            )

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
        group = _group(session_id)
        # Whoever held this session before lets go of it; then it is ours.
        await self.channel_layer.group_send(
            group, {"type": "session.taken", "by": self.channel_name}
        )
        await self.channel_layer.group_add(group, self.channel_name)
        live = LiveSession(row)
        self.session_id = session_id
        try:
            await live.open()
        except BaseException:
            await self.forget()
            raise
        self.live = live
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
        await self.channel_layer.group_add(_group(row.pk), self.channel_name)
        if row.status == SessionStatus.COMPLETED:
            await self.say({"type": "final", **session_result(row)})
        else:
            await self.say({"type": "processing", "stage": "evaluating"})

    async def on_chunk(self, chunk: Chunk) -> None:
        live = self.require_session("audio_chunk")
        self.heard_at = asyncio.get_running_loop().time()
        ack = await live.take(chunk)
        if ack is not None:
            await live.renew()
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
        await self.close(1000)

    async def on_ping(self, message: Any) -> None:
        now = timezone.now().isoformat()
        await self.say({"type": "pong", "t": message["t"], "server_time": now})

    # --- the end of a recording ----------------------------------------------------------------
    async def finish(self, live: LiveSession) -> None:
        """Hand the recording over; ``finishing`` works on even if this connection is lost."""
        self.live = None
        if self.interim_task is not None:
            self.interim_task.cancel()
        await self.say({"type": "processing", "stage": "transcribing"})
        finishing.start(live, group=_group(live.id))

    async def session_stage(self, event: dict[str, Any]) -> None:
        await self.say({"type": "processing", "stage": event["stage"]})

    async def session_finished(self, event: dict[str, Any]) -> None:
        row = await database_sync_to_async(session_get)(
            user=self.user, session_id=UUID(event["session_id"])
        )
        await self.say({"type": "final", **session_result(row)})
        await self.forget()

    async def session_lost(self, event: dict[str, Any]) -> None:
        """Somebody else ended the session: they stored its result, or it was deleted."""
        row = await database_sync_to_async(session_find)(UUID(event["session_id"]))
        if row is None:
            await self.report(ProtocolError("not_found", "This session was deleted."))
        elif row.status == SessionStatus.COMPLETED:
            await self.say({"type": "final", **session_result(row)})
        else:
            await self.report(ProtocolError("stt_failed", finishing.RETRIED, retryable=True))
        await self.forget()

    async def session_failed(self, event: dict[str, Any]) -> None:
        await self.report(ProtocolError(event["code"], event["message"], retryable=True))
        await self.forget()

    async def session_taken(self, event: dict[str, Any]) -> None:
        if event["by"] == self.channel_name:
            return
        await self.let_go()
        await self.fail(
            ProtocolError("superseded", "This session goes on in another window.", fatal=True)
        )

    async def forget(self) -> None:
        """The session has its result: the connection is free for the next one."""
        if self.session_id is not None:
            await self.channel_layer.group_discard(_group(self.session_id), self.channel_name)
        self.session_id = None

    # --- beside the messages -------------------------------------------------------------------
    async def watch(self, live: LiveSession) -> None:
        """Send words as they come. Asked one at a time, so a slow engine skips, never queues."""
        while self.live is live:
            try:
                interim = await live.interim()
            except SttError as error:
                await self.report(_problem(error))
                return
            except Exception:
                log.exception("interim_crash", session_id=str(live.id))
                return
            if interim is not None and self.live is live:
                await self.say(interim)

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

    # --- out -----------------------------------------------------------------------------------
    async def say(self, message: ServerMessage) -> None:
        if self.closing or self.gone.is_set():
            return
        self.count += 1
        session = {"session_id": str(self.session_id)} if self.session_id else {}
        await self.send(json.dumps({**session, **message, "n": self.count}, allow_nan=False))

    async def report(self, error: ProtocolError) -> None:
        await self.say(
            {
                "type": "error",
                "code": error.code,
                "message": error.message,
                "retryable": error.retryable,
                "retry_after_ms": error.retry_after_ms,
                "in_reply_to": error.in_reply_to,
                "fatal": error.fatal,
                **error.extra,
            }
        )

    async def fail(self, error: ProtocolError) -> None:
        if error.code == "bad_message":
            self.bad_in_row += 1
            error.fatal = self.bad_in_row >= BAD_MESSAGES_BEFORE_CLOSE
        await self.report(error)
        if error.fatal:
            self.closing = True
            await self.close(CLOSE_CODES[error.code])

    async def crash(self) -> None:
        """Our own fault: the log has the trace, the client only a number to tell us."""
        request_id = uuid4().hex
        log.exception("socket_crash", request_id=request_id)
        message = "Something went wrong on our side. What was acknowledged is safe."
        await self.fail(
            ProtocolError("internal", message, retryable=True, fatal=True, request_id=request_id)
        )

    async def let_go(self) -> None:
        live, self.live = self.live, None
        if live is not None:
            await live.close()
        await self.forget()

    async def disconnect(self, code: int) -> None:
        self.gone.set()
        open_sockets.discard(self)
        # What came before the connection was lost counts: a cancel, a stop, the last sound.
        self.inbox.append(None)
        self.inbox_filled.set()
        if self.worker is not None:
            await asyncio.wait({self.worker}, timeout=LAST_FRAMES_SECONDS)
        live = self.live
        for task in tuple(self.tasks):
            task.cancel()
        await self.let_go()
        if live is not None:
            await database_sync_to_async(session_renew)(session_id=live.id)


def _group(session_id: UUID) -> str:
    return f"speak.{session_id}"


def _is_busy(error: Exception) -> bool:
    """The database is locked, or another process does not let go of the session."""
    return is_database_busy(error) or isinstance(error, BlockingIOError)


def _problem(error: DomainError | SttError, in_reply_to: str | None = None) -> ProtocolError:
    """What the client is told of a rule that was broken or an engine that failed."""
    if isinstance(error, SttError):
        return ProtocolError(
            error.code,
            error.message,
            in_reply_to=in_reply_to,
            retryable=error.retryable,
            retry_after_ms=error.retry_after_ms,
            fatal=error.code == "busy",
        )
    code = DOMAIN_CODES.get(error.code, "bad_message")
    problem = ProtocolError(
        code,
        error.message,
        in_reply_to=in_reply_to,
        retry_after_ms=error.retry_after_ms,
        fatal=code in ("forbidden", "quota_exceeded"),
    )
    if error.field:
        problem.extra["param"] = error.field
    return problem
