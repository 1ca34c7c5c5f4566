"""What the recogniser has to be told. ``speaking.engines`` reads it from the settings."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAISttOptions:
    """``base_url`` is for recordings, ``live_url`` for the socket (``wss://…/v1``).

    One attempt at a stretch of at most a minute takes at most ``timeout_ms``, all its attempts
    ``total_ms``. A live connection is given up when it says nothing for ``live_timeout_ms``
    after a line has ended.
    """

    api_key: str = field(repr=False)
    base_url: str
    live_url: str
    model: str
    live_model: str
    timeout_ms: int = 20_000
    total_ms: int = 40_000
    live_timeout_ms: int = 10_000
    attempts: int = 3
