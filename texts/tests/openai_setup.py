"""An OpenAI engine for tests: it asks a stub, never sleeps, and has a budget of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest

from learnenglish.testing.openai_stub import OpenAIStub
from texts.nlp.base import EngineError
from texts.nlp.openai.engine import OpenAIEngine
from texts.nlp.openai.options import OpenAIOptions
from texts.nlp.registry import get_engine
from texts.spending import DailyBudget

RESPONSES, CHAT = "POST /v1/responses", "POST /v1/chat/completions"
Make = Callable[..., OpenAIEngine]


@pytest.fixture
def stub() -> Iterator[OpenAIStub]:
    with OpenAIStub() as stub:
        yield stub


@pytest.fixture
def budget(db: None) -> DailyBudget:
    return DailyBudget(f"test-{uuid4()}", 1_000_000)


@pytest.fixture
def waits() -> list[float]:
    """The seconds that the engine would have waited between attempts."""
    return []


@pytest.fixture
def make(stub: OpenAIStub, budget: DailyBudget, waits: list[float]) -> Iterator[Make]:
    """Builds engines that ask the stub and never sleep."""
    made: list[OpenAIEngine] = []

    def build(*, limit: DailyBudget = budget, **options: Any) -> OpenAIEngine:
        chosen = {"api_key": "sk-test", "base_url": stub.base_url, "model": "gpt-stub", **options}
        engine = OpenAIEngine(
            OpenAIOptions(**chosen), limit, get_engine("offline"), wait=waits.append
        )
        made.append(engine)
        return engine

    yield build
    for engine in made:
        engine.close()


def failure(engine: OpenAIEngine, query: str = "reluctant", **more: Any) -> EngineError:
    with pytest.raises(EngineError) as caught:
        engine.analyse(query, **more)
    return caught.value
