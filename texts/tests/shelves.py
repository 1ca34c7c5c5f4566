"""A small library for tests of search, what is looked for in it, and what attackers type."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from texts.content import (
    Content,
    PhraseContent,
    Sense,
    SentenceContent,
    TopicContent,
    WordContent,
    content_dump,
)
from texts.models import ResourceKind, Source, TextResource
from texts.search.selectors import SearchPage, SearchRequest, resource_search

HOSTILE = [
    "-" * 50,
    "'; DROP TABLE texts_textresource; --",
    '" OR "1"="1',
    'NEAR(go breathe, 2) AND NOT {headword} : "x" ^',
    "headword:* OR (((",
    "go & | ! <-> :*A \\",
    "* ** %_% [a-z]{1000}",
    "go" + "\x00" + "ne",
    "\u202egnihtaerb\u202c",
    "\u200b\u200b",
    "<script>alert(1)</script>",
    "a" * 10_000,
    "a " * 5_000,
    "'" * 150,
    "💥 \ud7ff \uffff 日本語 עברית",
    "ǅ İ ß ﬁ ½ ²",
    "don't 'tis rock'n'roll o'",
    "\\",
    "\n\t\r",
    "%00%ff",
]


def resource_make(
    text: str,
    content: Content,
    *,
    kind: ResourceKind = ResourceKind.VOCABULARY,
    normalised: str = "",
    **fields: Any,
) -> TextResource:
    return TextResource.objects.create(
        kind=kind,
        text=text,
        normalised=normalised or text.casefold(),
        content=content_dump(content),
        provider="offline",
        **fields,
    )


def word(text: str, definition: str, *examples: str, **fields: Any) -> TextResource:
    sense = Sense(part_of_speech="noun", definition=definition, examples=examples)
    return resource_make(text, WordContent(headword=text, senses=(sense,)), **fields)


def phrase(text: str, definition: str, *examples: str, **fields: Any) -> TextResource:
    sense = Sense(part_of_speech="verb", definition=definition, examples=examples)
    content = PhraseContent(headword=text, category="idiom", senses=(sense,))
    return resource_make(text, content, kind=ResourceKind.PHRASE, **fields)


def topic(title: str, summary: str, **fields: Any) -> TextResource:
    content = TopicContent(
        slug=title.lower().replace(" ", "-"),
        title=title,
        area="tense-and-aspect",
        summary=summary,
        explanation="…",
        keywords=("since", "already"),
        questions=("for or since",),
        examples=("I have met her twice.",),
    )
    return resource_make(
        title, content, kind=ResourceKind.GRAMMAR, normalised=f"topic:{content.slug}", **fields
    )


def sentence(text: str, owner: User, **fields: Any) -> TextResource:
    content = SentenceContent(original=text, corrected=text)
    kind = ResourceKind.GRAMMAR
    return resource_make(text, content, kind=kind, created_by=owner, source=Source.USER, **fields)


def find(user: User, q: str = "", **wanted: Any) -> SearchPage:
    return resource_search(user=user, wanted=SearchRequest(q=q, **wanted))


def texts(page: SearchPage) -> list[str]:
    return [result.resource.text for result in page.results]
