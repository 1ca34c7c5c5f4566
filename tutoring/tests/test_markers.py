"""Tutors' words on the picture of a recording, among the corrections."""

from __future__ import annotations

import pytest

from accounts.models import User
from speaking.markers import session_markers
from speaking.models import SpeakResource
from tutoring.models import Feedback

pytestmark = pytest.mark.django_db


def test_comments_stand_at_their_moment_among_the_corrections(student: User, tutor: User) -> None:
    correction = {"start_ms": 4_000, "corrected": "went", "original": "go"}
    session = SpeakResource.objects.create(
        user=student, status="COMPLETED", evaluation={"corrections": [correction]}
    )
    tutor.display_name = "Tomas"
    tutor.save()
    for moment_ms, text in ((9_500, "Lovely rhythm."), (1_000, "A" * 200), (None, "All good.")):
        Feedback.objects.create(
            tutor=tutor, student=student, session=session, moment_ms=moment_ms, text=text
        )
    Feedback.objects.create(tutor=tutor, student=student, session=session, moment_ms=3_000)
    marks = session_markers(session)
    assert [(mark.kind, mark.at_ms) for mark in marks] == [
        ("comment", 1_000),
        ("correction", 4_000),
        ("comment", 9_500),
    ]
    assert marks[1].label == "Correction 1: went"
    assert marks[2].label == "Tomas: Lovely rhythm."
    assert len(marks[0].label) < 100
