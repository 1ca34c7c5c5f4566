"""The history: everyone's own, filtered, in pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from history.models import Activity, UserHistory, Validation
from history.services import history_record

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
    old = history_record(user=student, kind=Activity.LOOKUP, query="old")
    yesterday = timezone.now() - timedelta(days=1)
    UserHistory.objects.filter(pk=old.pk).update(
        created_at=yesterday, validation_status=Validation.VALIDATED
    )
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
    entry = history_record(user=student, kind=Activity.LOOKUP, query="early")
    UserHistory.objects.filter(pk=entry.pk).update(created_at="2026-03-09T20:00:00Z")
    found = api.get("/api/history?date_from=2026-03-10&date_to=2026-03-10").json()["results"]
    assert [row["query"] for row in found] == ["early"]


def test_a_wrong_filter_is_said(api: APIClient) -> None:
    response = api.get("/api/history?date_from=tomorrow")
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == "date_from"


def test_a_long_query_is_cut_and_kept(student: User) -> None:
    assert len(history_record(user=student, kind=Activity.LOOKUP, query="x" * 5000).query) == 1000


@pytest.mark.parametrize("query", ["", "cursor=nonsense", "date_from=tomorrow", "kind=LOOKUP"])
def test_the_page_shows_whatever_is_asked(client: Client, student: User, query: str) -> None:
    client.force_login(student)
    history_record(user=student, kind=Activity.LOOKUP, query="breathe")
    assert client.get(f"/history?{query}").status_code == 200
