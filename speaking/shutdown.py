"""The server is asked to stop: tell everyone who speaks when to come back, finish what is quick.

Neither server asks the application first: Daphne closes connections without a word, uvicorn with a
code alone, and both leave behind what is still being evaluated. So each gets a hook.
"""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from learnenglish.common import inflight
from speaking import finishing
from speaking.framing import ProtocolError

if TYPE_CHECKING:
    from speaking.consumers import SpeakConsumer

RETRY_AFTER_MS = 2000
FINISH_SECONDS = 5.0
CLOSE_SECONDS = 1.0
REQUEST_SECONDS = 10.0

open_sockets: WeakSet[SpeakConsumer] = WeakSet()


async def say_goodbye() -> None:
    """``going_away`` to every socket; recordings being evaluated get a moment to be done."""
    message = "The server is being restarted. Resume in a moment; nothing is lost."
    sockets = tuple(open_sockets)
    problem = ProtocolError(
        "going_away", message, retryable=True, retry_after_ms=RETRY_AFTER_MS, fatal=True
    )
    # One broken connection must not keep the others from being told.
    await asyncio.gather(*(socket.fail(problem) for socket in sockets), return_exceptions=True)
    # The close is on its way only when the server says that the connection is gone.
    closed = [asyncio.create_task(socket.gone.wait()) for socket in sockets]
    if closed:
        await asyncio.wait(closed, timeout=CLOSE_SECONDS)
    await finishing.drain(FINISH_SECONDS)
    # What is being answered needs this loop to the end.
    await asyncio.to_thread(inflight.requests.shut, seconds=REQUEST_SECONDS)


def hook_into_server() -> None:
    """Run ``say_goodbye`` before the server that imported us closes its connections."""
    hook_into_daphne()
    hook_into_uvicorn()


def hook_into_uvicorn() -> None:
    """Does nothing under another server."""
    uvicorn = sys.modules.get("uvicorn.server")
    if uvicorn is None:
        return
    close_all = uvicorn.Server.shutdown

    async def shutdown(server: Any, sockets: Any = None) -> None:
        for listener in server.servers:
            listener.close()  # whoever comes back goes to another process
        if not server.force_exit:
            await say_goodbye()
        await close_all(server, sockets)

    uvicorn.Server.shutdown = shutdown


def hook_into_daphne() -> None:
    """Run ``say_goodbye`` before Daphne's reactor stops, and have it use ``PatientProtocol``.

    Does nothing under another server.
    """
    reactor = sys.modules.get("twisted.internet.reactor")
    if reactor is None:
        return
    from daphne.ws_protocol import WebSocketFactory
    from twisted.internet.defer import Deferred

    from speaking.daphne_socket import PatientProtocol

    WebSocketFactory.protocol = PatientProtocol

    def goodbye() -> Deferred[None]:
        return Deferred.fromFuture(asyncio.ensure_future(say_goodbye()))

    reactor.addSystemEventTrigger("before", "shutdown", goodbye)
