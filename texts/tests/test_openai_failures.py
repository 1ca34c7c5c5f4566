"""Failures on the way to OpenAI and what they cost."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from prometheus_client import REGISTRY

from learnenglish.testing.openai_stub import (
    USAGE_TOKENS,
    Answer,
    OpenAIStub,
    chat_cut_off,
    chat_ok,
    chat_refusal,
    html_answer,
    responses_ok,
    responses_refusal,
    responses_text,
    status_answer,
)
from learnenglish.testing.site import free_port
from texts.nlp.base import EngineError
from texts.spending import DailyBudget
from texts.tests import openai_replies as replies
from texts.tests.openai_setup import (
    CHAT,
    RESPONSES,
    Make,
    failure,
)

FAILURES: dict[str, tuple[Answer, str, int]] = {
    "refusal": (responses_refusal(), "provider_refusal", 1),
    "truncated": (responses_text('{"known": tr', status="incomplete"), "provider_bad_answer", 1),
    "incomplete but whole": (
        responses_text(json.dumps(replies.WORD), status="incomplete"),
        "provider_bad_answer",
        1,
    ),
    "no JSON": (responses_text("Sure! Here you are:"), "provider_bad_answer", 1),
    "another shape": (responses_ok({"answer": 42}), "provider_bad_answer", 1),
    "HTML": (html_answer(), "provider_bad_answer", 1),
    "empty": (Answer(), "provider_bad_answer", 1),
    "null": (Answer(body=b"null"), "provider_bad_answer", 1),
    "bad request": (status_answer(400), "provider_rejected", 1),
    "bad key": (status_answer(401, code="invalid_api_key"), "provider_key", 1),
    "model gone": (status_answer(404, code="model_not_found"), "provider_model", 1),
    "no credit": (status_answer(429, code="insufficient_quota"), "provider_quota", 1),
    "busy": (status_answer(429, code="rate_limit_exceeded"), "provider_busy", 3),
    "failed": (status_answer(500), "provider_failed", 3),
    "overloaded": (status_answer(503), "provider_failed", 3),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_has_a_stable_code_and_is_tried_again_only_where_that_helps(
    make: Make, stub: OpenAIStub, name: str
) -> None:
    answer, code, attempts = FAILURES[name]
    stub.script(RESPONSES, answer)
    error = failure(make())
    assert (error.code, len(stub.requests)) == (code, attempts)
    assert error.retryable == (attempts > 1)
    assert "sk-" not in str(error)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (chat_refusal(), "provider_refusal"),
        (chat_cut_off('{"known": tr'), "provider_bad_answer"),
        (chat_ok({"answer": 42}), "provider_bad_answer"),
        (html_answer(), "provider_bad_answer"),
        (Answer(body=b'{"choices": []}'), "provider_bad_answer"),
    ],
)
def test_chat_completions_fail_the_same_way(
    make: Make, stub: OpenAIStub, answer: Answer, code: str
) -> None:
    stub.script(CHAT, answer)
    assert failure(make(api="chat")).code == code


def test_a_passing_failure_is_got_over(make: Make, stub: OpenAIStub, waits: list[float]) -> None:
    busy = status_answer(429, retry_after="2")
    stub.script(RESPONSES, busy, status_answer(500), responses_ok(replies.WORD))
    assert make().analyse("reluctant").text == "reluctant"
    assert len(stub.requests) == 3
    assert 2.25 <= waits[0] <= 2.5
    assert 0.5 <= waits[1] <= 1.0


@pytest.mark.parametrize("header", ["60", "Fri, 31 Dec 2999 23:59:59 GMT"])
def test_nobody_waits_longer_than_an_answer_may_take(
    make: Make, stub: OpenAIStub, waits: list[float], header: str
) -> None:
    stub.script(RESPONSES, status_answer(429, retry_after=header))
    assert failure(make()).code == "provider_busy"
    assert (len(stub.requests), waits) == (1, [])


@pytest.mark.parametrize("answer", [Answer(hangs=True), Answer(drips=True)], ids=["hangs", "drips"])
def test_a_server_that_never_ends_is_left_in_time(
    make: Make, stub: OpenAIStub, answer: Answer
) -> None:
    stub.script(RESPONSES, answer)
    started = time.monotonic()
    error = failure(make(timeout_ms=150, attempts=2))
    assert (error.code, error.retryable) == ("provider_timeout", True)
    assert time.monotonic() - started < 5
    assert len(stub.requests) == 2


def test_all_attempts_together_have_an_end(make: Make, stub: OpenAIStub) -> None:
    stub.script(RESPONSES, Answer(hangs=True))
    assert failure(make(timeout_ms=60_000, total_ms=200)).code == "provider_timeout"
    assert len(stub.requests) == 1


def test_nobody_listening_is_said_to_be_unreachable(make: Make, budget: DailyBudget) -> None:
    error = failure(make(base_url=f"http://127.0.0.1:{free_port()}/v1"))
    assert (error.code, error.retryable) == ("provider_unreachable", True)
    assert budget.spent() == 0


# --- Money -------------------------------------------------------------------------------------


def test_what_was_used_is_counted(make: Make, stub: OpenAIStub, budget: DailyBudget) -> None:
    stub.script(RESPONSES, status_answer(500), responses_ok(replies.WORD))
    make().analyse("reluctant")
    assert budget.spent() == USAGE_TOKENS
    told = {"provider": budget.name, "unit": "tokens"}
    assert REGISTRY.get_sample_value("engine_units_total", told) == USAGE_TOKENS


def test_an_answer_of_unknown_cost_stays_counted_in_full(
    make: Make, stub: OpenAIStub, budget: DailyBudget
) -> None:
    stub.script(RESPONSES, Answer(hangs=True))
    failure(make(timeout_ms=100, attempts=1))
    assert budget.spent() > 4_000


def test_without_budget_nothing_is_sent(make: Make, stub: OpenAIStub) -> None:
    small = DailyBudget(f"test-{uuid4()}", 100)
    error = failure(make(limit=small))
    assert (error.code, error.retryable) == ("budget_exhausted", False)
    assert stub.requests == []
    assert small.spent() == 0


def test_a_restart_forgets_nothing(budget: DailyBudget) -> None:
    budget.reserve(700_000)(600_000)
    again = DailyBudget(budget.name, budget.limit)
    assert again.spent() == 600_000
    with pytest.raises(EngineError):
        again.reserve(500_000)
    assert again.spent() == 600_000


@pytest.mark.django_db(transaction=True)
def test_many_at_once_never_spend_more_than_there_is() -> None:
    budget = DailyBudget(f"test-{uuid4()}", 1_000)

    def spend(_: int) -> bool:
        try:
            budget.reserve(100)
        except EngineError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        taken = sum(pool.map(spend, range(200)))
    assert budget.spent() == 100 * taken
    assert 1 <= taken <= 10
