"""The contract of judging pronunciation: from the sound, never from the recogniser's spelling.

Sound is 16 kHz mono signed 16-bit PCM; times are milliseconds from its beginning. What cannot be
told is left open, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from learnenglish.common.engines import EngineFailure


class PronunciationError(EngineFailure):
    """Judging failed. ``retryable`` says if trying again may help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWord:
    """A word that should have been said, as written, and when something was said for it.

    One that is not ``is_asked`` only helps to find the others.
    """

    text: str
    start_ms: int
    end_ms: int
    is_asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedWord:
    """``right``: how likely it was said right, 0–1, calibrated.

    ``closer_to`` is the word it was probably heard as, or its sounds in IPA between slashes where
    there is no such word; ``contrast`` names the change (``TH/S``). Both are of the likeliest
    mistake, however unlikely that is. ``doubtful``: past the threshold at which at most 5 % of
    right words are. ``phones`` are the sounds wanted, in IPA.
    """

    text: str
    start_ms: int
    end_ms: int
    right: float
    closer_to: str
    contrast: str
    doubtful: bool
    phones: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundCount:
    """How many judged words had a sound of ``contrast``, and in how many it was doubtful."""

    contrast: str
    tried: int
    missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """``words`` are those that could be judged, in order.

    ``score``: 100 times the mean of their ``right``; ``interval``: where 95 of 100 such scores
    would lie if that many words were drawn again (Wilson). Both None where too few were judged.
    """

    words: tuple[JudgedWord, ...]
    score: int | None
    interval: tuple[int, int] | None
    sounds: tuple[SoundCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """``heard`` is the likelier of two words, or None where it cannot be told.

    ``probability`` is that of the first word; ``scores`` are the evidence, for the record.
    """

    heard: str | None
    probability: float
    scores: dict[str, float]


class PronunciationJudge(Protocol):
    """Thread-safe; blocks, and computes in the calling thread."""

    version: str

    def judge(self, pcm: bytes, words: Sequence[SpokenWord]) -> Judgement:
        """How ``words`` were said in ``pcm``. Raises PronunciationError."""
        ...

    def tell_apart(self, pcm: bytes, first: str, second: str, contrast: str) -> Choice:
        """Which of two words ``pcm`` says; ``first`` has the first sound of ``contrast``.

        Raises PronunciationError, ``nothing_heard`` too.
        """
        ...
