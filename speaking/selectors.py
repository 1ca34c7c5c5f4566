"""Reading topics and sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError, not_found
from speaking.models import SessionStatus, SpeakResource, Topic
from speaking.speech import MAX_CHARS

if TYPE_CHECKING:
    from accounts.models import User

AUDIO_SALT = "speaking.audio"
AUDIO_URL_SECONDS = 3600


def topic_list() -> QuerySet[Topic]:
    return Topic.objects.filter(is_published=True)


def session_list(*, user: User) -> QuerySet[SpeakResource]:
    """The sessions of ``user`` in which something was recorded, newest first."""
    return (
        SpeakResource.objects.filter(user=user)
        .exclude(status__in=(SessionStatus.CREATED, SessionStatus.ABANDONED))
        .select_related("topic")
        .order_by("-id")
    )


def session_get(*, user: User, session_id: UUID) -> SpeakResource:
    """Raises DomainError ``not_found``, also for somebody else's session."""
    session = SpeakResource.objects.select_related("topic").filter(pk=session_id, user=user).first()
    if session is None:
        raise not_found(_("There is no such session, or it is somebody else's."))
    return session


def session_find(session_id: UUID) -> SpeakResource | None:
    return SpeakResource.objects.select_related("topic").filter(pk=session_id).first()


def session_owned(session: SpeakResource | None, *, user: User) -> SpeakResource:
    """``session``. Raises DomainError ``not_found``, or ``forbidden`` if it is somebody else's."""
    if session is None:
        raise not_found(_("There is no such session."))
    if session.user_id != user.pk:
        raise DomainError("forbidden", _("This is somebody else's session."), status=403)
    return session


def session_audio_url(session: SpeakResource) -> str | None:
    """A URL that plays the recording without signing in for AUDIO_URL_SECONDS, or None."""
    if not session.audio:
        return None
    if settings.S3_BUCKET:
        return default_storage.url(session.audio.name)
    return reverse("speaking:audio", args=[_audio_token(session)])


def session_peaks_url(session: SpeakResource) -> str | None:
    """Where the heights to draw the recording by are, as long as ``session_audio_url``; or None."""
    return reverse("speaking:peaks", args=[_audio_token(session)]) if session.audio else None


def _audio_token(session: SpeakResource) -> str:
    return signing.dumps(str(session.pk), salt=AUDIO_SALT)


def session_of_audio_token(token: str) -> SpeakResource:
    """The session a signed audio URL was made for. Raises DomainError ``not_found``."""
    try:
        session_id = signing.loads(token, salt=AUDIO_SALT, max_age=AUDIO_URL_SECONDS)
    except signing.BadSignature as error:
        raise not_found(_("This link is not valid any more. Reload the page.")) from error
    session = SpeakResource.objects.filter(pk=session_id).exclude(audio="").first()
    if session is None:
        raise not_found(_("The recording was deleted."))
    return session


def _with_spoken_answer(session: SpeakResource) -> dict[str, Any] | None:
    """The evaluation, with where its model answer is spoken if it is short enough for that."""
    evaluation: dict[str, Any] | None = session.evaluation
    answer = (evaluation or {}).get("model_answer")
    if not evaluation or not answer or len(answer["text"]) > MAX_CHARS:
        return evaluation
    query = urlencode({"text": answer["text"], "accent": session.language})
    spoken = {**answer, "audio_url": f"{reverse('speaking:say')}?{query}"}
    return {**evaluation, "model_answer": spoken}


def session_result(session: SpeakResource) -> dict[str, Any]:
    """A session as REST gives it and the socket's ``final`` carries it."""
    evaluator = session.evaluation["evaluator"] if session.evaluation else None
    return {
        "session_id": str(session.pk),
        "status": session.status,
        "mode": session.mode,
        "topic_id": str(session.topic_id) if session.topic_id else None,
        "language": session.language,
        "level": session.level,
        "reference_text": session.reference_text,
        "duration_ms": session.duration_ms,
        "transcript": session.transcript,
        "evaluation": _with_spoken_answer(session),
        "audio_url": session_audio_url(session),
        "providers": {
            "stt": {
                "provider": session.stt_provider,
                "model": session.stt_model,
                "fallback_reason": session.stt_fallback_reason,
            },
            "evaluator": evaluator,
        },
        "error": {"code": session.error_code, "message": session.error_message}
        if session.error_code
        else None,
        "created_at": session.created_at.isoformat(),
        "evaluated_at": session.evaluated_at.isoformat() if session.evaluated_at else None,
    }
