"""The design holds together: contrast, no rule for nothing, one value for a colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import User
from learnenglish.design.tokens import (
    colours_of,
    contrast_ratio,
    contrasts_of,
    tokens_read,
)

STYLES = settings.BASE_DIR / "static" / "css"
READERS = (
    "templates",
    "static/js",
    "accounts",
    "history",
    "learnenglish",
    "speaking",
    "texts",
    "tutoring",
)
# Put together from a value: review-<type>, player-mark-<kind>, p-tone-<number>.
MADE_UP = ("review-", "player-mark-", "p-tone-")
# What htmx puts on an element while it waits.
THEIRS = {"htmx-request"}


def text_of_rules(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast_ratio("#000", "#ffffff") == 21
    assert contrast_ratio("#777777", "#fff") == 4.47


def test_every_colour_can_be_read_on_what_it_lies_on_in_light_and_dark() -> None:
    assert [pair for pair in contrasts_of(colours_of(tokens_read())) if not pair.is_enough] == []


def test_every_token_is_used_and_every_used_one_exists() -> None:
    text = "".join(text_of_rules(path) for path in STYLES.glob("*.css"))
    scripts = "".join(path.read_text() for path in (settings.BASE_DIR / "static/js").rglob("*.js"))
    tokens = set(tokens_read())
    assert {
        one for one in tokens if f"var(--{one})" not in text and f"--{one}" not in scripts
    } == set()
    ours = "".join(
        text_of_rules(path) for path in STYLES.glob("*.css") if "portal" not in path.name
    )
    set_there = set(re.findall(r"--([\w-]+):", ours))
    # A second value after a comma is for where the first is not set.
    assert set(re.findall(r"var\(--([\w-]+)\)", ours)) - set_there == set()


def test_the_portal_has_the_colours_of_the_site() -> None:
    """Its names are its own where they differ; the same name is the same colour."""
    portal = text_of_rules(STYLES / "portal.css")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#\w+);", portal.split(start, 1)[1].split("}", 1)[0]))
        for start in ("\n.portal {", ".dark .portal {")
    )
    differ = {"marker", "on-marker", "line-strong"}
    for colour in colours_of(tokens_read()):
        if colour.name in light and colour.name not in differ:
            assert (light[colour.name], dark[colour.name]) == (colour.light, colour.dark), (
                colour.name
            )


def test_no_class_has_a_rule_that_nothing_carries() -> None:
    words: set[str] = set()
    for folder in READERS:
        for path in (settings.BASE_DIR / folder).rglob("*"):
            if path.suffix in (".html", ".js", ".py"):
                words |= set(re.findall(r"[\w-]+", path.read_text()))
    dead = []
    for path in sorted(STYLES.glob("*.css")):
        selectors = " ".join(re.findall(r"([^{}]+)\{", text_of_rules(path)))
        for name in sorted(set(re.findall(r"\.([a-z][\w-]*)", selectors)) - words - THEIRS):
            if not name.startswith(MADE_UP):
                dead.append(f"{path.name}: .{name}")
    assert dead == []


@pytest.mark.django_db
def test_the_component_page_shows_every_part(client: Client, tutor: User) -> None:
    client.force_login(tutor)
    page = client.get("/design?dir=rtl").content.decode()
    for part in (
        "button-danger", "chip", "badge-level", "field-check", "aria-invalid", "note-bad", "toast",
        "empty", "skeleton", "card-link", "rows-item", "table", "fold", "book-part", "ring", "bar",
        "chart-box", "chart-empty", "player-wave", "review-question", "review-grades", "menu",
    ):  # fmt: skip
        assert f'"{part}' in page or f" {part}" in page, part
    assert 'dir="rtl"' in page
    assert client.get("/design/peaks").json()["peaks"]
