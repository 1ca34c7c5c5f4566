"""The channel layer in Redis, for connections that outlive it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

import structlog
from channels_redis.core import RedisChannelLayer
from redis import RedisError
from redis import TimeoutError as RedisTimeout

AGAIN_S = 1.0
SOON_S = 3.0
log = structlog.get_logger(__name__)


class PatientChannelLayer(RedisChannelLayer):
    """Whoever listens goes on to listen when Redis is back, instead of losing the connection.

    Whoever sends, joins or leaves waits SOON_S, then gets a ``RedisError``.
    """

    async def receive(self, channel: str) -> dict[str, Any]:
        while True:
            try:
                message: dict[str, Any] = await super().receive(channel)
            except RedisError as error:
                log.warning("channel_layer_away", error=repr(error))
                await asyncio.sleep(AGAIN_S)
            else:
                return message

    async def send(self, channel: str, message: dict[str, Any]) -> None:
        await _soon(super().send(channel, message))

    async def group_add(self, group: str, channel: str) -> None:
        await _soon(super().group_add(group, channel))

    async def group_discard(self, group: str, channel: str) -> None:
        await _soon(super().group_discard(group, channel))

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        await _soon(super().group_send(group, message))


async def _soon(work: Awaitable[None]) -> None:
    try:
        await asyncio.wait_for(work, SOON_S)
    except TimeoutError as error:
        raise RedisTimeout(str(error)) from error
