"""A server that speaks OpenAI's realtime transcription and says what a test wants.

    with RealtimeStub() as stub:
        stub.lines = ["Ever tried.", "Ever failed."]
        stub.behaviours = ["cut", "good"]
        …point the client at stub.live_url…

A real WebSocket on loopback. Each connection takes the next of ``behaviours``, the last one again
and again: "good"; "busy" and "broken" refuse the handshake with 429 and 500; "hangs" says nothing;
"garbage" sends what is no event; "cut" breaks off when the first line has ended; "error" and
"failed" send the events of these names.
"""

from __future__ import annotations

import base64
import json
import socket
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from types import TracebackType
from typing import Any
from uuid import uuid4

from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import ServerConnection, serve

_REFUSED = {"busy": HTTPStatus.TOO_MANY_REQUESTS, "broken": HTTPStatus.INTERNAL_SERVER_ERROR}
_EVENT = "conversation.item.input_audio_transcription."


@dataclass(slots=True)
class Heard:
    """One connection: its path and key, the session it asked for, the PCM of each line."""

    path: str
    key: str
    session: dict[str, Any] = field(default_factory=dict)
    sounds: list[bytes] = field(default_factory=list)


class RealtimeStub:
    """``lines`` are what it hears, one for each commit, over all connections."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.behaviours: list[str] = ["good"]
        self.connections: list[Heard] = []
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._behaviour: dict[int, str] = {}
        self._server = serve(self._serve, "127.0.0.1", 0, process_request=self._answer)
        self._thread = threading.Thread(target=self._server.serve_forever)

    @property
    def live_url(self) -> str:
        return f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}/v1"

    def __enter__(self) -> RealtimeStub:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join()

    def _answer(self, connection: ServerConnection, request: Request) -> Response | None:
        key = request.headers.get("Authorization", "")
        with self._lock:
            self.connections.append(Heard(request.path, key))
            many = len(self.behaviours) > 1
            behaviour = self.behaviours.pop(0) if many else self.behaviours[0]
            self._behaviour[id(connection)] = behaviour
        if behaviour in _REFUSED:
            return connection.respond(_REFUSED[behaviour], "no")
        return None

    def _serve(self, connection: ServerConnection) -> None:
        with self._lock:
            behaviour, heard = self._behaviour[id(connection)], self.connections[-1]
        try:
            _Conversation(self, connection, heard, behaviour).run()
        except ConnectionClosed:
            return

    def next_line(self) -> str:
        with self._lock:
            return self.lines.pop(0) if self.lines else "And so on."


class _Conversation:
    def __init__(
        self, stub: RealtimeStub, connection: ServerConnection, heard: Heard, behaviour: str
    ) -> None:
        self._stub = stub
        self._connection = connection
        self._heard = heard
        self._behaviour = behaviour
        self._sound = b""
        self._line = ""
        self._item = f"item_{uuid4()}"

    def run(self) -> None:
        for message in self._connection:
            event = json.loads(message)
            if event["type"] == "session.update":
                self._heard.session = event["session"]
                self._greet()
            elif event["type"] == "input_audio_buffer.append":
                self._append(base64.b64decode(event["audio"]))
            elif event["type"] == "input_audio_buffer.commit":
                self._heard.sounds.append(self._sound)
                self._commit()
                self._sound, self._line, self._item = b"", "", f"item_{uuid4()}"

    def _greet(self) -> None:
        if self._behaviour == "garbage":
            self._connection.send("<html>Welcome</html>")
        elif self._behaviour == "error":
            error = {"type": "server_error", "code": None, "message": "sk-secret"}
            self._say({"type": "error", "error": error})
        elif self._behaviour != "hangs":
            self._say({"type": "session.updated", "session": self._heard.session})

    def _append(self, pcm: bytes) -> None:
        self._sound += pcm
        if self._behaviour != "good" or self._line or not pcm:
            return
        self._line = self._stub.next_line()
        first = self._line.split()[0]
        self._say({"type": _EVENT + "delta", "item_id": self._item, "delta": first + " "})

    def _commit(self) -> None:
        if self._behaviour == "cut":
            self._connection.socket.shutdown(socket.SHUT_RDWR)
        if self._behaviour == "failed":
            self._say({"type": _EVENT + "failed", "item_id": self._item, "error": {}})
        if self._behaviour != "good":
            return
        self._say({"type": "input_audio_buffer.committed", "item_id": self._item})
        done = {"type": _EVENT + "completed", "item_id": self._item, "transcript": self._line}
        self._say(done)

    def _say(self, event: dict[str, Any]) -> None:
        self._connection.send(json.dumps({"event_id": "event_1", **event}))
