"""What an explanation consists of: the schema of ``TextResource.content``.

Engines build these frozen dataclasses, the database keeps them as JSON, pages and API read them.
``content_dump`` and ``content_load`` are the only ways between the two forms; both validate.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError


class ContentError(ValueError):
    """The JSON does not fit the schema; ``str()`` names the place and the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One meaning. ``examples`` and ``synonyms`` may be empty; ``level`` is of the CEFR or None."""

    part_of_speech: str
    definition: str
    examples: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    antonyms: tuple[str, ...] = ()
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An inflected form: ``name`` in a learner's terms ("past participle"), its spellings."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """IPA without slashes for one accent (BCP 47 tag, such as en-US)."""

    accent: str
    ipa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordContent:
    """A single word: headword, senses ordered by use, forms, sound.

    ``level_is_estimate``: the level of the whole is worked out from how often the word is used.
    """

    headword: str
    senses: tuple[Sense, ...]
    pronunciations: tuple[Pronunciation, ...] = ()
    forms: tuple[Form, ...] = ()
    related: tuple[str, ...] = ()
    common_mistakes: tuple[str, ...] = ()
    level_is_estimate: bool = False
    type: Literal["word"] = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseContent:
    """A phrasal verb, idiom or collocation (``category``), senses ordered by use.

    ``level_is_estimate``: the level of the whole is worked out from those of its words.
    """

    headword: str
    category: Literal["phrasal verb", "idiom", "collocation", "phrase"]
    senses: tuple[Sense, ...]
    pronunciations: tuple[Pronunciation, ...] = ()
    words: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    common_mistakes: tuple[str, ...] = ()
    level_is_estimate: bool = False
    type: Literal["phrase"] = "phrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One change to a sentence. ``start`` and ``end`` are code points in the original text.

    ``category`` is a slug such as ``agreement`` or ``spelling``; ``rule`` names what found it;
    ``topic`` is the slug of a grammar topic that explains more, or None.
    """

    start: int
    end: int
    original: str
    corrected: str
    category: str
    explanation: str
    rule: str
    alternatives: tuple[str, ...] = ()
    example: str = ""
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceContent:
    """A sentence or short text, corrected. No corrections: ``corrected`` equals ``original``."""

    original: str
    corrected: str
    corrections: tuple[Correction, ...] = ()
    words_by_level: dict[str, tuple[str, ...]] = field(default_factory=dict)
    type: Literal["sentence"] = "sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    name: str
    pattern: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    when: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    wrong: str
    right: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheck:
    question: str
    answer: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicContent:
    """A point of grammar explained."""

    slug: str
    title: str
    area: str
    summary: str
    explanation: str
    form: tuple[FormRow, ...] = ()
    uses: tuple[Use, ...] = ()
    examples: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    self_check: tuple[SelfCheck, ...] = ()
    see_also: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    type: Literal["topic"] = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastEntry:
    item: str
    use: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastContent:
    """Two or three things learners mix up, side by side."""

    slug: str
    items: tuple[str, ...]
    area: str
    summary: str
    entries: tuple[ContrastEntry, ...]
    mistakes: tuple[Mistake, ...] = ()
    self_check: tuple[SelfCheck, ...] = ()
    see_also: tuple[str, ...] = ()
    type: Literal["contrast"] = "contrast"


Content = WordContent | PhraseContent | SentenceContent | TopicContent | ContrastContent

_ADAPTER: TypeAdapter[Content] = TypeAdapter(Annotated[Content, Field(discriminator="type")])


def content_dump(content: Content) -> dict[str, Any]:
    """JSON-ready dict of ``content``. Raises ContentError if a field is of the wrong kind."""
    try:
        dumped: dict[str, Any] = _ADAPTER.dump_python(
            _ADAPTER.validate_python(_ADAPTER.dump_python(content)), mode="json"
        )
    except ValidationError as error:
        raise ContentError(str(error)) from error
    return dumped


def content_load(data: object) -> Content:
    """The dataclass for JSON ``data``. Raises ContentError if it does not fit."""
    try:
        return _ADAPTER.validate_python(data)
    except ValidationError as error:
        raise ContentError(str(error)) from error
