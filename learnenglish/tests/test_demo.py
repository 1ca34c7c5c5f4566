"""What a first look at the site finds."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from accounts.models import Role, User
from learnenglish.demo import demo_create
from tutoring.selectors.classes import assignments_of
from tutoring.selectors.feedback import queue_of, session_feedback, session_scores
from tutoring.selectors.recommendations import recommendations_of
from tutoring.tests.making import topic

pytestmark = pytest.mark.django_db


def test_a_first_look_finds_recordings_a_tutor_s_answer_and_things_to_do(
    settings: Settings,
) -> None:
    settings.DEBUG = True
    for slug in ("my-weekend", "my-hobby", "my-town"):
        topic(slug, level="A2")
    accounts = demo_create()
    assert [account.role for account in accounts] == [Role.STUDENT, Role.TUTOR, Role.ADMIN]
    tutor, student = User.objects.get(role=Role.TUTOR), User.objects.get(role=Role.STUDENT)
    assert queue_of(viewer=tutor).count() == 1
    answered = student.speak_resources.order_by("id")[0]
    assert answered.overall_score is not None
    assert session_feedback(session=answered).filter(moment_ms__isnull=False).count() == 1
    assert any(pair.overrides for pair in session_scores(session=answered))
    assert recommendations_of(student=student).filter(status="DRAFT").count() == 1
    assert len(assignments_of(student=student)) == 1
    assert demo_create() == []
