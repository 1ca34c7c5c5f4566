"""Reads go to the replica where a view asks for it, and never behind one's own writes."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from accounts.models import User
from history.models import Activity
from history.services import history_record
from learnenglish.common.environment import postgres_options
from learnenglish.common.replica import ReplicaRouter, WritesMiddleware, replica_reads

ROUTER = ReplicaRouter()


pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "replica"])


@pytest.fixture(scope="module", autouse=True)
def _entry(django_db_setup: None) -> Iterator[None]:
    """The tests' database once more, under the replica's name."""
    entry = deepcopy(connections.settings["default"])
    connections.settings["replica"] = {**entry, "TEST": {**entry["TEST"], "MIRROR": "default"}}
    yield
    del connections.settings["replica"]


@pytest.fixture
def replica(settings: Settings, transactional_db: None) -> Iterator[Any]:
    """A second connection to the same database stands for the replica."""
    settings.DATABASE_REPLICA_URL = f"postgres://replica/{uuid4()}"
    cache.clear()
    connection: Any = connections["replica"]
    yield connection
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()
    del connections["replica"]


def test_only_what_asks_for_it_reads_from_the_replica(replica: Any) -> None:
    assert ROUTER.db_for_read(User) is None
    with replica_reads(user_id=uuid4()):
        assert ROUTER.db_for_read(User) == "replica"
        assert ROUTER.db_for_write(User) is None
    assert ROUTER.db_for_read(User) is None


def test_without_a_replica_everything_is_read_from_the_one_database() -> None:
    with replica_reads(user_id=uuid4()):
        assert ROUTER.db_for_read(User) is None


def test_whoever_has_just_written_reads_what_they_wrote(
    replica: Any, student: User, other_student: User, rf: RequestFactory
) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        ROUTER.db_for_write(User)
        return HttpResponse()

    request = rf.post("/")
    request.user = student
    cache.clear()
    WritesMiddleware(view)(request)
    with replica_reads(user_id=student.pk):
        assert ROUTER.db_for_read(User) is None
    with replica_reads(user_id=other_student.pk):
        assert ROUTER.db_for_read(User) == "replica"


def test_progress_is_read_from_the_replica_until_something_of_the_readers_is_written(
    replica: Any, student: User, client: Client
) -> None:
    client.force_login(student)
    with CaptureQueriesContext(replica) as asked:
        assert client.get("/progress").status_code == 200
    assert len(asked) > 0
    history_record(user=student, kind=Activity.LOOKUP, query="gave up")
    with CaptureQueriesContext(replica) as asked:
        assert client.get("/progress").status_code == 200
    assert len(asked) == 0


def test_while_the_replica_is_away_pages_are_read_from_the_first_database(
    replica: Any, student: User, client: Client
) -> None:
    place: dict[str, Any] = {"NAME": "/nowhere/replica", "HOST": "127.0.0.1", "PORT": "1"}
    if replica.vendor == "postgresql":
        place["OPTIONS"] = {**replica.settings_dict["OPTIONS"], "pool": {"timeout": 0.2}}
    replica.settings_dict = {**replica.settings_dict, **place}
    client.force_login(student)
    assert client.get("/progress").status_code == 200
    with replica_reads(user_id=student.pk):
        assert ROUTER.db_for_read(User) is None


def test_the_replica_is_never_migrated() -> None:
    assert ROUTER.allow_migrate("replica", "accounts") is False
    assert ROUTER.allow_migrate("default", "accounts") is None


def test_postgresql_gives_up_on_what_takes_too_long_and_the_url_has_the_last_word() -> None:
    database: dict[str, Any] = {
        "OPTIONS": {"options": "-c statement_timeout=60000", "sslmode": "require"}
    }
    postgres_options(database, pool_size=7, statement_timeout_ms=15_000, lock_timeout_ms=5_000)
    options = database["OPTIONS"]
    assert options["options"].endswith("-c lock_timeout=5000 -c statement_timeout=60000")
    assert (options["pool"], options["sslmode"]) == (
        {"min_size": 1, "max_size": 7, "timeout": 10},
        "require",
    )
