"""Reader of the dictionary's hand-written part: function words and phrases WordNet lacks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from texts.content import Form, Sense


@dataclass(frozen=True, slots=True)
class HandmadeWord:
    """``keep`` lists the parts of speech whose WordNet senses follow ``senses``."""

    headword: str
    senses: tuple[Sense, ...]
    ipa: tuple[str, ...]
    forms: tuple[Form, ...]
    keep: tuple[str, ...]
    mistakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandmadePhrase:
    headword: str
    category: str
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class PlainSense:
    """A first meaning in words a beginner can read."""

    part_of_speech: str
    definition: str
    example: str


CATEGORIES = {"pv": "phrasal verb", "idiom": "idiom", "col": "collocation", "phrase": "phrase"}


def _rows(path: Path) -> list[Any]:
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(rows, list):
        raise ValueError(f"{path.name}: a list expected")
    return rows


def _sense(row: list[str | None]) -> Sense:
    part, level, definition, *examples = row
    if not part or not definition:
        raise ValueError(f"sense without part of speech or definition: {row}")
    return Sense(
        part_of_speech=part,
        definition=definition,
        examples=tuple(example for example in examples if example),
        level=level,
    )


def read_words(path: Path) -> dict[str, HandmadeWord]:
    """Rows {word, senses: [[part of speech, level, definition, example…]], …} by lower case."""
    words: dict[str, HandmadeWord] = {}
    for row in _rows(path):
        forms = row.get("forms", {})
        words[row["word"].lower()] = HandmadeWord(
            headword=row["word"],
            senses=tuple(_sense(sense) for sense in row["senses"]),
            ipa=tuple(row.get("ipa", ())),
            forms=tuple(Form(name=name, values=tuple(forms[name])) for name in forms),
            keep=tuple(row.get("keep", ())),
            mistakes=tuple(row.get("mistakes", ())),
        )
    return words


def read_plain_senses(path: Path) -> dict[str, list[PlainSense]]:
    """Rows [word, part of speech, definition, example] by word."""
    senses: dict[str, list[PlainSense]] = {}
    for word, part, definition, example in _rows(path):
        senses.setdefault(word, []).append(PlainSense(part, definition, example))
    return senses


def read_phrases(path: Path) -> dict[str, HandmadePhrase]:
    """Rows [headword, category, level, definition, example…]; equal headwords add senses."""
    phrases: dict[str, HandmadePhrase] = {}
    for headword, category, *sense in _rows(path):
        part = "verb" if category == "pv" else CATEGORIES[category]
        old = phrases.get(headword.lower())
        phrases[headword.lower()] = HandmadePhrase(
            headword=headword,
            category=CATEGORIES[category],
            senses=(*(old.senses if old else ()), _sense([part, *sense])),
        )
    return phrases
