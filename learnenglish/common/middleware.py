"""Middleware of all apps."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.utils import timezone
from django_structlog.middlewares import RequestMiddleware

from learnenglish.common.errors import DomainError
from learnenglish.common.problems import is_api, is_database_busy
from learnenglish.common.zones import zone_of

log = structlog.get_logger(__name__)
BUSY_RETRY_MS = 1000
Handler = Callable[[HttpRequest], HttpResponse]


class ApiSlashMiddleware:
    """API paths have no trailing slash; a client that adds one is answered all the same."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_api(request) and request.path_info.endswith("/"):
            request.path_info = request.path_info.rstrip("/")
        return self.get_response(request)


class RequestLogMiddleware(RequestMiddleware):
    """One line in the log for a request: never what was asked, which is in the query.

    Whatever is logged meanwhile, and the tasks that are queued, carry its ids.
    """

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if "session_id" in kwargs:
            structlog.contextvars.bind_contextvars(session_id=str(kwargs["session_id"]))


class PageCompressionMiddleware(GZipMiddleware):
    """Pages go out compressed where no proxy does it, with Django's random padding against BREACH.

    Sound and downloads stay as they are: their parts are asked for by byte.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not response.get("Content-Type", "").startswith("text/html"):
            return response
        return super().process_response(request, response)


class DatabaseBusyMiddleware:
    """A page that met a locked database, or needs a part of the site that is away, is 503 with
    Retry-After (``problems`` does it for REST)."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        wait_ms = None
        if is_database_busy(error):
            log.warning("database_busy", error=repr(error))
            wait_ms = BUSY_RETRY_MS
        if isinstance(error, DomainError) and error.status == 503:
            wait_ms = error.retry_after_ms
        if wait_ms is None:
            return None
        response = render(request, "503.html", status=503)
        response["Retry-After"] = str(math.ceil(wait_ms / 1000))
        return response


class TimeZoneMiddleware:
    """Pages show times in the zone of the person who looks at them."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = getattr(getattr(request, "user", None), "time_zone", "")
        with timezone.override(zone_of(name)):
            return self.get_response(request)
