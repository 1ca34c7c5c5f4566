"""Middleware that needs to know who is asking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from rest_framework.views import APIView

from accounts.languages import language_known
from accounts.mfa import MFA_SETUP_REQUIRED, mfa_setup_missing
from accounts.models import User
from accounts.throttling import RATE_LIMITED, VERDICT, request_count
from learnenglish.common.problems import is_api, problem_response
from learnenglish.common.ratelimit import rate_headers

Handler = Callable[[HttpRequest], HttpResponse]


class RateLimitMiddleware:
    """Counts pages (REST counts itself, once it knows the token's owner) and writes the headers."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_api(request) and response.status_code == 401 and VERDICT not in request.META:
            # Refused before it was counted: whoever tries tokens out is counted by address.
            verdict = request_count(request, user=None)
            if verdict is not None and not verdict.allowed:
                response = _too_many(request)
        if VERDICT in request.META:
            rate_headers(response, request.META[VERDICT])
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if issubclass(getattr(view, "cls", object), APIView):
            return None
        verdict = request_count(request, user=request.user)
        return None if verdict is None or verdict.allowed else _too_many(request)


def _too_many(request: HttpRequest) -> HttpResponse:
    if is_api(request):
        return problem_response(status=429, code="rate_limited", detail=RATE_LIMITED)
    return render(request, "429.html", status=429)


class LanguageMiddleware:
    """Pages are in the language of the person who looks at them, once it is known.

    Strangers' are in that of the cookie or the browser; so are answers to apps.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = "" if is_api(request) else language_known(getattr(request.user, "language", ""))
        if language:
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return self.get_response(request)


class SecondFactorMiddleware:
    """People whose role needs a second factor first set one up (``MFA_REQUIRED_ROLES``)."""

    OPEN = ("/accounts/", "/static/", "/healthz", "/auth/logout")

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if request.path.startswith(self.OPEN) or not isinstance(user, User):
            return self.get_response(request)
        if not mfa_setup_missing(user):
            return self.get_response(request)
        if is_api(request):
            detail = MFA_SETUP_REQUIRED
            return problem_response(status=403, code="mfa_setup_required", detail=detail)
        messages.warning(request, _("Your role needs a second factor. Set one up to go on."))
        return redirect("mfa_index")
