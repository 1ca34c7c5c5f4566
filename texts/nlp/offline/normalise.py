"""What people type, made ready for look-up."""

from __future__ import annotations

import re
import unicodedata

from texts.nlp.base import EngineError

MAX_QUERY, MAX_TEXT = 1_000, 10_000

_QUOTES = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "`": "'",
        "\u00b4": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"',
        "\u00ab": '"', "\u00bb": '"', "\u2033": '"', "\u2013": "-", "\u2011": "-", "\u2010": "-",
        "\u2026": "...", "\u00a0": " ",
    }
)  # fmt: skip
_SPACES = re.compile(r"\s+")
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?|\d+(?:[.,:]\d+)*")
_KEPT_SYMBOLS = frozenset("$€£¥+=<>^|~%&@#*/\\°")


def clean(query: str) -> str:
    """``query`` with plain quotes and single spaces, without emoji and invisible characters.

    Raises EngineError: "too_long" above 1,000 characters, "not_text" if no letter is left.
    """
    if len(query) > MAX_QUERY:
        raise EngineError("too_long", f"Please send at most {MAX_QUERY:,} characters at a time.")
    composed = unicodedata.normalize("NFC", query).translate(_QUOTES)
    text = _SPACES.sub(" ", "".join(filter(None, map(_visible, composed)))).strip()
    if not any(character.isalpha() for character in text):
        raise EngineError("not_text", "Please type a word, a phrase or a sentence in English.")
    return text


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace():
        return " "
    if category[0] == "C" or category in ("So", "Sk") or "\ufe00" <= character <= "\ufe0f":
        return " " if category in ("Cc", "So") else ""
    if category[0] == "S" and character not in _KEPT_SYMBOLS:
        return " "
    return character


def bare(text: str) -> str:
    """``text`` without the quotes, brackets and final punctuation around it."""
    return text.strip(" \t\"'.,;:!?()[]{}<>*-_/\\") or text


def tokens(text: str) -> list[str]:
    """Words and numbers of ``text``; apostrophes and hyphens inside a word belong to it."""
    return [
        token.removesuffix("'") if token.endswith("'") and not token.endswith("s'") else token
        for token in _TOKEN.findall(text)
    ]
