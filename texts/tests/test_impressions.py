"""Impressions are counted without a write per view, and none is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from django.conf import settings as project
from django.db import Error, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import User
from accounts.tokens import token_for
from conftest import database_environment
from learnenglish.common.models import uuid7
from learnenglish.testing.site import free_port, wait_until_up
from texts.impressions import BUFFER_SIZE, ProcessBuffer, impressions_count, impressions_flush
from texts.impressions_redis import RedisBuffer
from texts.models import TextResource
from texts.tasks import impressions_flush as impressions_flush_task
from texts.tests.making import word

pytestmark = pytest.mark.django_db
TIMEOUT_S = 20


def views_of(resource: TextResource) -> int:
    return TextResource.objects.get(pk=resource.pk).impressions


def updates_of(queries: CaptureQueriesContext) -> list[str]:
    found = [query["sql"] for query in queries]
    return [sql for sql in found if sql.startswith('UPDATE "texts_textresource"')]


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture(autouse=True)
def in_process(settings: Settings) -> Iterator[None]:
    """Counting in this process, with nothing left from another test."""
    settings.REDIS_URL = ""
    impressions_flush()
    yield
    settings.REDIS_URL = ""
    impressions_flush()


@pytest.fixture
def in_redis(in_process: None, settings: Settings) -> RedisBuffer:
    """Counting in Redis, with nothing left from another test."""
    settings.REDIS_URL = os.environ["REDIS_URL"]
    impressions_flush()
    return RedisBuffer()


def test_looking_up_and_reading_count_and_write_nothing(
    api: APIClient, client: Client, student: User
) -> None:
    client.force_login(student)
    looked_up = api.post("/api/process-text", {"text": "breathe"}).json()
    resource = TextResource.objects.get(pk=looked_up["resource_id"])
    with CaptureQueriesContext(connection) as queries:
        api.get(f"/api/resources/{resource.pk}")
        client.get(f"/resources/{resource.pk}")
        client.get("/lookup", {"q": "breathe"})
        api.post("/api/process-text/batch", {"texts": ["breathe", " Breathe "]})
    assert not updates_of(queries)
    assert views_of(resource) == 0
    assert impressions_flush() == 6
    assert views_of(resource) == 6


def test_what_cannot_be_seen_is_not_counted(other_api: APIClient, student: User) -> None:
    own = word("my own", created_by=student)
    other_api.get(f"/api/resources/{own.pk}")
    assert impressions_flush() == 0


def test_a_flush_takes_as_many_statements_as_there_are_different_counts() -> None:
    words = [word(f"word {number}") for number in range(10)]
    for one in words:
        impressions_count([one.pk])
    impressions_count([words[0].pk] * 3)
    with CaptureQueriesContext(connection) as queries:
        assert impressions_flush() == 13
    assert len(updates_of(queries)) == 2
    assert [views_of(one) for one in words] == [4] + [1] * 9


def test_a_flush_leaves_the_time_of_change_alone() -> None:
    one = word()
    impressions_count([one.pk])
    impressions_flush()
    assert TextResource.objects.get(pk=one.pk).updated_at == one.updated_at


def test_a_resource_deleted_meanwhile_holds_up_no_other() -> None:
    one, gone = word(), word("gone")
    impressions_count([one.pk, gone.pk])
    gone.delete()
    impressions_flush()
    assert views_of(one) == 1


def test_threads_lose_no_view_of_each_other() -> None:
    one, other = word(), word("other")

    def read() -> None:
        for _ in range(500):
            impressions_count([one.pk, other.pk])

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert impressions_flush() == 8000
    assert (views_of(one), views_of(other)) == (4000, 4000)


@pytest.mark.django_db(transaction=True)
def test_what_could_not_be_written_is_written_later() -> None:
    one = word()
    impressions_count([one.pk])
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE texts_textresource RENAME TO elsewhere")
    try:
        with pytest.raises(Error):
            impressions_flush()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE elsewhere RENAME TO texts_textresource")
    impressions_count([one.pk])
    assert impressions_flush() == 2
    assert views_of(one) == 2


@pytest.mark.django_db(transaction=True)
def test_the_timer_writes_on_its_own() -> None:
    one = word()
    buffer = ProcessBuffer(interval_s=0.02)
    buffer.start()
    buffer.add(Counter([one.pk]))
    wait_for(lambda: views_of(one) == 1)
    buffer.add(Counter([one.pk]))
    buffer.close()
    assert views_of(one) == 2


@pytest.mark.django_db(transaction=True)
def test_a_full_buffer_is_written_before_its_time() -> None:
    one = word()
    buffer = ProcessBuffer(interval_s=3600)
    buffer.start()
    buffer.add(Counter([one.pk, *(uuid7() for _ in range(BUFFER_SIZE))]))
    wait_for(lambda: views_of(one) == 1)
    buffer.close()


@pytest.mark.django_db(transaction=True)
def test_a_server_that_is_told_to_stop_writes_what_it_counted(student: User) -> None:
    one = word()
    port = free_port()
    process = subprocess.Popen(
        f"{sys.executable} -m daphne -b 127.0.0.1 -p {port} texts.tests.web:application".split(),
        env={
            **os.environ,
            **database_environment(),
            "DJANGO_SETTINGS_MODULE": "learnenglish.settings",
            "REDIS_URL": "",
            "CELERY_BROKER_URL": "",
        },
        cwd=project.BASE_DIR,
    )
    try:
        wait_until_up(port, process)
        token = token_for(student).access_token
        with httpx.Client(headers={"Authorization": f"Bearer {token}"}) as http:
            for _ in range(7):
                address = f"http://127.0.0.1:{port}/api/resources/{one.pk}"
                assert http.get(address).status_code == 200
    finally:
        process.terminate()
        process.wait(TIMEOUT_S)
    assert views_of(one) == 7


@pytest.mark.servers
def test_in_redis_views_wait_for_the_schedule(in_redis: RedisBuffer) -> None:
    one, other = word(), word("other")
    impressions_count([one.pk, other.pk])
    impressions_count([one.pk])
    assert views_of(one) == 0
    impressions_flush_task.apply()
    assert (views_of(one), views_of(other)) == (2, 1)
    assert impressions_flush() == 0


@pytest.mark.servers
def test_a_view_during_a_flush_is_in_the_next_one(in_redis: RedisBuffer) -> None:
    one = word()
    impressions_count([one.pk])
    taken = in_redis.batches()
    assert next(taken)[1] == {one.pk: 1}
    impressions_count([one.pk])
    assert impressions_flush() == 2
    assert views_of(one) == 2


@pytest.mark.servers
def test_a_batch_that_was_written_but_not_forgotten_counts_once(in_redis: RedisBuffer) -> None:
    from texts.impressions import impressions_store

    one = word()
    impressions_count([one.pk])
    [(batch, counts)] = in_redis.batches()
    assert impressions_store(batch=batch, counts=counts) == 1
    assert impressions_flush() == 0  # the process that wrote it was killed before it said so
    assert views_of(one) == 1
    assert list(in_redis.batches()) == []


def test_while_redis_is_away_views_are_counted_here(settings: Settings) -> None:
    one = word()
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    impressions_count([one.pk])
    settings.REDIS_URL = ""
    assert impressions_flush() == 1
    assert views_of(one) == 1


def test_nothing_shown_is_nothing_counted() -> None:
    no_ids: list[UUID] = []
    impressions_count(no_ids)
    assert impressions_flush() == 0


def test_importing_the_tasks_loads_no_engine(tmp_path: Path) -> None:
    code = "import sys, texts.tasks; print([m for m in sys.modules if m.startswith('texts.')])"
    output = subprocess.check_output([sys.executable, "-c", code], cwd=project.BASE_DIR, text=True)
    assert output.strip() == "['texts.tasks']"
