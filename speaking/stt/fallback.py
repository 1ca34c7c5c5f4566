"""A recogniser that may fail, and the one that listens in its place: never without saying so."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

import structlog

from learnenglish.common.outage import PAUSE_S, Outage
from speaking.stt.base import Interim, Recogniser, RecognitionSession, SttError, Transcript

log = structlog.get_logger(__name__)


class StandInRecogniser:
    """``engine``, with the reason why it listens and not the one that was configured."""

    def __init__(self, engine: Recogniser, reason: str) -> None:
        self._engine = engine
        self.reason = reason
        self.provider = engine.provider
        self.model = engine.model

    def warm(self) -> object:
        return self._engine.warm()

    def close(self) -> None:
        self._engine.close()

    async def open(self, *, language: str, pause_ms: int) -> RecognitionSession:
        session = await self._engine.open(language=language, pause_ms=pause_ms)
        return _StandInSession(session, self.reason)

    def transcribe(
        self,
        pcm: bytes,
        *,
        language: str,
        pause_ms: int,
        progress: Callable[[int], None] | None = None,
    ) -> Transcript:
        """The engine's own transcript; ``fallback_reason`` tells why it is this engine's."""
        heard = self._engine.transcribe(
            pcm, language=language, pause_ms=pause_ms, progress=progress
        )
        return replace(heard, fallback_reason=self.reason)


class _StandInSession:
    def __init__(self, session: RecognitionSession, reason: str) -> None:
        self._session = session
        self._reason = reason

    async def feed(self, pcm: bytes) -> None:
        await self._session.feed(pcm)

    async def interim(self) -> Interim:
        return await self._session.interim()

    async def finish(self) -> Transcript:
        return replace(await self._session.finish(), fallback_reason=self._reason)

    async def close(self) -> None:
        await self._session.close()


class FallbackRecogniser:
    """``primary`` as long as it answers, ``reserve`` where it does not.

    After a failure that may pass, the primary is left in peace for ``pause_s`` seconds, so that
    nobody else waits for the same time-out. ``clock`` gives seconds.
    """

    def __init__(
        self,
        primary: Recogniser,
        reserve: Recogniser,
        *,
        pause_s: float = PAUSE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._primary = primary
        self._reserve = reserve
        self._outage = Outage(pause_s=pause_s, clock=clock)

    @property
    def provider(self) -> str:
        """Of the engine that a session opened now would have."""
        return self._chosen().provider

    @property
    def model(self) -> str:
        return self._chosen().model

    def warm(self) -> object:
        """Both: the reserve has to be there when it is needed."""
        return self._reserve.warm(), self._primary.warm()

    def close(self) -> None:
        self._primary.close()

    async def open(self, *, language: str, pause_ms: int) -> RecognitionSession:
        chosen = self._chosen()
        try:
            session = await chosen.open(language=language, pause_ms=pause_ms)
        except SttError as error:
            if chosen is not self._primary:
                raise
            return await self.stand_in(error).open(language=language, pause_ms=pause_ms)
        if chosen is not self._primary:
            return session
        return _FallbackSession(self, session, language=language, pause_ms=pause_ms)

    def transcribe(
        self,
        pcm: bytes,
        *,
        language: str,
        pause_ms: int,
        progress: Callable[[int], None] | None = None,
    ) -> Transcript:
        """Raises SttError where both fail."""

        def ask(engine: Recogniser) -> Transcript:
            return engine.transcribe(pcm, language=language, pause_ms=pause_ms, progress=progress)

        chosen = self._chosen()
        try:
            return ask(chosen)
        except SttError as error:
            if chosen is not self._primary:
                raise
            return ask(self.stand_in(error))

    def stand_in(self, error: SttError) -> StandInRecogniser:
        """The reserve, after ``error`` of the primary."""
        log.warning("recogniser_fallback", provider=self._primary.provider, error=error.message)
        if error.retryable:
            self._outage.begin(error.message)
        return self._named(error.message)

    def _chosen(self) -> Recogniser:
        message = self._outage.message
        return self._named(message) if message else self._primary

    def _named(self, message: str) -> StandInRecogniser:
        name = self._reserve.provider
        return StandInRecogniser(self._reserve, f"{message} The {name} engine listened instead.")


class _FallbackSession:
    """Keeps all the sound, so that whoever takes over has heard everything."""

    def __init__(
        self,
        engine: FallbackRecogniser,
        session: RecognitionSession,
        *,
        language: str,
        pause_ms: int,
    ) -> None:
        self._engine = engine
        self._session = session
        self._language = language
        self._pause_ms = pause_ms
        self._heard: bytearray | None = bytearray()
        self._switch = asyncio.Lock()

    async def feed(self, pcm: bytes) -> None:
        if self._heard is not None:
            self._heard += pcm
        if not self._switch.locked():
            await self._session.feed(pcm)

    async def interim(self) -> Interim:
        try:
            return await self._session.interim()
        except SttError as error:
            await self._take_over(error)
        return await self._session.interim()

    async def finish(self) -> Transcript:
        try:
            return await self._session.finish()
        except SttError as error:
            await self._take_over(error)
        return await self._session.finish()

    async def close(self) -> None:
        await self._session.close()

    async def _take_over(self, error: SttError) -> None:
        """Raises ``error`` if that has happened before, or what the reserve raises.

        May be cancelled: the next call begins anew.
        """
        async with self._switch:
            if self._heard is None:
                raise error
            await self._session.close()
            reserve = self._engine.stand_in(error)
            try:
                session = await reserve.open(language=self._language, pause_ms=self._pause_ms)
            except SttError as full:
                # "busy" would be taken for an answer to ``start``.
                raise SttError(
                    "stt_failed", full.message, retryable=True, retry_after_ms=full.retry_after_ms
                ) from full
            await session.feed(bytes(self._heard))
            self._session, self._heard = session, None
