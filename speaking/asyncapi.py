"""The socket as an AsyncAPI 3 document, made from ``speaking.protocol``."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from speaking.protocol import (
    CLIENT_MESSAGES,
    ERRORS,
    MAX_CHUNK_MS,
    MIN_CHUNK_MS,
    PROTOCOL_VERSION,
    SERVER_MESSAGES,
    ErrorMessage,
)

Json = dict[str, Any]
DESCRIPTION = f"""
One connection carries one live speaking session at a time. Control messages are JSON text frames
with a `type`; sound is binary frames, 16-bit little-endian PCM in one channel. Promises: what was
acknowledged by `chunk_ack` is never lost; a session gets one result, stored before `final` is sent.

**Getting in.** A page of the site: its session cookie with an allowed `Origin`. An app:
`Authorization: Bearer <JWT>` on the handshake. A browser with a JWT only: `POST
/api/speakup/ticket` gives a single-use ticket for `?ticket=`, good for a minute. Others are
accepted, told `unauthenticated` and closed with 4401.

**Speaking.** `start`, wait for `ack`, then chunks of {MIN_CHUNK_MS} to {MAX_CHUNK_MS} ms, numbered
from 0, no more than `limits.window_chunks` of them unacknowledged; `stop`, and wait for `final`.

**A lost connection.** Connect again (exponential back-off with jitter, not before a
`retry_after_ms`), send `resume`, go on from the `ack`'s `next_seq`. Keep what is not acknowledged.

**Errors.** Every one is an `error` message; `x-errors` lists their codes and with which code the
connection is closed after them.
""".strip()
AUDIO_FRAME = "audio_frame"


def asyncapi_document() -> Json:
    schemas: Json = {}
    messages: Json = {AUDIO_FRAME: _audio_frame()}
    for message in CLIENT_MESSAGES:
        messages[_type_of(message, schemas)] = _message(message)
    for message in SERVER_MESSAGES:
        name = _type_of(message, schemas)
        _add_envelope(schemas[message.__name__])
        messages[name] = _message(message)
    schemas[ErrorMessage.__name__]["properties"]["code"]["enum"] = list(ERRORS)
    heard = [AUDIO_FRAME, *(type_name(message) for message in CLIENT_MESSAGES)]
    said = [type_name(message) for message in SERVER_MESSAGES]
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Learn English: speaking",
            "version": f"{PROTOCOL_VERSION}.0.0",
            "description": DESCRIPTION,
        },
        "defaultContentType": "application/json",
        "channels": {"speak": _channel(heard + said)},
        "operations": {
            "hear": _operation("receive", "What a client sends.", heard),
            "say": _operation("send", "What the server sends.", said),
        },
        "components": {
            "messages": messages,
            "schemas": schemas,
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
                "cookie": {"type": "httpApiKey", "in": "cookie", "name": "sessionid"},
                "ticket": {"type": "httpApiKey", "in": "query", "name": "ticket"},
            },
        },
        "x-errors": {
            code: {"when": rule.when, "close": rule.close} for code, rule in ERRORS.items()
        },
    }


def _type_of(message: type, schemas: Json) -> str:
    """The message's ``type``; its schema, and those it refers to, are added to ``schemas``."""
    schema = TypeAdapter(message).json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(schema.pop("$defs", {}))
    schemas[message.__name__] = schema
    return str(schema["properties"]["type"]["const"])


def type_name(message: type) -> str:
    """The ``type`` of a message's TypedDict."""
    return _type_of(message, {})


def _message(message: type) -> Json:
    described = {"summary": " ".join(message.__doc__.split())} if message.__doc__ else {}
    payload = {"$ref": f"#/components/schemas/{message.__name__}"}
    return {"name": type_name(message), **described, "payload": payload}


def _audio_frame() -> Json:
    return {
        "name": AUDIO_FRAME,
        "summary": "A binary frame: 4 bytes big-endian `seq`, then the PCM.",
        "contentType": "application/octet-stream",
        "payload": {"type": "string", "format": "binary"},
    }


def _add_envelope(schema: Json) -> None:
    schema["properties"] |= {
        "n": {"type": "integer", "minimum": 1, "description": "Counts up on this connection."},
        "session_id": {
            "type": "string",
            "format": "uuid",
            "description": "Once there is a session.",
        },
    }
    schema["required"] = [*schema["required"], "n"]


def _channel(names: list[str]) -> Json:
    ticket = {"type": "string", "description": "A single-use ticket instead of a header."}
    return {
        "address": "/ws/speak",
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
        "bindings": {
            "ws": {"query": {"type": "object", "properties": {"ticket": ticket}}},
        },
    }


def _operation(action: str, summary: str, names: list[str]) -> Json:
    return {
        "action": action,
        "summary": summary,
        "channel": {"$ref": "#/channels/speak"},
        "messages": [{"$ref": f"#/channels/speak/messages/{name}"} for name in names],
    }
