"""Recordings that wait for an answer, and the page on which they get one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.people import person_of
from speaking.models import SpeakResource
from speaking.selectors import session_audio_url, session_peaks_url
from tutoring.portal.forms import CommentForm, OverrideForm
from tutoring.portal.pages import attempt, portal_page, portal_render
from tutoring.selectors.feedback import queue_of, session_feedback, session_scores
from tutoring.selectors.people import student_session_get
from tutoring.services.feedback import (
    feedback_delete,
    feedback_give,
    feedback_listened,
    override_delete,
    score_override,
)

PAGE = 50


@portal_page()
def queue(request: HttpRequest) -> HttpResponse:
    """All that wait, the oldest first."""
    waiting = queue_of(viewer=person_of(request))
    return portal_render(
        request,
        "tutoring/portal/queue.html",
        title=_("Recordings to answer"),
        page=Paginator(waiting, PAGE).get_page(request.GET.get("page")),
    )


@portal_page()
def recording(request: HttpRequest, session_id: UUID) -> HttpResponse:
    viewer = person_of(request)
    session = student_session_get(viewer=viewer, session_id=session_id)
    waiting = queue_of(viewer=viewer)
    own = session.overrides.filter(tutor=viewer)
    return portal_render(
        request,
        "tutoring/portal/recording.html",
        title=session.topic.title if session.topic else session.get_mode_display(),
        session=session,
        student=session.user,
        audio_url=session_audio_url(session),
        peaks_url=session_peaks_url(session),
        evaluation=session.evaluation or {},
        words=_words(session),
        feedback=session_feedback(session=session),
        scores=session_scores(session=session),
        own_dimensions=set(own.values_list("dimension", flat=True)),
        comment_form=CommentForm(),
        waiting=waiting.count(),
        next_session=_after(waiting, session),
    )


@portal_page()
@require_POST
def comment(request: HttpRequest, session_id: UUID) -> HttpResponse:
    form = CommentForm(request.POST)
    if form.is_valid():
        attempt(
            request,
            _("The student sees your comment."),
            lambda: feedback_give(
                tutor=person_of(request),
                session_id=session_id,
                text=form.cleaned_data["text"],
                moment_ms=form.cleaned_data["moment_ms"],
            ),
        )
    else:
        messages.error(request, _("This comment is too long."))
    return redirect("portal:recording", session_id)


@portal_page()
@require_POST
def comment_remove(request: HttpRequest, session_id: UUID, feedback_id: UUID) -> HttpResponse:
    feedback_delete(tutor=person_of(request), feedback_id=feedback_id)
    messages.success(request, _("The comment is deleted."))
    return redirect("portal:recording", session_id)


@portal_page()
@require_POST
def listened(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Nothing to add: on to the next one."""
    viewer = person_of(request)
    feedback_listened(tutor=viewer, session_id=session_id)
    messages.success(request, _("The student knows that you have listened."))
    return _next(request, queue_of(viewer=viewer).exclude(pk=session_id).first())


@portal_page()
@require_POST
def score(request: HttpRequest, session_id: UUID) -> HttpResponse:
    tutor = person_of(request)
    if "remove" in request.POST:
        dimension = request.POST.get("dimension", "")
        attempt(
            request,
            _("The machine's score stands."),
            lambda: override_delete(tutor=tutor, session_id=session_id, dimension=dimension),
        )
        return redirect("portal:recording", session_id)
    form = OverrideForm(request.POST)
    if form.is_valid():
        attempt(
            request,
            _("Your score stands beside the machine's."),
            lambda: score_override(tutor=tutor, session_id=session_id, **form.cleaned_data),
        )
    else:
        messages.error(request, _("Give a score from 0 to 100 and say why."))
    return redirect("portal:recording", session_id)


def _words(session: SpeakResource) -> list[dict[str, Any]]:
    """The words with their times; ``wrong`` where the machine would change something."""
    corrections = (session.evaluation or {}).get("corrections") or []
    spans = [
        (one["start_ms"], one["end_ms"]) for one in corrections if one.get("start_ms") is not None
    ]
    return [
        {**word, "wrong": any(s <= word["start_ms"] and word["end_ms"] <= e for s, e in spans)}
        for word in (session.transcript or {}).get("words", [])
    ]


def _after(waiting: QuerySet[SpeakResource], session: SpeakResource) -> SpeakResource | None:
    """The next in the queue; after the last, the first that still waits."""
    rows = waiting.exclude(pk=session.pk)
    return rows.filter(pk__gt=session.pk).first() or rows.first()


def _next(request: HttpRequest, session: SpeakResource | None) -> HttpResponse:
    if session is None:
        messages.success(request, _("Nothing waits any more. Well done."))
        return redirect("portal:queue")
    return redirect("portal:recording", session.pk)
