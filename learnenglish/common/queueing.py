"""Giving work to tasks, also while the broker does not answer."""

from __future__ import annotations

from typing import Any

import structlog
from celery import Task
from django.conf import settings

from learnenglish.common.errors import DomainError
from learnenglish.common.outage import Outage

PAUSE_S = 5.0
log = structlog.get_logger(__name__)
_outage = Outage(pause_s=PAUSE_S)


def task_queue(task: Task[..., Any], *args: Any, **options: Any) -> bool:
    """Queue ``task``; False if the broker is away: for work that a sweep of the schedule finds.

    After a failure the broker is left in peace for PAUSE_S, so that nobody else waits for it.
    """
    if not settings.CELERY_TASK_ALWAYS_EAGER and _outage.message:
        log.warning("broker_away", task=task.name)
        return False
    try:
        task.apply_async(args=args, **options)
    except task.OperationalError as error:
        _outage.begin(repr(error))
        log.warning("broker_away", task=task.name, error=repr(error))
        return False
    return True


def task_queue_or_say(task: Task[..., Any], *args: Any) -> None:
    """Queue what no sweep would find. Raises DomainError ``queue_away`` (503)."""
    if not task_queue(task, *args):
        raise DomainError(
            "queue_away",
            "This cannot be done just now. Try again in a moment.",
            status=503,
            retry_after_ms=int(PAUSE_S * 1000),
        )
