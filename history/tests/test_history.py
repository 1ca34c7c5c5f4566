"""The history: everyone's own, filtered, in pages."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from history.models import Activity, UserHistory, Validation
from history.services import history_record
from texts.tests.making import word

pytestmark = pytest.mark.django_db


def test_it_is_newest_first_and_ones_own(
    api: APIClient, student: User, other_student: User
) -> None:
    for query in ("first", "second"):
        history_record(user=student, kind=Activity.LOOKUP, query=query)
    history_record(user=other_student, kind=Activity.LOOKUP, query="secret")
    results = api.get("/api/history").json()["results"]
    assert [row["query"] for row in results] == ["second", "first"]


def test_pages_follow_each_other_without_gaps(api: APIClient, student: User) -> None:
    for number in range(5):
        history_record(user=student, kind=Activity.LOOKUP, query=str(number))
    seen, url = [], "/api/history?page_size=2"
    while url:
        page = api.get(url).json()
        seen += [row["query"] for row in page["results"]]
        url = page["next"]
    assert seen == ["4", "3", "2", "1", "0"]


def test_it_filters_by_kind_status_and_date(api: APIClient, student: User) -> None:
    yesterday = timezone.now() - timedelta(days=1)
    old = history_record(user=student, kind=Activity.LOOKUP, query="old", at=yesterday)
    UserHistory.objects.filter(pk=old.pk).update(validation_status=Validation.VALIDATED)
    history_record(user=student, kind=Activity.SESSION, query="new")

    def queries(filters: str) -> list[str]:
        return [row["query"] for row in api.get(f"/api/history?{filters}").json()["results"]]

    assert queries("kind=LOOKUP") == ["old"]
    assert queries("status=VALIDATED") == ["old"]
    assert queries(f"date_to={yesterday.date()}") == ["old"]
    assert queries(f"date_from={timezone.now().date()}") == ["new"]


def test_dates_are_days_of_the_persons_own_zone(api: APIClient, student: User) -> None:
    student.time_zone = "Pacific/Kiritimati"  # UTC+14
    student.save()
    early = datetime(2026, 3, 9, 20, tzinfo=UTC)
    history_record(user=student, kind=Activity.LOOKUP, query="early", at=early)
    found = api.get("/api/history?date_from=2026-03-10&date_to=2026-03-10").json()["results"]
    assert [row["query"] for row in found] == ["early"]


def test_a_wrong_filter_is_said(api: APIClient) -> None:
    response = api.get("/api/history?date_from=tomorrow")
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == "date_from"


def test_a_long_query_is_cut_and_kept(student: User) -> None:
    assert len(history_record(user=student, kind=Activity.LOOKUP, query="x" * 5000).query) == 1000


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("end", ["date_from", "date_to"])
def test_the_ends_of_the_calendar_are_days_too(
    api: APIClient, student: User, day: str, end: str
) -> None:
    student.time_zone = "Pacific/Kiritimati"
    student.save()
    assert api.get(f"/api/history?{end}={day}").status_code == 200


def test_it_filters_by_the_type_of_the_resource_also_when_that_is_deleted(
    api: APIClient, student: User
) -> None:
    resource = word("breathe")
    history_record(user=student, kind=Activity.VIEW, text_resource_id=resource.pk)
    history_record(user=student, kind=Activity.SEARCH, query="other")
    resource.delete()
    rows = api.get("/api/history?resource_type=VOCABULARY").json()["results"]
    assert [(row["kind"], row["text_resource"]) for row in rows] == [("VIEW", None)]


@pytest.mark.parametrize("position", ["p=nonsense", "p=2026-99-99", "r=1&p=%00"])
def test_a_cursor_that_somebody_made_up_is_not_found(api: APIClient, position: str) -> None:
    cursor = b64encode(position.encode()).decode()
    response = api.get("/api/history", {"cursor": cursor})
    assert (response.status_code, response.json()["code"]) == (404, "not_found")


def test_what_was_done_at_the_same_moment_is_on_one_page_each(
    api: APIClient, student: User
) -> None:
    moment = datetime(2026, 3, 9, 20, tzinfo=UTC)
    for number in range(7):
        history_record(user=student, kind=Activity.LOOKUP, query=str(number), at=moment)
    seen, url = [], "/api/history?page_size=3"
    while url:
        page = api.get(url).json()
        seen += [row["query"] for row in page["results"]]
        url = page["next"]
    assert seen == ["6", "5", "4", "3", "2", "1", "0"]


def test_a_page_takes_as_many_queries_as_a_row(api: APIClient, student: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            api.get("/api/history?page_size=100")
        return len(captured)

    history_record(user=student, kind=Activity.VIEW, text_resource_id=word("one").pk)
    few = queries()
    for number in range(20):
        history_record(user=student, kind=Activity.VIEW, text_resource_id=word(f"w{number}").pk)
    assert queries() == few


def test_reading_an_explanation_is_a_view_on_the_page_and_in_the_api(
    api: APIClient, client: Client, student: User
) -> None:
    client.force_login(student)
    resource = word()
    client.get(f"/resources/{resource.pk}")
    api.get(f"/api/resources/{resource.pk}")
    rows = UserHistory.objects.filter(user=student, kind=Activity.VIEW, text_resource=resource)
    assert list(rows.order_by("id").values_list("is_impression", "is_first")) == [
        (True, True),
        (True, False),
    ]


def test_a_day_stays_the_day_it_was_when_the_person_travels(student: User) -> None:
    evening = datetime(2026, 3, 9, 23, 30, tzinfo=UTC)
    here = history_record(user=student, kind=Activity.LOOKUP, at=evening)
    student.time_zone = "Asia/Tokyo"
    student.save()
    there = history_record(user=student, kind=Activity.LOOKUP, at=evening)
    here.refresh_from_db()
    assert (str(here.day), str(there.day)) == ("2026-03-09", "2026-03-10")


def test_a_resource_is_met_once_by_each_person(student: User, other_student: User) -> None:
    resource = word()

    def is_first(user: User, kind: Activity = Activity.LOOKUP) -> bool:
        return history_record(user=user, kind=kind, text_resource_id=resource.pk).is_first

    assert not is_first(student, Activity.RATING), "a rating is no meeting"
    assert [is_first(student), is_first(student), is_first(other_student)] == [True, False, True]


@pytest.mark.parametrize("query", ["", "cursor=nonsense", "date_from=tomorrow", "kind=LOOKUP"])
def test_the_page_shows_whatever_is_asked(client: Client, student: User, query: str) -> None:
    client.force_login(student)
    history_record(user=student, kind=Activity.LOOKUP, query="breathe")
    assert client.get(f"/history?{query}").status_code == 200
