"""A real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, sync_playwright

from learnenglish.testing.site import Site

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)


def chromium_or_skip() -> str:
    """Chromium's path. Where ``LEARN_REQUIRE_BROWSER`` is set its absence is a failure."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path:
        return path
    message = "Chromium is not installed (Debian: apt-get install chromium)"
    if os.environ.get("LEARN_REQUIRE_BROWSER"):
        pytest.fail(message)
    pytest.skip(message)


@contextmanager
def browsing(
    site: Site,
    *,
    microphone: Path | None = None,
    session_key: str = "",
    width: int = 1280,
    height: int = 900,
    tolerate: str = "",
) -> Iterator[BrowserContext]:
    """A browser window on ``site``, signed in by ``session_key``.

    ``microphone`` is a WAV file that is heard once; without it there is no microphone at all.
    Anything the page logs as an error fails the test, also a breach of the content policy; but not
    what fits the pattern ``tolerate``, which the test causes itself.
    """
    flags = list(FLAGS)
    if microphone:
        flags += [
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            f"--use-file-for-fake-audio-capture={microphone}%noloop",
        ]
    problems: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_or_skip(), args=flags)
        context = browser.new_context(
            base_url=site.url, viewport={"width": width, "height": height}
        )
        if session_key:
            context.add_cookies([{"name": "sessionid", "value": session_key, "url": site.url}])
        context.on(
            "console",
            lambda message: problems.append(message.text) if message.type == "error" else None,
        )
        context.on("weberror", lambda error: problems.append(str(error.error)))
        try:
            yield context
        finally:
            browser.close()
    problems = [text for text in problems if not tolerate or not re.search(tolerate, text)]
    assert not problems, problems
