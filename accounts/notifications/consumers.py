"""The socket that tells open pages, and apps, that there is something new."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer
from redis import RedisError

from accounts.models import User
from accounts.notifications.selectors import unread_count
from accounts.notifications.services import group_of

CLOSE_NOT_SIGNED_IN = 4401
CLOSE_TRY_AGAIN = 1013


class NotificationConsumer(AsyncJsonWebsocketConsumer):
    """Says ``{"type": "unread", "count": n}`` at once and whenever that changes; hears nothing."""

    group = ""

    async def connect(self) -> None:
        user = self.scope.get("user")
        await self.accept()
        if not isinstance(user, User):
            await self.close(code=CLOSE_NOT_SIGNED_IN)
            return
        try:
            await self.channel_layer.group_add(group_of(user.pk), self.channel_name)
        except RedisError:  # nothing would be told here; the page asks again after a while
            await self.close(code=CLOSE_TRY_AGAIN)
            return
        self.group = group_of(user.pk)
        await self.notifications_changed({})

    async def disconnect(self, code: int) -> None:
        if self.group:
            with suppress(RedisError):
                await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Nobody has anything to say here."""

    async def notifications_changed(self, event: dict[str, Any]) -> None:
        count = await database_sync_to_async(unread_count)(user=self.scope["user"])
        await self.send_json({"type": "unread", "count": count})
