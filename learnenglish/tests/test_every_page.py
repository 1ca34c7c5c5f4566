"""What holds for every page of a learner: accessible, light, still, from here, not too wide."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page, Response

from accounts.models import User
from learnenglish.testing.browser import WATCH, browsing
from learnenglish.testing.looking import axe_problems, too_wide
from learnenglish.testing.site import Site
from learnenglish.tests.life import Life, live

pytestmark = [pytest.mark.embedded, pytest.mark.django_db(transaction=True)]
MAX_BYTES = 150_000
# Cumulative Layout Shift; on the web 0.1 is called good. Letters that hold the font's place until
# it is there are not quite as wide: an icon beside them may move by a hair.
MAX_SHIFT = 0.03
NOWHERE = "/no-such-page"
STRANGERS = (
    "/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/offline",
    "/offline/review",
    NOWHERE,
)
LEARNERS: tuple[Callable[[Life], str], ...] = (
    lambda life: "/",
    lambda life: "/level",
    lambda life: "/lookup",
    lambda life: "/lookup?q=gave+up",
    lambda life: "/lookup?q=She+have+two+childs.",
    lambda life: "/lookup?q=since+or+for%3F",
    lambda life: "/lookup?q=qwrtzpsdf",
    lambda life: "/search",
    lambda life: "/search?q=sigh",
    lambda life: "/search?q=nothing+has+this",
    lambda life: f"/resources/{life.card.resource_id}",
    lambda life: "/review",
    lambda life: "/review/cards",
    lambda life: "/review/settings",
    lambda life: "/speak",
    lambda life: "/speak/live",
    lambda life: "/speak/sessions",
    lambda life: f"/speak/sessions/{life.session.pk}",
    lambda life: "/speak/drills",
    lambda life: "/history",
    lambda life: "/history?kind=SEARCH",
    lambda life: "/progress",
    lambda life: "/notifications",
    lambda life: "/join",
    lambda life: "/settings/profile",
    lambda life: "/settings/notifications",
    lambda life: "/settings/privacy",
    lambda life: "/settings/privacy/delete",
    lambda life: "/accounts/email/",
    lambda life: "/accounts/password/change/",
    lambda life: "/accounts/2fa/",
    lambda life: "/accounts/3rdparty/",
)


class Visit:
    """One page, and what is wrong with it."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        self.site = site
        self.responses: list[Response] = []
        self.problems: list[str] = []
        page.add_init_script(WATCH)
        page.on("response", lambda response: self.responses.append(response))

    def go(self, path: str, *, axe: bool) -> None:
        self.responses.clear()
        self.page.goto(path)
        self.page.wait_for_load_state("networkidle")
        seen = self.page.evaluate("seen")
        if seen["shift"] > MAX_SHIFT:
            self.note(path, [f"moves by {seen['shift']:.3f}:{seen['what']}"])
        if axe:
            self.note(path, axe_problems(self.page))
        if path != NOWHERE:
            wrong = [f"{one.url} is {one.status}" for one in self.responses if one.status >= 400]
            self.note(path, wrong)
        self.note(path, too_wide(self.page))

    def note(self, path: str, problems: list[str]) -> None:
        self.problems += [f"{path}: {problem}" for problem in problems]

    def weigh(self, path: str) -> None:
        """Compressed as a server sends it; sound and the app's own cache aside."""
        total = 0
        for response in self.responses:
            url = urlsplit(response.url)
            if url.scheme in ("data", "blob"):
                continue
            if f"{url.scheme}://{url.netloc}" != self.site.url:
                self.problems.append(f"{path}: loads {response.url}")
            if response.ok and not response.from_service_worker:
                total += len(_sent(response))
        if total > MAX_BYTES:
            self.problems.append(f"{path}: {total} bytes")


def _sent(response: Response) -> bytes:
    body = response.body()
    kind = response.headers.get("content-type", "")
    already = kind.startswith(("image/png", "font/", "audio/"))
    return body if already else gzip.compress(body)


def visited(
    context: BrowserContext, site: Site, paths: list[str], *, axe: bool = True, **media: Any
) -> list[str]:
    page = context.new_page()
    if media:
        page.emulate_media(**media)
    visit = Visit(page, site)
    for path in paths:
        visit.go(path, axe=axe)
    page.close()
    return visit.problems


def key_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    return str(client.cookies["sessionid"].value)


def test_strangers_pages_are_accessible_on_a_phone_in_light_and_dark(site: Site) -> None:
    with browsing(site, width=360, height=740, tolerate="404") as context:
        problems = visited(context, site, list(STRANGERS), color_scheme="light")
        problems += visited(context, site, list(STRANGERS), color_scheme="dark")
    assert problems == []


def test_the_parts_are_accessible_on_their_page_whichever_way_they_run(
    site: Site, tutor: User
) -> None:
    with browsing(site, session_key=key_of(tutor), width=360, height=740) as context:
        problems = visited(context, site, ["/design?dir=rtl"], color_scheme="light")
        problems += visited(context, site, ["/design"], color_scheme="dark")
    assert problems == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_learners_pages_are_accessible_and_fit(
    site: Site, student: User, width: int, scheme: str
) -> None:
    life = live(student)
    paths = [path(life) for path in LEARNERS]
    with browsing(site, session_key=key_of(student), width=width, height=800) as context:
        problems = visited(context, site, paths, color_scheme=scheme)
    assert problems == []


def test_no_page_is_heavier_than_150_kb_or_loads_from_elsewhere(site: Site, student: User) -> None:
    life = live(student)
    problems: list[str] = []
    for path in [one(life) for one in LEARNERS]:
        # A browser of its own each time: nothing is cached from the page before.
        with browsing(site, session_key=key_of(student), width=360, height=740) as context:
            page = context.new_page()
            visit = Visit(page, site)
            page.goto(path)
            page.wait_for_load_state("load")
            visit.weigh(path)
            problems += visit.problems
    assert problems == []


def test_pages_run_from_right_to_left_without_growing_too_wide(site: Site, student: User) -> None:
    life = live(student)
    with browsing(site, session_key=key_of(student), width=360, height=740) as context:
        context.add_cookies([{"name": "django_language", "value": "ar", "url": site.url}])
        problems = visited(context, site, [path(life) for path in LEARNERS], axe=False)
    assert problems == []
