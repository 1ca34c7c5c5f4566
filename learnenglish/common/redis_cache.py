"""Django's Redis cache behind Sentinels or on a cluster; the library's own knows one server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.core.cache.backends.redis import RedisCache, RedisCacheClient

from learnenglish.common.redis_urls import Sentinels, scheme_of, sentinels_of

if TYPE_CHECKING:
    from redis import Redis

TIMEOUT_S = 2.0
_MISSING = object()


def redis_client(url: str, **options: Any) -> Redis:
    """A client of ``REDIS_URL``, through Sentinels where it names some.

    ``options`` go to the connection. Raises ImproperlyConfigured for a URL that cannot be read.
    """
    from redis import Redis

    if scheme_of(url) == "redis+sentinel":
        return _master(sentinels_of("REDIS_URL", url), **options)
    return Redis.from_url(url, **options)


def _master(found: Sentinels, **options: Any) -> Redis:
    """A client that asks the Sentinels for the master at each new connection."""
    from redis.sentinel import Sentinel

    options = {"socket_timeout": TIMEOUT_S, "socket_connect_timeout": TIMEOUT_S, **options}
    sentinel = Sentinel(list(found.nodes), socket_timeout=TIMEOUT_S)
    return cast(
        "Redis",
        sentinel.master_for(found.service, db=found.database, password=found.password, **options),
    )


class SentinelClient(RedisCacheClient):
    def __init__(self, servers: list[str], *, sentinels: Sentinels) -> None:
        super().__init__(servers)
        self._master = _master(sentinels)

    def get_client(self, key: Any = None, *, write: bool = False) -> Redis:
        return self._master


class ClusterClient(RedisCacheClient):
    """Keys of a cluster lie on several servers, so what takes many of them takes them singly."""

    def __init__(self, servers: list[str], *, nodes: tuple[tuple[str, int], ...]) -> None:
        from redis.cluster import ClusterNode, RedisCluster

        super().__init__(servers)
        self._cluster = RedisCluster(
            startup_nodes=[ClusterNode(host, port) for host, port in nodes],
            socket_timeout=TIMEOUT_S,
            socket_connect_timeout=TIMEOUT_S,
        )

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        return self._cluster

    def get_many(self, keys: Any) -> dict[Any, Any]:
        found = {key: self.get(key, _MISSING) for key in keys}
        return {key: value for key, value in found.items() if value is not _MISSING}

    def set_many(self, data: Any, timeout: Any = None) -> None:
        for key, value in data.items():
            self.set(key, value, timeout)

    def delete_many(self, keys: Any) -> None:
        for key in keys:
            self._cluster.delete(key)


class SentinelCache(RedisCache):
    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = SentinelClient


class ClusterCache(RedisCache):
    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = ClusterClient
