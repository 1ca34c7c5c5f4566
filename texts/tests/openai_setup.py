"""An OpenAI engine for tests: it asks a stub, never sleeps, and has a budget of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from texts.nlp.base import EngineError
from texts.nlp.openai.engine import OpenAIEngine

RESPONSES, CHAT = "POST /v1/responses", "POST /v1/chat/completions"
Make = Callable[..., OpenAIEngine]


def failure(engine: OpenAIEngine, query: str = "reluctant", **more: Any) -> EngineError:
    with pytest.raises(EngineError) as caught:
        engine.analyse(query, **more)
    return caught.value
