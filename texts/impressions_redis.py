"""The buffer of impressions that all processes share, in Redis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from uuid import UUID

from django.conf import settings
from redis import Redis, ResponseError

from learnenglish.common.models import uuid7
from learnenglish.common.redis_cache import redis_client

# The installation's name comes first: another one's flush would take our counts for its own. The
# braces keep the keys on one node of a cluster, so that one transaction may name them all.
_KEYS = f"{settings.REDIS_KEY_PREFIX}:{{texts:impressions}}"
_CURRENT = f"{_KEYS}:current"
_BATCHES = f"{_KEYS}:batches"
_BATCH = f"{_KEYS}:batch:"
TIMEOUT_S = 1


@cache
def _client(url: str) -> Redis:
    return redis_client(
        url,
        decode_responses=True,
        socket_timeout=TIMEOUT_S,
        socket_connect_timeout=TIMEOUT_S,
    )


class RedisBuffer:
    """Counts by resource. Every method raises redis.RedisError."""

    def __init__(self) -> None:
        self._redis = _client(settings.REDIS_URL)

    def add(self, counts: Counter[UUID]) -> None:
        with self._redis.pipeline(transaction=True) as pipeline:
            for resource_id, count in counts.items():
                pipeline.hincrby(_CURRENT, str(resource_id), count)
            pipeline.execute()

    def batches(self) -> Iterator[tuple[UUID, Counter[UUID]]]:
        """What waits to be written, with batches that an earlier flush did not finish.

        The current counts are renamed in one step: a view counts in this batch or in the next.
        """
        self._take()
        for name in sorted(str(member) for member in self._redis.smembers(_BATCHES)):
            counts = self._redis.hgetall(_BATCH + name)
            yield UUID(name), Counter({UUID(str(key)): int(count) for key, count in counts.items()})

    def forget(self, batch: UUID) -> None:
        """Drop a batch that is written."""
        with self._redis.pipeline(transaction=True) as pipeline:
            pipeline.delete(_BATCH + str(batch))
            pipeline.srem(_BATCHES, str(batch))
            pipeline.execute()

    def _take(self) -> None:
        if not self._redis.exists(_CURRENT):
            return
        name = str(uuid7())
        with self._redis.pipeline(transaction=True) as pipeline:
            pipeline.sadd(_BATCHES, name)
            pipeline.rename(_CURRENT, _BATCH + name)
            _, renamed = pipeline.execute(raise_on_error=False)
        if isinstance(renamed, ResponseError):  # another flush took it at the same moment
            self._redis.srem(_BATCHES, name)
