"""The site without a network: the shell is there, reviews go on, nobody's pages stay behind."""

from __future__ import annotations

import json
import re
import shutil
import struct
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import User
from conftest import running_site
from learnenglish.common.bundles import HashedModulesStorage
from learnenglish.pwa import FILES, MODULES
from learnenglish.testing.browser import browsing
from learnenglish.testing.looking import axe_problems
from learnenglish.testing.site import Site
from texts.reviews.models import Rating, ReviewLog
from texts.reviews.tests.making import card_of

HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")
pytestmark = pytest.mark.django_db(transaction=True)
REPLACED = """
async (old) => {
  const replaced = async () => {
    const names = await caches.keys();
    return names.length === 1 && names[0] !== old;
  };
  while (!(await replaced())) await new Promise(requestAnimationFrame);
}
"""
DEVICE_CARDS = """
async (count) => {
  const { cardsAll } = await import("/static/js/offline/store.js");
  while ((await cardsAll()).length !== count) await new Promise(requestAnimationFrame);
}
"""


def test_a_phone_finds_what_it_needs_to_install_the_site(client: Client) -> None:
    manifest = client.get("/manifest.webmanifest").json()
    assert (manifest["start_url"], manifest["display"]) == ("/", "standalone")
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    assert {shot["form_factor"] for shot in manifest["screenshots"]} == {"narrow", "wide"}
    for picture in (*manifest["icons"], *manifest["screenshots"]):
        assert picture["sizes"] == size_of(picture["src"]), picture["src"]
    anyone = [client.get(shortcut["url"]).status_code for shortcut in manifest["shortcuts"]]
    assert anyone == [302, 302, 302]
    page = client.get("/").content.decode()
    for scheme in ("light", "dark"):
        assert f'media="(prefers-color-scheme: {scheme})"' in page


def size_of(address: str) -> str:
    """Width and height stand in the head of a PNG."""
    path = finders.find(address.removeprefix(settings.STATIC_URL))
    assert path, address
    return "{}x{}".format(*struct.unpack(">II", Path(path).read_bytes()[16:24]))


def test_the_service_worker_keeps_what_its_pages_load(client: Client) -> None:
    text = client.get("/sw.js").content.decode()
    kept = json.loads(re.findall(r"PRECACHE = (\[.*?\]);", text)[0])
    for page in ("/offline", "/offline/review"):
        html = client.get(page).content.decode()
        loaded = re.findall(r'(?:src|href)="(/static/[^"#]+)', html)
        assert sorted(set(loaded) - set(kept)) == []
    imported = {
        f"js/offline/{name}"
        for name in re.findall(r'from "\./(.+?)"', open_text("js/offline/review.js"))
    }
    assert imported == set(MODULES)


def test_a_release_names_every_module_by_what_is_in_it(tmp_path: Path) -> None:
    source = settings.BASE_DIR / "static" / "js"
    shutil.copytree(source, tmp_path / "js")
    storage = HashedModulesStorage(location=tmp_path, base_url="/static/")
    names = [str(path.relative_to(tmp_path)) for path in (tmp_path / "js").rglob("*.js")]
    made = list(storage.post_process({name: (storage, name) for name in names}))
    assert [error for *_, error in made if isinstance(error, Exception)] == []
    hashed = [path for path in (tmp_path / "js").rglob("*.js") if HASHED.search(path.name)]
    assert len(hashed) >= len(names)
    imported = {
        (path.parent / name).resolve()
        for path in hashed
        for name in re.findall(r'(?:from|import) ?"(\..+?)"', path.read_text())
    }
    assert len(imported) > 10
    assert [
        str(path) for path in imported if not (HASHED.search(path.name) and path.exists())
    ] == []


def open_text(name: str) -> str:
    path = finders.find(name)
    assert path, name
    return Path(path).read_text()


def test_the_shell_is_nobodys(client: Client, student: User) -> None:
    client.force_login(student)
    for page in ("/offline", "/offline/review"):
        html = client.get(page).content.decode()
        assert student.email not in html
        assert student.display_name not in html
        assert "csrf" not in html.lower()


def test_every_file_of_the_shell_is_there() -> None:
    assert [name for name in (*FILES, *MODULES) if not finders.find(name)] == []


def test_a_new_version_takes_the_old_one_s_place_and_speaks_the_reader_s_language(
    site: Site, student: User
) -> None:
    client = Client()
    client.force_login(student)
    key = client.cookies["sessionid"].value
    with browsing(site, session_key=key, width=360, height=740) as context:
        page = context.new_page()
        page.goto("/settings/profile")
        page.evaluate("() => navigator.serviceWorker.ready")
        (old,) = page.evaluate("() => caches.keys()")
        # Another language is another version of the shell, as a release is.
        page.locator("footer").get_by_role("button", name="Español").click()
        expect(page.get_by_role("heading", name="Ajustes")).to_be_visible()
        page.evaluate(REPLACED, old)
        context.set_offline(True)
        page.goto("/history")
        expect(page.get_by_role("heading", name="No tienes conexión")).to_be_visible()
        assert page.locator("html").get_attribute("lang") == "es"
        assert axe_problems(page) == []


def answer(page: Page, text: str, rating: str) -> None:
    page.locator("[name=answer]").fill(text)
    page.get_by_role("button", name="Check").click()
    page.get_by_role("button", name=rating).click()


def test_reviews_go_on_without_a_network_and_arrive_when_it_is_back(student: User) -> None:
    for word in ("sigh", "yawn"):
        card_of(student, word)
    client = Client()
    client.force_login(student)
    key = client.cookies["sessionid"].value
    # Daphne closes sockets without a word, as a network does that fails.
    with running_site("daphne") as site:
        port = site.port
        # The browser logs what fails without a network: that is the point here.
        context_of = browsing(
            site,
            session_key=key,
            width=360,
            height=740,
            tolerate="ERR_CONNECTION_REFUSED|WebSocket connection",
        )
        context = context_of.__enter__()
        page = context.new_page()
        page.goto("/review")
        page.evaluate("() => navigator.serviceWorker.ready")
        page.evaluate(DEVICE_CARDS, 2)
    try:
        page.goto("/history")
        expect(page.get_by_role("heading", name="You are offline")).to_be_visible()
        page.get_by_role("link", name="Review now").click()
        expect(page.get_by_test_id("offline-review")).to_be_visible()
        answer(page, "sigh", "Good")
        answer(page, "yanw", "Again")
        expect(page.get_by_role("heading", name="Done for now")).to_be_visible()
        with running_site("daphne", port=port):
            # A site that has just come up answers its first request slowly.
            page.request.get(f"{site.url}/review")
            page.goto("/review")
            arrived = page.get_by_text("The answers you gave offline have arrived.")
            expect(arrived).to_be_visible(timeout=30_000)
            # A site that ends while the bell asks would be an error of the test's own.
            page.wait_for_load_state("networkidle")
    finally:
        context_of.__exit__(None, None, None)
    ratings = ReviewLog.objects.order_by("reviewed_at").values_list("rating", flat=True)
    assert list(ratings) == [Rating.GOOD, Rating.AGAIN]
