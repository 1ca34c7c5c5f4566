"""A TCP proxy that drops connections when it is told to: a bad network for tests."""

from __future__ import annotations

import asyncio
from contextlib import suppress


class Proxy:
    """Forwards to ``port``. ``drop_after`` bytes from the client it cuts the connection, once for
    each number given."""

    def __init__(self, port: int, drop_after: list[int]) -> None:
        self.port = port
        self.drop_after = drop_after
        self.connections = 0

    async def __aenter__(self) -> Proxy:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = "{}:{}".format(*self._server.sockets[0].getsockname())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        left = self.drop_after.pop(0) if self.drop_after else None
        theirs, ours = await asyncio.open_connection("127.0.0.1", self.port)
        back = asyncio.create_task(self._pump(theirs, writer, None))
        await self._pump(reader, ours, left)
        for one in (ours, writer):
            one.transport.abort()
        with suppress(OSError):
            await back

    async def _pump(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, left: int | None
    ) -> None:
        with suppress(OSError):
            while data := await source.read(65536):
                target.write(data)
                await target.drain()
                if left is not None:
                    left -= len(data)
                    if left <= 0:
                        return
