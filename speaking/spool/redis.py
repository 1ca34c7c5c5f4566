"""A spool in Redis: for several processes and machines.

Two keys a session: a hash with the holder's fence, the chunks stored and the time, and a string
with the sound. A script checks the fence and appends in one step, so no record is ever torn. How
much a lost Redis loses is Redis's own setting (``appendonly``, ``appendfsync``).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from redis import Redis, RedisError
from redis.commands.core import Script

from learnenglish.common.redis_cache import redis_client
from speaking.spool.base import SpoolEntry, SpoolLost, SpoolUnavailable

TIMEOUT_S = 3
_LOST = -1
# ARGV: fence, time, seconds to keep. Answers chunks and bytes stored, or _LOST.
_OPEN = """
local held = tonumber(redis.call('HGET', KEYS[1], 'fence') or 0)
if held > tonumber(ARGV[1]) then return {-1, 0} end
redis.call('HSET', KEYS[1], 'fence', ARGV[1], 'at', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[3])
return {tonumber(redis.call('HGET', KEYS[1], 'chunks') or 0), redis.call('STRLEN', KEYS[2])}
"""
# ARGV: as above, then the chunk's number and sound. The client repeats what was not answered: a
# chunk that is there already is not stored again.
_APPEND = """
if redis.call('HGET', KEYS[1], 'fence') ~= ARGV[1] then return {-1, 0} end
local chunks = tonumber(redis.call('HGET', KEYS[1], 'chunks') or 0)
if chunks > tonumber(ARGV[4]) then return {chunks, redis.call('STRLEN', KEYS[2])} end
local bytes = redis.call('APPEND', KEYS[2], ARGV[5])
redis.call('HSET', KEYS[1], 'at', ARGV[2], 'chunks', chunks + 1)
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[3])
return {chunks + 1, bytes}
"""


def spool_key(session_id: UUID | str, part: str) -> str:
    """The key of a session's ``head`` or ``sound``; of all sessions' for ``*``.

    The installation's name comes first: another one's sweep must not find what is no session of its
    own. The braces keep both keys on one node of a cluster, where one script may name them.
    """
    return f"{settings.REDIS_KEY_PREFIX}:{{speak:{session_id}}}:{part}"


class RedisSpool:
    def __init__(self, session_id: UUID) -> None:
        self.next_seq = 0
        self.sound_bytes = 0
        self._fence = 0
        self._head = spool_key(session_id, "head")
        self._sound = spool_key(session_id, "sound")

    @staticmethod
    def entries() -> Iterator[SpoolEntry]:
        before, _, after = spool_key("*", "head").partition("*")
        with _storing():
            client = _client(settings.REDIS_URL)
            for key in client.scan_iter(match=spool_key("*", "head"), count=1000):
                at = client.hget(key, "at")
                if at is not None:
                    session_id = UUID(key.decode().removeprefix(before).removesuffix(after))
                    yield SpoolEntry(session_id, datetime.fromtimestamp(float(at), UTC))

    def open(self, fence: int) -> None:
        self._fence = fence
        self._run(_OPEN)

    def append(self, pcm: bytes) -> None:
        self._run(_APPEND, self.next_seq, pcm)

    def read(self) -> bytes:
        with _storing():
            return cast(bytes, _client(settings.REDIS_URL).get(self._sound) or b"")

    def close(self) -> None:
        """Nothing is held open: connections are shared."""

    def delete(self) -> None:
        with _storing():
            _client(settings.REDIS_URL).delete(self._head, self._sound)

    def _run(self, script: str, *chunk: int | bytes) -> None:
        keep_s = settings.SPOOL_KEEP_DAYS * 86_400
        arguments: list[Any] = [self._fence, f"{time.time():.3f}", keep_s, *chunk]
        with _storing():
            chunks, size = _script(settings.REDIS_URL, script)(
                keys=[self._head, self._sound], args=arguments
            )
        if chunks == _LOST:
            raise SpoolLost
        self.next_seq, self.sound_bytes = chunks, size


@contextmanager
def _storing() -> Iterator[None]:
    try:
        yield
    except RedisError as error:
        raise SpoolUnavailable(str(error)) from error


@cache
def _client(url: str) -> Redis:
    return redis_client(url, socket_timeout=TIMEOUT_S, socket_connect_timeout=TIMEOUT_S)


@cache
def _script(url: str, source: str) -> Script:
    return _client(url).register_script(source)
