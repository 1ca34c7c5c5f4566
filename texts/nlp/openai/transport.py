"""The HTTP client, with an end to every answer.

A read time-out alone ends nothing: a server that sends one blank a second, as some do while a
model is thinking, is never late. So the body of an answer has to be there as a whole in time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx2

_CONNECT_S = 5.0
_MAX_BODY = 2_000_000


def bounded_client() -> httpx2.Client:
    """A client that follows no redirects and gives up late or huge answers."""
    return httpx2.Client(event_hooks={"response": [_bound]})


def time_out_of(seconds: float) -> httpx2.Timeout:
    """Each step of a request in at most ``seconds``, the connection in five."""
    return httpx2.Timeout(seconds, connect=min(_CONNECT_S, seconds))


def _bound(response: httpx2.Response) -> None:
    allowed = response.request.extensions["timeout"]["read"]
    assert isinstance(response.stream, httpx2.SyncByteStream)
    response.stream = _BoundedStream(response.stream, response.request, allowed)


class _BoundedStream(httpx2.SyncByteStream):
    def __init__(
        self, stream: httpx2.SyncByteStream, request: httpx2.Request, seconds: float
    ) -> None:
        self._stream = stream
        self._request = request
        self._end = time.monotonic() + seconds

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._stream:
            size += len(chunk)
            if time.monotonic() > self._end:
                raise httpx2.ReadTimeout("the answer takes too long", request=self._request)
            if size > _MAX_BODY:
                raise httpx2.ReadError("the answer is too large", request=self._request)
            yield chunk

    def close(self) -> None:
        self._stream.close()
