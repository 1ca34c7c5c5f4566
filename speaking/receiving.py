"""A recording that comes as a finished file instead of over the socket."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, cast
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.plans import Quota, quota_check
from learnenglish.common.errors import DomainError
from speaking.models import SessionStatus, SpeakResource
from speaking.pipeline import pipeline_start
from speaking.selectors import session_get
from speaking.services import step_lease
from speaking.spool import SpoolUnavailable, spool_of
from speaking.steps import MIN_RECORDING_MS
from speaking.stt.base import BYTES_PER_MS
from speaking.uploads import Recording, UploadError, copy_bounded, recording_decode

if TYPE_CHECKING:
    from accounts.models import User

_IN_MEMORY_BYTES = 1024 * 1024
_RECORD_BYTES = 1000 * BYTES_PER_MS
_STATUS_OF = {"recording_too_large": 413, "recording_unsupported": 415}


def session_receive(*, user: User, session_id: UUID, file: BinaryIO) -> SpeakResource:
    """Take ``file`` as the recording of a session that has not started, and have it evaluated.

    Nothing changes unless all of it was taken. Without a broker the result is there on return.
    Raises DomainError ``not_found``, ``session_started``, ``quota_exceeded``,
    ``recording_too_short``, ``busy`` and the codes of UploadError.
    """
    session = session_get(user=user, session_id=session_id)
    _check_open(session)
    quota_check(user=user, name=Quota.SPEAKING)
    # Reading the file takes a while; others may use the connection meanwhile.
    if not connection.in_atomic_block:
        connection.close()
    recording = recording_read(
        file,
        max_bytes=settings.SPEAK_UPLOAD_MAX_BYTES,
        max_ms=settings.SPEAK_MAX_DURATION_MS,
        min_ms=MIN_RECORDING_MS,
    )
    with transaction.atomic():
        _keep(user, session_id, recording)
        # Should the broker be away, the sweep finds the session.
        transaction.on_commit(lambda: pipeline_start(session_id=session_id), robust=True)
    session.refresh_from_db()
    return session


def recording_read(file: BinaryIO, *, max_bytes: int, max_ms: int, min_ms: int) -> Recording:
    """The sound in ``file``. Raises DomainError ``recording_too_short`` and UploadError's codes."""
    try:
        with tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES) as copy:
            seekable = cast(BinaryIO, copy)
            copy_bounded(file, seekable, max_bytes=max_bytes)
            recording = recording_decode(seekable, max_ms=max_ms)
    except UploadError as error:
        status = _STATUS_OF.get(error.code, 400)
        raise DomainError(error.code, str(error), status=status) from error
    if recording.duration_ms < min_ms:
        raise DomainError(
            "recording_too_short",
            _("A recording is %(least)s ms long or longer.") % {"least": min_ms},
        )
    return recording


def _keep(user: User, session_id: UUID, recording: Recording) -> None:
    """Spool the sound and hand the session to the sweep. Inside a transaction."""
    locked = SpeakResource.objects.select_for_update().filter(pk=session_id, user=user).first()
    if locked is None:
        raise DomainError("not_found", _("The session was deleted."), status=404)
    _check_open(locked)
    now = timezone.now()
    locked.status = SessionStatus.PROCESSING
    locked.fence += 1
    locked.started_at = locked.ended_at = now
    locked.expires_at = step_lease()
    uploaded: dict[str, Any] = {"container": recording.container, "damaged": recording.damaged}
    locked.config = {**locked.config, "uploaded": uploaded}
    locked.duration_ms = recording.duration_ms
    locked.save()
    # Last, so that what fails before leaves no file.
    _spool(locked, recording.pcm)


def _spool(session: SpeakResource, pcm: bytes) -> None:
    """Write the whole recording, or raise DomainError ``busy`` and leave nothing."""
    spool = spool_of(session.pk)
    # What a process left that died before its transaction ended.
    spool.delete()
    try:
        spool.open(session.fence)
        for start in range(0, len(pcm), _RECORD_BYTES):
            spool.append(pcm[start : start + _RECORD_BYTES])
        spool.close()
    except SpoolUnavailable as error:
        with suppress(SpoolUnavailable):
            spool.delete()
        raise DomainError(
            "busy",
            _("Your recording cannot be stored at the moment. Try again in a minute."),
            status=503,
            retry_after_ms=60_000,
        ) from error


def _check_open(session: SpeakResource) -> None:
    if session.status != SessionStatus.CREATED:
        raise DomainError(
            "session_started", _("This session has its recording already."), status=409
        )
