from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from learnenglish.testing.openai_stub import OpenAIStub
from texts.content import (
    ContrastContent,
    ContrastEntry,
)
from texts.models import ResourceKind, TextResource
from texts.nlp.openai.engine import OpenAIEngine
from texts.nlp.openai.options import OpenAIOptions
from texts.nlp.registry import get_engine
from texts.spending import DailyBudget
from texts.tests.openai_setup import Make
from texts.tests.shelves import phrase, resource_make, topic, word


@pytest.fixture
def shelf(db: None) -> dict[str, TextResource]:
    """A small library, in the order of frequency."""
    made = [
        word("go", "to move from one place to another", "We go to school by bus.", level="A1"),
        word("breathe", "to take air in and let it out", "Breathe deeply.", level="B1"),
        word("breakfast", "the first meal of the day", level="A1"),
        word("breeze", "a light wind", "There is a cool breeze, breathe it in.", level="B2"),
        word("café", "a small restaurant", level="A2"),
        phrase("give up", "to stop trying", "She never gives up.", level="B1"),
        phrase("a breath of fresh air", "something new and pleasant", level="B2"),
        topic("Present perfect", "Use it for the past that matters now.", level="B1"),
    ]
    contrast = ContrastContent(
        slug="breath-breathe",
        items=("breath", "breathe"),
        area="confusable-words",
        summary="One is a noun, the other a verb.",
        entries=(ContrastEntry(item="breath", use="the noun", examples=("Take a breath.",)),),
    )
    made.append(
        resource_make(
            "breath / breathe",
            contrast,
            kind=ResourceKind.GRAMMAR,
            normalised="contrast:breath-breathe",
            level="B1",
        )
    )
    return {resource.text: resource for resource in made}


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
