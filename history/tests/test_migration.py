"""Entries from before days and types were noted have them afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps

from accounts.models import User
from history.models import Activity, UserHistory
from history.services import history_record
from speaking.models import SpeakResource
from texts.tests.making import word

pytestmark = pytest.mark.django_db


def test_days_types_and_first_uses_are_filled_in(student: User, other_student: User) -> None:
    User.objects.filter(pk=student.pk).update(time_zone="Asia/Tokyo")
    User.objects.filter(pk=other_student.pk).update(time_zone="nowhere")
    resource, evening = word(), datetime(2026, 3, 9, 20, tzinfo=UTC)
    session = SpeakResource.objects.create(user=student)
    for user, kind, text, spoken in (
        (student, Activity.VIEW, resource.pk, None),
        (student, Activity.LOOKUP, resource.pk, None),
        (student, Activity.SESSION, None, session.pk),
        (other_student, Activity.VIEW, resource.pk, None),
    ):
        history_record(
            user=user, kind=kind, text_resource_id=text, speak_resource_id=spoken, at=evening
        )
    wanted = [
        ("2026-03-10", "VOCABULARY", True),
        ("2026-03-10", "VOCABULARY", False),
        ("2026-03-10", "SPEAKING", False),
        ("2026-03-09", "VOCABULARY", True),
    ]
    UserHistory.objects.update(day="2000-01-01", resource_type="", is_first=False)
    migration = import_module("history.migrations.0003_validation_days_removal")
    migration.days_and_types_fill(apps, None)
    rows = UserHistory.objects.order_by("id").values_list("day", "resource_type", "is_first")
    assert [(str(day), kind, first) for day, kind, first in rows] == wanted
