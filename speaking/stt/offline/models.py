"""The networks, loaded once per process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from speaking.stt.offline.aligning import Aligner
from speaking.stt.offline.decoding import Decoder
from speaking.stt.offline.voice import load_voice_model


@dataclass(frozen=True, slots=True)
class Models:
    """Each may be used by any thread."""

    decoder: Decoder
    voice: Any
    aligner: Aligner


@lru_cache(maxsize=1)
def load_models() -> Models:
    """Takes about a second and 200 MB the first time. Raises FileNotFoundError."""
    return Models(decoder=Decoder(), voice=load_voice_model(), aligner=Aligner())
