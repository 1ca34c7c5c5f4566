"""Answers in the cache, made by one caller while the others wait.

An answer's key holds what was asked, whose view it is and the generation of all that it is made of
(``changes``): whatever changes, the next one asks under another key. Old ones are never looked for
and expire.

When many ask for an answer that is not there, one makes it and the others wait for it, in whatever
process they are. They wait WAIT_S at most: an answer that takes longer is made by those who cannot
wait any more, and one whose maker died by whoever comes first after MAKER_S. Without Redis
everybody makes their own.
"""

from __future__ import annotations

import hashlib
import random
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache as once
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import caches

from learnenglish.common.caching.changes import generation_read
from learnenglish.common.metrics import CACHE_ANSWERS
from learnenglish.common.redis_cache import CacheAway

T = TypeVar("T")

KEPT_S = 600
MAKER_S = 10
WAIT_S = 2.0
_FIRST_PAUSE_S = 0.005
_LONGEST_PAUSE_S = 0.05
_NOTHING = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``name`` is the cache's in the metrics; ``scopes`` all that the answer is made of;
    ``parts`` all that was asked, with whose view it is: their ``repr`` tells them apart."""

    name: str
    scopes: tuple[str, ...]
    parts: tuple[object, ...]


def answer_get(
    asked: Asked, make: Callable[[], T], *, seconds: int = KEPT_S, wait_s: float = WAIT_S
) -> T:
    """What is kept for ``asked``, else what ``make`` returns, which is kept for ``seconds``.

    ``make`` may run in several processes at once. What it raises is raised and not kept.
    """
    # Read before ``make`` looks at anything: no answer is older than its generation says.
    key = _key(asked, generation_read(asked.scopes))
    place = ""
    try:
        found, outcome = caches["shared"].get(key, _NOTHING), "hit"
        if found is _NOTHING:
            found, outcome, place = _waited(key, wait_s)
    except CacheAway:
        found, outcome = _NOTHING, "away"
    CACHE_ANSWERS.labels(asked.name, outcome).inc()
    if found is not _NOTHING:
        kept: T = found
        return kept
    try:
        answer = make()
        if outcome != "away":
            _keep(key, answer, seconds)
    finally:
        if place:
            _give_back(key, place)
    return answer


def _waited(key: str, wait_s: float) -> tuple[Any, str, str]:
    """The answer if another one makes it, or a place as its maker; and what became of it."""
    cache, mine = caches["shared"], secrets.token_hex(8)
    deadline = time.monotonic() + wait_s
    pause_s = _FIRST_PAUSE_S
    while not cache.add(_maker(key), mine, MAKER_S):
        if time.monotonic() > deadline:
            return _NOTHING, "timeout", ""
        time.sleep(pause_s)
        pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
    # It may have been made between the look for it and the place.
    found = cache.get(key, _NOTHING)
    if found is _NOTHING:
        return found, "miss", mine
    _give_back(key, mine)
    return found, "wait", ""


def _keep(key: str, answer: object, seconds: int) -> None:
    # Not all at once in ten minutes' time.
    lasting = seconds * random.uniform(0.8, 1.0)  # noqa: S311 (nothing to guess)
    with suppress(CacheAway):
        caches["shared"].set(key, answer, timeout=max(1, int(lasting)))


def _give_back(key: str, place: str) -> None:
    """Unless it took so long that another one has the place now."""
    with suppress(CacheAway):
        if caches["shared"].get(_maker(key)) == place:
            caches["shared"].delete(_maker(key))


def _maker(key: str) -> str:
    return f"{key}:maker"


def _key(asked: Asked, generation: str) -> str:
    told = repr((_code(), generation, asked.scopes, asked.parts))
    return f"answer:{asked.name}:{hashlib.sha256(told.encode()).hexdigest()}"


@once
def _code() -> str:
    """The program's own digest: what another version kept may have another shape."""
    digest = hashlib.sha256()
    for app in ("learnenglish", "accounts", "history", "texts", "speaking", "tutoring"):
        for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
