"""What the cache of answers saves: ``python -m bench.caching``.

A learner with a year of history and the whole starter content; searches and progress with an empty
cache each time (*made*) and with a full one (*kept*), in milliseconds of time and of this process's
CPU. ``--servers`` takes PostgreSQL and Valkey, else SQLite and the process's memory. Also what the
triggers add to a write, and where sessions of browsers are read faster.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

DAYS = 365
ACTS_A_DAY = 8
NO_CACHE = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}


def fill() -> Any:
    from django.utils import timezone

    from accounts.models import User
    from history.models import UserHistory
    from learnenglish.common.models import uuid7_floor
    from texts.seeding import resources_seed
    from tutoring.progress.rollup import progress_roll_up

    resources_seed()
    user = User.objects.create_user("bench@example.com", "correct-horse-battery")
    said = {"duration_ms": 60_000, "words": 120, "errors": {"articles": 2}, "cefr": 2}
    rows = []
    for day in range(DAYS):
        for number in range(ACTS_A_DAY):
            at = timezone.now() - timedelta(days=day, minutes=30 + number)
            is_said = number == 0
            key = uuid7_floor(at).int | (day * ACTS_A_DAY + number)
            rows.append(
                UserHistory(
                    pk=type(uuid7_floor(at))(int=key),
                    user=user,
                    kind="SESSION" if is_said else "LOOKUP",
                    created_at=at,
                    day=at.date(),
                    metadata=said if is_said else {},
                )
            )
    UserHistory.objects.bulk_create(rows, batch_size=500)
    progress_roll_up()
    return user


def taken(call: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The medians of time and CPU in milliseconds."""
    call()
    times, cpu = [], []
    for _ in range(rounds):
        start, cpu_start = time.perf_counter(), time.process_time()
        call()
        times.append((time.perf_counter() - start) * 1000)
        cpu.append((time.process_time() - cpu_start) * 1000)
    return statistics.median(times), statistics.median(cpu)


def row(name: str, call: Callable[[], object], rounds: int) -> None:
    from django.conf import settings
    from django.test import override_settings

    with override_settings(CACHES={**settings.CACHES, "shared": NO_CACHE}):
        made, made_cpu = taken(call, rounds)
    kept, kept_cpu = taken(call, rounds)
    figures = "".join(f"{one:>10.2f}" for one in (made, kept, made_cpu, kept_cpu))
    print(f"{name:<34}{figures}{made_cpu / kept_cpu:>8.1f}", flush=True)


def measure(rounds: int) -> None:
    from django.contrib.sessions.backends.cached_db import SessionStore as Cached
    from django.contrib.sessions.backends.db import SessionStore as Stored

    from history.models import Activity
    from history.services import history_record
    from learnenglish.change_triggers import after_migrate, triggers_drop
    from texts.search.selectors import SearchRequest, resource_search
    from texts.selectors import resource_get
    from tutoring.progress.summary import progress_summary
    from tutoring.progress.today import today_get

    user = fill()
    heads = ("made", "kept", "CPU made", "CPU kept", "ratio")
    print(f"{'ms':<34}" + "".join(f"{head:>10}" for head in heads[:4]) + f"{heads[4]:>8}")
    for q in ("water", "brea", "give up", "freind", ""):
        wanted = SearchRequest(q=q)
        row(f"search {q!r}", partial(resource_search, user=user, wanted=wanted), rounds)
    row("today, on the home page", lambda: today_get(user=user), rounds)
    for days in (30, 365):
        row(f"progress of {days} days", partial(progress_summary, user=user, days=days), rounds)

    resource = resource_search(user=user, wanted=SearchRequest(q="water")).results[0].resource
    print(f"\n{'ms':<34}{'time':>10}{'CPU':>10}")
    single: dict[str, Callable[[], object]] = {
        "one explanation's row": partial(resource_get, user=user, resource_id=resource.pk),
    }
    for name, store in (("a browser's session, rows", Stored), ("the same, cached", Cached)):
        session: Any = store()
        session["language"] = "en"
        session.save()
        single[name] = store(session.session_key).load
    for name, call in single.items():
        print(f"{name:<34}" + "".join(f"{one:>10.2f}" for one in taken(call, rounds)))
    write = partial(history_record, user=user, kind=Activity.LOOKUP, query="water")
    with_triggers = taken(write, 5 * rounds)
    triggers_drop()
    without = taken(write, 5 * rounds)
    after_migrate(using="default")
    for name, figures in (("an act, with triggers", with_triggers), ("without", without)):
        print(f"{name:<34}" + "".join(f"{one:>10.2f}" for one in figures))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--servers", action="store_true")
    options = parser.parse_args()
    from learnenglish.testing.servers import postgres, valkey

    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="learn-bench-"))
        # Read by the settings: must be there before Django is.
        os.environ.update({"DATA_DIR": folder, "DEBUG": "false", "LOG_LEVEL": "ERROR"})
        os.environ["DJANGO_SETTINGS_MODULE"] = "learnenglish.settings"
        if options.servers:
            os.environ["DATABASE_URL"] = stack.enter_context(postgres(Path(folder)))
            os.environ["REDIS_URL"] = stack.enter_context(valkey(Path(folder)))
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        measure(options.rounds)


if __name__ == "__main__":
    main()
