"""What the settings say to each engine."""

from __future__ import annotations

import re
from typing import Any, cast

from django.conf import settings

from speaking.stt.openai.options import OpenAISttOptions
from texts.engines import OPENAI_URL
from texts.nlp.openai.options import Api, OpenAIOptions


def offline_recogniser_options() -> dict[str, Any]:
    return {
        "workers": settings.STT_WORKERS or None,
        "sessions_per_worker": settings.SPEAK_SESSIONS_PER_WORKER,
        "model": settings.STT_OFFLINE_MODEL,
    }


def openai_recogniser_options() -> OpenAISttOptions:
    base_url = settings.OPENAI_BASE_URL or OPENAI_URL
    return OpenAISttOptions(
        api_key=settings.OPENAI_API_KEY,
        base_url=base_url,
        live_url=settings.STT_OPENAI_LIVE_URL or re.sub(r"^http", "ws", base_url),
        model=settings.STT_OPENAI_MODEL,
        live_model=settings.STT_OPENAI_LIVE_MODEL,
        timeout_ms=settings.STT_TIMEOUT_MS,
        total_ms=2 * settings.STT_TIMEOUT_MS,
        live_timeout_ms=settings.STT_TIMEOUT_MS // 2,
    )


def openai_evaluator_options() -> OpenAIOptions:
    """A talk takes a model longer than a word to explain, and nobody waits at a page for it."""
    return OpenAIOptions(
        api_key=settings.OPENAI_API_KEY,
        base_url=settings.OPENAI_BASE_URL or OPENAI_URL,
        model=settings.EVALUATION_OPENAI_MODEL or settings.OPENAI_TEXT_MODEL,
        api=cast(Api, settings.OPENAI_TEXT_API),
        timeout_ms=2 * settings.OPENAI_TIMEOUT_MS,
        total_ms=3 * settings.OPENAI_TIMEOUT_MS,
        max_output_tokens=6_000,
        reasoning_effort=settings.OPENAI_REASONING_EFFORT,
    )


def voice_options(provider: str) -> dict[str, Any]:
    if provider == "offline":
        return {"american": settings.TTS_OFFLINE_VOICE_US}
    if provider == "openai":
        return {
            "api_key": settings.OPENAI_API_KEY,
            "base_url": settings.OPENAI_BASE_URL,
            "model": settings.TTS_OPENAI_MODEL,
            "american": settings.TTS_OPENAI_VOICE_US,
            "british": settings.TTS_OPENAI_VOICE_GB,
            "timeout_s": settings.TTS_TIMEOUT_SECONDS,
        }
    return {
        "region": settings.AWS_REGION,
        "access_key": settings.AWS_ACCESS_KEY_ID,
        "secret_key": settings.AWS_SECRET_ACCESS_KEY,
        "endpoint_url": settings.AWS_POLLY_ENDPOINT_URL,
        "engine": settings.TTS_POLLY_ENGINE,
        "american": settings.TTS_POLLY_VOICE_US,
        "british": settings.TTS_POLLY_VOICE_GB,
        "timeout_s": settings.TTS_TIMEOUT_SECONDS,
    }
