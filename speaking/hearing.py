"""A word or a sentence that a card asked for, heard by the offline recogniser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from django.db import connection

from learnenglish.common.errors import DomainError
from speaking.engines import get_offline_recogniser
from speaking.receiving import recording_read
from speaking.stt.base import SttError
from texts.reviews.answering import card_judge
from texts.reviews.judging import Judgement
from texts.reviews.models import CardType

if TYPE_CHECKING:
    from accounts.models import User

MAX_BYTES = 4 * 1024 * 1024
MAX_MS = 20_000
MIN_MS = 200


@dataclass(frozen=True, slots=True)
class Heard:
    """``heard`` is empty where there was nothing to recognise; then ``judgement`` is None."""

    heard: str
    judgement: Judgement | None


def card_hear(*, user: User, card_id: UUID, file: BinaryIO) -> Heard:
    """What was said in ``file``, and what it is as an answer to a card that is to be said.

    Nothing is graded and nothing is kept: the recording is gone when this returns. Raises
    DomainError ``not_found``, ``card_type_impossible``, ``stt_failed`` or the codes of uploads.
    """
    card_judge(user=user, card_id=card_id, card_type=CardType.SAY, answer="")
    # Recognition takes a while; others may use the connection meanwhile.
    if not connection.in_atomic_block:
        connection.close()
    recording = recording_read(file, max_bytes=MAX_BYTES, max_ms=MAX_MS, min_ms=MIN_MS)
    try:
        transcript = get_offline_recogniser().transcribe(
            recording.pcm, language="en-US", pause_ms=1000
        )
    except SttError as error:
        raise DomainError(error.code, error.message, status=503) from error
    heard = transcript.text.strip()
    if not heard:
        return Heard("", None)
    _, judged = card_judge(user=user, card_id=card_id, card_type=CardType.SAY, answer=heard)
    return Heard(heard, judged)
