"""Answers that need not be asked for twice: those to questions that anybody may ask."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from pydantic import ValidationError

from texts.nlp.openai.client import Answer
from texts.nlp.openai.options import OpenAIOptions
from texts.nlp.openai.prompting import Prompt
from texts.nlp.openai.replies import Reply

R = TypeVar("R", bound=Reply)
# What is longer, or quotes, may hold a sentence of somebody's own.
PHRASE_WORDS = 6
QUESTION_WORDS = 12
_QUOTES = frozenset('"“”„«»‘`')


class AnswerStore(Protocol):
    """Thread-safe; may forget. Keys tell nothing about what was asked."""

    def get(self, key: str) -> str | None: ...

    def keep(self, key: str, value: str) -> None: ...


class NoAnswers:
    """An ``AnswerStore`` that keeps nothing."""

    def get(self, key: str) -> str | None:
        return None

    def keep(self, key: str, value: str) -> None:
        return None


def is_general(text: str, *, words: int) -> bool:
    """Whether ``text`` is short and quotes nothing, so that it is about English alone."""
    return len(text.split()) <= words and _QUOTES.isdisjoint(text)


def answer_key(options: OpenAIOptions, prompt: Prompt, data: Mapping[str, object]) -> str:
    """The key of all that the answer depends on, as a digest."""
    asked = [options.base_url, options.api, options.model, options.reasoning_effort]
    parts = [*asked, options.max_output_tokens, prompt.version, prompt.text, data]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def answer_kept(
    store: AnswerStore, key: str, shape: type[R], ask: Callable[[], Answer[R]]
) -> Answer[R]:
    """What ``store`` has under ``key``, else what ``ask`` returns, which is kept."""
    kept = store.get(key)
    if kept is not None:
        try:
            model, reply = json.loads(kept)
            return Answer(shape.model_validate(reply), model, 0)
        except (ValueError, ValidationError):
            pass  # of another version of the program: asked again
    answer = ask()
    store.keep(key, json.dumps([answer.model, answer.reply.model_dump(mode="json")]))
    return answer
