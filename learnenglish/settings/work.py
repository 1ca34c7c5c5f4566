"""Celery: the broker, the queues, the schedule."""

from __future__ import annotations

from datetime import timedelta

from celery.schedules import crontab

from learnenglish.common.redis_urls import broker_of
from learnenglish.settings.base import env
from learnenglish.settings.data import REDIS_KEY_PREFIX, REDIS_URL

CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default=REDIS_URL)
CELERY_TASK_ALWAYS_EAGER = not CELERY_BROKER_URL
CELERY_BROKER_URL, _broker_options = (
    broker_of("CELERY_BROKER_URL", CELERY_BROKER_URL)
    if CELERY_BROKER_URL
    else ("memory://localhost/", {})
)
# What a task has done is in its rows; of one that failed, the error is kept under the id that the
# log names.
CELERY_RESULT_BACKEND = env.str("CELERY_RESULT_BACKEND", default="") or (
    CELERY_BROKER_URL if CELERY_BROKER_URL.startswith(("redis", "sentinel")) else None
)
CELERY_RESULT_EXPIRES = timedelta(days=1)
CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS = {
    "global_keyprefix": f"{REDIS_KEY_PREFIX}:",
    "retry_policy": {"timeout": 2.0},
    **_broker_options,
}
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_STORE_ERRORS_EVEN_IF_IGNORED = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TIMEZONE = "UTC"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# When Redis gives a task that nobody has acknowledged to another worker. Longer than any task waits
# for its time (960 s before the last attempt at a recording) and then runs: it would run twice.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 1550,
    # A broker that hangs is told from one that works before the request's person gives up.
    "socket_connect_timeout": 2,
    "socket_timeout": 4,
    **_broker_options,
}
# Whoever queues waits no longer: what is lost a sweep finds.
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_max": 0.1}
CELERY_TASK_ROUTES = {"speaking.*": {"queue": "speech"}}
CELERY_BEAT_SCHEDULER = "learnenglish.schedule:KeptScheduler"
CELERY_BEAT_SCHEDULE = {
    "recover-speaking-sessions": {
        "task": "speaking.session_recover_all",
        "schedule": timedelta(minutes=1),
    },
    "tidy-recordings": {"task": "speaking.recordings_tidy", "schedule": timedelta(days=1)},
    "recalculate-ratings": {
        "task": "texts.ratings_recalculate",
        "schedule": timedelta(hours=1),
    },
    "remind-of-reviews": {
        "task": "texts.reviews_remind",
        "schedule": timedelta(hours=1),
    },
    "fit-reviews": {"task": "texts.reviews_fit", "schedule": timedelta(days=1)},
    "expire-plans": {"task": "accounts.plans_expire", "schedule": timedelta(minutes=15)},
    "roll-up-progress": {
        "task": "tutoring.progress_roll_up",
        "schedule": timedelta(minutes=5),
    },
    "forget-changes": {"task": "learnenglish.changes_forget", "schedule": timedelta(hours=1)},
    "synchronise": {"task": "learnenglish.synchronise", "schedule": crontab(hour=3, minute=30)},
    "purge-history": {"task": "history.history_purge", "schedule": timedelta(hours=1)},
    "tidy-accounts": {"task": "accounts.tidy", "schedule": timedelta(days=1)},
    "tidy-privacy": {"task": "accounts.privacy_tidy", "schedule": timedelta(minutes=15)},
    "expire-history": {"task": "history.history_expire", "schedule": timedelta(days=1)},
    "mail-notifications": {"task": "accounts.mails_send", "schedule": timedelta(minutes=5)},
}
if REDIS_URL:
    CELERY_BEAT_SCHEDULE["flush-impressions"] = {
        "task": "texts.impressions_flush",
        "schedule": timedelta(seconds=30),
    }
