"""The data file: gzip over lines of JSON.

Line 1 says the format and the counts; line 2 is the index of words (parallel lists ``key``,
``level``, ``zipf`` × 100, ``parts`` and ``size`` of the record in bytes; ``estimated``, the numbers
of those whose level is an estimate, and ``prefers``), line 3 the index of phrases, line 4 maps
inflected spellings to [word, form name, …] numbers. Then come the records of all words and all
phrases, one a line, parsed only when asked for.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from texts.content import Form, PhraseContent, Pronunciation, Sense, WordContent

FORMAT: Final = 2
DATA_FILE: Final = Path(__file__).parent / "data" / "lexicon.jsonl.gz"
ACCENT: Final = "en-US"
FORM_NAMES: Final = (
    "plural",
    "third person singular",
    "past tense",
    "past participle",
    "-ing form",
    "comparative",
    "superlative",
    "present with I",
    "present with you, we, they",
    "object form",
    "short form",
    "before a vowel sound",
)
# One letter for each part of speech, as ``WordEntry.parts`` and the index keep them.
PART_LETTERS: Final = {
    "noun": "n",
    "verb": "v",
    "adjective": "a",
    "adverb": "r",
    "determiner": "d",
    "pronoun": "p",
    "preposition": "i",
    "conjunction": "c",
    "modal verb": "m",
    "number": "u",
    "exclamation": "x",
    "contraction": "k",
}


class LexiconError(RuntimeError):
    """The data file is missing, damaged or of another format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEntry:
    """A word with what the index holds of it; ``zipf`` is log10 of uses per 10**9 words."""

    key: str
    content: WordContent
    level: str | None
    zipf: float
    is_estimate: bool = False

    @property
    def parts(self) -> str:
        letters = (PART_LETTERS[sense.part_of_speech] for sense in self.content.senses)
        return "".join(dict.fromkeys(letters))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseEntry:
    """A phrase; its level is an estimate from its words unless written by hand."""

    key: str
    content: PhraseContent
    level: str
    zipf: float
    is_estimate: bool


class Store:
    """The opened data file. Immutable after construction, so safe in any thread."""

    def __init__(self, path: Path = DATA_FILE) -> None:
        try:
            self._data = gzip.decompress(path.read_bytes())
            head, words, phrases, forms = self._data.split(b"\n", 4)[:4]
            if json.loads(head)["format"] != FORMAT:
                raise LexiconError(f"{path}: another format; run manage.py build_lexicon")
            self.words: dict[str, Any] = json.loads(words)
            self.phrases: dict[str, Any] = json.loads(phrases)
            self.forms: dict[str, list[int]] = json.loads(forms)
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise LexiconError(f"{path}: cannot be read ({error})") from error
        self.prefers: dict[str, str] = self.words.pop("prefers")
        self.estimated_words = frozenset(self.words.pop("estimated"))
        self.estimated_phrases = frozenset(self.phrases.pop("estimated"))
        start = sum(len(line) + 1 for line in (head, words, phrases, forms))
        sizes = [*self.words["size"], *self.phrases["size"]]
        self._offsets = list(accumulate(sizes, initial=start))

    def word(self, number: int) -> WordContent:
        """The word with this place in the index."""
        record = self._record(number)
        return WordContent(
            headword=record["h"],
            senses=_senses(record["s"]),
            pronunciations=_pronunciations(record["p"]),
            forms=tuple(Form(name=name, values=tuple(values)) for name, values in record["f"]),
            related=tuple(record["r"]),
            common_mistakes=tuple(record["m"]),
            level_is_estimate=number in self.estimated_words,
        )

    def phrase(self, number: int) -> PhraseContent:
        """The phrase with this place in the index."""
        record = self._record(len(self.words["key"]) + number)
        return PhraseContent(
            headword=record["h"],
            category=record["c"],
            senses=_senses(record["s"]),
            pronunciations=_pronunciations(record["p"]),
            words=tuple(record["h"].split()),
            related=tuple(record["r"]),
            level_is_estimate=number in self.estimated_phrases,
        )

    def _record(self, line: int) -> dict[str, Any]:
        record: dict[str, Any] = json.loads(
            self._data[self._offsets[line] : self._offsets[line + 1]]
        )
        return record


def _senses(rows: list[list[Any]]) -> tuple[Sense, ...]:
    return tuple(
        Sense(
            part_of_speech=part,
            definition=definition,
            examples=tuple(examples),
            synonyms=tuple(synonyms),
            antonyms=tuple(antonyms),
            level=level,
        )
        for part, definition, examples, synonyms, antonyms, level in rows
    )


def _pronunciations(ipa: list[str]) -> tuple[Pronunciation, ...]:
    return tuple(Pronunciation(accent=ACCENT, ipa=value) for value in ipa)
