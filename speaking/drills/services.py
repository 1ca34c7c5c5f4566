"""Taking an answer to a drill."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from django.db import connection
from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError
from speaking.drills.models import DrillAttempt, DrillOutcome
from speaking.drills.pairs import Pair, pair_find
from speaking.pronunciation.base import Choice, PronunciationError
from speaking.pronunciation.registry import judge_process
from speaking.receiving import recording_read
from speaking.uploads import Recording

if TYPE_CHECKING:
    from accounts.models import User

MAX_BYTES = 2 * 1024 * 1024
MAX_MS = 10_000
MIN_MS = 200
_RETRY_MS = 3_000


def drill_attempt(*, user: User, target: str, other: str, file: BinaryIO) -> DrillAttempt:
    """``user`` meant to say ``target`` and not ``other``; ``file`` is how it sounded.

    The sound is judged and forgotten. Raises DomainError ``pair_unknown``, ``nothing_heard``,
    ``recording_too_short``, ``drill_busy``, and the codes of UploadError; nothing is stored then.
    """
    pair = _pair(target, other)
    target = next(word for word in pair.words if word.lower() == target.strip().lower())
    # Neither reading the file nor listening needs the database.
    if not connection.in_atomic_block:
        connection.close()
    recording = recording_read(file, max_bytes=MAX_BYTES, max_ms=MAX_MS, min_ms=MIN_MS)
    choice = _choice(recording, pair)
    return DrillAttempt.objects.create(
        user=user,
        contrast=pair.contrast,
        target=target,
        other=pair.other(target),
        outcome=_outcome(choice, target),
        probability=choice.probability if target == pair.first else 1 - choice.probability,
        scores=choice.scores,
        duration_ms=recording.duration_ms,
    )


def _pair(target: str, other: str) -> Pair:
    pair = pair_find(target.strip(), other.strip())
    if pair is None:
        raise DomainError("pair_unknown", _("These two words are no pair of ours."), field="target")
    return pair


def _choice(recording: Recording, pair: Pair) -> Choice:
    try:
        return judge_process().tell_apart(recording.pcm, pair.first, pair.second, pair.contrast)
    except PronunciationError as error:
        if error.code == "nothing_heard":
            raise DomainError(
                "nothing_heard", _("We heard no word. Is the right microphone chosen?")
            ) from error
        raise DomainError(
            "drill_busy",
            _("We cannot listen just now. Try again in a moment."),
            status=503,
            retry_after_ms=_RETRY_MS,
        ) from error


def _outcome(choice: Choice, target: str) -> DrillOutcome:
    if choice.heard is None:
        return DrillOutcome.UNSURE
    return DrillOutcome.RIGHT if choice.heard == target else DrillOutcome.OTHER
