"""What Prometheus is told: every metric of ours, so that names and labels are seen together.

Labels have few values: providers, outcomes, names of tasks and queues, never a person or a text.
With ``PROMETHEUS_MULTIPROC_DIR`` the processes of one container are added up.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import Counter, Gauge, Histogram

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60)

ENGINE_SECONDS = Histogram(
    "engine_seconds",
    "Time that an engine took to answer.",
    ["area", "provider", "outcome"],
    buckets=_SECONDS,
)
ENGINE_UNITS = Counter(
    "engine_units_total",
    "What was spent on a cloud engine: tokens of text, seconds of sound, characters of speech.",
    ["provider", "unit"],
)
SPEAK_SOCKETS = Gauge("speak_sockets_active", "Open speaking sockets.", multiprocess_mode="livesum")
SPEAK_SESSIONS = Gauge("speak_sessions_active", "Recordings going on.", multiprocess_mode="livesum")
SPEAK_SESSIONS_LIMIT = Gauge(
    "speak_sessions_limit",
    "Recordings that may go on at once in these processes.",
    multiprocess_mode="livesum",
)
SPEAK_CHUNKS = Counter("speak_chunks_total", "Pieces of sound stored.")
SPEAK_CHUNK_SECONDS = Histogram(
    "speak_chunk_seconds", "Time to store a piece of sound.", buckets=_SECONDS
)
SPEAK_LAG_SECONDS = Histogram(
    "speak_lag_seconds",
    "How far recognition is behind the sound, at each interim result.",
    buckets=_SECONDS,
)
SPEAK_RESULTS = Counter("speak_results_total", "Recordings that ended.", ["outcome"])
SPEAK_RESULT_SECONDS = Histogram(
    "speak_result_seconds", "Time from the end of a recording to its result.", buckets=_SECONDS
)
SOCKET_ERRORS = Counter("speak_errors_total", "Errors told over the socket.", ["code"])
TASK_SECONDS = Histogram(
    "task_seconds", "Time that a task took.", ["task", "outcome"], buckets=(*_SECONDS, 300)
)
TASK_WAIT_SECONDS = Histogram(
    "task_wait_seconds",
    "Time that a task waited in its queue.",
    ["queue"],
    buckets=(*_SECONDS, 300, 1800),
)
CACHE_ANSWERS = Counter(
    "cache_answers_total", "Questions to a cache of ours.", ["cache", "outcome"]
)
RATING_RUN_SECONDS = Histogram(
    "rating_run_seconds", "Time of a run of the rating job.", buckets=(*_SECONDS, 300, 1800)
)


@contextmanager
def engine_timed(*, area: str, provider: str) -> Iterator[None]:
    """Time what is done inside; an exception is the outcome ``error``."""
    started = time.perf_counter()
    outcome = "error"
    try:
        yield
        outcome = "ok"
    finally:
        ENGINE_SECONDS.labels(area, provider, outcome).observe(time.perf_counter() - started)
