"""How full the broker's queues are, and how long their oldest task has waited."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import structlog
from django.conf import settings
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from learnenglish.celery import app

log = structlog.get_logger(__name__)

QUEUES = ("celery", "speech")
# In the headers of every task from here: seconds since 1970.
QUEUED_AT = "queued_at"


class QueueCollector(Collector):
    """Asks the broker when asked; says nothing where there is none, or it does not answer."""

    def collect(self) -> Iterator[Metric]:
        if settings.CELERY_TASK_ALWAYS_EAGER:
            return
        depth = GaugeMetricFamily("queue_depth", "Tasks that wait.", labels=["queue"])
        age = GaugeMetricFamily(
            "queue_oldest_seconds", "How long the oldest task has waited.", labels=["queue"]
        )
        try:
            for queue, (length, oldest_s) in queues_read().items():
                depth.add_metric([queue], length)
                age.add_metric([queue], oldest_s)
        except Exception as error:
            log.warning("queues_unread", error=repr(error))
            return
        yield depth
        yield age


def queues_read() -> dict[str, tuple[int, float]]:
    """Length and age (seconds) of each queue. Raises what the broker's client raises."""
    found: dict[str, tuple[int, float]] = {}
    with app.connection_for_read(connect_timeout=2) as connection:
        client = connection.default_channel.client
        for queue in QUEUES:
            # Kombu puts new messages on the left and takes from the right.
            oldest = client.lindex(queue, -1)
            found[queue] = (client.llen(queue), _age_s(oldest))
    return found


def _age_s(message: bytes | None) -> float:
    if message is None:
        return 0.0
    queued_at = json.loads(message).get("headers", {}).get(QUEUED_AT)
    return max(0.0, time.time() - queued_at) if queued_at else 0.0
