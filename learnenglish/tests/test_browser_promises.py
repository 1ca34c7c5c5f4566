"""No browser test passes while a page complains, or is refused something by the content policy."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from conftest import PASSWORD
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site

pytestmark = [pytest.mark.embedded, pytest.mark.django_db(transaction=True)]
PATIENCE_MS = 30_000
MISBEHAVE = """
() => {
  const script = document.createElement("script");
  script.textContent = "document.title = 'ran'";
  document.body.append(script);
  console.error("spilt");
  setTimeout(() => { throw new Error("torn"); });
}
"""


def test_what_a_page_complains_of_or_is_refused_fails_its_test(site: Site) -> None:
    with pytest.raises(AssertionError) as failed:
        misbehave(site)
    said = str(failed.value)
    assert [
        text for text in ("script-src-elem refuses inline", "spilt", "torn") if text not in said
    ] == []


def misbehave(site: Site) -> None:
    with browsing(site) as context:
        page = context.new_page()
        page.goto("/offline")
        with context.expect_event("weberror"):
            page.evaluate(MISBEHAVE)
        assert page.title() != "ran"


def test_what_a_test_expects_to_go_wrong_must_go_wrong(site: Site) -> None:
    with (
        pytest.raises(AssertionError, match="expected, and did not come: spilt"),
        browsing(site, tolerate="spilt") as context,
    ):
        context.new_page().goto("/offline")


STAFF = (
    "/docs",
    "/redoc",
    "/admin/",
    "/admin/tutor/students",
    "/admin/accounts/user/",
    "/admin/django_celery_beat/periodictask/add/",
    f"/admin/tutor/students/{uuid4()}",
)


def test_no_page_of_staff_complains_or_loads_from_elsewhere(site: Site, db: None) -> None:
    admin = User.objects.create_superuser("ada@example.com", PASSWORD)
    client = Client()
    client.force_login(admin)
    asked: list[str] = []
    # The last page is not there.
    with browsing(
        site, session_key=client.cookies["sessionid"].value, tolerate="status of 404"
    ) as context:
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        for path in STAFF:
            page.goto(path)
            page.wait_for_load_state("networkidle")
        page.goto("/redoc")
        title = page.get_by_role("heading", name="Learn English")
        expect(title).to_be_visible(timeout=PATIENCE_MS)
    here = (site.url, "data:", "blob:")
    assert [url for url in asked if not url.startswith(here)] == []
    assert client.get("/favicon.ico")["Location"].endswith(".svg")


def test_there_is_no_other_way_to_open_a_browser() -> None:
    root = Path(settings.BASE_DIR)
    apps = ("learnenglish", "accounts", "history", "texts", "speaking", "tutoring")
    files = [path for app in apps for path in (root / app).rglob("*.py")]
    own = root / "learnenglish" / "testing" / "browser.py"
    assert own in files
    opening = re.compile(r"sync_playwright\(|async_playwright\(|\.launch\(")
    assert [
        str(path)
        for path in files
        if path not in (own, Path(__file__)) and opening.search(path.read_text())
    ] == []
