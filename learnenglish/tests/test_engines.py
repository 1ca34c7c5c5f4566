"""How engines fail, whichever process they fail in."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from learnenglish.common.engines import EngineFailure
from speaking.evaluation.base import EvaluationError
from speaking.pronunciation.base import PronunciationError
from speaking.stt.base import SttError
from speaking.tts.base import TtsError
from texts.nlp.base import EngineError
from texts.nlp.openai.failures import ProviderError

KINDS = (EngineError, EvaluationError, PronunciationError, SttError, TtsError, ProviderError)


def fail(kind: type[EngineFailure]) -> None:
    if issubclass(kind, ProviderError):
        raise kind("busy", "Later.", retryable=True, retry_after_s=1.5, is_free=True)
    raise kind("busy", "Later.", retryable=True, retry_after_ms=1500)


def test_what_fails_in_another_process_comes_over_whole() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for kind in KINDS:
            with pytest.raises(EngineFailure) as raised:
                fail(kind)
            with pytest.raises(kind) as came:
                pool.submit(fail, kind).result()
            assert type(came.value) is kind
            assert str(came.value) == "Later."
            assert vars(came.value) == vars(raised.value)
