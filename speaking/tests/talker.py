"""A client for tests: speaks the protocol over a real socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from learnenglish.testing.site import Site
from speaking.asyncapi import asyncapi_document

CHUNK_MS = 100
AHEAD_CHUNKS = 40
TIMEOUT_S = 60


class Talker:
    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.heard: list[dict[str, Any]] = []
        self.seq = 0
        self.acked = 0

    async def say(self, message_type: str, **fields: Any) -> None:
        await self.connection.send(json.dumps({"type": message_type, **fields}))

    async def chunk(self, pcm: bytes, seq: int | None = None) -> None:
        seq = self.seq if seq is None else seq
        await self.connection.send(seq.to_bytes(4, "big") + pcm)
        self.seq = seq + 1

    async def speak(self, pcm: bytes, *, rate_hz: int = 16000) -> None:
        """Send all of ``pcm``, never far ahead of the acknowledgements."""
        size = rate_hz * 2 * CHUNK_MS // 1000
        for start in range(0, len(pcm) - len(pcm) % 2, size):
            piece = pcm[start : start + size]
            if len(piece) < size // 5:
                break
            await self.chunk(piece)
            while self.seq - self.acked > AHEAD_CHUNKS:
                self.acked = (await self.until("chunk_ack"))["next_seq"]

    async def next(self) -> dict[str, Any]:
        """The next message. Raises ConnectionClosed."""
        text = await asyncio.wait_for(self.connection.recv(), TIMEOUT_S)
        message: dict[str, Any] = json.loads(text)
        described(message["type"]).validate(message)
        self.heard.append(message)
        return message

    async def until(self, message_type: str, **fields: Any) -> dict[str, Any]:
        """The next message of this type with these fields; an error in between fails the test."""
        while True:
            message = await self.next()
            if message["type"] == message_type and fields.items() <= message.items():
                return message
            assert message["type"] != "error" or message_type == "error", message

    async def error(self, code: str) -> dict[str, Any]:
        message = await self.until("error")
        assert message["code"] == code, message
        return message

    async def closed(self) -> int:
        """The close code, after whatever comes before it."""
        try:
            while True:
                await self.next()
        except ConnectionClosed:
            assert self.connection.close_code is not None
            return self.connection.close_code

    def of_type(self, message_type: str) -> list[dict[str, Any]]:
        return [message for message in self.heard if message["type"] == message_type]


@cache
def described(message_type: str) -> Draft202012Validator:
    """Checks that a message of the server is as the published description says."""
    document = asyncapi_document()
    place = document["components"]["messages"][message_type]["payload"]["$ref"]
    return Draft202012Validator({**document, "$ref": place})


@asynccontextmanager
async def talking(
    site: Site,
    token: str | None = None,
    *,
    ticket: str | None = None,
    headers: dict[str, str] | None = None,
) -> AsyncIterator[Talker]:
    headers = dict(headers or {})
    if token:
        headers["Authorization"] = f"Bearer {token}"
    address = site.socket_url + (f"?ticket={ticket}" if ticket else "")
    async with connect(
        address, additional_headers=headers, proxy=None, max_size=None
    ) as connection:
        yield Talker(connection)
