"""What the engine has to be told. The services read it from the settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Api = Literal["responses", "chat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAIOptions:
    """``api`` is "chat" for compatible servers that know chat completions only.

    One attempt takes at most ``timeout_ms``, an answer with all its attempts ``total_ms``.
    ``reasoning_effort`` is sent as it is, and not at all if empty: not every model knows it.
    """

    api_key: str = field(repr=False)
    base_url: str
    model: str
    api: Api = "responses"
    timeout_ms: int = 15_000
    total_ms: int = 20_000
    attempts: int = 3
    max_output_tokens: int = 4_000
    reasoning_effort: str = ""
