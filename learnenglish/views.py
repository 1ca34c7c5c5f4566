"""Pages that belong to no single domain: home, errors."""

from __future__ import annotations

import sys

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from history.selectors import history_recent_lookups
from learnenglish.common.problems import (
    DATABASE_BUSY,
    is_api,
    is_database_busy,
    problem_response,
)
from speaking.selectors import session_list, topic_list
from texts.forms import LookupForm
from tutoring.progress.today import today_get
from tutoring.selectors.classes import assignments_of
from tutoring.selectors.recommendations import recommendations_open

RECENT = 5
TOPICS = 3


def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "pages/landing.html")
    user = request.user
    context = {
        "recent_lookups": history_recent_lookups(user=user, count=RECENT),
        "recent_sessions": session_list(user=user)[:RECENT],
        "topics": topic_list().filter(level=user.cefr_level)[:TOPICS],
        "stats": today_get(user=user),
        "recommendations": recommendations_open(student=user),
        "assignments": assignments_of(student=user),
        "lookup_form": LookupForm(),
    }
    return render(request, "pages/home.html", context)


def closed(request: HttpRequest) -> HttpResponse:
    """An address that a package brings along and this site does not offer."""
    raise Http404


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return problem_response(status=404, code="not_found", detail=_("There is no such address."))
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Called while the error is handled: a database that is away, found out before any view, is 503
    as it is in one."""
    if is_database_busy(sys.exception()):
        if is_api(request):
            away: HttpResponse = problem_response(
                status=503, code="database_busy", detail=DATABASE_BUSY
            )
        else:
            away = HttpResponse(render_to_string("500.html", {"code": 503}), status=503)
        away["Retry-After"] = "1"
        return away
    if is_api(request):
        detail = _("Something went wrong on our side. Give the request id when you report it.")
        return problem_response(status=500, code="internal", detail=detail)
    # Without a context: whatever fills it may be what went wrong.
    return HttpResponse(render_to_string("500.html"), status=500)
