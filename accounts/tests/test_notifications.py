"""Telling people something: once, as they prefer, in the app and by mail."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.models import Notification, NotificationKind, Status, User
from accounts.notifications.models import MailWhen
from accounts.notifications.preferences import mail_due, preference_set
from accounts.notifications.services import notification_send

pytestmark = pytest.mark.django_db


def tell(user: User, key: str = "one", **payload: str | int) -> None:
    notification_send(user=user, kind=NotificationKind.FEEDBACK, key=key, payload=payload)


def test_the_same_thing_is_told_once(
    student: User,
    other_student: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as tasks:
        tell(student)
        tell(student, title="again")
        tell(student, key="two")
        tell(other_student)
    assert len(tasks) == 3
    assert sorted(student.notifications.values_list("key", flat=True)) == ["one", "two"]
    assert student.notifications.get(key="one").payload == {}


def test_nobody_is_told_what_they_do_not_want(student: User) -> None:
    preference_set(user=student, kind=NotificationKind.FEEDBACK, in_app=False, mail=MailWhen.NEVER)
    tell(student)
    assert not Notification.objects.exists()


def test_somebody_who_is_closed_out_is_told_nothing(student: User) -> None:
    student.status = Status.SUSPENDED
    student.save()
    tell(student)
    assert not Notification.objects.exists()


@pytest.mark.parametrize(
    "payload", [{"name": "Tomas"}, {"count": "three"}, {"url": "https://evil.example"}, {"url": 3}]
)
def test_a_payload_that_is_not_as_described_is_refused(
    student: User, payload: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match="payload"):
        tell(student, **payload)


@pytest.mark.parametrize(
    ("zone", "now", "due"),
    [
        ("UTC", "2026-05-01T07:59Z", "2026-05-01T08:00Z"),
        ("UTC", "2026-05-01T08:00Z", "2026-05-02T08:00Z"),
        ("Asia/Tokyo", "2026-05-01T07:59Z", "2026-05-01T23:00Z"),
        ("America/New_York", "2026-01-01T13:30Z", "2026-01-02T13:00Z"),
        # The clocks went forward in between: eight o'clock stays eight o'clock.
        ("Europe/Madrid", "2026-03-28T08:00Z", "2026-03-29T06:00Z"),
        ("No/Where", "2026-05-01T07:00Z", "2026-05-01T08:00Z"),
    ],
)
def test_a_digest_goes_at_eight_where_the_reader_is(zone: str, now: str, due: str) -> None:
    user = User(time_zone=zone)
    at = mail_due(user=user, mail=MailWhen.DIGEST, now=datetime.fromisoformat(now))
    assert at == datetime.fromisoformat(due)
