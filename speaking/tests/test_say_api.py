"""Text to speech over HTTP."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import Plan, User
from speaking.speech import MAX_CHARS, speech_key, speech_say
from speaking.speech_cache import FOLDER, PLACE_BYTES, speech_keep, speech_recall
from speaking.tts.base import Speech

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_speech_yet(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def url(text: str, path: str = "/api/speakup/say", **query: str) -> str:
    return f"{path}?{urlencode({'text': text, **query})}"


def speech(audio: bytes) -> Speech:
    return Speech(
        audio=audio,
        content_type="audio/mpeg",
        sample_rate_hz=24_000,
        provider="offline",
        voice="hibari-heart",
    )


def test_an_app_hears_a_text_with_its_token(api: APIClient) -> None:
    response = api.get(url("It was the best of times."))
    assert (response.status_code, response["Content-Type"]) == (200, "audio/mpeg")
    assert response["X-Speech-Provider"] == "offline"
    assert response["X-Speech-Voice"] == "hibari-heart"
    assert len(response.content) > 4_000


@pytest.mark.parametrize("path", ["/api/speakup/say", "/speak/say"])
def test_a_page_hears_a_text_with_its_cookie(client: Client, student: User, path: str) -> None:
    client.force_login(student)
    response = client.get(url("Hello.", path), headers={"Accept": "audio/mpeg"})
    assert (response.status_code, response["Content-Type"]) == (200, "audio/mpeg")


@pytest.mark.parametrize("path", ["/api/speakup/say", "/speak/say"])
def test_nobody_signed_in_hears_nothing(anonymous: APIClient, path: str) -> None:
    response = anonymous.get(url("Hello.", path))
    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"


def test_accent_and_pace_are_chosen(api: APIClient) -> None:
    american = api.get(url("Tomato.", accent="en-US", slow="0"))
    british = api.get(url("Tomato.", accent="en-GB"))
    slow = api.get(url("Tomato.", accent="en-US", slow="1"))
    assert british["X-Speech-Voice"] == "pico-en-GB"
    assert len(slow.content) > len(american.content)
    assert len({american["ETag"], british["ETag"], slow["ETag"]}) == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "text_missing"),
        ("   ", "text_missing"),
        ("?! …", "text_missing"),
        ("😀", "text_missing"),
        ("a" * (MAX_CHARS + 1), "text_too_long"),
        ("привет", "text_not_english"),
        ("Say 你好 to her.", "text_not_english"),
        ("١٢٣", "text_not_english"),
        ("1" * MAX_CHARS, "unspeakable"),
    ],
)
def test_what_cannot_be_said_is_refused_with_a_reason(api: APIClient, text: str, code: str) -> None:
    response = api.get(url(text))
    assert response.status_code == 400
    body = response.json()
    assert (body["code"], body["errors"][0]["field"]) == (code, "text")


def test_an_error_is_json_even_where_sound_was_asked_for(api: APIClient) -> None:
    response = api.get(url(""), headers={"Accept": "audio/mpeg"})
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["code"] == "text_missing"


def test_an_unknown_accent_names_the_field(api: APIClient) -> None:
    response = api.get(url("Hello.", accent="en-AU"))
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == "accent"


def test_the_longest_text_and_foreign_spellings_are_said(api: APIClient) -> None:
    sentence = "The café’s naïve waiter – “René” – said it’s ½ full. "
    text = (sentence * 10)[:MAX_CHARS]
    assert api.get(url(text)).status_code == 200


def test_what_a_browser_has_already_is_not_sent_again(api: APIClient) -> None:
    first = api.get(url("Try again."))
    again = api.get(url("Try again."), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    for response in (first, again):
        assert "private" in response["Cache-Control"]
        assert "max-age=" in response["Cache-Control"]


def test_a_player_that_asks_for_ranges_gets_them(api: APIClient) -> None:
    response = api.get(url("Try again."), headers={"Range": "bytes=0-1"})
    assert (response.status_code, len(response.content)) == (206, 2)


def test_the_same_text_is_spoken_once(api: APIClient) -> None:
    key = speech_key(text="Fail again.")
    assert speech_recall(key) is None
    said = speech_say(text="  Fail \u200b again. ")
    assert speech_recall(key) == said

    # Only what is kept can give this back.
    speech_keep(key, speech(b"from the cache"))
    assert api.get(url("Fail again.")).content == b"from the cache"


def test_the_cache_keeps_to_its_places(settings: Settings) -> None:
    settings.TTS_CACHE_MB = 1
    for number in range(50):
        speech_keep(f"{number:064x}", speech(b"x" * 1_000))
    _, files = default_storage.listdir(FOLDER)
    assert len(files) * PLACE_BYTES == 1024 * 1024
    assert speech_recall(f"{49:064x}") == speech(b"x" * 1_000)
    assert speech_recall(f"{1:064x}") is None


def test_long_speech_is_not_kept() -> None:
    speech_keep("a" * 64, speech(bytes(PLACE_BYTES)))
    assert speech_recall("a" * 64) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"{}\nsound", b"[1]\nx", bytes(100)])
def test_a_broken_entry_is_as_good_as_none(damage: bytes) -> None:
    key = "b" * 64
    speech_keep(key, speech(b"sound"))
    (name,) = default_storage.listdir(FOLDER)[1]
    default_storage.delete(f"{FOLDER}/{name}")
    default_storage.save(f"{FOLDER}/{name}", ContentFile(damage))
    assert speech_recall(key) is None


def test_half_an_entry_is_as_good_as_none() -> None:
    key = "c" * 64
    speech_keep(key, speech(b"sound" * 100))
    (name,) = default_storage.listdir(FOLDER)[1]
    path = Path(default_storage.path(f"{FOLDER}/{name}"))
    path.write_bytes(path.read_bytes()[:-7])
    assert speech_recall(key) is None


def test_without_a_cache_it_speaks_all_the_same(api: APIClient, settings: Settings) -> None:
    settings.TTS_CACHE_MB = 0
    assert api.get(url("Hello.")).status_code == 200


def test_texts_of_who_did_not_agree_to_the_cloud_are_spoken_here(
    api: APIClient, student: User, settings: Settings
) -> None:
    settings.TTS_PROVIDER, settings.OPENAI_API_KEY = "openai", "sk-secret"
    settings.OPENAI_BASE_URL = "http://127.0.0.1:9/v1"
    student.plan, student.cloud_consent = Plan.PREMIUM, False
    student.save()
    response = api.get(url("Hello."))
    assert response.status_code == 200
    assert response["X-Speech-Provider"] == speech_say(text="Hello.").provider


def test_a_provider_out_of_reach_is_503_and_says_when(
    api: APIClient, student: User, settings: Settings
) -> None:
    student.plan, student.cloud_consent = Plan.PREMIUM, True
    student.save()
    settings.TTS_PROVIDER, settings.OPENAI_API_KEY = "openai", "sk-secret"
    settings.OPENAI_BASE_URL = "http://127.0.0.1:9/v1"
    api.raise_request_exception = False
    response = api.get(url("Hello."))
    assert (response.status_code, response.json()["code"]) == (503, "tts_unavailable")
    assert int(response["Retry-After"]) > 0
    assert "127.0.0.1" not in response.content.decode()


def test_the_description_of_the_api_says_that_sound_comes_back(anonymous: APIClient) -> None:
    paths = anonymous.get("/openapi.json").json()["paths"]
    operation = paths["/api/speakup/say"]["get"]
    assert "audio/mpeg" in operation["responses"]["200"]["content"]
    assert {item["name"] for item in operation["parameters"]} >= {"text", "accent", "slow"}
    assert "/speak/say" not in paths
