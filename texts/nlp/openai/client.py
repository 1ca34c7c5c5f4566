"""Questions to the model: asked in time, within the budget, tried again where that helps.

Blocking. Never call it inside a database transaction or while holding a connection: an answer
may take ``OpenAIOptions.total_ms``.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from texts.nlp.openai.calls import persist, provider_errors
from texts.nlp.openai.failures import ProviderError, bad_answer, refusal
from texts.nlp.openai.options import OpenAIOptions
from texts.nlp.openai.plaintext import leaks, strings_in
from texts.nlp.openai.prompting import Prompt
from texts.nlp.openai.replies import Reply
from texts.nlp.openai.sdk import LazyClient
from texts.nlp.spending import Budget

R = TypeVar("R", bound=Reply)
_CHARACTERS_PER_TOKEN = 3


@dataclass(frozen=True, slots=True)
class Answer(Generic[R]):
    """``model`` is the one that answered, which may be a dated version of the one asked."""

    reply: R
    model: str
    tokens: int | None


class ModelClient:
    """Thread-safe. ``wait`` takes seconds."""

    def __init__(
        self,
        options: OpenAIOptions,
        budget: Budget,
        *,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._options = options
        self._budget = budget
        self._wait = wait
        self._sdk = LazyClient(api_key=options.api_key, base_url=options.base_url)

    def warm_up(self) -> None:
        """Import the SDK, which takes about a second. Asks nobody anything."""
        self._sdk.get()

    def close(self) -> None:
        """Close the connections. The next question opens them again."""
        self._sdk.close()

    def deadline(self) -> float:
        """The end of what starts now, in the time of ``time.monotonic``."""
        return time.monotonic() + self._options.total_ms / 1000

    def ask(
        self, prompt: Prompt, data: Mapping[str, object], shape: type[R], *, deadline: float
    ) -> Answer[R]:
        """The model's answer in ``shape``. Raises EngineError.

        ``data`` holds what the learner wrote. It goes into a message of its own, as JSON, and is
        never a part of the instructions.
        """
        message = json.dumps(data, ensure_ascii=False)
        answer = persist(
            lambda: self._attempt(prompt, message, shape, deadline),
            attempts=self._options.attempts,
            deadline=deadline,
            wait=self._wait,
        )
        if leaks(prompt.text, strings_in(answer.reply.model_dump())):
            raise bad_answer()
        return answer

    def _attempt(self, prompt: Prompt, message: str, shape: type[R], deadline: float) -> Answer[R]:
        characters = len(prompt.text) + len(message)
        settle = self._budget.reserve(
            characters // _CHARACTERS_PER_TOKEN + self._options.max_output_tokens
        )
        seconds = min(self._options.timeout_ms / 1000, deadline - time.monotonic())
        try:
            answer = self._send(prompt, message, shape, max(seconds, 0.001))
        except ProviderError as error:
            if error.is_free:
                settle(0)
            raise
        if answer.tokens is not None:
            settle(answer.tokens)
        return answer

    def _send(self, prompt: Prompt, message: str, shape: type[R], seconds: float) -> Answer[R]:
        ask = self._ask_chat if self._options.api == "chat" else self._ask_responses
        with provider_errors():
            return ask(prompt, message, shape, seconds)

    def _ask_responses(
        self, prompt: Prompt, message: str, shape: type[R], seconds: float
    ) -> Answer[R]:
        from texts.nlp.openai.transport import time_out_of

        effort = self._options.reasoning_effort
        more: dict[str, Any] = {"reasoning": {"effort": effort}} if effort else {}
        response = self._sdk.get().responses.parse(
            model=self._options.model,
            instructions=prompt.text,
            input=message,
            text_format=shape,
            store=False,
            max_output_tokens=self._options.max_output_tokens,
            timeout=time_out_of(seconds),
            **more,
        )
        parts = [p for item in response.output if item.type == "message" for p in item.content]
        if any(part.type == "refusal" for part in parts):
            raise refusal()
        reply = response.output_parsed
        if response.status != "completed" or not isinstance(reply, shape):
            raise bad_answer()
        tokens = response.usage.total_tokens if response.usage else None
        return Answer(reply, self._named(response.model), tokens)

    def _ask_chat(self, prompt: Prompt, message: str, shape: type[R], seconds: float) -> Answer[R]:
        from texts.nlp.openai.transport import time_out_of

        effort = self._options.reasoning_effort
        more: dict[str, Any] = {"reasoning_effort": effort} if effort else {}
        completion = self._sdk.get().chat.completions.parse(
            model=self._options.model,
            messages=[
                {"role": "system", "content": prompt.text},
                {"role": "user", "content": message},
            ],
            response_format=shape,
            max_completion_tokens=self._options.max_output_tokens,
            timeout=time_out_of(seconds),
            **more,
        )
        choice = completion.choices[0].message
        if choice.refusal:
            raise refusal()
        if not isinstance(choice.parsed, shape):
            raise bad_answer()
        tokens = completion.usage.total_tokens if completion.usage else None
        return Answer(choice.parsed, self._named(completion.model), tokens)

    def _named(self, model: object) -> str:
        """The name for the record: a server may send anything, the column holds 80 characters."""
        named = isinstance(model, str) and 0 < len(model) <= 80 and model.isprintable()
        return str(model) if named else self._options.model
