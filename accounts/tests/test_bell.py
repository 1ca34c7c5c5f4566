"""The bell moves by itself: over the socket, and on the open pages of a real browser."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from asgiref.sync import sync_to_async
from django.db import connections
from django.test import Client
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from accounts.models import Notification, NotificationKind, User
from accounts.tokens import token_for
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site

pytestmark = pytest.mark.django_db(transaction=True)
TIMEOUT_S = 30


@pytest.fixture
def told(student: User) -> Notification:
    return Notification.objects.create(
        user=student, kind=NotificationKind.FEEDBACK, key="1", payload={"title": "My talk"}
    )


@pytest.fixture
def bearer(student: User) -> dict[str, str]:
    return {"Authorization": f"Bearer {token_for(student).access_token}"}


@pytest.fixture
async def _close_connections() -> AsyncIterator[None]:
    yield
    await sync_to_async(connections.close_all)()


def address(site: Site) -> str:
    return site.socket_url.replace("/ws/speak", "/ws/notifications")


async def heard(connection: Any) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(await asyncio.wait_for(connection.recv(), TIMEOUT_S))
    return message


async def mark_all_read(site: Site, headers: dict[str, str]) -> None:
    async with httpx.AsyncClient(base_url=site.url, headers=headers, trust_env=False) as client:
        answer = await client.patch("/api/notifications", json={"read": True})
    assert answer.json() == {"unread": 0}


@pytest.mark.usefixtures("_close_connections")
async def test_an_app_hears_how_many_wait_at_once_and_when_that_changes(
    site: Site, told: Notification, bearer: dict[str, str]
) -> None:
    async with connect(address(site), additional_headers=bearer, proxy=None) as connection:
        assert await heard(connection) == {"type": "unread", "count": 1}
        await connection.send("whatever")
        await mark_all_read(site, bearer)
        assert await heard(connection) == {"type": "unread", "count": 0}


@pytest.mark.usefixtures("_close_connections")
@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer nonsense"}])
async def test_nobody_hears_anything_without_signing_in(
    site: Site, told: Notification, headers: dict[str, str]
) -> None:
    async with connect(address(site), additional_headers=headers, proxy=None) as connection:
        with pytest.raises(ConnectionClosed):
            await heard(connection)
        assert connection.close_code == 4401


@pytest.mark.usefixtures("_close_connections")
async def test_another_sites_page_hears_nothing_with_a_visitors_cookie(
    site: Site, student: User, told: Notification
) -> None:
    client = Client()
    await sync_to_async(client.force_login)(student)
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    headers = {"Cookie": cookie, "Origin": "https://evil.example"}
    async with connect(address(site), additional_headers=headers, proxy=None) as connection:
        with pytest.raises(ConnectionClosed):
            await heard(connection)


def test_an_open_page_shows_it_without_being_loaded_again(
    site: Site, student: User, told: Notification, bearer: dict[str, str]
) -> None:
    client = Client()
    client.force_login(student)
    with browsing(site, session_key=client.cookies["sessionid"].value) as context:
        page = context.new_page()
        with page.expect_websocket(lambda socket: "/ws/notifications" in socket.url):
            page.goto("/settings/profile")
        page.locator("#bell[data-unread='1']").wait_for()
        httpx.patch(
            f"{site.url}/api/notifications", json={"read": True}, headers=bearer, trust_env=False
        )
        page.locator("#bell[data-unread='0']").wait_for()
        page.locator("#bell").click()
        page.get_by_text("My talk").wait_for()
