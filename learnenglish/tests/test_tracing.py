"""Traces reach a collector when one is named, and cost nothing when none is."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.embedded

REQUEST = """
import django; django.setup()
from django.test import Client
print(Client(SERVER_NAME="localhost").get("/redoc").status_code)
import sys; print("opentelemetry.sdk.trace" in sys.modules)
from django.conf import settings
if settings.OTEL_EXPORTER_OTLP_ENDPOINT:
    from opentelemetry import trace
    trace.get_tracer_provider().shutdown()
"""


@contextmanager
def collector() -> Iterator[tuple[str, list[bytes]]]:
    """An OTLP collector over HTTP: its address, and what it was sent."""
    received: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """The test's output stays its own."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", received
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def run(folder: Path, **environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", REQUEST],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "learnenglish.settings",
            "DATA_DIR": str(folder),
            "DATABASE_URL": "",
            "REDIS_URL": "",
            "NO_PROXY": "*",
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_a_request_becomes_a_span_at_the_collector(tmp_path: Path) -> None:
    with collector() as (address, received):
        status, loaded = run(tmp_path, OTEL_EXPORTER_OTLP_ENDPOINT=address)
    assert (status, loaded) == ("200", "True")
    assert b"redoc" in b"".join(received)
    assert b"learnenglish-all" in b"".join(received)


def test_no_sender_is_loaded_without_a_collector(tmp_path: Path) -> None:
    assert run(tmp_path) == ["200", "False"]
