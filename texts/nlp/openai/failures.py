"""What can go wrong on the way to the provider, in terms of ``EngineError``.

The messages are ours: those of the provider may quote the key or the learner's text.
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from texts.nlp.base import EngineError

# The provider's codes for an account without money; waiting does not help.
_OUT_OF_MONEY = frozenset({"insufficient_quota", "billing_hard_limit_reached"})


class ProviderError(EngineError):
    """``retry_after_s`` is what the provider asked for, or None. ``is_free``: surely not billed."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        retryable: bool = False,
        retry_after_s: float | None = None,
        is_free: bool = False,
    ) -> None:
        super().__init__(code, message, retryable=retryable)
        self.retry_after_s = retry_after_s
        self.is_free = is_free


def bad_answer(message: str = "OpenAI gave an answer that cannot be used.") -> ProviderError:
    """The answer does not fit: truncated, of another shape, about something else, with markup."""
    return ProviderError("provider_bad_answer", message)


def refusal() -> ProviderError:
    return ProviderError("provider_refusal", "OpenAI declined to answer this.")


def timeout() -> ProviderError:
    return ProviderError("provider_timeout", "OpenAI did not answer in time.", retryable=True)


def unreachable() -> ProviderError:
    return ProviderError(
        "provider_unreachable", "OpenAI could not be reached.", retryable=True, is_free=True
    )


def of_status(status: int, code: str | None, headers: Mapping[str, str]) -> ProviderError:
    """The error for an HTTP status that is no success; ``code`` is the one in the body."""
    if status == 429 and code in _OUT_OF_MONEY:
        return ProviderError("provider_quota", "The OpenAI account has no credit.", is_free=True)
    if status in (401, 403):
        return ProviderError("provider_key", "OpenAI does not accept the key.", is_free=True)
    if status == 404:
        return ProviderError("provider_model", "OpenAI does not know the model.", is_free=True)
    if status == 429:
        name, message, retryable = "provider_busy", "OpenAI is answering too many others.", True
    elif status >= 500 or status in (408, 409):
        name, message, retryable = "provider_failed", "OpenAI has a problem of its own.", True
    else:
        name, message, retryable = "provider_rejected", "OpenAI did not accept the request.", False
    return ProviderError(
        name,
        message,
        retryable=retryable,
        retry_after_s=retry_after_s(headers) if retryable else None,
        is_free=True,
    )


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Seconds asked for by ``Retry-After-Ms`` or ``Retry-After`` (RFC 9110), None without."""
    for name, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
        value = headers.get(name, "")
        try:
            seconds = float(value) / unit
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    try:
        return max(
            0.0, parsedate_to_datetime(headers.get("retry-after", "")).timestamp() - time.time()
        )
    except ValueError:
        return None
