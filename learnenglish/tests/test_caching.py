"""What is kept in the cache is never out of date, never somebody else's, and made once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections, transaction
from django.test import override_settings
from prometheus_client import REGISTRY

from accounts.models import User
from conftest import database_environment
from learnenglish.change_triggers import after_migrate, triggers_drop
from learnenglish.common.caching.answers import Asked, answer_get
from learnenglish.common.caching.changes import (
    KEPT_S,
    PROGRESS,
    change_note,
    changes_forget,
    generation_read,
    scope_of,
)
from learnenglish.common.caching.models import Change
from learnenglish.testing.site import free_port
from texts.models import TextResource
from texts.search.selectors import SearchRequest, resource_search
from texts.tests.making import word
from tutoring.progress.models import DailyProgress
from tutoring.progress.tests.making import spoke

pytestmark = pytest.mark.django_db
# Four threads that ask for one answer, which is not there before all threads of both processes ask.
CROWD = """
import threading, time, django
django.setup()
from django.core.cache import caches
from django.db import connections
from learnenglish.change_triggers import after_migrate, triggers_drop
from learnenglish.common.caching.answers import Asked, answer_get

shared = caches["shared"]

def make():
    shared.incr("made")
    while shared.get("asking") < 8:
        time.sleep(0.01)
    return "answer"

def ask():
    shared.incr("asking")
    asked = Asked(name="test", scopes=("test",), parts=("crowd",))
    print(answer_get(asked, make, wait_s=60), flush=True)
    connections.close_all()

threads = [threading.Thread(target=ask) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""
ASKED = Asked(name="test", scopes=("test",), parts=("everyone",))


@pytest.fixture(autouse=True)
def _empty() -> None:
    caches["shared"].clear()


def count_of(outcome: str) -> float:
    labels = {"cache": "test", "outcome": outcome}
    return REGISTRY.get_sample_value("cache_answers_total", labels) or 0


@contextmanager
def without_redis() -> Iterator[None]:
    """The cache of all processes at an address where nobody listens."""
    shared = {
        "BACKEND": "learnenglish.common.redis_cache.StrictCache",
        "LOCATION": f"redis://127.0.0.1:{free_port()}/0",
    }
    with override_settings(CACHES={**settings.CACHES, "shared": shared}):
        yield


def test_an_answer_is_made_once_and_again_after_a_change() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    assert [answer_get(ASKED, make) for _ in range(3)] == [0, 0, 0]
    change_note("test")
    assert [answer_get(ASKED, make) for _ in range(3)] == [1, 1, 1]
    other = Asked(name="test", scopes=("test",), parts=("somebody",))
    assert answer_get(other, make) == 2


def test_nothing_is_an_answer_too_and_an_error_is_not() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        answer_get(ASKED, fail)
    assert answer_get(ASKED, lambda: None) is None
    assert answer_get(ASKED, lambda: 1) is None


def test_an_answer_made_before_a_change_is_not_kept_for_after_it() -> None:
    def slow() -> str:
        change_note("test")  # somebody else's, between our looking and our keeping
        return "old"

    assert answer_get(ASKED, slow) == "old"
    assert answer_get(ASKED, lambda: "new") == "new"


def test_a_change_that_is_rolled_back_never_shows() -> None:
    assert answer_get(ASKED, lambda: "before") == "before"
    with transaction.atomic():
        change_note("test")
        assert answer_get(ASKED, lambda: "inside") == "inside"
        transaction.set_rollback(True)
    assert answer_get(ASKED, lambda: "made again") == "before"
    change_note("test")
    assert answer_get(ASKED, lambda: "after") == "after"


def test_while_a_migration_has_the_triggers_away_nothing_is_kept() -> None:
    assert answer_get(ASKED, lambda: "before") == "before"
    triggers_drop()
    changes_forget()
    assert [answer_get(ASKED, lambda: "one"), answer_get(ASKED, lambda: "two")] == ["one", "two"]
    after_migrate(using="default")
    assert [answer_get(ASKED, lambda: "after"), answer_get(ASKED, lambda: "")] == ["after"] * 2


@pytest.mark.servers
def test_what_replication_a_restore_or_a_truncation_writes_is_a_change(student: User) -> None:
    spoke(student, seconds=60)
    scope = scope_of(PROGRESS, student.pk)
    was = generation_read([scope])
    for setting, statement in (
        ("session_replication_role = replica", "DELETE FROM public.history_userhistory"),
        ("search_path = ''", "DELETE FROM public.tutoring_dailyprogress"),
        ("statement_timeout = 0", "TRUNCATE public.texts_reviewlog"),
    ):
        DailyProgress.objects.get_or_create(user=student, day=date(2026, 1, 1))
        before = generation_read([scope])
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL {setting}; {statement}; SET LOCAL search_path = public")
        assert generation_read([scope]) not in (before, was), setting


def test_old_changes_are_forgotten_once_no_answer_is_so_old() -> None:
    change_note("test")
    Change.objects.filter(scope="test").update(at=1)
    change_note("test")
    assert changes_forget() == 1
    assert Change.objects.filter(scope="test").count() == 1
    assert KEPT_S > 3600


def test_without_redis_everyone_makes_their_own() -> None:
    before = count_of("away")
    with without_redis():
        assert answer_get(ASKED, lambda: 1) == 1
        assert answer_get(ASKED, lambda: 2) == 2
    assert count_of("away") == before + 2


def test_whoever_waits_too_long_or_for_the_dead_makes_their_own() -> None:
    def make_while_another_one_does() -> str:
        # Holding the place, as a maker does that never comes back.
        return answer_get(ASKED, lambda: "own", wait_s=0.02)

    before = count_of("timeout")
    assert answer_get(ASKED, make_while_another_one_does) == "own"
    assert count_of("timeout") == before + 1
    assert answer_get(ASKED, lambda: "again") == "own"


@pytest.mark.django_db(transaction=True)
def test_of_many_who_ask_for_the_same_one_makes_it() -> None:
    made: list[int] = []
    start = threading.Barrier(12)
    answers: list[str] = []

    def make() -> str:
        made.append(1)
        generation_read(["test"])
        return "answer"

    def ask() -> None:
        try:
            start.wait(10)
            answers.append(answer_get(ASKED, make, wait_s=30))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=ask) for _ in range(start.parties)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), answers) == (1, ["answer"] * start.parties)


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_two_processes_one_makes_it() -> None:
    caches["shared"].set_many({"made": 0, "asking": 0})
    environment = {**os.environ, **database_environment()}
    environment["DJANGO_SETTINGS_MODULE"] = "learnenglish.settings"
    crowds = [
        subprocess.Popen(
            [sys.executable, "-c", CROWD],
            env=environment,
            cwd=settings.BASE_DIR,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = [crowd.communicate(timeout=120)[0] for crowd in crowds]
    assert said == ["answer\n" * 4] * 2
    assert caches["shared"].get("made") == 1


def results(user: User, **wanted: Any) -> list[str]:
    return [
        one.resource.text
        for one in resource_search(user=user, wanted=SearchRequest(**wanted)).results
    ]


def test_nobody_is_given_what_was_kept_of_somebody_else_s(
    student: User, other_student: User
) -> None:
    word("river")
    both = (student, other_student)
    assert [results(one, q="river") for one in both] == [["river"], ["river"]]
    word("river bed", created_by=student)
    word("river mouth", created_by=other_student)
    for _ in range(2):
        assert sorted(results(student, q="river")) == ["river", "river bed"]
        assert sorted(results(other_student, q="river")) == ["river", "river mouth"]
        assert results(student, mine=True) == ["river bed"]
    TextResource.objects.filter(created_by=student).delete()
    assert results(student, q="river") == ["river"]
    assert results(student, mine=True) == []


def test_every_table_that_is_watched_has_its_triggers() -> None:
    from learnenglish.watched_tables import WATCHED

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'learn_change_%'"
            if connection.vendor == "postgresql"
            else "SELECT name FROM sqlite_master WHERE name LIKE 'learn_change_%'"
        )
        found = {name.rpartition("_")[0] for (name,) in cursor.fetchall()}
    events = {"insert", "update", "delete"}
    events |= {"truncate"} if connection.vendor == "postgresql" else set()
    assert found == {f"learn_change_{one.table}_{event}" for one in WATCHED for event in events}
