"""The speaking endpoints."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import User
from speaking.models import Mode, SessionStatus, SpeakResource, Topic
from speaking.seeding import topics_seed
from speaking.sound import wav_write

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic(db: None) -> Topic:
    return Topic.objects.create(
        slug="sea",
        title="The sea",
        mode=Mode.READ_ALOUD,
        level="A2",
        summary="Read about the sea.",
        prompt="Read.",
        reference_text="The sea is calm today.",
    )


@pytest.fixture
def recorded(student: User) -> SpeakResource:
    session = SpeakResource.objects.create(user=student, status=SessionStatus.COMPLETED)
    session.audio = default_storage.save("recordings/x.wav", ContentFile(wav_write(b"\0\1" * 8000)))
    session.save()
    return session


def test_topics_are_listed_and_filtered(api: APIClient, topic: Topic) -> None:
    assert api.get("/api/speakup/topics").json()["results"][0]["slug"] == "sea"
    assert api.get("/api/speakup/topics?mode=role_play").json()["results"] == []


def test_a_session_takes_mode_and_text_from_its_topic(api: APIClient, topic: Topic) -> None:
    response = api.post("/api/speakup/sessions", {"topic_id": str(topic.pk)})
    assert response.status_code == 201
    body = response.json()
    assert (body["mode"], body["reference_text"]) == ("read_aloud", "The sea is calm today.")
    assert (body["status"], body["transcript"]) == ("CREATED", None)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"topic_id": str(uuid4())}, "topic_id"),
        ({"mode": "read_aloud"}, "reference_text"),
        ({"mode": "singing"}, "mode"),
        ({"mode": "read_aloud", "reference_text": "x" * 4000}, "reference_text"),
    ],
)
def test_a_session_that_cannot_be_names_the_field(
    api: APIClient, body: dict[str, str], field: str
) -> None:
    response = api.post("/api/speakup/sessions", body)
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == field


def test_somebody_elses_session_is_not_there(other_api: APIClient, recorded: SpeakResource) -> None:
    for path in ("", "/status", "/audio"):
        url = f"/api/speakup/sessions/{recorded.pk}{path}"
        assert other_api.get(url).json()["code"] == "not_found"
    assert other_api.delete(f"/api/speakup/sessions/{recorded.pk}").status_code == 404


def test_a_recording_is_heard_through_its_signed_url_without_signing_in(
    api: APIClient, client: Client, recorded: SpeakResource
) -> None:
    url = api.get(f"/api/speakup/sessions/{recorded.pk}/audio").json()["url"]
    response = client.get(url)
    assert response["Content-Type"] == "audio/wav"
    assert response.content[:4] == b"RIFF"


@pytest.mark.parametrize(
    ("asked", "status", "length"),
    [
        ("bytes=0-99", 206, 100),
        ("bytes=16000-", 206, 44),
        ("bytes=-10", 206, 10),
        ("bytes=99999-", 416, 0),
        ("bytes=nonsense", 200, 16044),
    ],
)
def test_a_player_seeks_in_a_recording(
    api: APIClient, client: Client, recorded: SpeakResource, asked: str, status: int, length: int
) -> None:
    url = api.get(f"/api/speakup/sessions/{recorded.pk}/audio").json()["url"]
    response = client.get(url, headers={"Range": asked})
    assert (response.status_code, len(response.content)) == (status, length)


def test_a_made_up_audio_address_is_not_found(client: Client, db: None) -> None:
    assert client.get("/speak/audio/made-up").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_deleting_a_session_deletes_its_recording(api: APIClient, recorded: SpeakResource) -> None:
    assert api.delete(f"/api/speakup/sessions/{recorded.pk}").status_code == 204
    assert not default_storage.exists(str(recorded.audio.name))
    assert api.get(f"/api/speakup/sessions/{recorded.pk}").status_code == 404


def test_topics_are_seeded_again_without_doubling(db: None) -> None:
    count = topics_seed()
    first = Topic.objects.order_by("slug").first()
    assert first is not None
    Topic.objects.filter(pk=first.pk).update(title="Changed")
    assert topics_seed() == count == Topic.objects.count()
    assert Topic.objects.get(slug=first.slug).pk == first.pk
    assert Topic.objects.get(slug=first.slug).title == first.title


def test_every_mode_has_topics_on_every_level(db: None) -> None:
    topics_seed()
    found = set(Topic.objects.values_list("mode", "level"))
    assert found >= {(mode, level) for mode in Mode.values for level in ("A1", "A2", "B1", "B2")}


@pytest.mark.parametrize("path", ["/speak", "/speak?mode=role_play&level=A2", "/speak/sessions"])
def test_pages_answer(client: Client, student: User, recorded: SpeakResource, path: str) -> None:
    client.force_login(student)
    assert client.get(path).status_code == 200


def test_session_pages_are_their_owners_alone(
    client: Client, student: User, other_student: User, recorded: SpeakResource
) -> None:
    url = f"/speak/sessions/{recorded.pk}"
    client.force_login(student)
    assert client.get(url).status_code == 200
    client.force_login(other_student)
    assert client.get(url).status_code == 404
    assert client.post(f"{url}/delete").status_code == 404
