"""A word or a sentence that a card asked for, heard by the offline recogniser."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from asgiref.sync import async_to_sync
from django.db import connection
from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError
from speaking.engines import offline_recogniser
from speaking.receiving import recording_read
from speaking.stt.base import SttError, Transcript
from texts.reviews.answering import card_judge
from texts.reviews.judging import Judgement
from texts.reviews.models import CardType

if TYPE_CHECKING:
    from accounts.models import User

MAX_BYTES = 4 * 1024 * 1024
MAX_MS = 20_000
MIN_MS = 200
_PAUSE_MS = 1000
_MOST_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Heard:
    """``heard`` is empty where there was nothing to recognise; then ``judgement`` is None."""

    heard: str
    judgement: Judgement | None


def card_hear(*, user: User, card_id: UUID, file: BinaryIO) -> Heard:
    """What was said in ``file``, and what it is as an answer to a card that is to be said.

    Nothing is graded and nothing is kept: the recording is gone when this returns. Raises
    DomainError ``not_found``, ``card_type_impossible``, the codes of uploads, ``busy`` while
    recognition has no place for it, or ``stt_failed``.
    """
    card_judge(user=user, card_id=card_id, card_type=CardType.SAY, answer="")
    # Recognition takes a while; others may use the connection meanwhile.
    if not connection.in_atomic_block:
        connection.close()
    recording = recording_read(file, max_bytes=MAX_BYTES, max_ms=MAX_MS, min_ms=MIN_MS)
    transcript = _recognise(recording.pcm)
    heard = transcript.text.strip()
    if not heard:
        return Heard("", None)
    _, judged = card_judge(user=user, card_id=card_id, card_type=CardType.SAY, answer=heard)
    return Heard(heard, judged)


def _recognise(pcm: bytes) -> Transcript:
    try:
        return async_to_sync(_listen)(pcm)
    except TimeoutError as error:
        message = _("Listening took too long. Say it again.")
        raise DomainError("stt_failed", message, status=503, retry_after_ms=1000) from error
    except SttError as error:
        if error.code == "busy":
            message = _("Too many people are speaking just now. Try again in a moment.")
        else:
            message = _("Listening failed. Say it again.")
        raise DomainError(
            error.code, message, status=503, retry_after_ms=error.retry_after_ms
        ) from error


async def _listen(pcm: bytes) -> Transcript:
    """Takes a place among those who are speaking live, and computes in their processes."""
    async with asyncio.timeout(_MOST_SECONDS):
        session = await offline_recogniser().open(language="en-US", pause_ms=_PAUSE_MS)
        try:
            await session.feed(pcm)
            return await session.finish()
        finally:
            await session.close()
