"""Database, cache and channel layer."""

from __future__ import annotations

from typing import Any

from learnenglish.common import environment
from learnenglish.common.redis_urls import cache_of, layer_host
from learnenglish.settings.base import DATA_DIR, env

# How long PostgreSQL works on one statement of a request, or waits for a lock, before it gives up.
DATABASE_STATEMENT_TIMEOUT_MS = env.int("DATABASE_STATEMENT_TIMEOUT_MS", default=15_000)
DATABASE_LOCK_TIMEOUT_MS = env.int("DATABASE_LOCK_TIMEOUT_MS", default=5_000)
DATABASE_POOL_SIZE = env.int("DATABASE_POOL_SIZE", default=10)

DATABASES: dict[str, Any] = {
    "default": env.db_url_config(
        env.str("DATABASE_URL", default="") or f"sqlite:///{DATA_DIR / 'db.sqlite3'}"
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = environment.sqlite_options()
    # A file, so that the threads of a socket test see the same database as the test.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
else:
    environment.postgres_options(
        DATABASES["default"],
        pool_size=DATABASE_POOL_SIZE,
        statement_timeout_ms=DATABASE_STATEMENT_TIMEOUT_MS,
        lock_timeout_ms=DATABASE_LOCK_TIMEOUT_MS,
    )
DATABASE_REPLICA_URL = env.str("DATABASE_REPLICA_URL", default="")
if DATABASE_REPLICA_URL:
    DATABASES["replica"] = env.db_url_config(DATABASE_REPLICA_URL)
    environment.postgres_options(
        DATABASES["replica"],
        pool_size=DATABASE_POOL_SIZE,
        statement_timeout_ms=DATABASE_STATEMENT_TIMEOUT_MS,
        lock_timeout_ms=DATABASE_LOCK_TIMEOUT_MS,
        # Without it pages read from the first database: nobody waits long for it.
        connect_timeout_s=2,
    )
    DATABASES["replica"]["TEST"] = {"MIRROR": "default"}
DATABASE_ROUTERS = ["learnenglish.common.replica.ReplicaRouter"]
# After somebody wrote, their own pages do not read from the replica for so long.
REPLICA_PAUSE_SECONDS = env.int("REPLICA_PAUSE_SECONDS", default=10)

WEB_PROCESSES = env.int("WEB_PROCESSES", default=1)
REDIS_URL = env.str("REDIS_URL", default="")
# The cache may live on a cluster of its own; broker and channel layer need one master.
CACHE_URL = env.str("CACHE_URL", default=REDIS_URL)
# Several installations may share a server.
REDIS_KEY_PREFIX = env.str("REDIS_KEY_PREFIX", default="learn")
# The same entries twice: while Redis is away "shared" says so and "default" goes on in memory.
if CACHE_URL:
    CACHES: dict[str, Any] = {
        "default": cache_of("CACHE_URL", CACHE_URL, prefix=REDIS_KEY_PREFIX),
        "shared": cache_of("CACHE_URL", CACHE_URL, prefix=REDIS_KEY_PREFIX, strict=True),
    }
else:
    _MEMORY = {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # Rate limits and tickets live here: the default of 300 entries would forget them.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
    CACHES = {"default": _MEMORY, "shared": _MEMORY}
if REDIS_URL:
    CHANNEL_LAYERS: dict[str, Any] = {
        "default": {
            "BACKEND": "learnenglish.common.channel_layer.PatientChannelLayer",
            # The layer waits 5 s for a message, which is also the client's own time-out: without a
            # longer one every connection that hears nothing for 5 s would be cut off.
            "CONFIG": {
                "hosts": [layer_host("REDIS_URL", REDIS_URL, socket_timeout=30)],
                "prefix": f"{REDIS_KEY_PREFIX}:layer",
            },
        }
    }
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
