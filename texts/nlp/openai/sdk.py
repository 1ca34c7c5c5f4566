"""The SDK's client, opened when it is first needed: importing it takes about a second."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openai import OpenAI


class LazyClient:
    """Thread-safe. Tries nothing again: who asks knows how long an answer may take."""

    def __init__(self, *, api_key: str, base_url: str) -> None:
        self._api_key = api_key
        self._base_url = base_url
        self._lock = Lock()
        self._sdk: OpenAI | None = None

    def get(self) -> OpenAI:
        """The client, which asks nobody anything before it is used."""
        with self._lock:
            if self._sdk is None:
                from openai import OpenAI

                from texts.nlp.openai.transport import bounded_client

                self._sdk = OpenAI(
                    api_key=self._api_key,
                    base_url=self._base_url,
                    max_retries=0,
                    http_client=bounded_client(),
                )
            return self._sdk

    def close(self) -> None:
        """Close the connections. The next ``get`` opens them again."""
        with self._lock:
            if self._sdk is not None:
                self._sdk.close()
            self._sdk = None
