"""The engines that the settings chose."""

from __future__ import annotations

import threading
from typing import Any

from django.conf import settings

from speaking.evaluation.base import Evaluator
from speaking.evaluation.registry import get_evaluator
from speaking.stt.base import Recogniser
from speaking.stt.registry import get_recogniser
from speaking.tts.base import Synthesiser
from speaking.tts.registry import get_synthesiser
from texts.nlp.registry import get_engine


def get_configured_recogniser() -> Recogniser:
    """The recogniser of ``STT_PROVIDER``, one per process."""
    return get_recogniser(
        settings.STT_PROVIDER,
        workers=settings.STT_WORKERS or None,
        sessions_per_worker=settings.SPEAK_SESSIONS_PER_WORKER,
    )


def get_offline_recogniser() -> Recogniser:
    """The recogniser that keeps sound on this machine, whatever ``STT_PROVIDER`` says."""
    return get_recogniser(
        "offline",
        workers=settings.STT_WORKERS or None,
        sessions_per_worker=settings.SPEAK_SESSIONS_PER_WORKER,
    )


def engines_warm(*, recogniser: bool = True) -> None:
    """Load the engines in the background, so that nobody waits for them.

    For processes that serve people; commands and tests load what they use when they use it.
    """
    if recogniser:
        get_configured_recogniser().warm()
    # Not a daemon: one that is cut off within an import would keep the process from ending.
    threading.Thread(target=_warm_up, name="warm-up").start()


def _warm_up() -> None:
    get_engine(settings.NLP_PROVIDER).warm_up()
    get_configured_evaluator().warm_up()
    get_configured_synthesiser().warm_up()


def get_configured_evaluator() -> Evaluator:
    """The offline evaluator. What was said stays here, whatever engine explains texts."""
    return get_evaluator("offline", get_engine("offline"))


def get_configured_synthesiser() -> Synthesiser:
    """The voice of ``TTS_PROVIDER``, one per process."""
    return get_synthesiser(settings.TTS_PROVIDER, **_voice_options())


def _voice_options() -> dict[str, Any]:
    if settings.TTS_PROVIDER == "offline":
        return {"american": settings.TTS_OFFLINE_VOICE_US}
    if settings.TTS_PROVIDER == "openai":
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
