"""What the dictionary answers, of a word or of a phrase."""

from __future__ import annotations

from dataclasses import dataclass

from texts.content import PhraseContent, WordContent


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """``content`` is None for what is not in the dictionary; then ``message`` says so."""

    text: str
    content: WordContent | PhraseContent | None
    level: str | None = None
    note: str = ""
    suggestions: tuple[str, ...] = ()
    message: str = ""
