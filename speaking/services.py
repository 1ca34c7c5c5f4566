"""What changes speaking sessions. Blocking: coroutines go through ``database_sync_to_async``."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import structlog
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.plans import Quota, quota_check
from learnenglish.common.errors import DomainError
from learnenglish.common.metrics import SPEAK_RESULTS
from speaking.models import Mode, SessionStatus, SpeakResource, Topic
from speaking.selectors import session_owned
from speaking.spool import spool_of

if TYPE_CHECKING:
    from accounts.models import User

log = structlog.get_logger(__name__)

OPEN_STATUSES = (SessionStatus.CREATED, SessionStatus.STREAMING)
UNFINISHED = (SessionStatus.STREAMING, SessionStatus.PROCESSING)
RENEW_SECONDS = 60


def session_create(
    *,
    user: User,
    mode: str | None = None,
    topic_id: UUID | None = None,
    reference_text: str = "",
    language: str = "en-US",
    level: str = "",
    config: dict[str, Any] | None = None,
) -> SpeakResource:
    """A session that has not started. A topic's mode and text hold unless others are given.

    Raises DomainError ``topic_not_found`` or ``reference_text_missing``.
    """
    topic = None
    if topic_id is not None:
        topic = Topic.objects.filter(pk=topic_id, is_published=True).first()
        if topic is None:
            raise DomainError("topic_not_found", _("There is no such topic."), field="topic_id")
    mode = mode or (topic.mode if topic else Mode.FREE_TALK)
    if mode == Mode.READ_ALOUD:
        reference_text = reference_text or (topic.reference_text if topic else "")
        if not reference_text.strip():
            raise DomainError(
                "reference_text_missing", _("Reading aloud needs a text."), field="reference_text"
            )
    return SpeakResource.objects.create(
        user=user,
        topic=topic,
        mode=mode,
        language=language,
        level=level or (topic.level if topic else user.cefr_level),
        reference_text=reference_text if mode == Mode.READ_ALOUD else "",
        config=config or {},
    )


def session_begin(*, user: User, session_id: UUID, config: dict[str, Any]) -> SpeakResource:
    """Take a session into recording; doing it again is how a connection resumes. The row's
    ``fence`` is the new holder's.

    Raises DomainError ``not_found``, ``forbidden``, ``session_finished`` or ``quota_exceeded``.
    """
    with transaction.atomic():
        locked = SpeakResource.objects.select_for_update().filter(pk=session_id).first()
        session = session_owned(locked, user=user)
        if session.status not in OPEN_STATUSES:
            raise DomainError("session_finished", _("This session is over."), status=409)
        if session.status == SessionStatus.CREATED:
            quota_check(user=user, name=Quota.SPEAKING)
        session.status = SessionStatus.STREAMING
        session.started_at = session.started_at or timezone.now()
        session.config = {**session.config, **config}
        session.expires_at = _lease()
        session.fence += 1
        session.save()
    return session


def session_renew(*, session_id: UUID, fence: int) -> bool:
    """Keep a session that is being recorded from the sweep: said every RENEW_SECONDS, and when the
    connection is lost. False if it has another holder or is no longer being recorded.
    """
    recording = SpeakResource.objects.filter(
        pk=session_id, status=SessionStatus.STREAMING, fence=fence
    )
    return bool(recording.update(expires_at=_lease()))


def session_cancel(*, session_id: UUID) -> None:
    """Keep nothing of a session that has no result yet."""
    session = SpeakResource.objects.filter(
        pk=session_id, status__in=(*OPEN_STATUSES, SessionStatus.PROCESSING)
    ).first()
    if session is not None:
        session_delete(session=session)


def session_delete(*, session: SpeakResource) -> None:
    """Remove a session with its recording."""
    name, session_id = session.audio.name, session.pk

    def remove_files() -> None:
        spool_of(session_id).delete()
        if name:
            default_storage.delete(name)

    with transaction.atomic():
        session.delete()
        # What cannot be removed now is found by the daily search for orphans.
        transaction.on_commit(remove_files, robust=True)


def session_processing(*, session_id: UUID, fence: int) -> bool:
    """The recording is over. False if somebody else holds or ended it, or it is gone."""
    recording = SpeakResource.objects.filter(
        pk=session_id, status=SessionStatus.STREAMING, fence=fence
    )
    return bool(_claim(recording))


def session_claim(*, session_id: UUID) -> bool:
    """Take over a session whose time is over. Of several who try, one is told True.

    The row's ``fence`` goes up: who held the session before can add nothing any more.
    """
    due = SpeakResource.objects.filter(
        pk=session_id, status__in=UNFINISHED, expires_at__lte=timezone.now()
    )
    return bool(_claim(due, fence=F("fence") + 1))


def _claim(sessions: QuerySet[SpeakResource], **more: Any) -> int:
    ended_at = Coalesce("ended_at", timezone.now())
    return sessions.update(
        status=SessionStatus.PROCESSING, ended_at=ended_at, expires_at=step_lease(), **more
    )


def _lease() -> datetime:
    """Until then nobody but its holder touches a session that is being recorded."""
    return timezone.now() + timedelta(seconds=RENEW_SECONDS + settings.SPEAK_RESUME_SECONDS)


def step_lease() -> datetime:
    """Until then a step towards the result is taken to be on its way."""
    return timezone.now() + timedelta(seconds=settings.SPEAK_STEP_SECONDS)


def session_abandon(*, session_id: UUID) -> None:
    """Too little was recorded for a result."""
    SPEAK_RESULTS.labels("abandoned").inc()
    SpeakResource.objects.filter(pk=session_id, status__in=UNFINISHED).update(
        status=SessionStatus.ABANDONED, expires_at=None
    )
    spool_of(session_id).delete()


def sessions_release(*, session_ids: list[UUID]) -> None:
    """This process will not finish these: the next sweep may."""
    SpeakResource.objects.filter(pk__in=session_ids, status=SessionStatus.PROCESSING).update(
        expires_at=timezone.now()
    )
