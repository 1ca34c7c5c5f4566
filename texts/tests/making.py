"""Explanations for tests."""

from __future__ import annotations

from typing import Any

from texts.content import Sense, WordContent, content_dump
from texts.models import TextResource


def word(text: str = "breathe", **fields: Any) -> TextResource:
    """A published word of everyone's, or what ``fields`` make of it."""
    content = WordContent(
        headword=text, senses=(Sense(part_of_speech="verb", definition="To take in air."),)
    )
    known: dict[str, Any] = {
        "kind": "VOCABULARY",
        "text": text,
        "normalised": text,
        "content": content_dump(content),
        "provider": "offline",
        "model": "lexicon-1",
    }
    return TextResource.objects.create(**{**known, **fields})
