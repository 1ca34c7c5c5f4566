"""Finished recordings that come as files."""

from __future__ import annotations

import io
import random
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from history.models import UserHistory
from speaking.models import SessionStatus, SpeakResource
from speaking.spool import spool_of
from speaking.stt.base import BYTES_PER_MS
from speaking.tests.encoding import FORMATS, encoded
from speaking.tests.recordings import BECKETT, recording, word_error_rate
from speaking.uploads import UploadError, copy_bounded, recording_decode

MAX_MS = 60_000


def decode(data: bytes, max_ms: int = MAX_MS) -> tuple[bytes, bool]:
    decoded = recording_decode(io.BytesIO(data), max_ms=max_ms)
    return decoded.pcm, decoded.damaged


@pytest.fixture(scope="module")
def beckett() -> bytes:
    return recording("beckett")


# --- Decoding -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_that_devices_record_is_read(beckett: bytes, name: str) -> None:
    pcm, damaged = decode(encoded(beckett, name))
    assert not damaged
    assert len(pcm) == pytest.approx(len(beckett), abs=150 * BYTES_PER_MS)


@pytest.mark.parametrize("name", ["webm", "m4a fragmented", "mp3", "wav", "flac", "ogg"])
def test_a_file_that_breaks_off_gives_what_came_before(beckett: bytes, name: str) -> None:
    data = encoded(beckett, name)
    pcm, _ = decode(data[: len(data) // 2])
    assert len(beckett) * 0.3 < len(pcm) < len(beckett) * 0.7


def test_an_mp4_without_its_index_is_unreadable(beckett: bytes) -> None:
    data = encoded(beckett, "mp4")
    with pytest.raises(UploadError) as refused:
        decode(data[: len(data) // 2])
    assert refused.value.code == "recording_unreadable"


@pytest.mark.parametrize("name", FORMATS)
def test_damage_anywhere_ends_quickly_and_cleanly(beckett: bytes, name: str) -> None:
    data = encoded(beckett[: 4_000 * BYTES_PER_MS], name)
    dice = random.Random(name)
    for _ in range(15):
        broken = bytearray(data)
        for _ in range(dice.choice((1, 5, 50))):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        began = time.monotonic()
        with suppress(UploadError):
            pcm, _ = decode(bytes(broken))
            assert len(pcm) <= MAX_MS * BYTES_PER_MS
        assert time.monotonic() - began < 10


@pytest.mark.parametrize("name", FORMATS)
def test_too_long_is_noticed_while_decoding(beckett: bytes, name: str) -> None:
    with pytest.raises(UploadError) as refused:
        decode(encoded(beckett, name), max_ms=3_000)
    assert refused.value.code == "recording_too_long"


def test_a_sample_rate_of_one_does_not_become_hours_of_sound(beckett: bytes) -> None:
    data = bytearray(encoded(beckett, "wav"))
    data[24:32] = struct.pack("<II", 1, 2)
    with pytest.raises(UploadError) as refused:
        decode(bytes(data))
    assert refused.value.code == "recording_unsupported"


@pytest.fixture
def bait() -> Iterator[tuple[int, list[bytes]]]:
    """A port, and what has connected to it."""
    caught: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            try:
                while True:
                    client, _ = server.accept()
                    caught.append(client.recv(100))
                    client.close()
            except OSError:
                return

        thread = threading.Thread(target=serve, name="bait", daemon=True)
        thread.start()
        yield server.getsockname()[1], caught
        server.shutdown(socket.SHUT_RDWR)
    thread.join()


def disguises(port: int) -> dict[str, bytes]:
    """Files that make FFmpeg open other files, or connections."""
    playlist = f"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:{port}/a.ts\n".encode()
    description = f"v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio {port} RTP/AVP 0\n".encode()
    return {
        "sdp": description,
        "hls": playlist,
        "concat": b"ffconcat version 1.0\nfile /etc/passwd\n",
        "dash": b'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"></MPD>',
        "text": b"hello " * 100,
        "picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "hls after an ID3 tag": b"ID3\x04\0\0\0\0\0\0" + playlist,
        "hls in a WAV's clothes": b"RIFF\0\0\0\0WAVE" + playlist,
        "hls in an MP4's clothes": b"\0\0\0\x14ftypisom\0\0\0\0isom" + playlist,
        "hls in a WebM's clothes": b"\x1a\x45\xdf\xa3" + playlist,
        "hls in an Ogg's clothes": b"OggS\0\2" + bytes(20) + playlist,
        "hls in a FLAC's clothes": b"fLaC" + playlist,
    }


@pytest.mark.parametrize("name", disguises(0))
def test_a_disguised_file_is_refused_and_nothing_is_fetched(
    bait: tuple[int, list[bytes]], name: str
) -> None:
    port, caught = bait
    with pytest.raises(UploadError) as refused:
        decode(disguises(port)[name])
    assert refused.value.code in {"recording_unsupported", "recording_unreadable"}
    assert caught == []


def test_copying_stops_at_the_limit() -> None:
    source = io.BytesIO(bytes(10 * 1024 * 1024))
    with pytest.raises(UploadError) as refused:
        copy_bounded(source, io.BytesIO(), max_bytes=1024 * 1024)
    assert refused.value.code == "recording_too_large"
    assert source.tell() < 2 * 1024 * 1024


# --- Over HTTP ----------------------------------------------------------------------------------


@pytest.fixture
def session(student: User) -> SpeakResource:
    return SpeakResource.objects.create(user=student)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("name", "content_type"),
    [("webm", "audio/webm;codecs=opus"), ("mp4", "audio/mp4"), ("wav", "application/octet-stream")],
)
def test_an_uploaded_recording_gets_its_result(
    api: APIClient, session: SpeakResource, beckett: bytes, name: str, content_type: str
) -> None:
    url = f"/api/speakup/sessions/{session.pk}/audio"
    response = api.put(url, encoded(beckett, name), content_type=content_type)
    assert response.status_code == 202
    body = response.json()
    assert body["status_url"] == response["Location"]
    assert body["duration_ms"] == pytest.approx(len(beckett) / BYTES_PER_MS, abs=150)
    assert body["session_id"] == str(session.pk)

    status = api.get(body["status_url"]).json()
    assert status["status"] in {"PROCESSING", "COMPLETED"}
    if status["status"] == "COMPLETED":
        result = api.get(f"/api/speakup/sessions/{session.pk}").json()
        assert word_error_rate(BECKETT, result["transcript"]["text"]) <= 0.1
        assert result["audio_url"]
        assert UserHistory.objects.filter(speak_resource=session).count() == 1
        assert spool_of(session.pk).read() == b""


REFUSED = [
    (b"", 400, "recording_empty"),
    (b"hello", 415, "recording_unsupported"),
    (b"RIFF\0\0\0\0WAVEjunk", 400, "recording_unreadable"),
    (encoded(bytes(100 * BYTES_PER_MS), "wav"), 400, "recording_too_short"),
    (encoded(bytes(5_000 * BYTES_PER_MS), "flac"), 400, "recording_too_long"),
    (b"RIFF" + bytes(3 * 1024 * 1024), 413, "recording_too_large"),
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("data", "status", "code"), REFUSED, ids=[case[2] for case in REFUSED])
def test_what_is_no_recording_is_refused_and_the_session_stays_open(
    api: APIClient,
    session: SpeakResource,
    settings: Settings,
    data: bytes,
    status: int,
    code: str,
) -> None:
    settings.SPEAK_MAX_DURATION_MS, settings.SPEAK_UPLOAD_MAX_BYTES = 4_000, 2 * 1024 * 1024
    url = f"/api/speakup/sessions/{session.pk}/audio"
    response = api.put(url, data, content_type="audio/wav")
    assert (response.status_code, response.json()["code"]) == (status, code)
    session.refresh_from_db()
    assert (session.status, session.audio.name) == (SessionStatus.CREATED, "")
    assert spool_of(session.pk).read() == b""


@pytest.mark.django_db
def test_a_session_takes_one_recording(
    api: APIClient, session: SpeakResource, beckett: bytes
) -> None:
    url = f"/api/speakup/sessions/{session.pk}/audio"
    data = encoded(beckett[: 2_000 * BYTES_PER_MS], "wav")
    assert api.put(url, data, content_type="audio/wav").status_code == 202
    kept = spool_of(session.pk).read()
    again = api.put(url, data[:40_000], content_type="audio/wav")
    assert (again.status_code, again.json()["code"]) == (409, "session_started")
    assert spool_of(session.pk).read() == kept
    spool_of(session.pk).delete()


@pytest.mark.django_db
def test_nobody_sends_a_recording_for_somebody_else(
    other_api: APIClient, anonymous: APIClient, session: SpeakResource, beckett: bytes
) -> None:
    url = f"/api/speakup/sessions/{session.pk}/audio"
    data = encoded(beckett, "wav")
    assert other_api.put(url, data, content_type="audio/wav").json()["code"] == "not_found"
    assert anonymous.put(url, data, content_type="audio/wav").status_code == 401
    assert spool_of(session.pk).read() == b""


@pytest.mark.django_db
def test_a_file_that_breaks_off_is_kept_as_far_as_it_goes(
    api: APIClient, session: SpeakResource, beckett: bytes
) -> None:
    data = encoded(beckett, "webm")
    url = f"/api/speakup/sessions/{session.pk}/audio"
    response = api.put(url, data[: len(data) // 2], content_type="audio/webm")
    assert response.status_code == 202
    assert 3_000 < response.json()["duration_ms"] < 7_000
    assert response.json()["duration_ms"] == len(spool_of(session.pk).read()) // BYTES_PER_MS
    session.refresh_from_db()
    assert session.status == SessionStatus.PROCESSING
    spool_of(session.pk).delete()


@pytest.mark.django_db
def test_what_a_dead_process_left_is_not_mixed_in(
    api: APIClient, session: SpeakResource, beckett: bytes
) -> None:
    left = spool_of(session.pk)
    left.open(1)
    left.append(b"\1" * 3_200)
    left.close()
    url = f"/api/speakup/sessions/{session.pk}/audio"
    data = encoded(beckett[: 2_000 * BYTES_PER_MS], "wav")
    assert api.put(url, data, content_type="audio/wav").status_code == 202
    assert spool_of(session.pk).read() == beckett[: 2_000 * BYTES_PER_MS]
    spool_of(session.pk).delete()
