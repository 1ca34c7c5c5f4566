"""How engines fail, whichever process they fail in."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from django.conf import settings

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


HEAR_AND_SPEAK = """
from speaking.stt.registry import get_recogniser
from speaking.tts.registry import get_synthesiser
get_synthesiser("offline").synthesise("Good morning.", accent="en-US")
get_recogniser("offline").transcribe(bytes(32_000), language="en-US", pause_ms=1000)
"""


def test_engines_leave_no_number_of_this_machine_and_no_report_for_their_makers(
    tmp_path: Path,
) -> None:
    environment = {name: value for name, value in os.environ.items() if "XDG" not in name}
    environment |= {"HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "learnenglish.settings"}
    subprocess.run(
        [sys.executable, "-c", HEAR_AND_SPEAK], cwd=settings.BASE_DIR, env=environment, check=True
    )
    assert list(tmp_path.iterdir()) == []
