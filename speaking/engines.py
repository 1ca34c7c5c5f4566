"""The engines that the settings, a person's plan and their consent choose."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

from django.conf import settings

from accounts.cloud import OFFLINE, cloud_allowed, cloud_reason
from learnenglish.common.metrics import SPEAK_SESSIONS_LIMIT
from speaking.engine_options import (
    offline_recogniser_options,
    openai_evaluator_options,
    openai_recogniser_options,
    voice_options,
)
from speaking.evaluation.base import Evaluator
from speaking.evaluation.fallback import StandInEvaluator
from speaking.evaluation.registry import get_evaluator
from speaking.pronunciation.registry import judge_apart
from speaking.stt.base import Recogniser
from speaking.stt.fallback import FallbackRecogniser, StandInRecogniser
from speaking.stt.registry import get_recogniser
from speaking.tts.base import Synthesiser
from speaking.tts.registry import get_synthesiser
from texts.nlp.openai.options import OpenAIOptions
from texts.nlp.registry import get_engine
from texts.spending import DailyBudget

if TYPE_CHECKING:
    from accounts.models import User
    from speaking.stt.offline.engine import OfflineRecogniser

_LOCK = threading.Lock()
# Engines that run elsewhere and hold connections.
_connected: list[Recogniser | Evaluator] = []
_fallbacks: dict[int, FallbackRecogniser] = {}
_evaluators: dict[tuple[OpenAIOptions, DailyBudget], Evaluator] = {}


def recogniser_for(*, user: User) -> Recogniser:
    """The recogniser of STT_PROVIDER, or the offline one where the sound of ``user`` stays here.

    Which one listened, and why if it is another, is in the transcript. May query the database.
    """
    reason = cloud_reason(user=user) if settings.STT_PROVIDER != OFFLINE else ""
    if reason:
        return StandInRecogniser(offline_recogniser(), reason)
    return _configured_recogniser()


def _configured_recogniser() -> Recogniser:
    """With the offline one behind it if it is another; one for each set of settings."""
    offline = offline_recogniser()
    if settings.STT_PROVIDER == OFFLINE:
        return offline
    seconds = DailyBudget("OpenAI", settings.STT_OPENAI_DAILY_SECONDS, unit="seconds")
    primary = get_recogniser(
        settings.STT_PROVIDER,
        options=openai_recogniser_options(),
        budget=seconds,
        offline=offline,
    )
    return _with_fallback(primary, offline)


def offline_recogniser() -> OfflineRecogniser:
    """The one that keeps sound on this machine, whatever STT_PROVIDER says. One per process."""
    return cast("OfflineRecogniser", get_recogniser(OFFLINE, **offline_recogniser_options()))


def _with_fallback(primary: Recogniser, reserve: Recogniser) -> Recogniser:
    """One for each ``primary``: it remembers what is wrong with it."""
    with _LOCK:
        if id(primary) not in _fallbacks:
            _fallbacks[id(primary)] = FallbackRecogniser(primary, reserve)
            _connected.append(primary)
        return _fallbacks[id(primary)]


def engines_close() -> None:
    """Close the connections to providers and forget what was learnt about their health."""
    with _LOCK:
        for engine in _connected:
            engine.close()
        for kept in (_connected, _fallbacks, _evaluators):
            kept.clear()


def engines_warm(*, recogniser: bool = True) -> None:
    """Load the engines in the background, so that nobody waits for them.

    For processes that serve people; commands and tests load what they use when they use it.
    """
    judge_apart()
    if recogniser:
        from speaking.stt.offline.pool import available_cores

        _configured_recogniser().warm()
        workers = settings.STT_WORKERS or available_cores()
        SPEAK_SESSIONS_LIMIT.set(workers * settings.SPEAK_SESSIONS_PER_WORKER)
    # Not a daemon: one that is cut off within an import would keep the process from ending.
    threading.Thread(target=_warm_up, name="warm-up").start()


def _warm_up() -> None:
    get_engine(settings.NLP_PROVIDER).warm_up()
    _configured_evaluator().warm_up()
    _synthesiser(settings.TTS_PROVIDER).warm_up()


def evaluator_for(*, user: User) -> Evaluator:
    """The evaluator of EVALUATION_PROVIDER, or the offline one where the words stay here."""
    reason = cloud_reason(user=user) if settings.EVALUATION_PROVIDER != OFFLINE else ""
    if reason:
        return StandInEvaluator(get_evaluator(OFFLINE, get_engine(OFFLINE)), reason)
    return _configured_evaluator()


def _configured_evaluator() -> Evaluator:
    """One for each set of settings. Words are never checked by a cloud engine for texts."""
    checker = get_engine(OFFLINE)
    if settings.EVALUATION_PROVIDER == OFFLINE:
        return get_evaluator(OFFLINE, checker)
    options = openai_evaluator_options()
    tokens = DailyBudget("OpenAI", settings.OPENAI_DAILY_TOKENS)
    with _LOCK:
        if (options, tokens) not in _evaluators:
            evaluator = get_evaluator(
                settings.EVALUATION_PROVIDER, checker, options=options, budget=tokens
            )
            _evaluators[options, tokens] = evaluator
            _connected.append(evaluator)
        return _evaluators[options, tokens]


def synthesiser_for(*, user: User | None) -> Synthesiser:
    """The voice of TTS_PROVIDER, or the offline one where the texts of ``user`` stay here; so do
    those of nobody."""
    allowed = user is not None and cloud_allowed(user=user)
    return _synthesiser(settings.TTS_PROVIDER if allowed else OFFLINE)


def _synthesiser(provider: str) -> Synthesiser:
    """One per process."""
    return get_synthesiser(provider, **voice_options(provider))
