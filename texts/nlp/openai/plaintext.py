"""What text of a model is let through to pages: plain, short, and not our own prompt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

_TAG = re.compile(r"<[/!?]?[a-z][^>]*>?|<!--|&(?:#x?[\da-f]+|lt|gt|amp|quot|nbsp);|\]\(", re.I)
_ADDRESS = re.compile(
    r"(?:https?|ftp|file)\s?:\s?/|\b(?:javascript|mailto|vbscript):|\bdata:\w+/|\bwww\.|"
    r"\b[\w-]+\.(?:com|net|org|info|biz|io|ru|xyz|top)\b|\S@\S+\.\w",
    re.I,
)
_EMPHASIS = re.compile(r"\*\*|__|`+")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")
_WORD = re.compile(r"[\w']+")
_LEAK_WORDS = 8


def problem_of(text: str) -> str | None:
    """Why ``text`` must not be shown (markup, an address, control characters), or None."""
    if _TAG.search(text):
        return "markup"
    if _ADDRESS.search(text):
        return "an address"
    if any(unicodedata.category(character) in ("Cc", "Cf", "Co") for character in text):
        return "control characters"
    return None


def plain(limit: int) -> Callable[[str], str]:
    """A validator of one line: single spaces, without emphasis marks, at most ``limit`` long."""
    return lambda text: _checked(_SPACES.sub(" ", text.replace("\n", " ")), limit)


def paragraphs(limit: int) -> Callable[[str], str]:
    """A validator of paragraphs, at most ``limit`` long in all, then parted by empty lines."""

    def validate(text: str) -> str:
        if len(text) > limit:
            raise ValueError(f"longer than {limit} characters")
        parts = [part for part in _BREAKS.split(_SPACES.sub(" ", text)) if part.strip()]
        return "\n\n".join(_checked(part, limit) for part in parts)

    return validate


def _checked(text: str, limit: int) -> str:
    text = _EMPHASIS.sub("", unicodedata.normalize("NFC", text)).strip()
    if len(text) > limit:
        raise ValueError(f"longer than {limit} characters")
    problem = problem_of(text)
    if problem:
        raise ValueError(f"contains {problem}")
    return text


def strings_in(value: Any) -> Iterator[str]:
    """All strings in nested dicts and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from strings_in(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from strings_in(member)


def leaks(prompt: str, texts: Iterable[str]) -> bool:
    """Whether any of ``texts`` repeats eight words of ``prompt`` in a row."""
    secret = set(_runs(prompt))
    return any(run in secret for text in texts for run in _runs(text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    for start in range(len(words) - _LEAK_WORDS + 1):
        yield tuple(words[start : start + _LEAK_WORDS])
