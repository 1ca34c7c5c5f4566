"""Speech to text while it is spoken: OpenAI's realtime transcription over a WebSocket.

We find the lines ourselves and say where they end (``turn_detection`` is null): silence costs
nothing and says nothing, and each line's place in the recording is known.
"""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from typing import TYPE_CHECKING, Any, cast

from speaking.stt.openai.finding import Stretch
from speaking.stt.openai.items import Item, Items
from speaking.stt.openai.options import OpenAISttOptions
from texts.nlp.openai.calls import pause_before_next, provider_errors
from texts.nlp.openai.failures import ProviderError, bad_answer, of_status, timeout, unreachable
from texts.nlp.spending import Budget

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.resources.realtime.realtime import AsyncRealtimeConnection

RATE_HZ = 24_000
_BLOCK_S = 15
_MAX_APPEND_MS = 1_000
_MAX_MESSAGE_BYTES = 1_000_000
_TRANSCRIPTION = "conversation.item.input_audio_transcription."
# Ours, not the provider's: it had ended the line by itself already.
_HARMLESS = frozenset({"input_audio_buffer_commit_empty"})


class LiveTranscriber:
    """One recording's connection, opened with the first line and again if it is cut.

    ``changed`` is set when something came. One call at a time.
    """

    def __init__(
        self, options: OpenAISttOptions, budget: Budget, changed: Callable[[], None]
    ) -> None:
        self.items = Items()
        self._options = options
        self._budget = budget
        self._changed = changed
        self._client: AsyncOpenAI | None = None
        self._connection: AsyncRealtimeConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._failure: ProviderError | None = None
        self._attempts = 0
        self._paid_ms = 0
        self._sent_ms = 0
        self._resampler: Any = None
        self._heard_from = time.monotonic()

    async def send(self, pcm: bytearray, ended: list[Stretch], open_line: Stretch | None) -> None:
        """Send what is new of the recording ``pcm``: lines that ended, the line being spoken.

        Raises EngineError when the provider cannot be brought to answer, or is too expensive.
        """
        await self._check(pcm)
        for line in ended:
            item = await self._extend(pcm, line)
            await self._commit(item)
        if open_line is not None:
            await self._extend(pcm, open_line)

    async def close(self) -> None:
        """May be called at any time, also twice."""
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.cancel()
            with suppress(asyncio.CancelledError):
                await reader
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):
                await connection.close()
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def _check(self, pcm: bytearray) -> None:
        """Raise what went wrong meanwhile, or get over it."""
        waiting = self.items.waiting
        silent_ms = (time.monotonic() - self._heard_from) * 1000
        if self._failure is None and waiting and silent_ms > self._options.live_timeout_ms:
            self._failure = timeout()
        if self._failure is None:
            return
        failure, self._failure = self._failure, None
        await self.close()
        await self._pause(failure)
        for lost in self.items.forget_unfinished():
            line = Stretch(lost.start_ms, lost.end_ms)
            item = await self._extend(pcm, line)
            if lost.committed:
                await self._commit(item)

    async def _pause(self, failure: ProviderError) -> None:
        """Raises ``failure`` if there is to be no further attempt."""
        pause = pause_before_next(failure, attempt=self._attempts, attempts=self._options.attempts)
        if pause is None or pause * 1000 > self._options.live_timeout_ms:
            raise failure
        await asyncio.sleep(pause)

    async def _extend(self, pcm: bytearray, line: Stretch) -> Item:
        """Send what was not sent yet of ``line``."""
        item = self.items.open
        if item is None:
            last_ms = self.items.all[-1].end_ms if self.items.all else 0
            item = self.items.begin(max(line.start_ms, last_ms))
            self._resampler = _resampler()
        while item.end_ms < line.end_ms:
            piece = Stretch(item.end_ms, min(line.end_ms, item.end_ms + _MAX_APPEND_MS))
            await self._append(self._resampled(piece.of(pcm), last=False))
            item.end_ms = piece.end_ms
        return item

    async def _commit(self, item: Item) -> None:
        await self._append(self._resampled(b"", last=True))
        if not any(one.committed and not one.final for one in self.items.all):
            self._heard_from = time.monotonic()
        item.committed = True
        await self._say({"type": "input_audio_buffer.commit"})

    def _resampled(self, pcm: bytes, *, last: bool) -> bytes:
        import numpy as np

        samples = np.frombuffer(pcm, dtype="<i2").astype(np.int16, copy=False)
        out: bytes = self._resampler.resample_chunk(samples, last=last).astype("<i2").tobytes()
        return out

    async def _append(self, pcm: bytes) -> None:
        self._sent_ms += len(pcm) * 1000 // (RATE_HZ * 2)
        if self._sent_ms > self._paid_ms:
            seconds = ceil(max(_BLOCK_S, (self._sent_ms - self._paid_ms) / 1000))
            await asyncio.to_thread(self._budget.reserve, seconds)
            self._paid_ms += seconds * 1000
        audio = base64.b64encode(pcm).decode()
        await self._say({"type": "input_audio_buffer.append", "audio": audio})

    async def _say(self, event: dict[str, Any]) -> None:
        from websockets.exceptions import WebSocketException

        while self._connection is None:
            try:
                await self._connect()
            except ProviderError as error:
                await self._pause(error)
        try:
            await self._connection.send(event)  # type: ignore[arg-type]
        except (WebSocketException, OSError):
            # The reader notices too; what is lost is sent again by the next ``send``.
            self._failure = self._failure or unreachable()

    async def _connect(self) -> None:
        """Raises ProviderError."""
        from openai import AsyncOpenAI
        from websockets.exceptions import InvalidStatus, WebSocketException

        self._attempts += 1
        if self._client is None:
            self._client = AsyncOpenAI(
                api_key=self._options.api_key,
                base_url=self._options.base_url,
                websocket_base_url=self._options.live_url,
                max_retries=0,
            )
        limits = {
            "open_timeout": self._options.live_timeout_ms / 1000,
            "close_timeout": 1,
            "max_size": _MAX_MESSAGE_BYTES,
        }
        try:
            with provider_errors():
                self._connection = await self._client.realtime.connect(
                    extra_query={"intent": "transcription"},
                    websocket_connection_options=cast(Any, limits),
                ).enter()
        except InvalidStatus as error:
            raise of_status(error.response.status_code, None, error.response.headers) from error
        except TimeoutError as error:
            raise timeout() from error
        except (WebSocketException, OSError) as error:
            raise unreachable() from error
        self._heard_from = time.monotonic()
        self._reader = asyncio.create_task(self._read(self._connection))
        await self._say({"type": "session.update", "session": self._session()})

    def _session(self) -> dict[str, Any]:
        heard = {
            "format": {"type": "audio/pcm", "rate": RATE_HZ},
            "transcription": {"model": self._options.live_model, "language": "en"},
            "turn_detection": None,
        }
        return {"type": "transcription", "audio": {"input": heard}}

    async def _read(self, connection: AsyncRealtimeConnection) -> None:
        """Take what comes, until the connection ends."""
        from websockets.exceptions import WebSocketException

        try:
            while True:
                self._take(json.loads(await connection.recv_bytes()))
                self._changed()
        except (WebSocketException, OSError):
            self._failure = self._failure or unreachable()
        except ProviderError as error:
            self._failure = error
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
            self._failure = bad_answer()
        self._changed()

    def _take(self, event: dict[str, Any]) -> None:
        """Raises ProviderError, or what comes of an event of another shape."""
        kind = event["type"]
        self._heard_from = time.monotonic()
        if kind == "error":
            self._take_error(event["error"])
        elif kind == "input_audio_buffer.committed":
            self.items.named(event["item_id"])
        elif kind.startswith(_TRANSCRIPTION):
            item = self.items.named(event["item_id"])
            if item is None or item.final:
                return
            if kind == _TRANSCRIPTION + "delta":
                item.text += event["delta"] or ""
            elif kind == _TRANSCRIPTION + "completed":
                item.text, item.final = str(event["transcript"]), True
            elif kind == _TRANSCRIPTION + "failed":
                raise of_status(500, None, {})

    def _take_error(self, error: dict[str, Any]) -> None:
        code = str(error.get("code") or "")
        if code in _HARMLESS:
            return
        busy = "rate_limit" in code or code == "insufficient_quota"
        server = error.get("type") == "server_error"
        raise of_status(429 if busy else 500 if server else 400, code, {})


def _resampler() -> Any:
    import soxr

    return soxr.ResampleStream(16_000, RATE_HZ, 1, dtype="int16")
