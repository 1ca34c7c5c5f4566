"""Writer of the data file. ``texts.lexicon.store`` reads it and documents the format."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import Any

from texts.content import Pronunciation, Sense
from texts.lexicon.store import FORM_NAMES, FORMAT, PhraseEntry, WordEntry

_COMPRESSION = 9


@dataclass(frozen=True, slots=True)
class Built:
    """The finished lexicon. ``prefers`` maps a word form to the lemma it mostly stands for."""

    words: list[WordEntry]
    phrases: list[PhraseEntry]
    prefers: dict[str, str]


def lexicon_bytes(built: Built) -> bytes:
    """The data file: equal lexicons give equal bytes."""
    words = sorted(built.words, key=lambda entry: entry.key)
    phrases = sorted(built.phrases, key=lambda entry: entry.key)
    word_lines = [_line(_word_record(entry)) for entry in words]
    phrase_lines = [_line(_phrase_record(entry)) for entry in phrases]
    head = {"format": FORMAT, "words": len(words), "phrases": len(phrases)}
    word_index = {
        "key": [entry.key for entry in words],
        "level": [entry.level for entry in words],
        "estimated": [number for number, entry in enumerate(words) if entry.is_estimate],
        "zipf": [round(entry.zipf * 100) for entry in words],
        "parts": [entry.parts for entry in words],
        "size": [len(line) for line in word_lines],
        "prefers": dict(sorted(built.prefers.items())),
    }
    phrase_index = {
        "key": [entry.key for entry in phrases],
        "category": [entry.content.category for entry in phrases],
        "level": [entry.level for entry in phrases],
        "estimated": [number for number, entry in enumerate(phrases) if entry.is_estimate],
        "zipf": [round(entry.zipf * 100) for entry in phrases],
        "size": [len(line) for line in phrase_lines],
    }
    index = [_line(part) for part in (head, word_index, phrase_index, _forms(words))]
    data = b"".join([*index, *word_lines, *phrase_lines])
    return gzip.compress(data, compresslevel=_COMPRESSION, mtime=0)


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _forms(words: list[WordEntry]) -> dict[str, list[int]]:
    """Inflected spelling to [word, form name, word, form name, …], as numbers."""
    forms: dict[str, list[int]] = {}
    for number, entry in enumerate(words):
        for form in entry.content.forms:
            for value in form.values:
                if value.lower() != entry.key:
                    row = forms.setdefault(value.lower(), [])
                    row += [number, FORM_NAMES.index(form.name)]
    return dict(sorted(forms.items()))


def _senses(senses: tuple[Sense, ...]) -> list[list[Any]]:
    return [
        [s.part_of_speech, s.definition, s.examples, s.synonyms, s.antonyms, s.level]
        for s in senses
    ]


def _ipa(pronunciations: tuple[Pronunciation, ...]) -> list[str]:
    return [pronunciation.ipa for pronunciation in pronunciations]


def _word_record(entry: WordEntry) -> dict[str, Any]:
    content = entry.content
    return {
        "h": content.headword,
        "s": _senses(content.senses),
        "p": _ipa(content.pronunciations),
        "f": [[form.name, form.values] for form in content.forms],
        "r": content.related,
        "m": content.common_mistakes,
    }


def _phrase_record(entry: PhraseEntry) -> dict[str, Any]:
    content = entry.content
    return {
        "h": content.headword,
        "c": content.category,
        "s": _senses(content.senses),
        "p": _ipa(content.pronunciations),
        "r": content.related,
    }
