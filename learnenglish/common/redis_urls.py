"""``REDIS_URL`` as each library wants it: one server, Sentinels, or (cache only) a cluster.

- ``redis://host:6379/0``, ``rediss://…`` (TLS)
- ``redis+sentinel://:password@host1:26379,host2:26379/mymaster/0``: the service's name, then the
  database
- ``redis+cluster://host1:6379,host2:6379``: for the cache alone; Celery and the channel layer need
  one master
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SENTINEL_PORT = 26379
REDIS_PORT = 6379
CONNECT_TIMEOUT_S = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentinels:
    """Where to ask which server is ``service``'s master now."""

    nodes: tuple[tuple[str, int], ...]
    service: str
    database: int
    password: str | None


def scheme_of(url: str) -> str:
    return url.partition("://")[0].lower()


def nodes_of(name: str, url: str, *, port: int) -> tuple[tuple[str, int], ...]:
    """The hosts of ``url``. Raises ImproperlyConfigured naming the variable ``name``."""
    hosts = url.partition("://")[2].partition("/")[0].rpartition("@")[2]
    nodes = []
    for host in filter(None, hosts.split(",")):
        node = urlsplit(f"//{host}")
        try:
            nodes.append((node.hostname or "", node.port or port))
        except ValueError as error:
            raise ImproperlyConfigured(f"{name}: {host!r} is no host:port.") from error
    if not nodes or not all(host for host, _ in nodes):
        raise ImproperlyConfigured(f"{name} names no host.")
    return tuple(nodes)


def sentinels_of(name: str, url: str) -> Sentinels:
    """Read a ``redis+sentinel`` URL. Raises ImproperlyConfigured naming the variable ``name``."""
    service, _, database = url.partition("://")[2].partition("/")[2].partition("/")
    if not service or not (database or "0").isdigit():
        raise ImproperlyConfigured(
            f"{name} needs the service's name: redis+sentinel://host:26379/mymaster/0"
        )
    credentials = url.partition("://")[2].partition("/")[0].rpartition("@")[0]
    password = unquote(credentials.partition(":")[2]) or None
    return Sentinels(
        nodes=nodes_of(name, url, port=SENTINEL_PORT),
        service=service,
        database=int(database or 0),
        password=password,
    )


def cache_of(name: str, url: str, *, prefix: str, strict: bool = False) -> dict[str, Any]:
    """An entry of ``CACHES``; see ``redis_cache`` for what ``strict`` is.

    Raises ImproperlyConfigured naming the variable ``name``.
    """
    manner = "Strict" if strict else "Lenient"
    entry = {"LOCATION": url, "KEY_PREFIX": prefix}
    ours = f"learnenglish.common.redis_cache.{manner}"
    if scheme_of(url) == "redis+sentinel":
        options: dict[str, Any] = {"sentinels": sentinels_of(name, url)}
        return {**entry, "BACKEND": f"{ours}SentinelCache", "OPTIONS": options}
    if scheme_of(url) == "redis+cluster":
        options = {"nodes": nodes_of(name, url, port=REDIS_PORT)}
        return {**entry, "BACKEND": f"{ours}ClusterCache", "OPTIONS": options}
    return {**entry, "BACKEND": f"{ours}Cache"}


def layer_host(name: str, url: str, *, socket_timeout: int) -> dict[str, Any]:
    """A host of the channel layer. Raises ImproperlyConfigured naming the variable ``name``."""
    waits = {"socket_timeout": socket_timeout, "socket_connect_timeout": CONNECT_TIMEOUT_S}
    if scheme_of(url) == "redis+sentinel":
        found = sentinels_of(name, url)
        return {
            "sentinels": list(found.nodes),
            "master_name": found.service,
            "db": found.database,
            "password": found.password,
            **waits,
        }
    return {"address": url, **waits}


def broker_of(name: str, url: str) -> tuple[str, dict[str, Any]]:
    """Celery's broker URL and transport options. Raises ImproperlyConfigured."""
    if scheme_of(url) != "redis+sentinel":
        return url, {}
    found = sentinels_of(name, url)
    secret = f":{found.password}@" if found.password else ""
    urls = [f"sentinel://{secret}{host}:{port}/{found.database}" for host, port in found.nodes]
    return ";".join(urls), {"master_name": found.service}
