"""Taking entries off one's list: undone for a day, empty after it, still counted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from history.models import Activity, UserHistory
from history.selectors import history_list
from history.services import UNDO, history_expire, history_purge, history_record
from history.tasks import history_purge as history_purge_task
from texts.tests.making import word

pytestmark = pytest.mark.django_db


def looked_up(user: User, query: str = "breathe", **more: Any) -> UserHistory:
    return history_record(user=user, kind=Activity.LOOKUP, query=query, **more)


def shown(user: User) -> list[str]:
    return [entry.query for entry in history_list(user=user)]


def test_an_entry_is_removed_and_brought_back(api: APIClient, student: User) -> None:
    looked_up(student, "kept")
    entry = looked_up(student, "gone")
    assert api.delete(f"/api/history/{entry.pk}").status_code == 204
    assert api.delete(f"/api/history/{entry.pk}").status_code == 204, "twice changes nothing"
    assert shown(student) == ["kept"]
    restored = api.post("/api/history/restore", {"id": str(entry.pk)})
    assert restored.json() == {"count": 1}
    assert shown(student) == ["gone", "kept"]


def test_clearing_takes_back_only_what_it_cleared(api: APIClient, student: User) -> None:
    api.delete(f"/api/history/{looked_up(student, 'before').pk}")
    looked_up(student, "one")
    looked_up(student, "two")
    cleared = api.delete("/api/history").json()
    assert (cleared["count"], shown(student)) == (2, [])
    restored = api.post("/api/history/restore", {"cleared_at": cleared["cleared_at"]})
    assert restored.json() == {"count": 2}
    assert shown(student) == ["two", "one"]


def test_another_person_s_entry_is_not_there(api: APIClient, other_student: User) -> None:
    entry = looked_up(other_student)
    for response in (
        api.delete(f"/api/history/{entry.pk}"),
        api.delete(f"/api/history/{uuid4()}"),
    ):
        assert (response.status_code, response.json()["code"]) == (404, "not_found")
    api.delete("/api/history")
    assert shown(other_student) == ["breathe"]


def test_what_is_long_gone_is_not_brought_back(api: APIClient, student: User) -> None:
    entry = looked_up(student)
    long_ago = timezone.now() - UNDO - timedelta(minutes=1)
    UserHistory.objects.filter(pk=entry.pk).update(removed_at=long_ago)
    response = api.post("/api/history/restore", {"id": str(entry.pk)})
    assert (response.status_code, response.json()["code"]) == (409, "too_late")


@pytest.mark.parametrize(
    "body", [{}, {"id": "x"}, {"cleared_at": "soon"}, {"id": str(uuid4()), "cleared_at": "2026"}]
)
def test_a_wrong_restore_is_refused(api: APIClient, body: dict[str, str]) -> None:
    response = api.post("/api/history/restore", body)
    assert (response.status_code, response.json()["code"]) == (400, "invalid")


def test_purging_empties_what_was_removed_and_leaves_what_is_counted(student: User) -> None:
    resource = word()
    old = looked_up(student, "secret", text_resource_id=resource.pk)
    fresh = looked_up(student, "fresh")
    kept = looked_up(student, "kept")
    UserHistory.objects.filter(pk=old.pk).update(removed_at=timezone.now() - UNDO)
    UserHistory.objects.filter(pk=fresh.pk).update(removed_at=timezone.now())
    assert (history_purge(), history_purge()) == (1, 0)
    emptied = UserHistory.objects.get(pk=old.pk)
    assert (emptied.query, emptied.text_resource_id) == ("", None)
    assert (emptied.day, emptied.resource_type, emptied.is_first) == (
        kept.day,
        "VOCABULARY",
        True,
    )
    assert UserHistory.objects.get(pk=fresh.pk).query == "fresh"
    assert shown(student) == ["kept"]


def test_the_schedule_purges(student: User) -> None:
    entry = looked_up(student, "secret")
    UserHistory.objects.filter(pk=entry.pk).update(removed_at=timezone.now() - UNDO)
    history_purge_task.apply()
    assert UserHistory.objects.get(pk=entry.pk).query == ""


# --- the page ----------------------------------------------------------------------------------
@pytest.fixture
def page(client: Client, student: User) -> Client:
    client.force_login(student)
    return client


def test_without_scripts_removing_offers_to_undo(page: Client, student: User) -> None:
    entry = looked_up(student, "gone")
    after = page.post(f"/history/{entry.pk}/remove", follow=True)
    assert str(entry.pk) in after.content.decode()
    assert shown(student) == []
    page.post("/history/restore", {"entry": str(entry.pk)})
    assert shown(student) == ["gone"]


def test_clearing_the_page_offers_to_undo(page: Client, student: User) -> None:
    looked_up(student, "gone")
    after = page.post("/history/clear", follow=True)
    cleared_at = after.context["undo_cleared_at"]
    assert shown(student) == []
    page.post("/history/restore", {"cleared_at": cleared_at.isoformat()})
    assert shown(student) == ["gone"]


def test_with_scripts_a_line_stands_in_its_place_and_gives_it_back(
    page: Client, student: User
) -> None:
    entry = looked_up(student, "gone")
    header = {"HX-Request": "true"}
    line = page.post(f"/history/{entry.pk}/remove", headers=header).content.decode()
    assert "gone" in line
    assert "<html" not in line
    back = page.post("/history/restore", {"entry": str(entry.pk)}, headers=header)
    assert f"/history/{entry.pk}/remove" in back.content.decode()


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+12:00"])
def test_a_moment_outside_every_calendar_brings_nothing_back(api: APIClient, moment: str) -> None:
    response = api.post("/api/history/restore", {"cleared_at": moment})
    assert response.status_code in (400, 409)


@pytest.mark.parametrize("body", [{}, {"entry": "x"}, {"cleared_at": "x"}])
def test_a_wrong_undo_is_not_found(page: Client, body: dict[str, str]) -> None:
    assert page.post("/history/restore", body).status_code == 404


def test_nobody_removes_what_is_not_theirs(page: Client, other_student: User) -> None:
    entry = looked_up(other_student)
    assert page.post(f"/history/{entry.pk}/remove").status_code == 404
    assert page.get(f"/history/{entry.pk}/remove").status_code == 405


def test_acts_older_than_the_settings_say_leave_the_list_and_younger_ones_stay(
    student: User, settings: Settings
) -> None:
    for days in (1, 29, 31):
        entry = history_record(user=student, kind=Activity.LOOKUP, query=f"{days} days ago")
        UserHistory.objects.filter(pk=entry.pk).update(
            created_at=timezone.now() - timedelta(days=days)
        )
    assert history_expire() == 0
    settings.HISTORY_KEEP_DAYS = 30
    assert history_expire() == 1
    shown = UserHistory.objects.filter(user=student, removed_at__isnull=True)
    assert set(shown.values_list("query", flat=True)) == {"1 days ago", "29 days ago"}
