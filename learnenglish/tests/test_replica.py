"""Reads go to the replica where a view asks for it, and never behind one's own writes."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from accounts.models import User
from learnenglish.common.environment import postgres_options
from learnenglish.common.replica import ReplicaRouter, WritesMiddleware, replica_reads

ROUTER = ReplicaRouter()


@pytest.fixture
def replica(settings: Settings) -> None:
    """The router's answers are looked at, nothing connects."""
    settings.DATABASE_REPLICA_URL = "postgres://replica/learnenglish"


def test_only_what_asks_for_it_reads_from_the_replica(replica: None) -> None:
    assert ROUTER.db_for_read(User) is None
    with replica_reads(user_id=uuid4()):
        assert ROUTER.db_for_read(User) == "replica"
        assert ROUTER.db_for_write(User) is None
    assert ROUTER.db_for_read(User) is None


def test_without_a_replica_everything_is_read_from_the_one_database() -> None:
    with replica_reads(user_id=uuid4()):
        assert ROUTER.db_for_read(User) is None


def test_whoever_has_just_written_reads_what_they_wrote(
    replica: None, student: User, other_student: User, rf: RequestFactory
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
