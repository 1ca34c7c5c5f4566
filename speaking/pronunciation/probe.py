"""Which phone each 24 ms of sound is, read from the recogniser's encoder.

A linear map of three neighbouring frames of the encoder, trained on aligned speech of several
voices by ``bench.pronunciation_fit``. Log-probabilities are natural.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from speaking.pronunciation.paths import States
from speaking.pronunciation.phones import PHONES
from speaking.pronunciation.senones import SILENCE

FRAME_SAMPLES = 384
_CENTRE_SAMPLES = 360
NAMES = (*PHONES, SILENCE)
_NUMBER = {name: number for number, name in enumerate(NAMES)}
_FILE = Path(__file__).parent / "data" / "probe.npz"

Scores = npt.NDArray[np.float32]


@lru_cache(maxsize=1)
def _weights() -> tuple[Scores, Scores]:
    with np.load(_FILE) as stored:
        return stored["weights"].astype(np.float32), stored["bias"].astype(np.float32)


def neighbours(hidden: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Each frame with the one before and the one after it."""
    padded = np.pad(hidden, ((1, 1), (0, 0)), mode="edge")
    return np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)


def log_posteriors(hidden: npt.NDArray[np.float32]) -> Scores:
    """``hidden`` [frames, 288] to the log-probability of each of ``NAMES``."""
    weights, bias = _weights()
    raw = neighbours(hidden) @ weights + bias
    raw -= raw.max(axis=1, keepdims=True)
    posteriors: Scores = raw - np.log(np.exp(raw).sum(axis=1, keepdims=True))
    return posteriors


def frame_times(frames: int) -> npt.NDArray[np.float64]:
    """The middle of each frame in milliseconds."""
    return (np.arange(frames) * FRAME_SAMPLES + _CENTRE_SAMPLES) / 16


def row(left: str, phones: tuple[str, ...], right: str) -> States:
    """The columns of ``phones`` between two others."""
    return np.array([_NUMBER[phone] for phone in (left, *phones, right)], dtype=np.intp)
