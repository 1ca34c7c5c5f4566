"""Tasks: none is given to a second worker while the first has it."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from accounts.tasks import export_make
from learnenglish.celery import app
from speaking.pipeline import BACKOFF_SECONDS


def test_no_task_waits_and_runs_longer_than_its_broker_waits_for_it() -> None:
    app.loader.import_default_modules()
    ours = [task for task in app.tasks.values() if not task.name.startswith("celery.")]
    late = [task for task in ours if task.acks_late]
    longest = max(task.time_limit or settings.CELERY_TASK_TIME_LIMIT for task in late)
    broker_waits = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]
    assert len(ours) > 20
    assert max(BACKOFF_SECONDS) + longest <= broker_waits


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_the_error_of_a_failed_task_is_kept_under_its_id_for_a_day(worker: None) -> None:
    task = app.AsyncResult(export_make.delay("no id").id)
    with pytest.raises(ValidationError, match="no id"):
        task.get(timeout=60)
    client = task.backend.client
    key = task.backend.get_key_for_task(task.id)
    assert 0 < client.ttl(key) <= 24 * 3600
    assert client.exists(f"{settings.REDIS_KEY_PREFIX}:celery-task-meta-{task.id}")


def test_every_task_of_the_schedule_is_one() -> None:
    app.loader.import_default_modules()
    assert {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()} <= set(app.tasks)
