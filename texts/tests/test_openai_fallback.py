"""Which engine answers whom, and what is said when it is another: through the endpoint."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connections
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.cloud import CONSENT_REASON, PLAN_REASON
from accounts.models import Plan, User
from learnenglish import engine_checks
from learnenglish.testing.openai_stub import (
    MODEL,
    Answer,
    OpenAIStub,
    Recorded,
    chat_ok,
    html_answer,
    responses_ok,
    responses_refusal,
    responses_text,
    status_answer,
)
from learnenglish.testing.site import free_port
from texts.engines import build_openai_engine, engines_close
from texts.models import Source, TextResource
from texts.nlp.fallback import FallbackEngine
from texts.nlp.openai.engine import OpenAIEngine
from texts.nlp.openai.options import OpenAIOptions
from texts.nlp.registry import get_engine
from texts.spending import DailyBudget
from texts.tests import openai_replies as replies

pytestmark = pytest.mark.django_db
RESPONSES = "POST /v1/responses"


@pytest.fixture
def stub(settings: Settings) -> Iterator[OpenAIStub]:
    """OpenAI, and settings that choose it."""
    caches["answers"].clear()
    with OpenAIStub() as stub:
        settings.NLP_PROVIDER = "openai"
        settings.OPENAI_API_KEY = "sk-test"
        settings.OPENAI_BASE_URL = stub.base_url
        settings.OPENAI_TIMEOUT_MS = 200
        yield stub
        engines_close()


@pytest.fixture
def premium(student: User) -> User:
    """A student whose plan includes the cloud, and who agreed to it."""
    student.plan, student.cloud_consent = Plan.PREMIUM, True
    student.save()
    return student


def look_up(api: APIClient, text: str, **more: str) -> dict:
    response = api.post("/api/process-text", {"text": text, **more})
    assert response.status_code == 200, response.content
    body: dict = response.json()
    return body


def test_a_premium_look_up_is_answered_kept_and_credited(
    api: APIClient, premium: User, stub: OpenAIStub
) -> None:
    stub.script(RESPONSES, responses_ok(replies.WORD))
    body = look_up(api, "reluctant")
    assert body["provenance"] == {
        "provider": "openai",
        "model": MODEL,
        "prompt_version": "word-1",
    }
    assert body["fallback_reason"] == ""
    assert body["content"]["senses"][0]["definition"].startswith("not willing")
    kept = TextResource.objects.get(pk=body["resource_id"])
    assert (kept.provider, kept.model, kept.prompt_version) == ("openai", MODEL, "word-1")


def test_what_a_model_wrote_is_put_before_nobody_else(
    api: APIClient, other_api: APIClient, premium: User, stub: OpenAIStub
) -> None:
    stub.script(RESPONSES, responses_ok(replies.WORD))
    body = look_up(api, "reluctant")
    assert TextResource.objects.get(pk=body["resource_id"]).source == Source.USER
    other = look_up(other_api, "reluctant")
    assert other["resource_id"] != body["resource_id"]
    assert other["provenance"]["provider"] == "offline"


@pytest.mark.parametrize(
    ("reply", "query"),
    [(replies.WORD, "reluctant"), (replies.TOPIC, "when do I use present perfect?")],
)
def test_a_general_question_is_paid_for_once_and_answered_to_each_alone(
    api: APIClient,
    other_api: APIClient,
    premium: User,
    other_student: User,
    stub: OpenAIStub,
    reply: dict,
    query: str,
) -> None:
    other_student.plan, other_student.cloud_consent = Plan.PREMIUM, True
    other_student.save()
    stub.script(RESPONSES, responses_ok(reply))
    body, other = look_up(api, query), look_up(other_api, query)
    assert len(stub.requests) == 1
    assert other["content"] == body["content"]
    assert other["provenance"] == body["provenance"]
    assert other["resource_id"] != body["resource_id"]


def test_what_somebody_wrote_is_never_kept_for_others(
    api: APIClient, other_api: APIClient, premium: User, other_student: User, stub: OpenAIStub
) -> None:
    other_student.plan, other_student.cloud_consent = Plan.PREMIUM, True
    other_student.save()
    stub.script(RESPONSES, responses_ok(replies.CORRECTIONS), responses_ok(replies.CORRECTIONS))
    look_up(api, replies.SENTENCE)
    look_up(other_api, replies.SENTENCE)
    assert len(stub.requests) == 2


def test_a_free_plan_gets_the_offline_engine_and_is_told(
    api: APIClient, student: User, stub: OpenAIStub
) -> None:
    body = look_up(api, "reluctant")
    assert body["provenance"]["provider"] == "offline"
    assert body["fallback_reason"] == PLAN_REASON
    assert stub.requests == []


@pytest.mark.parametrize("answer", [None, False])
def test_nothing_goes_to_the_cloud_before_its_owner_agreed(
    api: APIClient, premium: User, stub: OpenAIStub, answer: bool | None
) -> None:
    premium.cloud_consent = answer
    premium.save()
    body = look_up(api, "reluctant")
    assert body["provenance"]["provider"] == "offline"
    assert body["fallback_reason"] == CONSENT_REASON
    assert stub.requests == []


def test_a_plan_that_has_expired_is_free(api: APIClient, premium: User, stub: OpenAIStub) -> None:
    premium.plan_expires_at = timezone.now()
    premium.save()
    assert look_up(api, "reluctant")["fallback_reason"] == PLAN_REASON
    assert stub.requests == []


def test_the_settings_say_which_plans_use_the_cloud(
    api: APIClient, student: User, stub: OpenAIStub, settings: Settings
) -> None:
    settings.PLAN_LIMITS["FREE"] = {**settings.PLAN_LIMITS["FREE"], "cloud_engines": None}
    api.patch("/auth/me", {"cloud_consent": True})
    stub.script(RESPONSES, responses_ok(replies.WORD))
    assert look_up(api, "reluctant")["provenance"]["provider"] == "openai"


def test_the_settings_choose_chat_completions(
    api: APIClient, premium: User, stub: OpenAIStub, settings: Settings
) -> None:
    settings.OPENAI_TEXT_API = "chat"
    stub.script("POST /v1/chat/completions", chat_ok(replies.WORD))
    assert look_up(api, "reluctant")["provenance"]["provider"] == "openai"


FAILURES: dict[str, tuple[Answer, str]] = {
    "refusal": (responses_refusal(), "declined"),
    "no credit": (status_answer(429, code="insufficient_quota"), "credit"),
    "busy": (status_answer(429, retry_after="90"), "too many others"),
    "failed": (status_answer(500, retry_after="90"), "problem of its own"),
    "bad key": (status_answer(401), "key"),
    "truncated": (responses_text('{"kno', status="incomplete"), "cannot be used"),
    "another shape": (responses_ok({"x": 1}), "cannot be used"),
    "HTML": (html_answer(), "cannot be used"),
    "about something else": (responses_ok(replies.word(headword="giveaway")), "cannot be used"),
    "markup": (responses_ok(replies.word_sense(definition="<b>x</b>")), "cannot be used"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_the_offline_engine_answers_in_its_place_and_says_why(
    api: APIClient, premium: User, stub: OpenAIStub, name: str
) -> None:
    answer, reason = FAILURES[name]
    stub.script(RESPONSES, answer)
    body = look_up(api, "reluctant")
    assert body["provenance"]["provider"] == "offline"
    assert body["content"]["senses"]
    assert reason in body["fallback_reason"]
    assert "offline engine answered" in body["fallback_reason"]
    assert TextResource.objects.get(pk=body["resource_id"]).provider == "offline"


def test_a_server_that_is_not_there_is_named_as_the_reason(
    api: APIClient, premium: User, stub: OpenAIStub, settings: Settings
) -> None:
    settings.OPENAI_BASE_URL = f"http://127.0.0.1:{free_port()}/v1"
    body = look_up(api, "reluctant")
    assert body["provenance"]["provider"] == "offline"
    assert "could not be reached" in body["fallback_reason"]


def test_a_used_up_budget_is_named_as_the_reason(
    api: APIClient, premium: User, stub: OpenAIStub, settings: Settings
) -> None:
    settings.OPENAI_DAILY_TOKENS = 10
    body = look_up(api, "reluctant")
    assert body["provenance"]["provider"] == "offline"
    assert "budget" in body["fallback_reason"]
    assert stub.requests == []


def test_a_text_at_fault_itself_is_refused_and_not_sent(
    api: APIClient, premium: User, stub: OpenAIStub
) -> None:
    response = api.post("/api/process-text", {"text": "buenos días amigo mío"})
    assert (response.status_code, response.json()["code"]) == (400, "not_english")
    assert stub.requests == []


def test_an_offline_answer_gives_way_to_a_better_one_and_never_the_other_way_round(
    api: APIClient, premium: User, stub: OpenAIStub
) -> None:
    stub.script(RESPONSES, responses_refusal(), responses_ok(replies.CORRECTIONS))
    first = look_up(api, replies.SENTENCE)
    assert (first["provenance"]["provider"], first["is_new"]) == ("offline", True)
    second = look_up(api, replies.SENTENCE)
    assert second["resource_id"] == first["resource_id"]
    assert second["provenance"]["provider"] == "openai"
    assert second["content"]["corrections"][0]["rule"] == "openai"
    stub.script(RESPONSES, responses_refusal())
    third = look_up(api, replies.SENTENCE)
    assert third["content"] == second["content"]
    assert (third["provenance"]["provider"], third["fallback_reason"]) == ("openai", "")


def test_the_page_knows_the_reason(client: Client, premium: User, stub: OpenAIStub) -> None:
    stub.script(RESPONSES, responses_refusal())
    client.force_login(premium)
    response = client.get("/lookup", {"q": "reluctant"})
    assert response.status_code == 200
    assert "declined" in response.context["result"]["fallback_reason"]
    assert response.context["result"]["provider"] == "offline"


@pytest.mark.django_db(transaction=True)
def test_no_database_connection_is_held_while_the_provider_is_awaited(
    api: APIClient, premium: User, stub: OpenAIStub
) -> None:
    ours = connections["default"]
    held: list[bool] = []

    def note(request: Recorded) -> Answer:
        held.append(ours.connection is not None)
        return responses_ok(replies.WORD)

    stub.script(RESPONSES, note)
    look_up(api, "reluctant")
    assert held == [False]


def test_while_it_is_down_nobody_else_waits_for_it(stub: OpenAIStub) -> None:
    now = [0.0]
    options = OpenAIOptions(
        api_key="sk-test", base_url=stub.base_url, model="gpt-stub", timeout_ms=100, attempts=1
    )
    offline = get_engine("offline")
    primary = OpenAIEngine(options, DailyBudget("pause", 100_000), offline)
    engine = FallbackEngine(primary, offline, pause_s=30, clock=lambda: now[0])
    stub.script(RESPONSES, Answer(hangs=True), responses_ok(replies.WORD))
    assert "in time" in engine.analyse("reluctant").fallback_reason
    now[0] = 29.0
    assert "in time" in engine.analyse("reluctant").fallback_reason
    assert len(stub.requests) == 1
    now[0] = 31.0
    assert engine.analyse("reluctant").fallback_reason == ""
    assert len(stub.requests) == 2
    primary.close()


def test_corrections_name_the_rules_of_the_engine_that_found_them(stub: OpenAIStub) -> None:
    engine = build_openai_engine()
    stub.script(RESPONSES, responses_ok(replies.CORRECTIONS), responses_refusal())
    assert {change.rule for change in engine.check(replies.SENTENCE)} == {"openai"}
    found = engine.check(replies.SENTENCE)
    assert found
    assert "openai" not in {change.rule for change in found}


def test_offline_asks_nobody(
    api: APIClient, premium: User, stub: OpenAIStub, settings: Settings
) -> None:
    settings.NLP_PROVIDER = "offline"
    body = look_up(api, "reluctant")
    assert (body["provenance"]["provider"], body["fallback_reason"]) == ("offline", "")
    assert stub.requests == []


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("OPENAI_API_KEY", "", "learnenglish.E030"),
        ("OPENAI_API_KEY", "sk-test\n", "learnenglish.E031"),
        ("OPENAI_BASE_URL", "api.openai.com", "learnenglish.E032"),
    ],
)
def test_a_wrong_configuration_is_an_error_with_the_variables_name(
    stub: OpenAIStub, settings: Settings, name: str, value: object, error: str
) -> None:
    assert engine_checks.openai_has_what_it_needs() == []
    setattr(settings, name, value)
    found = engine_checks.openai_has_what_it_needs()
    assert [(message.id, name in message.msg) for message in found] == [(error, True)]
    assert found[0].hint
