"""What a process that died left behind: recordings without a session, spools without a future."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from uuid import UUID

import structlog
from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone

from speaking.models import SessionStatus, SpeakResource
from speaking.spool import spool_entries, spool_of
from speaking.steps import RECORDINGS

log = structlog.get_logger(__name__)
# What is younger may be on its way: stored, and its row not written yet.
GRACE = timedelta(hours=1)
BATCH = 500
_ENDED = (SessionStatus.COMPLETED, SessionStatus.ABANDONED)


@dataclass(frozen=True, slots=True)
class Orphans:
    files: list[str] = field(default_factory=list)
    spools: list[UUID] = field(default_factory=list)


def orphans_find() -> Orphans:
    """Raises SpoolUnavailable, and what the file storage raises."""
    now = timezone.now()
    return Orphans(files=list(_files(now)), spools=list(_spools(now)))


def orphans_remove(orphans: Orphans) -> None:
    """Remove what ``orphans_find`` found. Twice does no harm."""
    for name in orphans.files:
        default_storage.delete(name)
    for session_id in orphans.spools:
        spool_of(session_id).delete()
    log.info("orphans_removed", files=len(orphans.files), spools=len(orphans.spools))


def _files(now: datetime) -> Iterator[str]:
    """Recordings that no row names; files that are no recordings of ours are left alone."""
    if not default_storage.exists(RECORDINGS) and not settings.S3_BUCKET:
        return
    people, _ = default_storage.listdir(RECORDINGS)
    for person in people:
        folder = f"{RECORDINGS}/{person}"
        names = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
        ours = [name for name in names if _session_id(name) is not None]
        for begin in range(0, len(ours), BATCH):
            batch = ours[begin : begin + BATCH]
            kept = set(
                SpeakResource.objects.filter(audio__in=batch).values_list("audio", flat=True)
            )
            for name in batch:
                if name not in kept and now - default_storage.get_modified_time(name) > GRACE:
                    yield name


def _session_id(name: str) -> UUID | None:
    """A storage that avoids a taken name adds ``_`` and letters to it."""
    try:
        return UUID(PurePosixPath(name).stem.partition("_")[0])
    except ValueError:
        return None


def _spools(now: datetime) -> Iterator[UUID]:
    """Spools of sessions that are gone or have ended; of failed ones after SPOOL_KEEP_DAYS."""
    keep = timedelta(days=settings.SPOOL_KEEP_DAYS)
    for entry in spool_entries():
        age = now - entry.changed_at
        if age <= GRACE:
            continue
        found = SpeakResource.objects.filter(pk=entry.session_id).values_list("status", flat=True)
        status = found.first()
        failed_long_ago = status == SessionStatus.FAILED and age > keep
        if status is None or status in _ENDED or failed_long_ago:
            yield entry.session_id
