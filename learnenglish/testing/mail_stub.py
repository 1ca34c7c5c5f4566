"""Postmark's interface for sending mail on a local port, as far as this site uses it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "stub-token"


class MailStub:
    """``sent`` are the bodies of mails taken; ``is_down`` refuses them."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.is_down = False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, name="mail-stub")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/"


@contextmanager
def mail_stub() -> Iterator[MailStub]:
    stub = MailStub()
    stub._thread.start()
    try:
        yield stub
    finally:
        stub._server.shutdown()
        stub._server.server_close()
        stub._thread.join()


def _handler(stub: MailStub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length))
            if self.headers.get("X-Postmark-Server-Token") != TOKEN:
                self._answer(401, {"ErrorCode": 10, "Message": "wrong token"})
            elif stub.is_down:
                self._answer(503, {"ErrorCode": 100, "Message": "maintenance"})
            else:
                stub.sent.append(body)
                answer = {"ErrorCode": 0, "Message": "OK", "To": body["To"], "MessageID": "stub-1"}
                self._answer(200, answer)

        def _answer(self, status: int, body: dict[str, Any]) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    return Handler
