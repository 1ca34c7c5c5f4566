"""What any connection needs: frames in order and never too many, answers numbered, errors told."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import structlog
from channels.generic.websocket import AsyncWebsocketConsumer

from learnenglish.common.metrics import SOCKET_ERRORS
from speaking.framing import Chunk, ProtocolError, frame_parse
from speaking.problems import problem_of
from speaking.protocol import (
    BAD_MESSAGES_BEFORE_CLOSE,
    CLOSE_CODES,
    WINDOW_BYTES,
    WINDOW_CHUNKS,
    ClientMessage,
    ServerMessage,
)

log = structlog.get_logger(__name__)
Frame = tuple[str | None, bytes | None]
LAST_FRAMES_SECONDS = 8.0
WINDOW_RETRY_MS = 500


class Connection(AsyncWebsocketConsumer):
    """``receive`` only queues, so that the server never piles up frames; one task works the queue
    off in order and calls ``on_message`` for each."""

    async def connect(self) -> None:
        self.session_id: UUID | None = None
        self.count = 0
        self.bad_in_row = 0
        self.closing = False
        self.gone = asyncio.Event()
        # None marks the end: the connection is gone.
        self.inbox: deque[Frame | None] = deque()
        self.inbox_bytes = 0
        self.inbox_filled = asyncio.Event()
        # Whether something was refused since the inbox was last empty, and if that was after it
        # was said.
        self.is_flooded = self.is_more_refused = False
        self.tasks: set[asyncio.Task[None]] = set()
        self.worker: asyncio.Task[None] | None = None

    def spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run ``work`` beside the messages, no longer than the connection lasts."""
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    # --- in ------------------------------------------------------------------------------------
    async def on_message(self, message: ClientMessage | Chunk) -> None:
        """Act on a message of the client's."""
        raise NotImplementedError

    @property
    def next_seq(self) -> int:
        """Which chunk is stored next."""
        raise NotImplementedError

    async def dispatch(self, message: dict[str, Any]) -> None:
        """A frame is queued at once. Channels would first tidy up in the thread that all queries
        share, and while one of them waits no frame would be looked at, nor one too many refused."""
        if message["type"] == "websocket.receive":
            await self.websocket_receive(message)
        else:
            await super().dispatch(message)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if self.closing:
            return
        size = len(text_data or "") + len(bytes_data or b"")
        if len(self.inbox) >= WINDOW_CHUNKS or self.inbox_bytes + size > WINDOW_BYTES:
            await self._refuse()
            return
        self.inbox.append((text_data, bytes_data))
        self.inbox_bytes += size
        self.inbox_filled.set()

    async def _refuse(self) -> None:
        """Unread, so that a flood costs no memory; what was acknowledged is safe.

        Said at the first frame and, if that was not the last, once more when there is room again:
        answers to each would pile up for whoever floods and does not read.
        """
        if self.is_flooded:
            self.is_more_refused = True
            return
        self.is_flooded = True
        await self._say_too_fast()

    async def _say_too_fast(self) -> None:
        await self.report(
            ProtocolError(
                "too_fast",
                "Wait for chunk_ack before sending more.",
                retryable=True,
                retry_after_ms=WINDOW_RETRY_MS,
                next_seq=self.next_seq,
            )
        )

    async def _flood_over(self) -> None:
        """The inbox is empty: whatever was refused can be sent again."""
        self.is_flooded, more, self.is_more_refused = False, self.is_more_refused, False
        if more:
            await self._say_too_fast()

    def listen(self) -> None:
        self.worker = self.spawn(self._work())

    async def hear_out(self) -> None:
        """What came before the connection was lost counts: a cancel, a stop, the last sound."""
        self.inbox.append(None)
        self.inbox_filled.set()
        if self.worker is not None:
            await asyncio.wait({self.worker}, timeout=LAST_FRAMES_SECONDS)

    async def _work(self) -> None:
        while True:
            await self.inbox_filled.wait()
            self.inbox_filled.clear()
            while self.inbox:
                frame = self.inbox.popleft()
                if frame is None or self.closing:
                    return
                text, data = frame
                self.inbox_bytes -= len(text or "") + len(data or b"")
                await self._handle(text, data)
            await self._flood_over()

    async def _handle(self, text: str | None, data: bytes | None) -> None:
        message_type = None
        try:
            message = frame_parse(text, data)
            message_type = "audio_chunk" if isinstance(message, Chunk) else message["type"]
            await self.on_message(message)
            self.bad_in_row = 0
        except Exception as error:
            await self.fail_by(error, in_reply_to=message_type)

    # --- out -----------------------------------------------------------------------------------
    async def say(self, message: ServerMessage) -> None:
        if self.closing or self.gone.is_set():
            return
        self.count += 1
        session = {"session_id": str(self.session_id)} if self.session_id else {}
        try:
            await self.send(json.dumps({**session, **message, "n": self.count}, allow_nan=False))
        except OSError:  # lost just now; ``disconnect`` is on its way
            self.gone.set()

    async def report(self, error: ProtocolError) -> None:
        SOCKET_ERRORS.labels(error.code).inc()
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
        """Report, and close if the error is fatal."""
        if error.code == "bad_message":
            self.bad_in_row += 1
            error.fatal = self.bad_in_row >= BAD_MESSAGES_BEFORE_CLOSE
        await self.report(error)
        if error.fatal:
            await self.end(CLOSE_CODES[error.code])

    async def end(self, close_code: int) -> None:
        """Close; what still comes is not heard."""
        self.closing = True
        with suppress(OSError):  # lost just now
            await self.close(close_code)

    async def fail_by(self, error: Exception, *, in_reply_to: str | None = None) -> None:
        """Say in the protocol's words what was raised; called while it is being handled."""
        problem = problem_of(error, in_reply_to=in_reply_to)
        await (self.fail(problem) if problem is not None else self.crash())

    async def crash(self) -> None:
        """Our own fault: the log has the trace, the client only a number to tell us."""
        request_id = uuid4().hex
        log.exception("socket_crash", request_id=request_id)
        message = "Something went wrong on our side. What was acknowledged is safe."
        await self.fail(
            ProtocolError("internal", message, retryable=True, fatal=True, request_id=request_id)
        )
