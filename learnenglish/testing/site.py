"""A running site for tests over real HTTP and real sockets."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass

START_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Site:
    port: int
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def socket_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/ws/speak"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def server_command(server: str, port: int) -> list[str]:
    """The module and arguments that serve the site by ``daphne`` or ``uvicorn``."""
    application = "learnenglish.asgi:application"
    if server == "daphne":
        return ["daphne", "-b", "127.0.0.1", "-p", str(port), application]
    # As in deploy/run. Its access log would print tickets, which stand in the query.
    socket = ["--ws", "websockets-sansio", "--ws-per-message-deflate", "false"]
    quiet = ["--lifespan", "off", "--no-access-log", "--log-level", "error"]
    end = ["--timeout-graceful-shutdown", "15"]
    return ["uvicorn", "--port", str(port), *socket, *quiet, *end, application]


def wait_until_up(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until ``/healthz`` answers. Raises RuntimeError if the process ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the site ended with {process.returncode}")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the site did not answer in time")
