"""What Celery's processes tell: how long tasks waited and took, and that they are alive."""

from __future__ import annotations

import os
import time
from logging.config import dictConfig
from pathlib import Path
from typing import Any

from celery import signals
from django.conf import settings
from prometheus_client import multiprocess, start_http_server
from prometheus_client.registry import CollectorRegistry

from learnenglish.common.metrics import TASK_SECONDS, TASK_WAIT_SECONDS
from learnenglish.queues import QUEUED_AT

_started: dict[str, float] = {}


@signals.setup_logging.connect
def log_as_configured(**_: Any) -> None:
    """Instead of Celery's own format: tasks log as requests do."""
    dictConfig(settings.LOGGING)


@signals.before_task_publish.connect
def note_time(headers: dict[str, Any] | None = None, **_: Any) -> None:
    if headers is not None:
        headers[QUEUED_AT] = time.time()


@signals.task_prerun.connect
def begin(task_id: str, task: Any, **_: Any) -> None:
    _started[task_id] = time.perf_counter()
    queued_at = getattr(task.request, QUEUED_AT, None)
    if queued_at:
        queue = (task.request.delivery_info or {}).get("routing_key") or "celery"
        TASK_WAIT_SECONDS.labels(queue).observe(max(0.0, time.time() - queued_at))


@signals.task_postrun.connect
def end(task_id: str, task: Any, state: str | None = None, **_: Any) -> None:
    started = _started.pop(task_id, None)
    if started is not None:
        outcome = (state or "UNKNOWN").lower()
        TASK_SECONDS.labels(task.name, outcome).observe(time.perf_counter() - started)


@signals.worker_ready.connect
@signals.heartbeat_sent.connect
def beat_heart(**_: Any) -> None:
    heartbeat()


def heartbeat() -> None:
    """Touch ``HEARTBEAT_FILE``: the container's health check looks at its age."""
    path = os.environ.get("HEARTBEAT_FILE")
    if path:
        Path(path).touch()


@signals.worker_init.connect
def serve_metrics(**_: Any) -> None:
    """Serve this container's metrics on ``METRICS_PORT``: a worker has no other HTTP."""
    port = os.environ.get("METRICS_PORT")
    if port and os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)
        start_http_server(int(port), registry=registry)


@signals.worker_process_shutdown.connect
def forget_process(pid: int, **_: Any) -> None:
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.mark_process_dead(pid)
