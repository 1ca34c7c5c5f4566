"""The engines that the settings chose."""

from __future__ import annotations

import threading

from django.conf import settings

from speaking.evaluation.base import Evaluator
from speaking.evaluation.registry import get_evaluator
from speaking.stt.base import Recogniser
from speaking.stt.registry import get_recogniser
from texts.nlp.registry import get_engine


def get_configured_recogniser() -> Recogniser:
    """The recogniser of ``STT_PROVIDER``, one per process."""
    return get_recogniser(
        settings.STT_PROVIDER,
        workers=settings.STT_WORKERS or None,
        sessions_per_worker=settings.SPEAK_SESSIONS_PER_WORKER,
    )


def engines_warm() -> None:
    """Load the text engine and the recogniser in the background, so that nobody waits for them.

    For processes that serve people; commands and tests load what they use when they use it.
    """
    get_configured_recogniser().warm()
    threading.Thread(target=_warm_up, name="warm-up", daemon=True).start()


def _warm_up() -> None:
    get_engine(settings.NLP_PROVIDER).warm_up()
    get_configured_evaluator().warm_up()


def get_configured_evaluator() -> Evaluator:
    """The evaluator, which asks the configured text engine for corrections and levels."""
    return get_evaluator("offline", get_engine(settings.NLP_PROVIDER))
