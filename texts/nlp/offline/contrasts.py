"""Answers about two things that learners mix up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from texts.content import ContrastContent, ContrastEntry, Sense
from texts.lexicon import Lexicon
from texts.nlp.offline.knowledge import Knowledge

_MAX_SENSES, _MAX_EXAMPLES = 2, 3
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ContrastAnswer:
    """``content`` is None if one of the items is unknown."""

    text: str
    content: ContrastContent | None
    level: str | None = None
    suggestions: tuple[str, ...] = ()
    message: str = ""


def explain_contrast(
    lexicon: Lexicon, knowledge: Knowledge, items: tuple[str, ...]
) -> ContrastAnswer:
    """The written contrast of ``items``, or their dictionary entries side by side."""
    written = knowledge.contrast_of(items)
    if written is not None:
        title = " / ".join(written.content.items)
        return ContrastAnswer(text=title, content=written.content, level=written.level or None)
    low = tuple(item.lower() for item in items)
    senses = [_senses(lexicon, item) for item in low]
    unknown = [item for item, found in zip(items, senses, strict=True) if not found]
    if unknown:
        near = lexicon.suggest(unknown[0], 4)
        named = " and ".join(f"“{item}”" for item in unknown)
        return ContrastAnswer(
            text=" / ".join(items),
            content=None,
            suggestions=near,
            message=f"There is no comparison of these two: {named} is not in the dictionary.",
        )
    entries = [_entry(item, found) for item, found in zip(low, senses, strict=True)]
    content = ContrastContent(
        slug=_SLUG.sub("-", "-".join(low)).strip("-"),
        items=low,
        area="confusable-words",
        summary=f"What the dictionary says about {' and '.join(f'“{item}”' for item in low)}.",
        entries=tuple(entries),
    )
    return ContrastAnswer(text=" / ".join(low), content=content)


def _senses(lexicon: Lexicon, item: str) -> tuple[Sense, ...]:
    content = lexicon.word(item) or lexicon.phrase(item)
    if content is None:
        lemma = next((form.headword for form in lexicon.lemma_of(item)), None)
        content = lexicon.word(lemma) if lemma else None
    return content.senses if content else ()


def _entry(item: str, senses: tuple[Sense, ...]) -> ContrastEntry:
    shown = senses[:_MAX_SENSES]
    use = "; ".join(f"({sense.part_of_speech}) {sense.definition}" for sense in shown)
    examples = [example for sense in senses for example in sense.examples]
    return ContrastEntry(item=item, use=use, examples=tuple(examples[:_MAX_EXAMPLES]))
