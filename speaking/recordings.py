"""How long the sound of a session is kept: by the site's setting and by the person's plan.

Scores, words and corrections stay; only the sound goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.utils import timezone

from accounts.plans import Quota, limit_of
from speaking.models import SpeakResource
from speaking.services import UNFINISHED

if TYPE_CHECKING:
    from accounts.models import User

log = structlog.get_logger(__name__)


def recordings_expire() -> int:
    """Drop the sound that is older than ``RECORDINGS_KEEP_DAYS``; how many there were."""
    if not settings.RECORDINGS_KEEP_DAYS:
        return 0
    oldest = timezone.now() - timedelta(days=settings.RECORDINGS_KEEP_DAYS)
    return _drop(_kept().filter(created_at__lt=oldest).iterator(chunk_size=500))


def recordings_trim(*, user: User) -> int:
    """Drop the oldest sound above what the person's plan keeps; how many there were."""
    limit = limit_of(user, Quota.RECORDINGS)
    if limit is None:
        return 0
    return _drop(_kept().filter(user=user).order_by("-id")[limit:])


def _kept() -> QuerySet[SpeakResource]:
    return SpeakResource.objects.exclude(audio="").exclude(status__in=UNFINISHED)


def _drop(sessions: Iterable[SpeakResource]) -> int:
    """The row first: a file that is left over is found by ``orphans``, a dead link by nobody."""
    dropped = 0
    for session in sessions:
        name = str(session.audio.name)
        if SpeakResource.objects.filter(pk=session.pk, audio=name).update(audio=""):
            default_storage.delete(name)
            dropped += 1
    if dropped:
        log.info("recordings_dropped", count=dropped)
    return dropped
