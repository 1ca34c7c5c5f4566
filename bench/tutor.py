"""How long a tutor's list of students takes: ``python -m bench.tutor``.

A fresh PostgreSQL with 200 students of one tutor, a year of history and recordings each, and a
quarter as many students of nobody. Prints the queries of the page, and the median and 95th
percentile of the whole request in milliseconds, and of the selector alone; the CPU time is this
process's, without the database's.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STUDENTS = 200
DAYS = 365
ACTS_A_DAY = 4
RECORDINGS = 104
CARDS = 150
EVALUATIONS = 8
CATEGORIES = ("articles", "prepositions", "tense-and-aspect", "agreement", "word-order")


def evaluation(draw: random.Random) -> dict[str, Any]:
    """As large as a real one of a minute of speech."""
    corrections = [
        {
            "original": "two informations",
            "corrected": "two pieces of information",
            "explanation": "“Information” has no plural: count it in pieces. " * 2,
            "start_ms": 1000 * n,
            "end_ms": 1000 * n + 700,
            "category": draw.choice(CATEGORIES),
            "topic": "uncountable-nouns-advice-information",
        }
        for n in range(6)
    ]
    return {
        "overall": 60,
        "cefr_estimate": draw.choice(("A2", "B1", "B2")),
        "corrections": corrections,
        "reasons": {},
        "metrics": {"words": 120, "speech_ms": 55_000, "words_by_level": {"A1": 70, "B1": 12}},
        "strengths": ["You speak at an even pace."] * 2,
        "next_steps": ["Look at nouns without a plural."] * 2,
        "words": [],
    }


def fill(count: int, draw: random.Random) -> Any:
    """A tutor with ``count`` students, and a quarter as many of nobody, who did as much."""
    from django.utils import timezone

    from accounts.models import Role, User
    from history.models import UserHistory
    from speaking.models import SpeakResource
    from texts.models import ReviewCard
    from tutoring.models import Enrolment

    with connection_of().cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
    tutor = User.objects.create_user("tutor@example.com", "correct-horse-battery", role=Role.TUTOR)
    people = User.objects.bulk_create(
        User(email=f"s{n}@example.com", display_name=f"Student {n}", password="!")
        for n in range(count + count // 4)
    )
    Enrolment.objects.bulk_create(Enrolment(tutor=tutor, student=one) for one in people[:count])
    lookup = UserHistory.objects.create(user=tutor, kind="LOOKUP", query="water")
    _multiply(lookup, DAYS * ACTS_A_DAY)
    for _ in range(EVALUATIONS):
        spoken = SpeakResource.objects.create(
            user=tutor,
            status="COMPLETED",
            audio="recordings/x.wav",
            duration_ms=60_000,
            evaluation=evaluation(draw),
            transcript={"text": "word " * 120, "words": [{"text": "word"}] * 120},
        )
        _multiply(spoken, RECORDINGS // EVALUATIONS, overall_score="40 + floor(random() * 50)")
    card = ReviewCard.objects.create(
        user=tutor, kind="WORD", key="word", text="water", due=timezone.now()
    )
    _multiply(
        card, CARDS, key="'word:' || nth", due="now() + (random() * 70 - 10) * interval '1 day'"
    )
    with connection_of().cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return tutor


def connection_of() -> Any:
    from django.db import connection

    return connection


def _multiply(row: Any, times: int, **changed: str) -> None:
    """``times`` copies of ``row`` for every student, spread over a year, with keys in order of
    time; ``changed`` are columns with their SQL."""
    digits = "lpad(to_hex(floor(extract(epoch FROM moment) * 1000)::bigint), 12, '0')"
    values = {
        "id": f"({digits} || '7' || left(md5(random()::text), 3) || '8' "
        "|| left(md5(random()::text), 15))::uuid",
        "created_at": "moment",
        "user_id": "person",
        **changed,
    }
    table = row._meta.db_table
    columns = [field.column for field in row._meta.concrete_fields]
    chosen = ", ".join(values.get(column, f'kept."{column}"') for column in columns)
    named = ", ".join(f'"{column}"' for column in columns)
    with connection_of().cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({named}) SELECT {chosen} FROM {table} AS kept, ("
            "SELECT id AS person, nth, now() - random() * interval '365 days' AS moment "
            "FROM accounts_user CROSS JOIN generate_series(1, %s) AS nth WHERE role = 'STUDENT'"
            ") AS made WHERE kept.id = %s",
            [times, row.pk],
        )


def print_row(name: str, call: Callable[[], object], rounds: int) -> None:
    call()
    taken, cpu = [], []
    for _ in range(rounds):
        start, cpu_start = time.perf_counter(), time.process_time()
        call()
        taken.append((time.perf_counter() - start) * 1000)
        cpu.append((time.process_time() - cpu_start) * 1000)
    p95 = statistics.quantiles(taken, n=20)[-1]
    figures = (statistics.median(taken), p95, min(taken), statistics.median(cpu), min(cpu))
    print(f"{name:<20}" + "".join(f"{figure:>10.1f}" for figure in figures))


def measure(rounds: int, count: int) -> None:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tutoring.selectors.students import student_rows

    tutor = fill(count, random.Random(1))
    client = Client()
    client.force_login(tutor)
    address = "/admin/tutor/students"
    client.get(address, secure=True)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address, secure=True)
    assert answer.status_code == 200, answer.status_code
    slowest = max(captured.captured_queries, key=lambda query: float(query["time"]))
    print(f"{len(captured)} queries, the slowest {slowest['time']} s: {slowest['sql'][:60]}…\n")
    names = ("median", "p95", "best", "CPU", "best CPU")
    print(f"{'ms':<20}" + "".join(f"{name:>10}" for name in names))
    print_row("the page", lambda: client.get(address, secure=True), rounds)
    print_row("the rows alone", lambda: student_rows(viewer=tutor), rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--students", type=int, default=STUDENTS)
    options = parser.parse_args()
    from learnenglish.testing.servers import postgres

    with (
        tempfile.TemporaryDirectory(prefix="learn-bench-") as folder,
        postgres(Path(folder)) as url,
    ):
        # Read by the settings: must be there before Django is.
        os.environ.update({"DATA_DIR": folder, "DATABASE_URL": url, "LOG_LEVEL": "ERROR"})
        os.environ.update({"DEBUG": "false", "ALLOWED_HOSTS": "testserver"})
        os.environ["STATIC_MANIFEST"] = "false"
        os.environ["DJANGO_SETTINGS_MODULE"] = "learnenglish.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        measure(options.rounds, options.students)


if __name__ == "__main__":
    main()
