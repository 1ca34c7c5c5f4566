"""The interface in other languages: complete, compiled, and right to left where that is the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polib
import pytest
from django.conf import settings
from django.test import Client

from accounts.models import User
from accounts.notifications.models import NotificationKind
from accounts.notifications.services import notification_send

LOCALE: Path = settings.BASE_DIR / "learnenglish" / "locale"
OTHERS = [code for code, _ in settings.LANGUAGES if code != "en"]
_PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")


def catalogue(code: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / code / "LC_MESSAGES" / "django.po"))


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_translated(code: str) -> None:
    entries = catalogue(code)
    assert [entry.msgid for entry in entries if not entry.translated() and not entry.obsolete] == []
    assert len(entries) > 500


@pytest.mark.parametrize("code", OTHERS)
def test_translations_keep_the_places_of_what_is_filled_in(code: str) -> None:
    assert [entry.msgid for entry in catalogue(code) if not _keeps_places(entry)] == []


def _keeps_places(entry: polib.POEntry) -> bool:
    if not entry.msgid_plural:
        return set(_PLACES.findall(entry.msgstr)) == set(_PLACES.findall(entry.msgid))
    # A plural form may leave the number out: "one card".
    known = set(_PLACES.findall(entry.msgid)) | set(_PLACES.findall(entry.msgid_plural))
    return all(set(_PLACES.findall(form)) <= known for form in entry.msgstr_plural.values())


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_compiled_is_what_is_written(code: str) -> None:
    compiled = polib.mofile(str(LOCALE / code / "LC_MESSAGES" / "django.mo"))
    assert texts_of(compiled) == texts_of(catalogue(code).translated_entries())


def texts_of(entries: Iterable[polib.POEntry | polib.MOEntry]) -> dict[Any, Any]:
    return {(entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in entries}


@pytest.mark.django_db
def test_a_language_that_is_chosen_stays(client: Client, student: User) -> None:
    client.post("/language", {"language": "es", "next": "/"})
    page = client.get("/accounts/login/").content.decode()
    assert '<html lang="es"' in page
    assert "Iniciar sesión" in page


@pytest.mark.django_db
def test_every_language_is_offered_by_its_own_name(client: Client) -> None:
    for language in ("en", "es", "ar"):
        page = client.get("/", headers={"accept-language": language}).content.decode()
        assert [
            name for name in ("English", "Español", "العربيّة") if f">{name}</" not in page
        ] == []


@pytest.mark.django_db
def test_arabic_pages_run_from_right_to_left(client: Client) -> None:
    client.post("/language", {"language": "ar", "next": "/"})
    assert 'dir="rtl"' in client.get("/").content.decode()


@pytest.mark.django_db
def test_the_browsers_own_language_is_taken_until_one_is_chosen(client: Client) -> None:
    page = client.get("/", headers={"accept-language": "es-MX,es;q=0.9"})
    assert '<html lang="es"' in page.content.decode()
    assert "Accept-Language" in page["Vary"]


@pytest.mark.django_db
def test_nobody_is_sent_elsewhere_by_the_choice_of_a_language(client: Client) -> None:
    answer = client.post("/language", {"language": "es", "next": "https://evil.example/"})
    assert answer["Location"] == "/"


@pytest.mark.django_db
def test_the_bell_counts_where_plurals_are_reckoned(client: Client, student: User) -> None:
    for key in ("one", "two", "three"):
        notification_send(user=student, kind=NotificationKind.FEEDBACK, key=key, payload={})
    client.force_login(student)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"
    page = client.get("/settings/profile")
    assert page.status_code == 200
    assert 'data-unread="3"' in page.content.decode()
