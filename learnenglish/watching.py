"""The addresses for machines that watch: alive, ready, metrics."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable
from dataclasses import asdict
from secrets import compare_digest

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from learnenglish.common import inflight
from learnenglish.common.problems import problem_response
from learnenglish.health import health_check
from learnenglish.queues import QueueCollector

Handler = Callable[[HttpRequest], HttpResponse]


class WatchMiddleware:
    """Answers machines first of all: they come by address, over plain HTTP, every few seconds, so
    neither the host's name nor HTTPS is asked of them, and the log is spared.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = WATCHED.get(request.path_info)
        if view is not None:
            return view(request)
        with inflight.requests.entered() as let_in:
            return self.get_response(request) if let_in else _stopping()


def _stopping() -> HttpResponse:
    """For who comes after the last request and before the listening socket is closed."""
    response = HttpResponse("The server is being restarted. Try again.", status=503)
    response.headers["Retry-After"] = "2"
    return response


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers: nothing else is asked."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Each part that the site leans on. 503 only if one is down that everything needs."""
    parts = health_check()
    down = [part for part in parts if part.status == "down"]
    is_ready = not any(part.needed for part in down)
    status = "ok" if not down else "degraded" if is_ready else "down"
    body = {"status": status, "parts": [asdict(part) for part in parts]}
    return JsonResponse(body, status=200 if is_ready else 503)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus's text, for whoever ``METRICS_TOKEN`` or the network's own side lets in."""
    if not _may_watch(request):
        return problem_response(
            status=403,
            code="forbidden",
            detail="Send the METRICS_TOKEN as bearer token, or ask from the server's own network.",
        )
    return HttpResponse(metrics_text(), content_type=CONTENT_TYPE_LATEST)


def metrics_text() -> bytes:
    """All metrics of this container's processes, and the queues as the broker has them."""
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
    else:
        registry = REGISTRY
    queues = CollectorRegistry()
    queues.register(QueueCollector())
    return generate_latest(registry) + generate_latest(queues)


def _may_watch(request: HttpRequest) -> bool:
    """With a token whoever has it; else only a neighbour who did not come through a proxy."""
    if settings.METRICS_TOKEN:
        sent = request.headers.get("Authorization", "")
        return compare_digest(sent.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())
    if "X-Forwarded-For" in request.headers:
        return False
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return address.is_private or address.is_loopback


WATCHED: dict[str, Handler] = {"/healthz": healthz, "/healthz/ready": ready, "/metrics": metrics}
