"""One live recording: which sound is taken, when it is acknowledged, when it is too much.

The consumer holds the connection; the rules are here. Nothing here knows of sockets.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import asdict
from typing import Any, cast
from uuid import UUID

from channels.db import database_sync_to_async
from django.conf import settings

from learnenglish.common.metrics import (
    SPEAK_CHUNK_SECONDS,
    SPEAK_CHUNKS,
    SPEAK_LAG_SECONDS,
    SPEAK_SESSIONS,
)
from speaking.engines import recogniser_for
from speaking.framing import Chunk, ProtocolError
from speaking.models import SpeakResource
from speaking.protocol import (
    ACK_EVERY_MS,
    MAX_CHUNK_MS,
    MIN_CHUNK_MS,
    WINDOW_CHUNKS,
    Ack,
    ChunkAck,
    InterimTranscript,
    LineMessage,
)
from speaking.services import RENEW_SECONDS, session_renew
from speaking.sound import Resampler
from speaking.spool import SpoolLost, spool_of
from speaking.stt.base import (
    BYTES_PER_MS,
    Interim,
    Recogniser,
    RecognitionSession,
    SttError,
    Transcript,
)


class LiveSession:
    """A session's spool and its recognition, from ``open`` to ``close``."""

    def __init__(self, row: SpeakResource) -> None:
        self.id: UUID = row.pk
        self.config: dict[str, Any] = row.config
        self.language = row.language
        self.expires_at = row.expires_at
        self.wants_interim: bool = self.config.get("interim", True)
        self._rate: int = self.config["audio"]["sample_rate"]
        self._resampler = Resampler(self._rate)
        self.fence = row.fence
        self._spool = spool_of(row.pk)
        self._row = row
        self._recogniser: Recogniser | None = None
        self._recognition: RecognitionSession | None = None
        # Sound that comes while a lost recogniser is replaced is heard after what came before it.
        self._order = asyncio.Lock()
        self._acked_ms = 0
        self._renewed_at = 0.0
        self._last_interim = ("", 0)
        self._is_counted = False

    async def open(self) -> None:
        """Get the spool and a place at the recogniser, and catch up with what is spooled.

        Raises SttError, SpoolLost, SpoolUnavailable.
        """
        try:
            await asyncio.to_thread(self._spool.open, self.fence)
            await self._recognise()
        except BaseException:  # also a connection that is lost meanwhile
            await self.close()
            raise
        self._acked_ms = self.received_ms
        self._renewed_at = time.monotonic()
        self._is_counted = True
        SPEAK_SESSIONS.inc()

    async def _recognise(self) -> None:
        """A recognition that has heard everything so far. Raises SttError."""
        if self._recogniser is None:
            self._recogniser = await database_sync_to_async(_recogniser_of)(self._row)
        async with self._order:
            recognition = await self._recogniser.open(
                language=self.language, pause_ms=self.config["pause_ms"]
            )
            try:
                if self._spool.sound_bytes:
                    await recognition.feed(await self.recording())
            except BaseException:
                await recognition.close()
                raise
            self._recognition = recognition

    async def _recognise_again(self) -> None:
        """The recogniser was lost; the spool has all it had heard. Raises SttError."""
        await self._drop_recognition()
        try:
            await self._recognise()
        except SttError as full:
            # "busy" would end the connection; the sound is still taken, and heard at the end.
            raise SttError(
                "stt_failed",
                full.message,
                retryable=full.retryable,
                retry_after_ms=full.retry_after_ms,
            ) from full

    async def _drop_recognition(self) -> None:
        lost, self._recognition = self._recognition, None
        if lost is not None:
            await lost.close()

    @property
    def next_seq(self) -> int:
        return self._spool.next_seq

    @property
    def received_ms(self) -> int:
        return self._spool.sound_bytes // BYTES_PER_MS

    @property
    def is_full(self) -> bool:
        return self.received_ms >= settings.SPEAK_MAX_DURATION_MS

    @property
    def max_chunk_bytes(self) -> int:
        return self._rate * 2 * MAX_CHUNK_MS // 1000

    def ack(self, *, resumed: bool) -> Ack:
        recogniser = self._recogniser
        assert recogniser is not None
        return {
            "type": "ack",
            "next_seq": self.next_seq,
            "resumed": resumed,
            "config": self.config,
            "limits": {
                "max_chunk_bytes": self.max_chunk_bytes,
                "max_duration_ms": settings.SPEAK_MAX_DURATION_MS,
                "window_chunks": WINDOW_CHUNKS,
                "idle_ms": settings.SPEAK_IDLE_MS,
            },
            "stt": {"provider": recogniser.provider, "model": recogniser.model},
            "expires_at": self.expires_at.isoformat() if self.expires_at else "",
        }

    async def take(self, chunk: Chunk) -> ChunkAck | None:
        """Store a chunk; an acknowledgement when one is due.

        Raises ProtocolError, SpoolLost, SpoolUnavailable.
        """
        if len(chunk.pcm) > self.max_chunk_bytes:
            raise ProtocolError(
                "chunk_too_large",
                f"A chunk is at most {MAX_CHUNK_MS} ms ({self.max_chunk_bytes:,} bytes).",
                in_reply_to="audio_chunk",
                next_seq=self.next_seq,
            )
        if len(chunk.pcm) % 2 or len(chunk.pcm) < self._rate * 2 * MIN_CHUNK_MS // 1000:
            raise ProtocolError(
                "bad_audio",
                f"A chunk is whole 16-bit samples, {MIN_CHUNK_MS} ms or more.",
                in_reply_to="audio_chunk",
                next_seq=self.next_seq,
            )
        if chunk.seq < self.next_seq:  # sent again after a lost acknowledgement
            return self.chunk_ack()
        if chunk.seq > self.next_seq:
            raise ProtocolError(
                "chunk_out_of_order",
                f"Chunk {chunk.seq} came before chunk {self.next_seq}.",
                in_reply_to="audio_chunk",
                retryable=True,
                next_seq=self.next_seq,
            )
        await self._keep(self._resampler.feed(chunk.pcm))
        due = self.received_ms - self._acked_ms >= ACK_EVERY_MS or self.is_full
        return self.chunk_ack() if due else None

    async def _keep(self, pcm: bytes) -> None:
        async with self._order:
            with SPEAK_CHUNK_SECONDS.time():
                await asyncio.to_thread(self._spool.append, pcm)
            SPEAK_CHUNKS.inc()
            if self._recognition is None:
                return  # lost; who asks for words, or ``finish``, has it all heard again
            try:
                await self._recognition.feed(pcm)
            except SttError:
                await self._drop_recognition()

    async def renew(self) -> None:
        """Keep the session ours. Raises SpoolLost if it was taken or deleted."""
        if time.monotonic() - self._renewed_at < RENEW_SECONDS:
            return
        if not await self.leave():
            raise SpoolLost

    async def leave(self) -> bool:
        """Keep the session for SPEAK_RESUME_SECONDS more. False if it is not ours any more."""
        self._renewed_at = time.monotonic()
        return await database_sync_to_async(session_renew)(session_id=self.id, fence=self.fence)

    def chunk_ack(self) -> ChunkAck:
        self._acked_ms = self.received_ms
        return {"type": "chunk_ack", "next_seq": self.next_seq, "received_ms": self.received_ms}

    async def interim(self) -> InterimTranscript | None:
        """The words so far, or None if they are as they were.

        A lost recogniser is replaced. Raises SttError if that fails too.
        """
        if self._recognition is None:
            await self._recognise_again()
        assert self._recognition is not None
        try:
            interim: Interim = await self._recognition.interim()
        except SttError:
            await self._recognise_again()
            return None
        # A line that has ended may have become certain word for word as it was.
        news = (interim.text, interim.stable_chars)
        if news == self._last_interim:
            return None
        self._last_interim = news
        lag_ms = max(0, self.received_ms - interim.processed_ms)
        SPEAK_LAG_SECONDS.observe(lag_ms / 1000)
        return {
            "type": "interim_transcript",
            "text": interim.text,
            "lines": [cast(LineMessage, asdict(line)) for line in interim.lines],
            "stable_chars": interim.stable_chars,
            "lag_ms": lag_ms,
        }

    async def finish(self) -> Transcript:
        """The final words. Raises SttError; the spool stays either way."""
        tail = self._resampler.flush()
        if tail:
            await self._keep(tail)
        if self._recognition is not None:
            try:
                return await self._recognition.finish()
            except SttError:
                await self._drop_recognition()
        await self._recognise()
        assert self._recognition is not None
        return await self._recognition.finish()

    async def recording(self) -> bytes:
        """All stored sound, 16 kHz PCM."""
        return await asyncio.to_thread(self._spool.read)

    async def close(self) -> None:
        if self._is_counted:
            self._is_counted = False
            SPEAK_SESSIONS.dec()
        await self._drop_recognition()
        # It waits for a chunk that is just being stored.
        await asyncio.to_thread(self._spool.close)


def _recogniser_of(row: SpeakResource) -> Recogniser:
    return recogniser_for(user=row.user)
