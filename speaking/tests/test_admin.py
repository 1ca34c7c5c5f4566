"""Sessions and attempts in the admin: read, and removed whole."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from django.test import Client, TestCase

from accounts.models import User
from speaking.models import DrillAttempt, SpeakResource
from speaking.tests.sessions import finished_session

pytestmark = pytest.mark.django_db


def test_admins_read_attempts_in_the_admin_by_outcome_and_change_none(
    client: Client, student: User, admin: User
) -> None:
    right, *_ = (
        DrillAttempt.objects.create(
            user=student,
            contrast="IY/IH",
            target="sheep",
            other="ship",
            outcome=outcome,
            probability=0.9,
            duration_ms=800,
        )
        for outcome in ("RIGHT", "OTHER", "OTHER")
    )
    client.force_login(admin)
    listed = "/admin/speaking/drillattempt/"
    assert client.get(listed).content.decode().count("sheep") == 3
    page = client.get(listed, {"outcome__exact": "RIGHT"})
    assert [row.pk for row in page.context["cl"].result_list] == [right.pk]
    assert client.get(f"{listed}{right.pk}/change/").status_code == 200
    assert client.post(f"{listed}{right.pk}/change/", {"outcome": "OTHER"}).status_code == 403
    assert client.get(f"{listed}add/").status_code == 403


def test_a_session_deleted_in_the_admin_takes_its_recording_along(
    client: Client, student: User, admin: User
) -> None:
    session = finished_session(student, bytes(64_000))
    client.force_login(admin)
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(
            "/admin/speaking/speakresource/",
            {"action": "delete_selected", "_selected_action": [str(session.pk)], "post": "yes"},
        )
    assert not SpeakResource.objects.filter(pk=session.pk).exists()
    assert not default_storage.exists(str(session.audio.name))
