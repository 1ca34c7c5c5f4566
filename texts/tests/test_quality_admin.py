"""Ratings, the queue of reports and the runs of the rating job in the admin."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from accounts.models import Role, User
from conftest import PASSWORD
from texts.models import (
    ReportReason,
    ReportStatus,
    ResourceRating,
    ResourceReport,
    ResourceStatus,
    Source,
)
from texts.quality.services import report_resolve, resource_rate, resource_report
from texts.rating_job import ratings_recalculate
from texts.tests.making import word

pytestmark = pytest.mark.django_db

QUEUE = "/admin/texts/resourcereport/"


def report(reporter: User, resource: Any, note: str = "brethe") -> ResourceReport:
    return resource_report(
        reporter=reporter, resource_id=resource.pk, reason=ReportReason.TYPO, note=note
    )


@pytest.fixture
def moderator(request: pytest.FixtureRequest, client: Client) -> User:
    user: User = request.getfixturevalue(request.param)
    client.force_login(user)
    return user


everyone_on_the_staff = pytest.mark.parametrize("moderator", ["tutor", "admin"], indirect=True)


@everyone_on_the_staff
@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("settle_as_fixed", ReportStatus.FIXED),
        ("settle_as_dismissed", ReportStatus.DISMISSED),
        ("hide_resource", ReportStatus.HIDDEN),
    ],
)
def test_the_queue_is_settled_by_tutors_and_admins(
    client: Client, student: User, moderator: User, action: str, status: str
) -> None:
    one = word()
    made = report(student, one)
    page = client.post(QUEUE, {"action": action, "_selected_action": [str(made.pk)]}, follow=True)
    assert "1 report is settled." in page.content.decode()
    made.refresh_from_db()
    assert (made.status, made.resolved_by) == (status, moderator)
    one.refresh_from_db()
    assert (one.status == ResourceStatus.HIDDEN) is (action == "hide_resource")


@everyone_on_the_staff
def test_the_queue_shows_open_reports_first_and_others_on_request(
    client: Client, student: User, other_student: User, moderator: User
) -> None:
    one = word()
    settled = report(student, one, note="the settled one")
    report_resolve(report_id=settled.pk, by=moderator, resolution=ReportStatus.FIXED)
    report(other_student, one, note="the open one")
    queue = client.get(QUEUE).content.decode()
    assert "the open one" in queue
    assert "the settled one" not in queue
    assert "the settled one" in client.get(QUEUE, {"state": "FIXED"}).content.decode()
    everything = client.get(QUEUE, {"state": "all"}).content.decode()
    assert "the open one" in everything
    assert "the settled one" in everything
    assert client.get(f"{QUEUE}{settled.pk}/change/").status_code == 200
    assert client.get(f"{QUEUE}add/").status_code == 403


@everyone_on_the_staff
def test_a_rating_in_the_admin_goes_through_the_service(client: Client, moderator: User) -> None:
    one = word()
    for stars in ("5", "3"):
        body = {"resource": str(one.pk), "stars": stars, "comment": ""}
        assert client.post("/admin/texts/resourcerating/add/", body).status_code == 302
    rating = ResourceRating.objects.get()
    assert (rating.tutor, rating.stars) == (moderator, 3)
    change = f"/admin/texts/resourcerating/{rating.pk}/change/"
    assert client.post(change, {"stars": "1", "comment": "Worse."}).status_code == 302
    rating.refresh_from_db()
    assert (rating.stars, rating.comment) == (1, "Worse.")


def test_a_tutor_sees_no_other_tutor_s_rating_in_the_admin(client: Client, tutor: User) -> None:
    other = User.objects.create_user("tina@example.com", PASSWORD, role=Role.TUTOR)
    rating, _ = resource_rate(tutor=other, resource_id=word().pk, stars=1, comment="Not yours.")
    client.force_login(tutor)
    assert "Not yours." not in client.get("/admin/texts/resourcerating/").content.decode()
    change = client.get(f"/admin/texts/resourcerating/{rating.pk}/change/")
    assert change.status_code == 302


def test_a_tutor_looks_at_shared_explanations_in_the_admin_and_changes_none(
    client: Client, tutor: User, student: User
) -> None:
    one = word()
    own = word("my own", created_by=student, source=Source.USER)
    client.force_login(tutor)
    page = client.get("/admin/texts/textresource/").content.decode()
    assert "breathe" in page
    assert "my own" not in page
    assert client.get(f"/admin/texts/textresource/{own.pk}/change/").status_code == 302
    address = f"/admin/texts/textresource/{one.pk}/change/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"text": "changed"}).status_code == 403


def test_runs_of_the_rating_job_are_read_by_admins_and_changed_by_nobody(
    client: Client, admin: User, tutor: User
) -> None:
    run = ratings_recalculate()
    client.force_login(admin)
    assert client.get("/admin/texts/ratingrun/").status_code == 200
    address = f"/admin/texts/ratingrun/{run.pk}"
    assert client.post(f"{address}/change/", {"rows_changed": 7}).status_code == 403
    assert client.post(f"{address}/delete/").status_code == 403
    assert client.get("/admin/texts/ratingrun/add/").status_code == 403
    client.force_login(tutor)
    assert client.get("/admin/texts/ratingrun/").status_code == 403


def test_admins_publish_and_hide_many_at_once_and_it_is_on_record(
    client: Client, admin: User, tutor: User, student: User
) -> None:
    one, two = word(), word("sigh")
    own = word("my own", created_by=student, source=Source.USER)
    client.force_login(admin)
    address = "/admin/texts/textresource/"
    body = {"action": "hide", "_selected_action": [str(one.pk), str(two.pk), str(own.pk)]}
    page = client.post(address, body, follow=True).content.decode()
    assert "2 explanations are changed." in page
    for resource in (one, two, own):
        resource.refresh_from_db()
    assert (one.status, two.status, own.status) == ("HIDDEN", "HIDDEN", "PUBLISHED")
    assert LogEntry.objects.filter(object_id=str(one.pk)).count() == 1
    client.force_login(tutor)
    client.post(address, {**body, "action": "publish"})
    one.refresh_from_db()
    assert one.status == "HIDDEN"


def test_what_tutors_rated_low_is_found(client: Client, admin: User, tutor: User) -> None:
    for text, stars in (("poor", 2), ("splendid", 3)):
        resource_rate(tutor=tutor, resource_id=word(text).pk, stars=stars)
    word("never rated")
    client.force_login(admin)
    page = client.get("/admin/texts/textresource/?rated=low").content.decode()
    assert "poor" in page
    assert "splendid" not in page
    assert "never rated" not in page
