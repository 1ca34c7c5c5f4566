"""The contract of an evaluation: what was said in, scores and corrections out.

What cannot be judged is None with a reason in ``reasons``, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from learnenglish.common.engines import EngineFailure
from speaking.stt.base import Transcript

DIMENSIONS = ("overall", "fluency", "pronunciation", "grammar", "vocabulary", "completeness")


class EvaluationError(EngineFailure):
    """Evaluation failed. ``retryable`` says if trying again may help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What is judged. ``mode`` is free_talk, read_aloud or role_play; ``language`` en-US, en-GB.

    ``reference_text`` is what should have been read (read_aloud), else empty. ``target_level``
    is the learner's own CEFR level or None. ``pcm`` is the sound (16 kHz mono s16le) or empty.
    """

    transcript: Transcript
    mode: str = "free_talk"
    language: str = "en-US"
    reference_text: str = ""
    target_level: str | None = None
    topic_title: str = ""
    pcm: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenCorrection:
    """A mistake heard. Times are of the words concerned in the recording.

    ``sentence`` is where it was said, ``sentence_corrected`` that sentence with all that is wrong
    in it put right, for listening to; both may be empty in old results.
    """

    original: str
    corrected: str
    explanation: str
    start_ms: int
    end_ms: int
    category: str
    topic: str | None = None
    sentence: str = ""
    sentence_corrected: str = ""
    sentence_start_ms: int = 0
    sentence_end_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WordVerdict:
    """Read aloud: ``verdict`` is correct, mispronounced, omitted or inserted.

    An omitted word has no times.
    """

    text: str
    verdict: str
    start_ms: int | None = None
    end_ms: int | None = None
    score: int | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenAgain:
    """Read aloud: one of the words that were least certain, worth hearing once more.

    ``closer_to`` is what it was probably heard as: a word, or sounds in IPA between slashes.
    ``score``: 100 times the probability that it was right. ``phones`` are those wanted, in IPA;
    ``contrast`` names the drill for it (``TH/S``).
    """

    text: str
    start_ms: int
    end_ms: int
    closer_to: str
    score: int
    phones: tuple[str, ...]
    contrast: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundCount:
    """Read aloud: in how many judged words ``contrast`` mattered, and in how many it was missed."""

    contrast: str
    tried: int
    missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """Facts measured. A rate that needs more speech than there was is None.

    ``speech_ms``: from the first word's start to the last one's end. ``words_per_minute`` counts
    over ``speech_ms``; ``articulation_rate`` is syllables per second of phonation (pauses of
    250 ms or more left out; de Jong & Wempe 2009). ``pause_ratio`` is pause time / ``speech_ms``;
    a long pause is 1,000 ms or more. ``fillers`` counts filled pauses heard (a lower bound).
    ``error_rate`` is corrections per 100 words. ``words_by_level`` maps a CEFR level to the
    number of different lemmas. ``usual`` maps the name of a rate to what is usual at
    ``usual_level``, the lowest and the highest value.
    """

    words: int
    speech_ms: int
    words_per_minute: float | None = None
    articulation_rate: float | None = None
    pause_ratio: float | None = None
    pauses: int = 0
    long_pauses: int = 0
    fillers: int = 0
    error_rate: float | None = None
    words_by_level: dict[str, int] = field(default_factory=dict)
    usual_level: str = ""
    usual: dict[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    """What a fluent speaker would have said; ``audio_url`` is empty where nothing speaks it."""

    text: str
    audio_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Scores are 0–100 or None; each None has its reason under the same name in ``reasons``.

    ``pronunciation`` is acoustic, whoever evaluates; ``pronunciation_interval`` is its 95 %
    interval. ``listen_again`` has at most two words.

    ``cefr_reasons`` say what the estimate rests on; empty without one. ``evaluator_model`` and
    ``prompt_version`` are of a model that was asked, ``quotes_dropped`` counts what it said of
    words that nobody said. ``fallback_reason`` tells a person why another evaluator than the
    configured one judged; it is empty if that is not so.
    """

    overall: int | None
    fluency: int | None
    pronunciation: int | None
    grammar: int | None
    vocabulary: int | None
    completeness: int | None
    reasons: dict[str, str]
    cefr_estimate: str | None
    metrics: Metrics
    evaluator: str
    evaluator_version: str
    evaluator_model: str = ""
    prompt_version: str = ""
    fallback_reason: str = ""
    quotes_dropped: int = 0
    cefr_reasons: tuple[str, ...] = ()
    corrections: tuple[SpokenCorrection, ...] = ()
    words: tuple[WordVerdict, ...] = ()
    pronunciation_interval: tuple[int, int] | None = None
    listen_again: tuple[ListenAgain, ...] = ()
    sounds: tuple[SoundCount, ...] = ()
    strengths: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    model_answer: ModelAnswer | None = None


class Evaluator(Protocol):
    """Thread-safe; may block."""

    name: str
    version: str

    def warm_up(self) -> None:
        """Load what the first evaluation would otherwise wait for; may take seconds."""
        ...

    def close(self) -> None:
        """Let go of idle connections; it can still be used."""
        ...

    def evaluate(self, utterance: Utterance) -> Evaluation:
        """Judge ``utterance``. Raises EvaluationError."""
        ...
