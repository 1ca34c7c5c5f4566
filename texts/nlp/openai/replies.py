"""What the model must answer, by query type: the schemas sent with the questions.

All members are required and none has a default, as strict schemas want it. Lengths are checked
here and not in the schema, which knows no such thing: lists are cut, a string too long refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from texts.nlp.openai.plaintext import paragraphs, plain

Level = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
Area = Literal[
    "adjectives-and-adverbs", "agreement", "articles", "clauses-and-linking", "comparison",
    "conditionals", "confusable-words", "modals", "nouns-and-countability",
    "passive-and-causative", "phrasal-verbs", "prepositions", "pronouns", "punctuation",
    "questions-and-negatives", "reported-speech", "tense-and-aspect", "verb-patterns",
    "word-order",
]  # fmt: skip
Category = Literal[
    "agreement", "articles", "capitalisation", "comparison", "confusable-words", "countability",
    "grammar", "modals", "prepositions", "pronouns", "punctuation", "questions", "spelling",
    "spelling-and-form", "tense-and-aspect", "verb-patterns", "word-order",
]  # fmt: skip


_T = TypeVar("_T")


def _first(limit: int) -> Callable[[list[_T]], list[_T]]:
    return lambda items: [item for item in items if item][:limit]


Term = Annotated[str, AfterValidator(plain(100))]
Line = Annotated[str, AfterValidator(plain(400))]
Summary = Annotated[str, AfterValidator(plain(800))]
Essay = Annotated[str, AfterValidator(paragraphs(4_000))]
Terms = Annotated[list[Term], AfterValidator(_first(8))]
Lines = Annotated[list[Line], AfterValidator(_first(6))]


class Reply(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DetectionReply(Reply):
    reading: Literal["word", "phrase", "sentence", "topic", "contrast"]
    confidence: float = Field(ge=0, le=1)


class SenseReply(Reply):
    part_of_speech: Term
    definition: Line
    examples: Lines
    synonyms: Terms
    antonyms: Terms
    level: Level | None


class SoundReply(Reply):
    accent: Literal["en-US", "en-GB"]
    ipa: Term


class FormReply(Reply):
    name: Term
    values: Terms


class EntryReply(Reply):
    """What entries of words and of phrases have in common. ``known`` False: all else is empty."""

    known: bool
    headword: Term
    level: Level | None
    senses: Annotated[list[SenseReply], AfterValidator(_first(6))]
    pronunciations: Annotated[list[SoundReply], AfterValidator(_first(4))]
    related: Terms
    common_mistakes: Lines


class WordReply(EntryReply):
    forms: Annotated[list[FormReply], AfterValidator(_first(12))]


class PhraseReply(EntryReply):
    category: Literal["phrasal verb", "idiom", "collocation", "phrase"]


class CorrectionReply(Reply):
    """``context``, ``quote`` and ``replacement`` are as the learner wrote; checked against it."""

    context: str
    quote: str
    replacement: str
    category: Category
    explanation: Line
    alternatives: Terms
    example: Line


class SentenceReply(Reply):
    corrections: Annotated[list[CorrectionReply], AfterValidator(_first(200))]


class FormRowReply(Reply):
    name: Term
    pattern: Line
    example: Line


class UseReply(Reply):
    when: Line
    example: Line


class MistakeReply(Reply):
    wrong: Line
    right: Line
    why: Line


class SelfCheckReply(Reply):
    question: Line
    answer: Line
    why: Line


class LessonReply(Reply):
    """What explanations of topics and of contrasts have in common."""

    level: Level | None
    summary: Summary
    mistakes: Annotated[list[MistakeReply], AfterValidator(_first(6))]
    self_check: Annotated[list[SelfCheckReply], AfterValidator(_first(6))]


class TopicReply(LessonReply):
    answerable: bool
    title: Term
    area: Area
    explanation: Essay
    form: Annotated[list[FormRowReply], AfterValidator(_first(8))]
    uses: Annotated[list[UseReply], AfterValidator(_first(8))]
    examples: Lines


class ContrastEntryReply(Reply):
    item: Term
    use: Line
    examples: Lines


class ContrastReply(LessonReply):
    known: bool
    entries: Annotated[list[ContrastEntryReply], AfterValidator(_first(4))]
