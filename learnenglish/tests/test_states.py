"""States that nobody plans for: errors, nothing there yet, what failed; seen by who wants calm."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.shortcuts import render
from django.test import Client, RequestFactory
from playwright.sync_api import Page, Route, expect

from accounts.models import User
from learnenglish.testing.browser import browsing
from learnenglish.testing.looking import axe_problems, moving, too_wide
from learnenglish.testing.site import Site
from learnenglish.tests.life import live
from learnenglish.views import server_error
from speaking.models import Mode, SessionStatus, SpeakResource

pytestmark = [pytest.mark.embedded, pytest.mark.django_db(transaction=True)]
EMPTY = ("/", "/review", "/review/cards", "/speak/sessions", "/history", "/progress")
OTHER = ("/notifications", "/search?q=qwrtz", "/offline", "/offline/review")
TOO_MANY, BROKEN = "/state/429", "/state/500"


def key_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    return str(client.cookies["sessionid"].value)


def pages_of_errors() -> dict[str, str]:
    """What the site answers when it cannot be made to on demand."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    answers: dict[str, HttpResponse] = {
        TOO_MANY: render(request, "429.html"),
        BROKEN: server_error(request),
    }
    return {path: answer.content.decode() for path, answer in answers.items()}


def problems_of(page: Page, name: str) -> list[str]:
    page.wait_for_load_state("networkidle")
    found = [*axe_problems(page), *too_wide(page), *(f"moves: {one}" for one in moving(page))]
    return [f"{name}: {problem}" for problem in found]


def test_errors_and_empty_pages_are_accessible_fit_and_keep_still(
    site: Site, student: User
) -> None:
    failed = SpeakResource.objects.create(
        user=student,
        mode=Mode.FREE_TALK,
        status=SessionStatus.FAILED,
        error_code="too_short",
        error_message="Too little was recorded.",
    )
    bodies = pages_of_errors()

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(site.url)
        route.fulfill(body=bodies[path], content_type="text/html")

    with browsing(
        site,
        session_key=key_of(student),
        width=360,
        height=740,
        tolerate="status of 404",
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        page.route("**/state/*", answer)
        problems = []
        paths = (*EMPTY, *OTHER, f"/speak/sessions/{failed.pk}", "/none-such", *bodies)
        for path in paths:
            page.goto(path)
            problems += problems_of(page, path)
        problems += wrong_forms(page)
    assert problems == []


def wrong_forms(page: Page) -> list[str]:
    """Forms sent back: what is wrong is said, and has the focus."""
    page.goto("/settings/profile")
    minutes = page.get_by_label("Minutes a day")
    minutes.fill("0")
    page.get_by_role("button", name="Save").click()
    expect(minutes).to_be_focused()
    expect(minutes).to_have_attribute("aria-invalid", "true")
    problems = problems_of(page, "profile, wrong")
    page.goto("/join")
    page.get_by_label("Code").fill("nothing")
    page.get_by_role("button", name="Look").click()
    expect(page.get_by_text("No invitation has this code.")).to_be_visible()
    return problems + problems_of(page, "join, wrong")


def test_every_chart_has_a_title_a_caption_and_its_table(client: Client, student: User) -> None:
    live(student)
    client.force_login(student)
    page = client.get("/progress").content.decode()
    drawn = re.findall(r'data-chart="chart-table-(\w+)"', page)
    assert drawn
    for name in drawn:
        title = rf'<h2 id="chart-{name}">[^<]+</h2>'
        table = rf'<table class="table" id="chart-table-{name}">\s*<caption[^>]*>[^<]+</caption>'
        assert re.search(title, page), name
        assert re.search(table, page), name
