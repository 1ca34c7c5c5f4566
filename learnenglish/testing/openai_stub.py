"""A server that speaks OpenAI's protocol and says what a test wants: real HTTP on loopback.

    with OpenAIStub() as stub:
        stub.script("POST /v1/responses", status_answer(429, retry_after="0"), responses_ok({…}))
        …point the client at stub.base_url…
        assert stub.requests[0].json["store"] is False

The answers of a route are given in turn, the last one again and again. A route without a script
answers 404 as OpenAI does.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

MODEL = "gpt-stub-2026-11-01"
USAGE_TOKENS = 321
_HANG_AT_MOST_S = 30


@dataclass(frozen=True, slots=True)
class Recorded:
    """A request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``hangs``: nothing is sent until the stub closes. ``drips``: blanks are, without an end."""

    body: bytes = b""
    status: int = 200
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False
    drips: bool = False


Script = Answer | Callable[[Recorded], Answer]


class OpenAIStub:
    """``requests`` are all there were, in order of arrival, whatever was answered."""

    def __init__(self) -> None:
        self.requests: list[Recorded] = []
        self.closing = threading.Event()
        self._scripts: dict[str, list[Script]] = {}
        self._lock = threading.Lock()
        handler = type("Handler", (_Handler,), {"stub": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        # Requests that hang end with the stub; nobody waits for them.
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def script(self, route: str, *answers: Script) -> None:
        """Answer ``route`` ("POST /v1/responses") with ``answers``, in place of those before."""
        with self._lock:
            self._scripts[route] = list(answers)

    def answer(self, request: Recorded) -> Answer:
        with self._lock:
            self.requests.append(request)
            scripts = self._scripts.get(f"{request.method} {request.path.partition('?')[0]}")
            if not scripts:
                return status_answer(404, code="not_found")
            script = scripts.pop(0) if len(scripts) > 1 else scripts[0]
        return script(request) if callable(script) else script

    def __enter__(self) -> OpenAIStub:
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
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    stub: OpenAIStub
    protocol_version = "HTTP/1.1"
    timeout = _HANG_AT_MOST_S
    # Head and body are written apart: without this the second waits 40 ms for the first.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: the tests read ``requests``."""

    def _serve(self) -> None:
        size = int(self.headers.get("content-length", 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Recorded(self.command, self.path, headers, self.rfile.read(size))
        answer = self.stub.answer(request)
        try:
            self._send(answer)
        except OSError:  # the client has gone, as it may
            self.close_connection = True

    def _send(self, answer: Answer) -> None:
        if answer.hangs:
            self.stub.closing.wait(_HANG_AT_MOST_S)
            self.close_connection = True
            return
        self.send_response(answer.status)
        self.send_header("content-type", answer.content_type)
        self.send_header("x-request-id", "req_stub")
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.drips:
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            while not self.stub.closing.wait(0.01):
                self.wfile.write(b"1\r\n \r\n")
            return
        self.send_header("content-length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)


def json_answer(body: object, *, status: int = 200, **headers: str) -> Answer:
    """``headers`` with underscores in place of hyphens."""
    return Answer(
        body=json.dumps(body).encode(),
        status=status,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )


def status_answer(status: int, *, code: str | None = None, **headers: str) -> Answer:
    """An error in OpenAI's shape."""
    error = {"message": "Stub error, sk-secret.", "type": "stub", "param": None, "code": code}
    return json_answer({"error": error}, status=status, **headers)


def html_answer() -> Answer:
    """What a captive portal or a wrong address says."""
    return Answer(body=b"<!doctype html><title>Welcome</title>", content_type="text/html")


def responses_ok(reply: object) -> Answer:
    """The Responses API with ``reply`` as its structured output."""
    return responses_text(json.dumps(reply))


def responses_text(text: str, *, status: str = "completed") -> Answer:
    """The Responses API with ``text``; ``status`` "incomplete" is one cut off."""
    reason = {"reason": "max_output_tokens"} if status == "incomplete" else None
    content = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    return json_answer(_response(content, status, reason))


def responses_refusal() -> Answer:
    """The Responses API with a model that does not want to."""
    content = {"type": "refusal", "refusal": "I can't help with that."}
    return json_answer(_response(content, "completed", None))


def _response(content: dict[str, Any], status: str, reason: dict[str, str] | None) -> object:
    return {
        "id": "resp_stub",
        "object": "response",
        "created_at": 1795000000,
        "status": status,
        "background": False,
        "error": None,
        "incomplete_details": reason,
        "instructions": None,
        "max_output_tokens": 4000,
        "metadata": {},
        "model": MODEL,
        "output": [
            {"id": "rs_stub", "type": "reasoning", "summary": []},
            {
                "id": "msg_stub",
                "type": "message",
                "status": status,
                "role": "assistant",
                "content": [content],
            },
        ],
        "parallel_tool_calls": True,
        "previous_response_id": None,
        "reasoning": {"effort": None, "summary": None},
        "store": False,
        "temperature": 1.0,
        "tool_choice": "auto",
        "tools": [],
        "top_p": 1.0,
        "truncation": "disabled",
        "usage": {
            "input_tokens": 200,
            "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
            "output_tokens": USAGE_TOKENS - 200,
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": USAGE_TOKENS,
        },
    }


def chat_ok(reply: object) -> Answer:
    """Chat completions with ``reply`` as the structured output."""
    return _chat({"content": json.dumps(reply), "refusal": None}, "stop")


def chat_refusal() -> Answer:
    return _chat({"content": None, "refusal": "I can't help with that."}, "stop")


def chat_cut_off(text: str) -> Answer:
    """Chat completions with a text that ran into the limit."""
    return _chat({"content": text, "refusal": None}, "length")


def _chat(message: dict[str, Any], finish_reason: str) -> Answer:
    choice = {
        "index": 0,
        "message": {"role": "assistant", "annotations": [], **message},
        "logprobs": None,
        "finish_reason": finish_reason,
    }
    usage = {
        "prompt_tokens": 200,
        "completion_tokens": USAGE_TOKENS - 200,
        "total_tokens": USAGE_TOKENS,
    }
    return json_answer(
        {
            "id": "chatcmpl-stub",
            "object": "chat.completion",
            "created": 1795000000,
            "model": MODEL,
            "choices": [choice],
            "usage": usage,
        }
    )
