"""A client of ``/ws/speak`` as one should be written. Needs ``websockets``, nothing else of ours.

It keeps every chunk until it is acknowledged. When the connection is lost it comes back, waiting
longer and longer and never in step with others, resumes the session and sends again what the server
does not have. It never has more in flight than the server allows.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import deque
from collections.abc import AsyncIterable, Callable
from contextlib import suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

Message = dict[str, Any]
FIRST_BACKOFF_S, MOST_BACKOFF_S = 0.5, 10.0
MAX_TRIES = 8
CONNECT_S = 10.0
REWIND_PAUSE_S = 0.4
# After these it is of no use to come back.
HOPELESS = {"unauthenticated", "forbidden", "bad_message", "quota_exceeded", "superseded"}
RESULT_LATER = {"stt_failed", "evaluation_failed"}
REWINDS = {"chunk_out_of_order", "chunks_missing", "too_fast"}


class SpeakError(Exception):
    """The session cannot go on from here. ``code`` is the protocol's, or ``unreachable``."""

    def __init__(self, code: str, message: str, *, session_id: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.session_id = session_id


def backoff_s(tries: int, at_least_s: float = 0.0) -> float:
    """Exponential, with full jitter, never before ``at_least_s``."""
    ceiling = min(MOST_BACKOFF_S, FIRST_BACKOFF_S * 2**tries)
    return at_least_s + random.uniform(0, ceiling)  # noqa: S311 - not a secret


class Outbox:
    """The chunks that are not acknowledged; ``first`` is the number of the oldest."""

    def __init__(self) -> None:
        self.chunks: deque[bytes] = deque()
        self.first = 0
        self.sent = 0
        self.complete = False

    @property
    def count(self) -> int:
        """How many chunks there were in all."""
        return self.first + len(self.chunks)

    @property
    def all_sent(self) -> bool:
        return self.complete and self.sent == self.count

    def acknowledge(self, next_seq: int) -> None:
        while self.chunks and self.first < next_seq:
            self.chunks.popleft()
            self.first += 1
        self.sent = max(self.sent, self.first)

    def rewind(self, next_seq: int) -> None:
        """Send again from there."""
        self.acknowledge(next_seq)
        self.sent = self.first

    def take(self, window: int) -> bytes | None:
        """The next frame to send, or None if there is none or the window is full."""
        if self.sent >= min(self.count, self.first + window):
            return None
        frame = self.sent.to_bytes(4, "big") + self.chunks[self.sent - self.first]
        self.sent += 1
        return frame


class SpeakClient:
    """One session: ``result = await SpeakClient(url, token).speak(chunks, mode="free_talk")``.

    ``on_message`` is told all the server says (interim words, stages), ``on_retry`` the seconds
    until the next try.
    """

    def __init__(
        self,
        url: str,
        token: str,
        *,
        on_message: Callable[[Message], None] = lambda message: None,
        on_retry: Callable[[float], None] = lambda seconds: None,
    ) -> None:
        self.url = url
        self.session_id: str | None = None
        self._headers = {"Authorization": f"Bearer {token}"}
        self._on_message = on_message
        self._on_retry = on_retry
        self._outbox = Outbox()
        self._window = 20
        self._not_before_s = 0.0
        self._tries = 0
        self._over = False  # the server stopped listening: the limit is reached
        self._paused_until = 0.0
        self._rewound_at = 0.0
        self._stopped_at = -1  # how many chunks there were when ``stop`` was sent; -1: not sent
        self._changed = asyncio.Event()

    async def speak(self, sound: AsyncIterable[bytes], **start: Any) -> Message:
        """Send ``sound`` (chunks of 20–1000 ms of PCM) and return the ``final`` message.

        ``start`` are the members of the start message. Raises SpeakError.
        """
        source = asyncio.create_task(self._collect(sound))
        try:
            while True:
                final = await self._connection(start)
                if final is not None:
                    return final
                await self._wait()
        finally:
            source.cancel()
            with suppress(asyncio.CancelledError):
                await source

    async def _collect(self, sound: AsyncIterable[bytes]) -> None:
        async for chunk in sound:
            self._outbox.chunks.append(chunk)
            self._changed.set()
        self._outbox.complete = True
        self._changed.set()

    async def _wait(self) -> None:
        if self._tries >= MAX_TRIES:
            message = "The server cannot be reached."
            raise SpeakError("unreachable", message, session_id=self.session_id)
        seconds = backoff_s(self._tries, self._not_before_s)
        self._tries += 1
        self._not_before_s = 0.0
        self._on_retry(seconds)
        await asyncio.sleep(seconds)

    async def _connection(self, start: dict[str, Any]) -> Message | None:
        """One connection, from greeting to result; None if it was lost. Raises SpeakError."""
        try:
            async with connect(
                self.url, additional_headers=self._headers, open_timeout=CONNECT_S, max_size=None
            ) as socket:
                # A server that has closed already may have said why.
                with suppress(ConnectionClosed):
                    await self._greet(socket, start)
                return await self._converse(socket)
        except (OSError, ConnectionClosed, InvalidHandshake):  # OSError: also a time-out
            return None

    async def _greet(self, socket: ClientConnection, start: dict[str, Any]) -> None:
        if self.session_id is None:
            await _send(socket, "start", **start)
        else:
            await _send(socket, "resume", session_id=self.session_id)

    async def _converse(self, socket: ClientConnection) -> Message | None:
        sender: asyncio.Task[None] | None = None
        try:
            async for text in socket:
                message: Message = json.loads(text)
                self._on_message(message)
                if message["type"] == "ack":
                    self._acked(message)
                    sender = sender or asyncio.create_task(self._send_all(socket))
                elif message["type"] == "chunk_ack":
                    self._outbox.acknowledge(message["next_seq"])
                    self._changed.set()
                elif message["type"] == "final":
                    return message
                elif message["type"] == "error":
                    self._failed(message)
            return None
        finally:
            if sender is not None:
                sender.cancel()
                with suppress(asyncio.CancelledError, ConnectionClosed):
                    await sender

    def _acked(self, ack: Message) -> None:
        self.session_id = ack["session_id"]
        self._window = ack["limits"]["window_chunks"]
        self._outbox.rewind(ack["next_seq"])
        self._tries = 0

    async def _send_all(self, socket: ClientConnection) -> None:
        """All sound, as far as the window allows, then ``stop``; again after a rewind."""
        self._stopped_at = -1
        while not self._over:
            self._changed.clear()
            await asyncio.sleep(max(0.0, self._paused_until - time.monotonic()))
            while (frame := self._outbox.take(self._window)) is not None:
                await socket.send(frame)
                self._stopped_at = -1
            if self._outbox.all_sent and self._stopped_at != self._outbox.sent:
                self._stopped_at = self._outbox.sent
                await _send(socket, "stop", last_seq=self._stopped_at - 1)
            await self._changed.wait()

    def _failed(self, error: Message) -> None:
        """Act on what the server says is wrong. Raises SpeakError where nothing helps."""
        code, wait_s = error["code"], (error["retry_after_ms"] or 0) / 1000
        if code in REWINDS:
            self._rewind(error["next_seq"], wait_s)
        elif code == "duration_limit":
            self._over = True
        elif code in HOPELESS | RESULT_LATER or (code == "not_found" and self.session_id):
            raise SpeakError(code, error["message"], session_id=self.session_id)
        elif error["fatal"]:  # busy, rate_limited, going_away, idle, internal: the close follows
            self._not_before_s = wait_s
        elif code not in ("not_started", "already_started"):
            raise SpeakError(code, error["message"], session_id=self.session_id)

    def _rewind(self, next_seq: int, wait_s: float) -> None:
        """Every chunk in flight may be refused for the same gap: going back once is enough."""
        if time.monotonic() - self._rewound_at < REWIND_PAUSE_S:
            return
        self._rewound_at = time.monotonic()
        self._paused_until = time.monotonic() + wait_s
        self._outbox.rewind(next_seq)
        self._stopped_at = -1  # it may be the stop that was refused
        self._changed.set()


async def _send(socket: ClientConnection, message_type: str, **fields: Any) -> None:
    await socket.send(json.dumps({"type": message_type, **fields}))
