"""Who judges in this process. Importing this loads no model."""

from __future__ import annotations

import threading
from functools import lru_cache

from speaking.pronunciation.base import PronunciationJudge
from speaking.pronunciation.process import JudgeProcess

_apart = threading.Event()


def judge_apart() -> None:
    """From now on readings are judged in a process of their own too.

    For processes with an event loop: pocketsphinx holds Python's lock while it listens.
    """
    _apart.set()


def get_judge() -> PronunciationJudge:
    """The judge of readings: here, or apart where ``judge_apart`` was called."""
    return judge_process() if _apart.is_set() else _judge_here()


@lru_cache(maxsize=1)
def judge_process() -> JudgeProcess:
    """The one process for judging that this process has."""
    return JudgeProcess()


@lru_cache(maxsize=1)
def _judge_here() -> PronunciationJudge:
    from speaking.pronunciation.offline import OfflineJudge

    return OfflineJudge()
