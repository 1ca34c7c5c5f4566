"""Lessons drafted by OpenAI: with consent, for the tutor's eyes, on the budget of all."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import Plan, User
from learnenglish.testing.openai_stub import (
    MODEL,
    USAGE_TOKENS,
    OpenAIStub,
    html_answer,
    responses_ok,
    status_answer,
)
from texts.spending import DailyBudget
from tutoring.lessons.services import lessons_close
from tutoring.models import Recommendation
from tutoring.tests.making import recording, topic

pytestmark = pytest.mark.django_db
RESPONSES = "POST /v1/responses"
REPLY = {
    "summary": "Sofia tells stories well. “A hour” comes back.",
    "homework": [{"title": "An or a?", "body": "Write ten lines about your day."}],
}


@pytest.fixture
def stub(settings: Settings) -> Iterator[OpenAIStub]:
    with OpenAIStub() as stub:
        settings.NLP_PROVIDER = "openai"
        settings.OPENAI_API_KEY = "sk-test"
        settings.OPENAI_BASE_URL = stub.base_url
        settings.OPENAI_TIMEOUT_MS = 300
        yield stub
        lessons_close()


@pytest.fixture
def agreed(mine: User) -> User:
    """The tutor's student, who agreed to cloud services and has spoken."""
    mine.plan, mine.cloud_consent = Plan.PREMIUM, True
    mine.save()
    recording(mine, of=topic(), categories=("articles",))
    return mine


def ask(tutor_api: APIClient, student: User) -> tuple[int, str]:
    answer = tutor_api.post(f"/api/tutor/students/{student.pk}/lesson")
    return answer.status_code, answer.json()["code"] if answer.status_code >= 400 else ""


def test_a_lesson_is_drafted_and_nobody_but_tutors_sees_it(
    stub: OpenAIStub, tutor_api: APIClient, api: APIClient, agreed: User
) -> None:
    stub.script(RESPONSES, responses_ok(REPLY))
    made = tutor_api.post(f"/api/tutor/students/{agreed.pk}/lesson")
    assert made.status_code == 201
    assert [(one["name"], one["status"]) for one in made.json()] == [
        ("Summary for the lesson", "DRAFT"),
        ("An or a?", "DRAFT"),
    ]
    assert api.get("/api/recommendations").json() == []
    drafted = Recommendation.objects.last()
    assert drafted is not None
    assert (drafted.provider, drafted.model, drafted.prompt_version) == (
        "openai",
        MODEL,
        "lesson-1",
    )
    tutor_api.patch(f"/api/tutor/recommendations/{made.json()[1]['id']}", {"status": "PUBLISHED"})
    assert [one["name"] for one in api.get("/api/recommendations").json()] == ["An or a?"]


def test_neither_name_nor_address_is_sent_and_nothing_is_stored_there(
    stub: OpenAIStub, tutor_api: APIClient, agreed: User
) -> None:
    stub.script(RESPONSES, responses_ok(REPLY))
    ask(tutor_api, agreed)
    (request,) = stub.requests
    assert agreed.email not in request.body.decode()
    assert str(agreed.pk) not in request.body.decode()
    assert request.json["store"] is False
    assert json.loads(request.json["input"])["recordings"][0]["said"] == "It takes a hour."
    assert DailyBudget("OpenAI", 1).spent() == USAGE_TOKENS


def test_without_the_student_s_consent_nothing_is_sent(
    stub: OpenAIStub, tutor_api: APIClient, agreed: User
) -> None:
    agreed.cloud_consent = False
    agreed.save()
    assert ask(tutor_api, agreed) == (403, "consent_missing")
    assert stub.requests == []


def test_nothing_is_sent_where_nothing_was_said(
    stub: OpenAIStub, tutor_api: APIClient, agreed: User
) -> None:
    agreed.speak_resources.all().delete()
    assert ask(tutor_api, agreed) == (409, "nothing_said")
    assert stub.requests == []


@pytest.mark.parametrize(
    "answer", [status_answer(401), html_answer(), responses_ok({"summary": "Only this."})]
)
def test_a_lesson_that_fails_says_so_and_leaves_nothing(
    stub: OpenAIStub, tutor_api: APIClient, agreed: User, answer: object
) -> None:
    stub.script(RESPONSES, answer)  # type: ignore[arg-type]
    assert ask(tutor_api, agreed) == (503, "lesson_failed")
    assert not Recommendation.objects.exists()


def test_without_a_cloud_engine_there_are_no_drafts(tutor_api: APIClient, agreed: User) -> None:
    assert ask(tutor_api, agreed) == (409, "lessons_off")


def test_another_tutor_drafts_nothing(
    stub: OpenAIStub, other_tutor_api: APIClient, agreed: User
) -> None:
    assert ask(other_tutor_api, agreed) == (404, "not_found")
    assert stub.requests == []
