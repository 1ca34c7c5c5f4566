"""Counting requests in fixed windows on the cache: atomic, also between processes.

While Redis is away each process counts for itself: nobody is locked out by that, and nobody gets
through without end.
"""

from __future__ import annotations

import math
import re
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpResponseBase

PERIODS_S = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@dataclass(frozen=True, slots=True)
class Rate:
    """``count`` requests in ``period_s`` seconds."""

    count: int
    period_s: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one request: ``remaining`` ones fit before ``reset_s`` seconds are over."""

    allowed: bool
    rate: Rate
    remaining: int
    reset_s: int


def rate_parse(text: str) -> Rate:
    """``"600/m"`` as a Rate; the units are s, m, h and d. Raises ValueError."""
    match = re.fullmatch(r"([1-9]\d*)/([smhd])", text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no rate; write, for example, 600/m")
    return Rate(count=int(match[1]), period_s=PERIODS_S[match[2]])


def rate_hit(*, key: str, rate: Rate) -> Verdict:
    """Count one request under ``key``. Of N at once, exactly ``rate.count`` are allowed."""
    window, gone_s = divmod(time.time(), rate.period_s)
    slot = f"rate:{key}:{rate.period_s}:{int(window)}"
    # Twice the period: a counter must not expire between the two calls.
    cache.add(slot, 0, timeout=2 * rate.period_s)
    try:
        used = cache.incr(slot)
    except ValueError:  # thrown out of a full cache just now
        cache.set(slot, 1, timeout=2 * rate.period_s)
        used = 1
    return Verdict(
        allowed=used <= rate.count,
        rate=rate,
        remaining=max(0, rate.count - used),
        reset_s=math.ceil(rate.period_s - gone_s),
    )


def rate_headers(response: HttpResponseBase, verdict: Verdict) -> None:
    """Tell the client where it stands (draft-ietf-httpapi-ratelimit-headers-06)."""
    response["RateLimit-Limit"] = str(verdict.rate.count)
    response["RateLimit-Remaining"] = str(verdict.remaining)
    response["RateLimit-Reset"] = str(verdict.reset_s)
    response["RateLimit-Policy"] = f"{verdict.rate.count};w={verdict.rate.period_s}"
    if not verdict.allowed:
        response["Retry-After"] = str(verdict.reset_s)
