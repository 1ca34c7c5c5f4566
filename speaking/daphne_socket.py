"""A WebSocket of Daphne's that pushes back. Import it under Daphne only.

Daphne reads whatever comes and keeps whatever cannot be sent, without end. Here whoever does not
read is not read from either, nor whoever sends more than the application has got to.
"""

from __future__ import annotations

from typing import Any, cast

from daphne.ws_protocol import WebSocketProtocol
from twisted.internet import reactor

MOST_WAITING = 32
LOOK_AGAIN_SECONDS = 0.05


class PatientProtocol(WebSocketProtocol):
    """The transport calls the methods of a producer as what waits to be sent grows and shrinks."""

    is_unread = False
    is_waiting = False

    def onOpen(self) -> None:
        super().onOpen()
        self.transport.unregisterProducer()  # that of the HTTP request this was
        self.transport.registerProducer(self, True)

    def onMessage(self, payload: bytes, isBinary: bool) -> None:
        super().onMessage(payload, isBinary)
        if self.application_queue.qsize() > MOST_WAITING and not self.is_waiting:
            self.is_waiting = True
            self.transport.pauseProducing()
            cast(Any, reactor).callLater(LOOK_AGAIN_SECONDS, self._look_again)

    def _look_again(self) -> None:
        if self.application_queue.qsize() > MOST_WAITING and self.transport.connected:
            cast(Any, reactor).callLater(LOOK_AGAIN_SECONDS, self._look_again)
            return
        self.is_waiting = False
        self._read_on()

    def _read_on(self) -> None:
        if self.transport.connected and not self.is_unread and not self.is_waiting:
            self.transport.resumeProducing()

    def pauseProducing(self) -> None:
        self.is_unread = True
        self.transport.pauseProducing()

    def resumeProducing(self) -> None:
        self.is_unread = False
        if self.transport.disconnecting:  # it waits for its producer, too
            self.transport.unregisterProducer()
        self._read_on()

    def stopProducing(self) -> None:
        """The connection is lost; ``onClose`` says so."""

    def serverClose(self, code: int | None = None) -> None:
        """Autobahn refuses to send the registered codes above 1000, though RFC 6455 (section
        7.4.2) leaves them to servers."""
        if code in (1011, 1012):
            self.sendCloseFrame(code=code, isReply=False)
        else:
            super().serverClose(code)
