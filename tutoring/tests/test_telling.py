"""Who is told what, and what is left of a person who leaves."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import Notification, NotificationKind, User
from tutoring.models import Class, Enrolment, Feedback, Recommendation, ScoreOverride, TutorNote
from tutoring.privacy import tutoring_erase, tutoring_export
from tutoring.services.classes import assignment_create, class_create
from tutoring.services.codes import code_of
from tutoring.services.feedback import feedback_give, feedback_read, note_add, score_override
from tutoring.services.invitations import invitation_accept, invitation_create
from tutoring.services.recommendations import recommendation_draft, recommendation_publish
from tutoring.tests.making import recording, topic

pytestmark = pytest.mark.django_db


def told(kind: str) -> list[dict[str, Any]]:
    return [one.payload for one in Notification.objects.filter(kind=kind).order_by("id")]


def test_a_student_is_told_of_new_feedback_once_until_they_have_read_it(
    tutor: User, mine: User
) -> None:
    session = recording(mine, of=topic())
    for text in ("Good.", "Very good."):
        feedback_give(tutor=tutor, session_id=session.pk, text=text)
    first = {
        "url": f"/speak/sessions/{session.pk}",
        "title": "My weekend",
        "actor_id": str(tutor.pk),
    }
    assert told(NotificationKind.FEEDBACK) == [first]
    feedback_read(student=mine, session=session)
    feedback_give(tutor=tutor, session_id=session.pk, text="And again.")
    assert told(NotificationKind.FEEDBACK) == [first, first]


def test_a_student_is_told_of_what_is_published_and_of_no_draft(tutor: User, mine: User) -> None:
    draft = recommendation_draft(tutor=tutor, student_id=mine.pk, title="Read")
    assert told(NotificationKind.RECOMMENDATION) == []
    for _ in range(2):
        recommendation_publish(tutor=tutor, recommendation_id=draft.pk)
    assert [one["title"] for one in told(NotificationKind.RECOMMENDATION)] == ["Read"]


def test_everyone_in_a_class_is_told_of_an_assignment(
    tutor: User, student: User, other_student: User
) -> None:
    group = class_create(tutor=tutor, name="Monday")
    code = code_of(invitation_create(tutor=tutor, group=group, max_uses=2).pk)
    for one in (student, other_student):
        invitation_accept(student=one, code=code)
    assignment_create(by=tutor, class_id=group.pk, topic_id=topic().pk)
    assert [one["url"] for one in told(NotificationKind.ASSIGNMENT)] == [
        "/speak/live?topic=my-weekend"
    ] * 2


@pytest.fixture
def worked(tutor: User, mine: User) -> None:
    """A tutor has said everything that can be said about a student."""
    session = recording(mine)
    feedback_give(tutor=tutor, session_id=session.pk, text="Good.")
    score_override(
        tutor=tutor, session_id=session.pk, dimension="overall", score=70, reason="Brave."
    )
    note_add(tutor=tutor, student_id=mine.pk, text="Shy.")
    recommendation_draft(tutor=tutor, student_id=mine.pk, title="A secret draft")
    shown = recommendation_draft(tutor=tutor, student_id=mine.pk, title="Read")
    recommendation_publish(tutor=tutor, recommendation_id=shown.pk)
    class_create(tutor=tutor, name="Monday")


@pytest.mark.usefixtures("worked")
def test_of_a_student_who_leaves_no_word_is_left(mine: User) -> None:
    for _ in range(2):
        tutoring_erase(user=mine)
    assert not Feedback.objects.exists()
    assert not TutorNote.objects.exists()
    assert not Recommendation.objects.exists()
    assert (ScoreOverride.objects.get().score, ScoreOverride.objects.get().reason) == (70, "")
    assert Enrolment.objects.get().until is not None


@pytest.mark.usefixtures("worked")
def test_a_tutor_who_leaves_leaves_the_student_their_words(tutor: User, api: APIClient) -> None:
    tutoring_erase(user=tutor)
    assert [one["tutor"] for one in api.get("/api/recommendations").json()] == [""]
    assert Feedback.objects.get().text == "Good."
    assert Class.objects.get().ended_at is not None


@pytest.mark.usefixtures("worked")
def test_a_student_s_copy_has_what_was_said_to_them_and_neither_drafts_nor_notes(
    mine: User, tutor: User
) -> None:
    def copy(user: User) -> str:
        files = tutoring_export(user=user)
        return "".join(b"".join(file.chunks).decode() for file in files)

    own = copy(mine)
    assert "Good." in own
    assert "Brave." in own
    assert "Shy." not in own
    assert "A secret draft" not in own
    assert "Shy." in copy(tutor)
