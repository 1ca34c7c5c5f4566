"""The synchronisation: each thing that is derived is broken, found, reported and put right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from conftest import PASSWORD
from history.models import Activity, UserHistory
from history.services import history_record
from learnenglish.celery import app
from learnenglish.common.upkeep import windows
from learnenglish.tasks import synchronise as synchronise_task
from learnenglish.upkeep.models import SynchronisationRun
from learnenglish.upkeep.services import CHECKS, synchronise
from speaking.facts import session_facts
from speaking.models import SpeakResource
from texts.models import SearchDocument, TextResource
from texts.rating_job import ratings_recalculate
from texts.search.selectors import SearchRequest, resource_search
from texts.tests.making import word
from tutoring.progress.models import DailyProgress
from tutoring.progress.rollup import progress_roll_up
from tutoring.progress.tests.making import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture
def right(student: User) -> TextResource:
    """A site with a little of everything, all of it right."""
    resource = word("breathe", impressions=5)
    word("borrow")
    long_ago = days_ago(3)
    session = SpeakResource.objects.create(user=student, duration_ms=61_000)
    history_record(
        user=student,
        kind=Activity.SESSION,
        speak_resource_id=session.pk,
        metadata=session_facts(session),
        at=long_ago,
    )
    for _ in range(3):
        history_record(
            user=student,
            kind=Activity.VIEW,
            text_resource_id=resource.pk,
            is_impression=True,
            at=long_ago,
        )
    # As if all of this had been told a while ago.
    progress_roll_up(now=timezone.now() + timedelta(hours=1))
    ratings_recalculate()
    return resource


def wrong_in(run: SynchronisationRun) -> dict[str, int]:
    assert run.failed == 0, run.report
    return {one["name"]: one["wrong"] for one in run.report if one["wrong"]}


def no_document() -> None:
    SearchDocument.objects.filter(key="breathe").delete()


def other_document() -> None:
    SearchDocument.objects.filter(key="breathe").update(body="something else")


def rating_of_nothing() -> None:
    TextResource.objects.filter(text="breathe").update(rating_score=99)


def part_above_all() -> None:
    TextResource.objects.filter(text="breathe").update(rating_usage=400)


def too_few_impressions() -> None:
    TextResource.objects.filter(text="breathe").update(impressions=1)


def wrong_type() -> None:
    UserHistory.objects.filter(kind="VIEW").update(resource_type="GRAMMAR")


def no_type() -> None:
    UserHistory.objects.filter(kind="SESSION").update(resource_type="")


def other_figures() -> None:
    UserHistory.objects.filter(kind="SESSION").update(metadata={"duration_ms": 1})


def day_of_another_year() -> None:
    UserHistory.objects.filter(kind="SESSION").update(day=date(2020, 1, 1))


def lost_day() -> None:
    DailyProgress.objects.all().delete()


def wrong_day() -> None:
    DailyProgress.objects.update(spoken_ms=1, errors={"articles": 3})


def invented_day() -> None:
    user = User.objects.get(email="sofia@example.com")
    DailyProgress.objects.create(user=user, day=date(2020, 1, 1), lookups=5)


@pytest.mark.parametrize(
    ("corrupt", "wrong"),
    [
        (no_document, {"search documents": 1}),
        (other_document, {"search documents": 1}),
        (rating_of_nothing, {"ratings": 1}),
        (part_above_all, {"ratings": 1}),
        (too_few_impressions, {"impressions": 1}),
        (wrong_type, {"history entries": 3, "daily progress": 1}),
        (no_type, {"history entries": 1}),
        (other_figures, {"session figures": 1, "daily progress": 0}),
        (day_of_another_year, {"history entries": 1, "daily progress": 0}),
        (lost_day, {"daily progress": 1}),
        (wrong_day, {"daily progress": 1}),
        (invented_day, {"daily progress": 1}),
    ],
)
def test_what_is_broken_is_found_reported_and_put_right(
    right: TextResource, corrupt: Callable[[], None], wrong: dict[str, int]
) -> None:
    assert wrong_in(synchronise(repair=False)) == {}
    corrupt()
    found = wrong_in(synchronise(repair=False))
    for name, count in wrong.items():
        assert found.get(name, 0) >= count
    assert found.keys() <= wrong.keys()
    assert wrong_in(synchronise(repair=False)) == found, "a check alone changes nothing"
    repaired = synchronise(repair=True)
    assert repaired.wrong == repaired.repaired > 0
    assert wrong_in(synchronise(repair=False)) == {}


def test_a_repaired_document_is_found_again(right: TextResource, student: User) -> None:
    other_document()
    no_document()
    synchronise(repair=True)
    found = resource_search(user=student, wanted=SearchRequest(q="breathe"))
    assert [result.resource.pk for result in found.results] == [right.pk]


def test_sqlite_s_word_tables_are_checked_against_the_documents(
    right: TextResource, student: User
) -> None:
    if connection.vendor != "sqlite":
        assert search_wrong(synchronise(repair=False)) == 0
        return
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO texts_search_words (texts_search_words) VALUES ('delete-all')")
    assert search_wrong(synchronise(repair=False)) == 1
    synchronise(repair=True)
    found = resource_search(user=student, wanted=SearchRequest(q="breathe"))
    assert [result.resource.pk for result in found.results] == [right.pk]


def search_wrong(run: SynchronisationRun) -> int:
    return wrong_in(run).get("search documents", 0)


@pytest.mark.django_db(transaction=True)
def test_a_check_that_fails_is_reported_and_holds_up_no_other(right: TextResource) -> None:
    no_type()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE tutoring_dailyprogress RENAME TO elsewhere")
    try:
        run = synchronise(repair=True)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE elsewhere RENAME TO tutoring_dailyprogress")
    [failed] = [one for one in run.report if one["error"]]
    assert (failed["name"], run.failed, len(run.report)) == ("roll up", 1, len(CHECKS))
    assert "tutoring_dailyprogress" in failed["error"]
    assert run.repaired == 1


def test_the_command_says_what_it_found_and_fails_while_it_is_wrong(right: TextResource) -> None:
    too_few_impressions()

    def run(*arguments: str) -> tuple[int, str]:
        out = StringIO()
        try:
            call_command("synchronise", *arguments, stdout=out)
        except SystemExit as end:
            return int(str(end.code)), out.getvalue()
        return 0, out.getvalue()

    code, said = run()
    assert code == 1
    assert "impressions: 2 checked, 1 wrong, " in said
    assert str(right.pk) in said
    assert run("--repair")[0] == 0
    assert run()[0] == 0


def test_the_schedule_repairs_every_night(right: TextResource) -> None:
    entry: dict[str, Any] = app.conf.beat_schedule["synchronise"]
    assert (entry["task"], str(entry["schedule"].hour)) == (synchronise_task.name, "{3}")
    lost_day()
    synchronise_task.apply()
    assert SynchronisationRun.objects.get(repair=True).repaired == 1


def test_the_report_is_in_the_admin(right: TextResource, client: Client) -> None:
    too_few_impressions()
    run = synchronise(repair=True)
    client.force_login(User.objects.create_superuser("ada@example.com", PASSWORD))
    page = client.get(f"/admin/learnenglish/synchronisationrun/{run.pk}/change/").content.decode()
    assert "search documents" in page
    assert str(right.pk) in page
    assert client.get("/admin/learnenglish/synchronisationrun/").status_code == 200


def test_windows_hold_every_row_once(student: User) -> None:
    ids = {word(f"word {number}").pk for number in range(10)}
    for size in (1, 3, 5, 10, 100):
        seen = [
            row.pk for window in windows(TextResource.objects.all(), size=size) for row in window
        ]
        assert len(seen) == 10
        assert set(seen) == ids
