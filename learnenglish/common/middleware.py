"""Middleware of all apps."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django_structlog.middlewares import RequestMiddleware

from learnenglish.common.problems import is_api, is_database_busy
from learnenglish.common.redis_cache import PAUSE_S, CacheAway
from learnenglish.common.zones import zone_of

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
    """One line in the log for a request: never what was asked, which is in the query."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"


class DatabaseBusyMiddleware:
    """A page that met a locked database, or needs what all processes share while it is away, is 503
    with Retry-After (``problems`` does it for REST)."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not is_database_busy(error) and not isinstance(error, CacheAway):
            return None
        response = render(request, "503.html", status=503)
        response["Retry-After"] = "1" if is_database_busy(error) else str(int(PAUSE_S))
        return response


class TimeZoneMiddleware:
    """Pages show times in the zone of the person who looks at them."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = getattr(getattr(request, "user", None), "time_zone", "")
        with timezone.override(zone_of(name)):
            return self.get_response(request)
