"""A real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, sync_playwright

from learnenglish.testing.site import Site

POLICY_REFUSED = """
document.addEventListener("securitypolicyviolation", (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
  window.policyRefused(`${effectiveDirective} refuses ${blockedURI} (${sourceFile}:${lineNumber})`);
});
"""
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

# The browser tells what it saw: the largest paint, and what moved without anybody's touch.
WATCH = """
window.seen = {lcp: 0, shift: 0, what: ""};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) { seen.lcp = entry.startTime; }
}).observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    seen.shift += entry.value;
    for (const {node} of entry.sources) {
      if (node) seen.what += ` ${node.nodeName}.${node.className || ""}`;
    }
  }
}).observe({type: "layout-shift", buffered: true});
"""


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
    **options: Any,
) -> Iterator[BrowserContext]:
    """A browser window on ``site``, signed in by ``session_key``.

    ``microphone`` is a WAV file that is heard once; without it there is no microphone at all.
    ``options`` are Playwright's, for its context: ``locale``, ``has_touch``, ``reduced_motion``.

    Whatever a page or the service worker logs as an error, raises or is refused by the content
    policy fails the test when the window closes. A test that causes such a thing itself says so:
    what fits the pattern ``tolerate`` is no problem, and its absence is one.
    """
    flags = list(FLAGS)
    if microphone:
        flags += [
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            f"--use-file-for-fake-audio-capture={microphone}%noloop",
        ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_or_skip(), args=flags)
        context = browser.new_context(
            base_url=site.url, viewport={"width": width, "height": height}, **options
        )
        if session_key:
            context.add_cookies([{"name": "sessionid", "value": session_key, "url": site.url}])
        logged = _logged(context)
        try:
            yield context
        finally:
            browser.close()
    came = [text for text in logged if tolerate and re.search(tolerate, text)]
    problems = [text for text in logged if text not in came]
    if tolerate and not came:
        problems.append(f"expected, and did not come: {tolerate}")
    assert not problems, problems


def _logged(context: BrowserContext) -> list[str]:
    """What goes wrong in the browser, in a list that grows."""
    found: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            found.append(f"{message.text} ({message.location.get('url', '')})")

    context.on("console", heard)
    context.on("weberror", lambda error: found.append(str(error.error)))
    context.on("serviceworker", lambda worker: worker.on("console", heard))
    context.expose_binding("policyRefused", lambda _source, text: found.append(text))
    context.add_init_script(POLICY_REFUSED)
    return found
