"""The history in a real browser: filtered, removed and brought back without a reload."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from history.models import Activity
from history.services import history_record
from learnenglish.testing.browser import browsing
from learnenglish.testing.site import Site

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_entry_is_removed_and_brought_back_in_its_place(
    site: Site, client: Client, student: User
) -> None:
    history_record(user=student, kind=Activity.LOOKUP, query="breathe")
    history_record(user=student, kind=Activity.SEARCH, query="conditionals")
    client.force_login(student)
    key = client.cookies["sessionid"].value
    with browsing(site, session_key=key, width=360, height=800) as context:
        page = context.new_page()
        page.goto("/history")
        page.evaluate("window.kept = true")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="Remove “breathe”").click()
        expect(page.get_by_text("“breathe” is removed.")).to_be_visible()
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_role("link", name="breathe", exact=True)).to_be_visible()
        page.get_by_role("link", name="Search", exact=True).click()
        expect(page.get_by_role("link", name="breathe", exact=True)).to_have_count(0)
        expect(page.get_by_role("link", name="conditionals")).to_be_visible()
        assert "kind=SEARCH" in page.url
        assert page.evaluate("window.kept"), "the page was not loaded again"
