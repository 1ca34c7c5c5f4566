from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from rest_framework.test import APIClient

from accounts.models import User
from history.models import Activity, UserHistory
from speaking.models import SessionStatus, SpeakResource
from texts.tests.making import word
from tutoring.models import Feedback, ScoreOverride
from tutoring.selectors.feedback import agreement, agreement_of_machine_and_tutors
from tutoring.services.enrolments import enrolment_create, enrolment_end
from tutoring.services.feedback import feedback_listened, score_override
from tutoring.tests.making import recording, topic

pytestmark = pytest.mark.django_db

FEEDBACK = "/api/tutor/feedback"


def test_a_comment_at_a_moment_reaches_the_student_and_counts_as_read(
    tutor_api: APIClient, api: APIClient, tutor: User, mine: User
) -> None:
    session = recording(mine, of=topic())
    given = tutor_api.post(
        FEEDBACK, {"session_id": str(session.pk), "moment_ms": 400, "text": " “an hour” "}
    )
    assert given.status_code == 201
    seen = api.get(f"/api/speakup/sessions/{session.pk}/feedback").json()
    assert [(one["moment_ms"], one["text"]) for one in seen["feedback"]] == [(400, "“an hour”")]
    assert Feedback.objects.get().read_at is not None
    read = UserHistory.objects.get(kind=Activity.FEEDBACK)
    assert (read.user, read.speak_resource, read.query) == (mine, session, "My weekend")
    api.get(f"/api/speakup/sessions/{session.pk}/feedback")
    assert UserHistory.objects.filter(kind=Activity.FEEDBACK).count() == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"text": " "}, "text_missing"),
        ({"text": "x" * 2001}, "text_too_long"),
        ({"moment_ms": 2001}, "moment_out_of_range"),
        ({"moment_ms": -1}, "moment_out_of_range"),
        ({"session_id": None}, "invalid"),
    ],
)
def test_what_cannot_be_said_is_refused(
    tutor_api: APIClient, mine: User, change: dict[str, Any], code: str
) -> None:
    body = {"session_id": str(recording(mine).pk), "text": "Good.", **change}
    answer = tutor_api.post(FEEDBACK, body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert not Feedback.objects.exists()


def test_feedback_is_about_something(tutor_api: APIClient, mine: User) -> None:
    answer = tutor_api.post(FEEDBACK, {"text": "Good."})
    assert answer.json()["code"] == "subject_missing"


def test_a_tutor_says_something_about_an_explanation(tutor_api: APIClient, mine: User) -> None:
    body = {"student_id": str(mine.pk), "resource_id": str(word().pk), "text": "Learn this."}
    assert tutor_api.post(FEEDBACK, body).status_code == 201
    assert Feedback.objects.get().student == mine


def test_having_listened_is_an_answer_and_is_said_once(tutor_api: APIClient, mine: User) -> None:
    session = recording(mine)
    assert [one["id"] for one in tutor_api.get("/api/tutor/queue").json()] == [str(session.pk)]
    for _ in range(2):
        body = {"session_id": str(session.pk), "listened": True}
        assert tutor_api.post(FEEDBACK, body).status_code == 201
    assert Feedback.objects.count() == 1
    assert tutor_api.get("/api/tutor/queue").json() == []


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_say_it_once(tutor: User, mine: User) -> None:
    session = recording(mine)

    def press(_: int) -> None:
        try:
            feedback_listened(tutor=tutor, session_id=session.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(press, range(4)))
    assert Feedback.objects.count() == 1


def test_the_queue_has_the_oldest_first_and_nothing_unheard_of(
    tutor_api: APIClient, mine: User, other_student: User
) -> None:
    older, newer = recording(mine, days_ago=2), recording(mine)
    recording(mine, days_ago=31)
    recording(other_student)
    SpeakResource.objects.create(user=mine, status=SessionStatus.PROCESSING, audio="x.wav")
    ids = [one["id"] for one in tutor_api.get("/api/tutor/queue").json()]
    assert ids == [str(older.pk), str(newer.pk)]


def test_machine_and_tutor_score_are_both_kept_and_shown(
    tutor_api: APIClient, api: APIClient, mine: User
) -> None:
    session = recording(mine, overall=65)
    address = f"/api/tutor/sessions/{session.pk}/scores"
    for score in (80, 82):
        body = {"dimension": "overall", "score": score, "reason": "Braver than it sounds."}
        assert tutor_api.put(address, body).status_code == 200
    session.refresh_from_db()
    assert session.overall_score == 65
    assert session.evaluation is not None
    assert session.evaluation["overall"] == 65
    for seen in (
        api.get(f"/api/speakup/sessions/{session.pk}/feedback").json(),
        tutor_api.get(f"/api/tutor/sessions/{session.pk}/feedback").json(),
    ):
        overall = seen["scores"][0]
        assert (overall["dimension"], overall["machine"]) == ("overall", 65)
        assert [(one["score"], one["machine_score"]) for one in overall["tutors"]] == [(82, 65)]
        assert overall["tutors"][0]["reason"] == "Braver than it sounds."


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"score": 101}, "score_out_of_range"),
        ({"score": -1}, "score_out_of_range"),
        ({"reason": ""}, "text_missing"),
        ({"dimension": "charm"}, "invalid"),
    ],
)
def test_a_score_is_0_to_100_with_a_reason(
    tutor_api: APIClient, mine: User, change: dict[str, Any], code: str
) -> None:
    body = {"dimension": "grammar", "score": 50, "reason": "Articles.", **change}
    answer = tutor_api.put(f"/api/tutor/sessions/{recording(mine).pk}/scores", body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_what_the_machine_has_not_judged_is_not_overridden(
    tutor_api: APIClient, mine: User
) -> None:
    session = recording(mine)
    SpeakResource.objects.update(status=SessionStatus.PROCESSING)
    body = {"dimension": "grammar", "score": 50, "reason": "Articles."}
    answer = tutor_api.put(f"/api/tutor/sessions/{session.pk}/scores", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "not_evaluated")


def test_another_tutor_s_student_is_not_there(
    other_tutor_api: APIClient, api: APIClient, mine: User, tutor_api: APIClient
) -> None:
    session = recording(mine)
    given = tutor_api.post(FEEDBACK, {"session_id": str(session.pk), "text": "Good."}).json()
    scores = {"dimension": "grammar", "score": 50, "reason": "Articles."}
    recommended = {"title": "Read"}
    calls = [
        ("get", f"/api/tutor/students/{mine.pk}", None),
        ("delete", f"/api/tutor/students/{mine.pk}", None),
        ("get", f"/api/tutor/students/{mine.pk}/sessions", None),
        ("get", f"/api/tutor/students/{mine.pk}/notes", None),
        ("post", f"/api/tutor/students/{mine.pk}/notes", {"text": "Shy."}),
        ("get", f"/api/tutor/students/{mine.pk}/recommendations", None),
        ("post", f"/api/tutor/students/{mine.pk}/recommendations", recommended),
        ("get", f"/api/tutor/sessions/{session.pk}", None),
        ("get", f"/api/tutor/sessions/{session.pk}/feedback", None),
        ("put", f"/api/tutor/sessions/{session.pk}/scores", scores),
        ("post", FEEDBACK, {"session_id": str(session.pk), "text": "Hm."}),
        ("delete", f"{FEEDBACK}/{given['id']}", None),
    ]
    for method, address, body in calls:
        answer = getattr(other_tutor_api, method)(address, body)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), address
        refused = getattr(api, method)(address, body)
        assert refused.status_code == 403, address
    assert other_tutor_api.get("/api/tutor/students").json() == []
    assert tutor_api.delete(f"{FEEDBACK}/{given['id']}").status_code == 204


def test_a_former_tutor_sees_nothing_and_the_student_keeps_the_words(
    tutor_api: APIClient, api: APIClient, tutor: User, mine: User
) -> None:
    session = recording(mine)
    tutor_api.post(FEEDBACK, {"session_id": str(session.pk), "text": "Good."})
    enrolment_end(by=tutor, student_id=mine.pk)
    assert tutor_api.get(f"/api/tutor/sessions/{session.pk}").status_code == 404
    seen = api.get(f"/api/speakup/sessions/{session.pk}/feedback").json()
    assert [one["text"] for one in seen["feedback"]] == ["Good."]


def test_notes_are_seen_by_the_student_s_tutors_alone(
    tutor_api: APIClient, other_tutor_api: APIClient, other_tutor: User, mine: User
) -> None:
    address = f"/api/tutor/students/{mine.pk}/notes"
    assert tutor_api.post(address, {"text": "Shy."}).status_code == 201
    enrolment_create(tutor=other_tutor, student=mine)
    assert [one["text"] for one in other_tutor_api.get(address).json()] == ["Shy."]


def test_agreement_needs_ten_pairs() -> None:
    nine = agreement([(score, score + 5) for score in range(50, 59)])
    assert (nine.pairs, nine.r) == (9, None)


def test_agreement_is_pearson_s_r_with_fisher_s_interval() -> None:
    machine = [43, 21, 25, 42, 57, 59, 62, 70, 38, 49]
    tutors = [99, 65, 79, 75, 87, 81, 80, 92, 70, 74]
    found = agreement(list(zip(machine, tutors, strict=True)))
    assert found.r == pytest.approx(0.5442, abs=1e-3)
    assert found.low == pytest.approx(-0.130, abs=5e-3)
    assert found.high == pytest.approx(0.874, abs=5e-3)
    assert found.mean_difference == pytest.approx(33.6)


def test_scores_that_never_vary_have_no_correlation() -> None:
    assert agreement([(50, 60 + n) for n in range(12)]).r is None


def test_agreement_counts_a_recording_once_and_what_was_not_judged_not_at_all(
    tutor: User, other_tutor: User, mine: User
) -> None:
    enrolment_create(tutor=other_tutor, student=mine)
    session = recording(mine)
    for who, score in ((tutor, 70), (other_tutor, 80)):
        score_override(
            tutor=who, session_id=session.pk, dimension="overall", score=score, reason="Brave."
        )
    unjudged = recording(mine)
    assert unjudged.evaluation is not None
    unjudged.evaluation["overall"] = None
    unjudged.save()
    score_override(
        tutor=tutor, session_id=unjudged.pk, dimension="overall", score=9, reason="Silent."
    )
    assert ScoreOverride.objects.count() == 3
    assert agreement_of_machine_and_tutors().pairs == 1
