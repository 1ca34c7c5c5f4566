"""Every page of a learner on a phone: ``python -m bench.pages [cpu|slow-4g]``.

Chromium with a processor four times slower, by itself (``cpu``) or also behind Lighthouse's
"slow 4G" (150 ms to the first byte of an answer, 1.6 Mbit/s down, 0.75 up). Each page is opened
three times with an empty cache, as on a first visit, and three times as the next page of somebody
who is already here. The best of three is printed, which other work on the machine spoils least.

Files are joined and compressed as in production, HTTP/1.1, no proxy in front.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

from bench.site import running_site
from learnenglish.testing.browser import FLAGS, WATCH, chromium_or_skip
from learnenglish.testing.site import Site

TIMES = 3
CPU_SLOWDOWN = 4
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6 * 1024 * 1024 / 8,
    "uploadThroughput": 0.75 * 1024 * 1024 / 8,
}
EMAIL, PASSWORD = "phone@example.com", "correct-horse-battery"
PATHS = (
    "/",
    "/lookup",
    "/lookup?q=gave+up",
    "/lookup?q=She+have+two+childs.",
    "/search",
    "/search?q=sigh",
    "/review",
    "/review/cards",
    "/speak",
    "/speak/live",
    "/speak/sessions",
    "/speak/drills",
    "/history",
    "/progress",
    "/notifications",
    "/settings/profile",
    "/settings/privacy",
)
# Until nothing is loading, and the frame after that.
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass(slots=True)
class Figures:
    """``lcp`` in milliseconds, ``sent`` in bytes as they came over the wire."""

    lcp: float
    shift: float
    what: str
    sent: int
    requests: int


class Wire:
    """What came over the network since ``clear``."""

    def __init__(self, session: CDPSession) -> None:
        self.clear()
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.responseReceived", self._received)

    def clear(self) -> None:
        self.sent = self.requests = 0

    def _finished(self, event: dict[str, Any]) -> None:
        self.sent += int(event["encodedDataLength"])

    def _received(self, event: dict[str, Any]) -> None:
        response = event["response"]
        if not response.get("fromDiskCache") and not response["url"].startswith(("data:", "blob:")):
            self.requests += 1


def visit(page: Page, wire: Wire, path: str) -> Figures:
    wire.clear()
    page.goto(path, wait_until="load")
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLED)
    seen = page.evaluate("seen")
    return Figures(seen["lcp"], seen["shift"], seen["what"], wire.sent, wire.requests)


def phone(page: Page, *, slow: bool) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW_4G)
    return session


def best(found: list[Figures]) -> Figures:
    """The quickest; of what moved, the worst."""
    chosen = min(found, key=lambda figures: figures.lcp)
    worst = max(found, key=lambda figures: figures.shift)
    chosen.shift, chosen.what = worst.shift, worst.what
    return chosen


def measure(context: BrowserContext, path: str, *, slow: bool) -> tuple[Figures, Figures]:
    """First visit and later one."""
    page = context.new_page()
    session = phone(page, slow=slow)
    wire = Wire(session)
    first, later = [], []
    for _ in range(TIMES):
        session.send("Network.clearBrowserCache")
        first.append(visit(page, wire, path))
    for _ in range(TIMES):
        later.append(visit(page, wire, path))
    page.close()
    return best(first), best(later)


@contextmanager
def served() -> Iterator[Site]:
    """As in production, but over plain HTTP on this machine."""
    with tempfile.TemporaryDirectory(prefix="learn-static-") as folder:
        files = {"STATIC_MANIFEST": "true", "STATIC_ROOT": folder}
        command = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"]
        subprocess.run(command, check=True, env={**os.environ, "DEBUG": "true", **files})
        with running_site(**files) as site:
            yield site


def run(site: Site, kinds: list[str]) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_or_skip(), args=FLAGS)
        context = browser.new_context(
            base_url=site.url,
            viewport={"width": 360, "height": 740},
            device_scale_factor=2,
            has_touch=True,
            is_mobile=True,
            service_workers="block",
        )
        context.add_init_script(WATCH)
        sign_up(context)
        for kind in kinds:
            print(f"{kind:<28} | first: LCP  CLS    KB  requests | later: LCP  CLS    KB  requests")
            for path in PATHS:
                first, later = measure(context, path, slow=kind == "slow-4g")
                print(f"{path:<28} | {shown(first)} | {shown(later)} {first.what[:90]}", flush=True)
        browser.close()


def shown(figures: Figures) -> str:
    size = figures.sent / 1000
    return f"{figures.lcp:8.0f} {figures.shift:6.3f} {size:6.1f} {figures.requests:5d}   "


def sign_up(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/accounts/signup/")
    page.fill("[name=email]", EMAIL)
    for field in page.locator("[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form [type=submit]").first.click()
    page.wait_for_load_state("networkidle")
    # Something on every page, as far as a minute goes.
    for query in ("gave+up", "She+have+two+childs.", "since+or+for%3F"):
        page.goto(f"/lookup?q={query}")
    page.close()


def main() -> None:
    if not shutil.which("chromium"):
        print("Chromium is not installed: nothing is measured.")
        return
    with served() as site:
        run(site, sys.argv[1:] or ["cpu", "slow-4g"])


if __name__ == "__main__":
    main()
