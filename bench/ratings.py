"""The rating job and the history with many rows: ``python -m bench.ratings``.

Fills a fresh PostgreSQL (from its wheel) with a million explanations and ten million acts of ten
thousand people, a tenth of them by one person. Then measures the rating job against its bare
statement in an autocommitting psycopg, on the same state, and pages of that one person's history:
the first, the thousandth and the last, without and with each filter, with the index they use.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

KINDS = "'{LOOKUP,LOOKUP,LOOKUP,LOOKUP,LOOKUP,VIEW,VIEW,VIEW,REVIEW,SESSION,SEARCH}'::text[]"
DAYS = 90
PAGE = 20

PEOPLE = """
INSERT INTO accounts_user (id, created_at, updated_at, password, email, display_name, role, plan,
    status, native_language, cefr_level, cefr_target, time_zone, daily_goal_minutes, is_superuser)
SELECT uuidv7(), now(), now(), '!', n || '@example.com', '', 'STUDENT', 'FREE', 'ACTIVE', '',
    'A2', 'B2', 'UTC', 10, false
FROM generate_series(1, %(people)s) n
"""
RESOURCES = """
INSERT INTO texts_textresource (id, created_at, updated_at, kind, text, normalised, level, content,
    source, status, provider, model, prompt_version, rating_score, rating_usage, rating_tutors,
    rating_impressions, impressions)
SELECT uuidv7(), now(), now(), (ARRAY['VOCABULARY', 'PHRASE', 'GRAMMAR'])[1 + n %% 3],
    'text ' || n, 'text ' || n, 'B1', '{}', 'SYSTEM', 'PUBLISHED', 'offline', '', '', 0, 0, 0, 0,
    (random() ^ 4 * 100000)::bigint
FROM generate_series(1, %(resources)s) n
"""
RATINGS = """
INSERT INTO texts_resourcerating (id, created_at, updated_at, resource_id, tutor_id, stars, comment)
SELECT uuidv7(), now(), now(), r.id, (SELECT id FROM accounts_user LIMIT 1),
    1 + floor(random() * 5)::int, ''
FROM texts_textresource r WHERE random() < 0.05
"""
# One more rating of each kind moves the kind's mean, and so the rating of every row.
NEW_RATING = """
INSERT INTO texts_resourcerating (id, created_at, updated_at, resource_id, tutor_id, stars, comment)
SELECT uuidv7(), now(), now(), r.id, (SELECT id FROM accounts_user ORDER BY id DESC LIMIT 1), 1, ''
FROM (
    SELECT DISTINCT ON (kind) id FROM texts_textresource r
    WHERE NOT EXISTS (SELECT 1 FROM texts_resourcerating WHERE resource_id = r.id)
    ORDER BY kind, random()
) r
"""
# Popular explanations are used most; one person did a tenth of it all.
HISTORY = f"""
INSERT INTO history_userhistory (id, created_at, updated_at, day, utc_offset_minutes, kind,
    resource_type, is_first, query, is_impression, validation_status, validation_note, metadata,
    user_id, text_resource_id)
SELECT uuidv7(shift), now() + shift, now(), (now() + shift)::date, 0, act,
    CASE WHEN act = ANY ('{{SESSION,SEARCH}}') THEN '' ELSE r.kind END, false, 'text', false,
    CASE WHEN random() < 0.98 THEN 'PENDING' ELSE 'REJECTED' END, '', '{{}}', u.id,
    CASE WHEN act = ANY ('{{SESSION,SEARCH}}') THEN NULL ELSE r.id END
FROM (
    SELECT -random() * interval '{DAYS} days' AS shift, ({KINDS})[1 + floor(random() * 11)::int]
        AS act, CASE WHEN n %% 10 = 0 THEN 1 ELSE 1 + floor(random() * %(people)s)::int END AS who,
        1 + floor(random() ^ 3 * %(resources)s)::int AS what
    FROM generate_series(1, %(rows)s) n
) acts
JOIN numbered_people u ON u.n = who
JOIN numbered_resources r ON r.n = what
"""


def fill(rows: int, resources: int, people: int) -> None:
    """Without triggers and checks, and with the indexes made at the end."""
    from django.db import connection

    sizes = {"rows": rows, "resources": resources, "people": people}
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for statement in (PEOPLE, RESOURCES, RATINGS):
            cursor.execute(statement, sizes)
        for name, table in (("people", "accounts_user"), ("resources", "texts_textresource")):
            kind = ", kind" if name == "resources" else ""
            cursor.execute(
                f"CREATE TEMP TABLE numbered_{name} AS"
                f" SELECT row_number() OVER (ORDER BY id) AS n, id{kind} FROM {table}"
            )
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes"
            " WHERE tablename = 'history_userhistory' AND indexname LIKE 'history_%%'"
            " AND indexname <> 'history_userhistory_pkey'"
        )
        indexes = cursor.fetchall()
        for name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")
        cursor.execute(HISTORY, sizes)
        for _name, definition in indexes:
            cursor.execute(definition)
        cursor.execute("SET session_replication_role = DEFAULT")
    vacuum()


def vacuum() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE texts_textresource")
        cursor.execute("VACUUM ANALYZE history_userhistory")


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def measure_ratings(url: str, rounds: int) -> None:
    """Each round: the bare statement, then the job, each after the same change; figures of the
    first run over a fresh database are left out."""
    import psycopg
    from django.db import connection
    from django.utils import timezone

    from texts.rating_job import rating_statement, ratings_recalculate

    def bare() -> None:
        sql, parameters = rating_statement(since=timezone.now() - timedelta(days=30))
        with psycopg.connect(url, autocommit=True) as plain:
            print(f"  {plain.execute(sql, parameters).rowcount:,} rows", end=" ")

    def before(state: str) -> None:
        with connection.cursor() as cursor:
            if state == "every row changes":
                cursor.execute(NEW_RATING)
            else:
                cursor.execute(
                    "UPDATE texts_textresource SET impressions = impressions + 1"
                    " WHERE id IN (SELECT id FROM texts_textresource"
                    " WHERE impressions < 100 ORDER BY id LIMIT 10000)"
                )
        vacuum()

    bare()
    print()
    for state in ("every row changes", "one row in a hundred changes"):
        taken: dict[str, list[float]] = {"bare": [], "job": []}
        for _ in range(rounds):
            for name, call in (("bare", bare), ("job", ratings_recalculate)):
                before(state)
                taken[name].append(seconds(call))
                print(f"{name} {taken[name][-1]:.1f} s", flush=True)
        plain, job = (statistics.median(taken[name]) for name in ("bare", "job"))
        print(f"{state}: bare {plain:.2f} s, job {job:.2f} s, ratio {job / plain:.2f}\n")


def measure_pages() -> None:
    from accounts.models import User
    from history.filters import HistoryFilter
    from history.models import UserHistory
    from history.selectors import history_list

    user = User.objects.order_by("id")[0]
    total = UserHistory.objects.filter(user=user).count()
    print(f"{total:,} acts of one person; a page of {PAGE}: median ms, and its index")
    filters: list[dict[str, Any]] = [
        {},
        {"kind": "SEARCH"},
        {"resource_type": "GRAMMAR"},
        {"status": "REJECTED"},
        {"date_to": str((user.created_at - timedelta(days=DAYS - 20)).date())},
        {"kind": "LOOKUP", "resource_type": "GRAMMAR"},
    ]
    for query in filters:
        rows = HistoryFilter(query, queryset=history_list(user=user)).qs
        count = rows.count()
        shown = []
        for page in sorted({1, min(1000, count // PAGE), count // PAGE}):
            taken, plan = page_measure(rows, query, page)
            shown.append(f"page {page:,}: {taken:.1f}")
        index = plan.partition("Index Scan using ")[2].split(" ")[0]
        print(f"{query or 'all'} ({count:,}): {', '.join(shown)}; {index}", flush=True)


def page_measure(rows: Any, query: dict[str, Any], page: int) -> tuple[float, str]:
    """Median milliseconds of a page through its cursor, and the plan of its query."""
    from django.db import connection
    from rest_framework.pagination import Cursor
    from rest_framework.request import Request
    from rest_framework.test import APIRequestFactory

    from history.pages import HistoryPages

    at_edge, cursor = rows, {}
    if page > 1:
        edge = rows.values_list("created_at", flat=True)[(page - 1) * PAGE - 1]
        at_edge = rows.filter(created_at__lt=edge)
        pages = HistoryPages()
        pages.base_url = "http://localhost/"
        position: Any = str(edge)
        link = pages.encode_cursor(Cursor(offset=0, reverse=False, position=position))
        cursor = {"cursor": parse_qs(urlsplit(link).query)["cursor"][0]}
    request = Request(APIRequestFactory().get("/", {**query, **cursor}, HTTP_HOST="localhost"))
    taken = [seconds(lambda: HistoryPages().paginate_queryset(rows, request)) for _ in range(30)]
    with connection.cursor() as database:
        sql, parameters = at_edge[: PAGE + 1].query.sql_with_params()
        database.execute(f"EXPLAIN {sql}", parameters)
        plan = "\n".join(line for (line,) in database.fetchall())
    return statistics.median(taken) * 1000, plan


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--resources", type=int, default=1_000_000)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--database", help="measure this one, which an earlier run filled")
    options = parser.parse_args()
    from learnenglish.testing.servers import postgres

    with (
        tempfile.TemporaryDirectory(prefix="learn-bench-") as folder,
        nullcontext(options.database) if options.database else postgres(Path(folder)) as url,
    ):
        # Read by the settings: must be there before Django is.
        os.environ.update({"DATA_DIR": folder, "DEBUG": "false", "LOG_LEVEL": "ERROR"})
        os.environ.update({"DATABASE_URL": url, "REDIS_URL": ""})
        os.environ["DATABASE_STATEMENT_TIMEOUT_MS"] = "0"
        os.environ["DJANGO_SETTINGS_MODULE"] = "learnenglish.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        if not options.database:
            taken = seconds(lambda: fill(options.rows, options.resources, options.people))
            print(f"{options.rows:,} acts, {options.resources:,} explanations in {taken:.0f} s\n")
        measure_pages()
        measure_ratings(url, options.rounds)


if __name__ == "__main__":
    main()
