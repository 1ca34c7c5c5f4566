"""From frames to messages: the parser of what clients send. Bytes in, message or error out."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from speaking.protocol import CLIENT_MESSAGE, SEQ_BYTES, ClientMessage


class ProtocolError(Exception):
    """What the client is told: ``code`` of the protocol, ``message`` for a person."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        in_reply_to: str | None = None,
        retryable: bool = False,
        retry_after_ms: int | None = None,
        fatal: bool = False,
        **extra: Any,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.in_reply_to = in_reply_to
        self.retryable = retryable
        self.retry_after_ms = retry_after_ms
        self.fatal = fatal
        self.extra = extra


@dataclass(frozen=True, slots=True)
class Chunk:
    """One piece of sound as it came, at the client's sample rate."""

    seq: int
    pcm: bytes


def frame_parse(text: str | None, data: bytes | None) -> ClientMessage | Chunk:
    """The message in a text frame or a binary one. Raises ProtocolError ``bad_message``.

    Sound is a Chunk however it was sent.
    """
    if data is not None:
        if len(data) < SEQ_BYTES:
            raise ProtocolError(
                "bad_message",
                "A binary frame is 4 bytes of sequence number, then sound.",
                in_reply_to="audio_chunk",
                param="seq",
            )
        return Chunk(int.from_bytes(data[:SEQ_BYTES], "big"), data[SEQ_BYTES:])
    try:
        message = CLIENT_MESSAGE.validate_json(text or "", strict=True)
    except ValidationError as error:
        raise _bad_message(text or "", error) from error
    if message["type"] != "audio_chunk":
        return message
    try:
        return Chunk(message["seq"], base64.b64decode(message["data"], validate=True))
    except ValueError as error:  # no letters of base64, or none of ASCII
        raise ProtocolError(
            "bad_message", "data is not base64.", in_reply_to="audio_chunk", param="data"
        ) from error


def _bad_message(text: str, error: ValidationError) -> ProtocolError:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    # The first part of the place is the union's tag, the rest the field.
    param = ".".join(str(part) for part in first["loc"][1:]) or "type"
    if first["type"] == "json_invalid":
        return ProtocolError("bad_message", "This is not JSON.", param="")
    return ProtocolError(
        "bad_message", f"{param}: {first['msg']}", in_reply_to=_type_of(text), param=param
    )


def _type_of(text: str) -> str | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    kind = value.get("type") if isinstance(value, dict) else None
    return kind[:40] if isinstance(kind, str) else None
