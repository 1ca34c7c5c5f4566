"""Pages to speak on and to look at what came of it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.people import person_of
from accounts.plans import Quota, limit_of
from learnenglish.common.errors import DomainError
from speaking.filters import TopicFilter
from speaking.models import SpeakResource
from speaking.peaks import session_peaks
from speaking.ranges import ranged_response
from speaking.result_page import result_context
from speaking.selectors import (
    session_get,
    session_list,
    session_of_audio_token,
    topic_list,
)
from speaking.services import session_delete

RECENT = 3


@login_required
def topics(request: HttpRequest) -> HttpResponse:
    filters = TopicFilter(request.GET, queryset=topic_list())
    is_filtered = any(request.GET.values())
    context = {
        "topics": filters.qs,
        # The others are folded up, until something is chosen.
        "own_level": "" if is_filtered else person_of(request).cefr_level,
        "filter_form": filters.form,
        "recent_sessions": session_list(user=person_of(request))[:RECENT],
    }
    return render(request, "speaking/topics.html", context)


@login_required
def live(request: HttpRequest) -> HttpResponse:
    slug = request.GET.get("topic", "").replace("\x00", "")  # which PostgreSQL refuses
    topic = get_object_or_404(topic_list(), slug=slug) if slug else None
    placeholder = UUID(int=0)
    session_url = _session_url("speaking:session", placeholder)
    config = {
        "socket_path": "/ws/speak",
        "mode": topic.mode if topic else "free_talk",
        "topic_id": str(topic.pk) if topic else None,
        "reference_text": topic.reference_text if topic else "",
        "language": "en-US",
        "level": topic.level if topic else person_of(request).cefr_level,
        "pause_ms": 1000,
        "session_url": session_url,
        "result_url": _session_url("speaking:result", placeholder),
    }
    return render(request, "speaking/live.html", {"topic": topic, "config": config})


@login_required
def sessions(request: HttpRequest) -> HttpResponse:
    user = person_of(request)
    context = {
        "sessions": Paginator(session_list(user=user), 20).get_page(request.GET.get("page")),
        "kept_count": limit_of(user, Quota.RECORDINGS),
        "kept_days": settings.RECORDINGS_KEEP_DAYS,
    }
    return render(request, "speaking/sessions.html", context)


@login_required
def session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    context = result_context(_session_or_404(request, session_id))
    return render(request, "speaking/session.html", context)


@login_required
def result(request: HttpRequest, session_id: UUID) -> HttpResponse:
    context = result_context(_session_or_404(request, session_id))
    return render(request, "speaking/_result.html", context)


@login_required
@require_POST
def delete(request: HttpRequest, session_id: UUID) -> HttpResponse:
    session_delete(session=_session_or_404(request, session_id))
    messages.success(request, _("The session and its recording are deleted."))
    return redirect("speaking:sessions")


def audio(request: HttpRequest, token: str) -> HttpResponse:
    """A recording kept in local files, for whoever has its signed URL."""
    try:
        found = session_of_audio_token(token)
    except DomainError as error:
        raise Http404(error.message) from error
    try:
        file = found.audio.open()
    except FileNotFoundError as error:
        raise Http404("The recording is not there any more.") from error
    with file:
        response = ranged_response(request, file, content_type="audio/wav")
    response["Cache-Control"] = "private, max-age=3600"
    return response


def peaks(request: HttpRequest, token: str) -> HttpResponse:
    """How loud a recording is along its length, for whoever has its signed URL."""
    try:
        found = session_of_audio_token(token)
        heights = session_peaks(found)
    except DomainError as error:
        if error.status == 503:
            raise
        raise Http404(error.message) from error
    response = JsonResponse({"duration_ms": found.duration_ms, "peaks": heights})
    response["Cache-Control"] = "private, max-age=3600"
    return response


def _session_url(name: str, session_id: UUID) -> str:
    return reverse(name, args=[session_id]).replace(str(session_id), "__ID__")


def _session_or_404(request: HttpRequest, session_id: UUID) -> SpeakResource:
    try:
        return session_get(user=person_of(request), session_id=session_id)
    except DomainError as error:
        raise Http404(error.message) from error
