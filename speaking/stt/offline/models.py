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
    """Each may be used by any thread. ``name`` is for people and records."""

    name: str
    decoder: Decoder
    voice: Any
    aligner: Aligner


@lru_cache(maxsize=1)
def load_aligner() -> Aligner:
    """Takes 0.2 s the first time."""
    return Aligner()


@lru_cache(maxsize=2)
def load_models(model: str = "tiny-en") -> Models:
    """Takes about a second and 200 MB the first time. Raises FileNotFoundError."""
    return Models(
        f"moonshine-{model}",
        decoder=Decoder(model),
        voice=load_voice_model(),
        aligner=load_aligner(),
    )
