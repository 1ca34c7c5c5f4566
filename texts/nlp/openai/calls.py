"""Calls of OpenAI's SDK: its errors in our terms, and another attempt where that helps."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from texts.nlp.openai.failures import (
    ProviderError,
    bad_answer,
    of_status,
    refusal,
    timeout,
    unreachable,
)

T = TypeVar("T")
_FIRST_PAUSE_S = 0.5
_LEAST_USEFUL_S = 1.0


@contextmanager
def provider_errors() -> Iterator[None]:
    """Whatever the SDK raises inside comes out as ProviderError."""
    import openai
    import pydantic

    try:
        yield
    except openai.APITimeoutError as error:
        raise timeout() from error
    except openai.APIConnectionError as error:
        raise unreachable() from error
    except openai.APIStatusError as error:
        raise of_status(error.status_code, error.code, error.response.headers) from error
    except openai.ContentFilterFinishReasonError as error:
        raise refusal() from error
    except (openai.OpenAIError, pydantic.ValidationError) as error:
        raise bad_answer() from error
    # The SDK takes the shape of an answer for granted: a page of HTML has no ``output``.
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise bad_answer() from error


def persist(
    call: Callable[[], T],
    *,
    attempts: int,
    deadline: float,
    wait: Callable[[float], None] = time.sleep,
) -> T:
    """What ``call`` returns, called at most ``attempts`` times and not past ``deadline``.

    ``deadline`` is a time of ``time.monotonic``. Raises ProviderError.
    """
    attempt = 1
    while True:
        try:
            return call()
        except ProviderError as error:
            pause = pause_before_next(error, attempt=attempt, attempts=attempts)
            if pause is None or deadline - time.monotonic() - pause < _LEAST_USEFUL_S:
                raise
            wait(pause)
            attempt += 1


def pause_before_next(error: ProviderError, *, attempt: int, attempts: int) -> float | None:
    """Seconds to wait after attempt number ``attempt`` failed; None if there is to be no other.

    Doubled with every attempt, of which a random half is left off so that those who failed
    together do not come back together, and after what the provider asks for.
    """
    if not error.retryable or attempt >= attempts:
        return None
    longest = _FIRST_PAUSE_S * 2 ** (attempt - 1)
    return longest * random.uniform(0.5, 1.0) + (error.retry_after_s or 0.0)  # noqa: S311
