"""The text engine that the settings, and a person's plan, choose."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, cast

from django.conf import settings

from accounts.cloud import cloud_allowed, cloud_reason
from learnenglish.common.metrics import engine_timed
from texts.answers import CachedAnswers
from texts.nlp.base import Analysis, Kind, TextEngine
from texts.nlp.fallback import FallbackEngine, StandInEngine
from texts.nlp.openai.options import Api, OpenAIOptions
from texts.nlp.registry import get_engine
from texts.spending import DailyBudget, connections_release

if TYPE_CHECKING:
    from accounts.models import User
    from texts.nlp.openai.engine import OpenAIEngine

OPENAI_URL = "https://api.openai.com/v1"
_LOCK = Lock()
_BUILT: dict[tuple[OpenAIOptions, int], tuple[OpenAIEngine, FallbackEngine]] = {}


def text_analyse(*, user: User, query: str, kind: Kind | None = None) -> Analysis:
    """Ask the engine of ``user``. Raises EngineError.

    May wait for a provider, for up to 20 s: never call it inside a transaction. The connections
    that earlier queries of this request have opened go back before the wait, so that slow answers
    do not empty the pool.
    """
    engine = engine_for(user=user)
    if engine.name != "offline":
        connections_release()
    with engine_timed(area="text", provider=engine.name):
        return engine.analyse(query, kind=kind)


def engine_for(*, user: User) -> TextEngine:
    """The engine of NLP_PROVIDER, or offline where texts of ``user`` must stay on this server."""
    if settings.NLP_PROVIDER == "offline":
        return get_engine("offline")
    if not cloud_allowed(user=user):
        return StandInEngine(get_engine("offline"), cloud_reason(user=user))
    return build_openai_engine()


def build_openai_engine() -> TextEngine:
    """OpenAI with the offline engine behind it: one for each set of settings."""
    from texts.nlp.openai.engine import OpenAIEngine

    options = OpenAIOptions(
        api_key=settings.OPENAI_API_KEY,
        base_url=settings.OPENAI_BASE_URL or OPENAI_URL,
        model=settings.OPENAI_TEXT_MODEL,
        api=cast(Api, settings.OPENAI_TEXT_API),
        timeout_ms=settings.OPENAI_TIMEOUT_MS,
        reasoning_effort=settings.OPENAI_REASONING_EFFORT,
    )
    daily_tokens: int = settings.OPENAI_DAILY_TOKENS
    with _LOCK:
        if (options, daily_tokens) not in _BUILT:
            offline = get_engine("offline")
            budget = DailyBudget("OpenAI", daily_tokens)
            engine = OpenAIEngine(options, budget, offline, answers=CachedAnswers())
            _BUILT[options, daily_tokens] = (engine, FallbackEngine(engine, offline))
        return _BUILT[options, daily_tokens][1]


def engines_close() -> None:
    """Close the connections to providers and forget what was learnt about their health."""
    with _LOCK:
        for engine, _ in _BUILT.values():
            engine.close()
        _BUILT.clear()
