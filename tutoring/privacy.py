"""What tutoring holds about a person."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from accounts import privacy
from accounts.models import User
from accounts.privacy import ExportFile, json_file, rows_of
from tutoring.models import Enrolment


def privacy_register() -> None:
    privacy.register(
        app="tutoring",
        covers=("tutoring.Enrolment",),
        exporter=tutoring_export,
        eraser=tutoring_erase,
    )


def tutoring_export(*, user: User) -> Iterable[ExportFile]:
    mine = Enrolment.objects.filter(Q(tutor=user) | Q(student=user)).order_by("id")
    yield json_file("enrolments.json", rows_of(mine))


def tutoring_erase(*, user: User) -> None:
    """Who leaves is looked after no more; that they were is counted."""
    running = Enrolment.objects.filter(Q(tutor=user) | Q(student=user), until=None)
    running.update(until=timezone.now())
