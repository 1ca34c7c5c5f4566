"""The contract of a text engine: detect what a query is, explain it, check a text.

Engines know nothing of users or the database. They take text, return frozen dataclasses and
raise ``EngineError`` alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from learnenglish.common.engines import EngineFailure
from texts.content import Content, Correction


class Kind(StrEnum):
    """What a query is. The values are those of ``TextResource.kind``."""

    VOCABULARY = "VOCABULARY"
    PHRASE = "PHRASE"
    GRAMMAR = "GRAMMAR"


class EngineError(EngineFailure):
    """An engine could not answer. ``code`` is stable, ``retryable`` says if again may help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """``confidence`` is 0–1 for ``kind``; ``reason`` is one short clause for the learner."""

    kind: Kind
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who answered. ``prompt_version`` is empty for engines without prompts."""

    provider: str
    model: str
    prompt_version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The answer to a query.

    ``content`` is None when nothing is known; then ``suggestions`` may hold near spellings and
    ``message`` says what to do next. ``text`` is the headword or text as it should be shown and
    ``normalised`` the key under which the same thing is found again. ``query_note`` tells how the
    query relates to ``text`` ("ran: past tense of run"), or is empty. ``shared`` is True when the
    content is general knowledge, False when it is about the learner's own sentence.
    ``fallback_reason`` tells a person why another engine than the configured one answered; it is
    empty if that is not so.
    """

    kind: Kind
    text: str
    normalised: str
    content: Content | None
    detection: Detection
    provenance: Provenance
    level: str | None = None
    shared: bool = True
    query_note: str = ""
    suggestions: tuple[str, ...] = ()
    message: str = ""
    fallback_reason: str = ""


class TextEngine(Protocol):
    """Thread-safe. Calls may block: callers on an event loop go through a thread."""

    name: str

    def warm_up(self) -> None:
        """Load what the first queries would otherwise wait for; may take seconds."""
        ...

    def detect(self, query: str) -> Detection:
        """Which kind ``query`` (already normalised for white space, 1–1,000 characters) is."""
        ...

    def analyse(self, query: str, *, kind: Kind | None = None) -> Analysis:
        """Explain ``query``, as ``kind`` if the learner chose one. Raises EngineError."""
        ...

    def check(self, text: str, *, dialect: str = "en-US") -> tuple[Correction, ...]:
        """Corrections of ``text`` in order of position, never overlapping. Raises EngineError."""
        ...

    def level(self, word: str) -> str | None:
        """CEFR level (A1–C2) of a word form, None where unknown."""
        ...
