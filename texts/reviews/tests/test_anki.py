"""Decks from Anki and for Anki, and files that only look like decks."""

from __future__ import annotations

import io
import random
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from rest_framework.test import APIClient

from accounts.models import User
from accounts.privacy import holdings
from texts.models import TextResource
from texts.reviews.anki.plain import field_plain
from texts.reviews.anki.reading import AnkiError, package_read
from texts.reviews.models import ReviewCard
from texts.reviews.services import card_keep_correction
from texts.reviews.tests.making import card_of
from texts.reviews.tests.packages import collection, package

NOTES = [("breathe", "respirar", "I can <b>breathe</b>."), ("servilleta", "napkin"), ("alone",)]


def send(api: APIClient, content: bytes) -> Any:
    file = SimpleUploadedFile("deck.apkg", content)
    return api.post("/api/reviews/import", {"file": file}, format="multipart")


@pytest.mark.parametrize("name", ["anki2", "anki21", "anki21b"])
def test_a_deck_of_any_age_becomes_private_cards(api: APIClient, student: User, name: str) -> None:
    response = send(api, package(**{name: collection(NOTES)}))
    assert response.json() == {"added": 2, "known": 0, "skipped": 1}
    cards = {card.text: card for card in ReviewCard.objects.filter(user=student)}
    assert set(cards) == {"breathe", "napkin"}
    resource = cards["breathe"].resource
    assert resource is not None
    assert (resource.created_by, resource.provider) == (student, "anki")
    [sense] = resource.content["senses"]
    assert (sense["definition"], sense["examples"]) == ("respirar", ["I can breathe."])
    assert cards["breathe"].origin == "IMPORT"


def test_the_same_deck_again_adds_nothing(api: APIClient, other_api: APIClient) -> None:
    deck = package(anki2=collection(NOTES))
    send(api, deck)
    assert send(api, deck).json() == {"added": 0, "known": 2, "skipped": 1}
    assert send(other_api, deck).json()["added"] == 2


def test_the_newest_collection_in_a_package_counts(api: APIClient) -> None:
    old = collection([("Please update", "your Anki")])
    assert send(api, package(anki2=old, anki21b=collection(NOTES))).json()["added"] == 2
    assert not ReviewCard.objects.filter(text="Please update").exists()


def test_what_goes_out_comes_in_again(
    api: APIClient, other_api: APIClient, student: User, other_student: User
) -> None:
    card_of(student, "sigh")
    card_keep_correction(
        user=student,
        session_id=None,
        original="go",
        corrected="goes",
        explanation="<b>-s</b>",
        category="agreement",
        sentence="She go home.",
        start_ms=0,
        end_ms=1,
    )
    response = api.get("/api/reviews/export")
    assert response["Content-Disposition"].endswith('filename="learn-english.apkg"')
    assert send(other_api, response.content).json() == {"added": 2, "known": 0, "skipped": 0}
    texts = ReviewCard.objects.filter(user=other_student).values_list("text", flat=True)
    assert set(texts) == {"sigh", "She goes home."}


def test_a_copy_of_ones_data_has_the_cards_as_a_deck(student: User) -> None:
    card_of(student, "sigh")
    [reviews] = [holding for holding in holdings() if holding.app == "reviews"]
    files = {file.name: b"".join(file.chunks) for file in reviews.exporter(user=student)}
    assert package_read(io.BytesIO(files["cards.apkg"]), max_notes=5)[0].fields[0] == "sigh"


BIG = b"\0" * (129 * 1024 * 1024)
SELFISH = (
    "ALTER TABLE notes RENAME TO kept",
    "CREATE VIEW notes AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    " SELECT i AS flds FROM n",
)


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 400, "invalid"),
        (b"nothing of the kind", 400, "anki_unreadable"),
        (package(readme=b"hello"), 400, "anki_unreadable"),
        (package(anki2=b"no database"), 400, "anki_unreadable"),
        (package(anki2=b"SQLite format 3\x00" + b"\xff" * 5000), 400, "anki_unreadable"),
        (package(anki2=collection(NOTES))[:-300], 400, "anki_unreadable"),
        (package(anki2=collection([], "DROP TABLE notes")), 400, "anki_unreadable"),
        (package(anki2=collection(NOTES, *SELFISH)), 400, "anki_unreadable"),
        (package(**{"../../collection.anki2": collection(NOTES)}), 400, "anki_unreadable"),
        (package(anki21=collection([(f"w{n}", "x") for n in range(60)])), 400, "anki_too_many"),
    ],
)
@override_settings(REVIEW_ANKI_MAX_CARDS=50)
def test_what_is_no_deck_is_refused_with_a_code(
    api: APIClient, content: bytes, status: int, code: str
) -> None:
    response = send(api, content)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert not TextResource.objects.exists()


@pytest.mark.parametrize("name", ["anki2", "anki21b"])
def test_what_grows_when_it_is_unpacked_is_refused_before_it_has_grown(
    api: APIClient, name: str
) -> None:
    response = send(api, package(**{name: BIG}))
    assert (response.status_code, response.json()["code"]) == (413, "anki_too_large")


@override_settings(REVIEW_ANKI_MAX_MB=1)
def test_a_package_that_is_too_large_is_refused_unread(api: APIClient) -> None:
    response = send(api, b"x" * (1024 * 1024 + 1))
    assert (response.status_code, response.json()["code"]) == (413, "anki_too_large")


def test_a_damaged_package_gives_notes_or_a_code_but_no_fault() -> None:
    chance = random.Random(7)
    good = package(anki21b=collection(NOTES * 20), anki2=collection(NOTES))
    refusals = set()
    for _ in range(300):
        damaged = bytearray(good)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            package_read(io.BytesIO(bytes(damaged)), max_notes=100)
        except AnkiError as error:
            refusals.add(error.code)
    assert refusals == {"anki_unreadable"}


@pytest.mark.parametrize(
    ("field", "plain"),
    [
        ("<div>to <b>breathe</b></div><div>in</div>", "to breathe; in"),
        ("a&nbsp;&amp;&#x20;b[sound:x.mp3]", "a & b"),
        ("{{c1::Paris::city}} is {{c2::big}}", "Paris is big"),
        ("<script>alert(1)</script><style>p{}</style>x", "x"),
        ("<img src=x onerror=alert(1)>word", "word"),
        ("2 < 3", "2 < 3"),
        ("bell\x07 \x00end", "bell end"),
    ],
)
def test_a_field_is_plain_text(field: str, plain: str) -> None:
    assert field_plain(field) == plain


def test_the_page_imports_and_exports(client: Client, student: User) -> None:
    client.force_login(student)
    file = SimpleUploadedFile("deck.apkg", package(anki2=collection(NOTES)))
    html = client.post("/review/import", {"file": file}, follow=True).content.decode()
    assert "2 cards added" in html
    assert client.get("/review/export").content[:2] == b"PK"
    broken = SimpleUploadedFile("deck.apkg", b"PK broken")
    html = client.post("/review/import", {"file": broken}, follow=True).content.decode()
    assert "Export your deck again" in html
    assert "first" in client.post("/review/import", follow=True).content.decode()
