"""Failures of the provider and of the budget as ``SttError``."""

from __future__ import annotations

from speaking.stt.base import SttError
from texts.nlp.base import EngineError
from texts.nlp.openai.failures import ProviderError


def stt_error(error: EngineError) -> SttError:
    """The message is ours: the provider's may quote the key."""
    after_s = error.retry_after_s if isinstance(error, ProviderError) else None
    return SttError(
        "stt_failed",
        error.message,
        retryable=error.retryable,
        retry_after_ms=None if after_s is None else int(after_s * 1000),
    )
