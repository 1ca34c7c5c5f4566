"""Django's Redis cache as this site wants it: one server, Sentinels or a cluster, and a way on
when none of them answers.

Django makes a cache object for each request; the connections here are the process's. After a
failure Redis is left in peace for PAUSE_S, so that one that hangs costs a few requests TIMEOUT_S
and the others nothing.

Two caches with the same entries differ in what happens meanwhile: the *lenient* one goes on in the
memory of its process (rate limits are counted there, pages are made anew), the *strict* one raises
``CacheAway``, for what must be known to all processes or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from typing import Any, cast

import structlog
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis import ConnectionError as RedisConnectionError
from redis import ConnectionPool, Redis, RedisError
from redis.backoff import NoBackoff
from redis.exceptions import RedisClusterException
from redis.retry import Retry

from learnenglish.common.errors import DomainError
from learnenglish.common.outage import Outage
from learnenglish.common.redis_urls import Sentinels, scheme_of, sentinels_of

TIMEOUT_S = 1.0
PAUSE_S = 5.0
AWAY = "A part of the site is away for a moment. Try again."
_MISSING = object()

log = structlog.get_logger(__name__)


class CacheAway(DomainError):
    """The cache of all processes does not answer."""

    def __init__(self) -> None:
        super().__init__("cache_away", AWAY, status=503, retry_after_ms=int(PAUSE_S * 1000))


def redis_client(url: str, **options: Any) -> Redis:
    """A client of ``REDIS_URL``, through Sentinels where it names some.

    ``options`` go to the connection. Raises ImproperlyConfigured for a URL that cannot be read.
    """
    if scheme_of(url) == "redis+sentinel":
        return _master(sentinels_of("REDIS_URL", url), **options)
    return Redis.from_url(url, **{"retry": _once_more(), **options})


def _once_more() -> Retry:
    """For connections that a restart of Redis cut, not for a Redis that hangs."""
    return Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,))


def _master(found: Sentinels, **options: Any) -> Redis:
    """A client that asks the Sentinels for the master at each new connection."""
    from redis.sentinel import Sentinel

    waits = {"socket_timeout": TIMEOUT_S, "socket_connect_timeout": TIMEOUT_S}
    options = {**waits, "retry": _once_more(), **options}
    sentinel = Sentinel(list(found.nodes), socket_timeout=TIMEOUT_S)
    return cast(
        "Redis",
        sentinel.master_for(found.service, db=found.database, password=found.password, **options),
    )


@cache
def _pool(url: str) -> ConnectionPool:
    """Of this process; it makes new connections after a fork."""
    return ConnectionPool.from_url(
        url, socket_timeout=TIMEOUT_S, socket_connect_timeout=TIMEOUT_S, retry=_once_more()
    )


@cache
def _master_of_process(found: Sentinels) -> Redis:
    return _master(found)


@cache
def _cluster_of_process(nodes: tuple[tuple[str, int], ...]) -> Any:
    from redis.cluster import ClusterNode, RedisCluster

    return RedisCluster(
        startup_nodes=[ClusterNode(host, port) for host, port in nodes],
        socket_timeout=TIMEOUT_S,
        socket_connect_timeout=TIMEOUT_S,
    )


@cache
def _outage_of(location: str) -> Outage:
    return Outage(pause_s=PAUSE_S)


class ServerClient(RedisCacheClient):
    def __init__(self, servers: list[str]) -> None:
        super().__init__(servers)
        self._url = servers[0]

    def get_client(self, key: Any = None, *, write: bool = False) -> Redis:
        return Redis(connection_pool=_pool(self._url))


class SentinelClient(RedisCacheClient):
    def __init__(self, servers: list[str], *, sentinels: Sentinels) -> None:
        super().__init__(servers)
        self._master = _master_of_process(sentinels)

    def get_client(self, key: Any = None, *, write: bool = False) -> Redis:
        return self._master


class ClusterClient(RedisCacheClient):
    """Keys of a cluster lie on several servers, so what takes many of them takes them singly."""

    def __init__(self, servers: list[str], *, nodes: tuple[tuple[str, int], ...]) -> None:
        super().__init__(servers)
        self._nodes = nodes

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        return _cluster_of_process(self._nodes)

    def get_many(self, keys: Any) -> dict[Any, Any]:
        found = {key: self.get(key, _MISSING) for key in keys}
        return {key: value for key, value in found.items() if value is not _MISSING}

    def set_many(self, data: Any, timeout: Any = None) -> None:
        for key, value in data.items():
            self.set(key, value, timeout)

    def delete_many(self, keys: Any) -> None:
        for key in keys:
            self.get_client(key).delete(key)


class _Guarded:
    """A client that asks nothing of Redis while it is left in peace.

    What is asked meanwhile is ``CacheAway``, or answered by ``stand_in`` where there is one.
    """

    def __init__(
        self, make: Callable[[], RedisCacheClient], outage: Outage, stand_in: LocMemCache | None
    ) -> None:
        self._make = make
        self._outage = outage
        self._stand_in = stand_in

    @cached_property
    def _client(self) -> RedisCacheClient:
        return self._make()

    def __getattr__(self, name: str) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            if not self._outage.message:
                try:
                    return getattr(self._client, name)(*args, **kwargs)
                except (RedisError, RedisClusterException) as error:
                    self._outage.begin(repr(error))
                    log.warning("cache_away", error=repr(error))
            if self._stand_in is None:
                raise CacheAway
            return getattr(self._stand_in, name)(*args, **kwargs)

        return call


class StrictCache(RedisCache):
    """Every method raises ``CacheAway`` while Redis does not answer."""

    client_class: type[RedisCacheClient] = ServerClient
    stand_in: LocMemCache | None = None

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._location = server
        self._given = params.get("OPTIONS", {})

    @cached_property
    def _cache(self) -> Any:
        def make() -> RedisCacheClient:
            return self.client_class([self._location], **self._given)

        return _Guarded(make, _outage_of(self._location), self.stand_in)


class StrictSentinelCache(StrictCache):
    client_class = SentinelClient


class StrictClusterCache(StrictCache):
    client_class = ClusterClient


class LenientCache(StrictCache):
    """Goes on in the memory of its process while Redis does not answer."""

    stand_in = LocMemCache("redis-away", {"OPTIONS": {"MAX_ENTRIES": 100_000}})


class LenientSentinelCache(LenientCache):
    client_class = SentinelClient


class LenientClusterCache(LenientCache):
    client_class = ClusterClient
