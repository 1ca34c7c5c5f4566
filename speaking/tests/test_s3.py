"""Recordings in S3, as the settings for it make them: a bucket of moto's server over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from django.conf import settings as configured
from django.core.files.storage import default_storage
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import User
from learnenglish.common.object_store import FilesAway
from learnenglish.health import health_check
from learnenglish.releasing import bucket_ensure
from learnenglish.testing.aws import aws_server
from learnenglish.testing.site import free_port
from speaking.models import SessionStatus, SpeakResource
from speaking.pipeline import Step, step_run
from speaking.selectors import session_audio_url, session_peaks_url
from speaking.sound import wav_read
from speaking.speech import speech_key, speech_say
from speaking.speech_cache import speech_recall
from speaking.spool import spool_of
from speaking.tests.sessions import abandoned, finished_session

pytestmark = pytest.mark.django_db(transaction=True)
BUCKET = "learn-recordings"
PCM = bytes(range(256)) * 125


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with aws_server() as url:
        yield url


def aws_environment(endpoint: str) -> dict[str, str]:
    return {
        "S3_BUCKET": BUCKET,
        "AWS_S3_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
    }


@pytest.fixture(scope="module")
def made_by_settings(endpoint: str) -> dict[str, Any]:
    """What the settings make of the variables, read in a process that has them."""
    program = (
        "import json, django; from django.conf import settings as s; django.setup()\n"
        "media = s.CONTENT_SECURITY_POLICY['DIRECTIVES']['media-src']\n"
        "print(json.dumps({'files': s.STORAGES['default'], 'media': [str(m) for m in media]}))"
    )
    environment = {**os.environ, **aws_environment(endpoint)}
    environment["DJANGO_SETTINGS_MODULE"] = "learnenglish.settings"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=configured.BASE_DIR,
        capture_output=True,
        check=True,
    )
    made: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return made


@pytest.fixture(autouse=True)
def bucket(endpoint: str, made_by_settings: dict[str, Any], settings: Settings) -> Iterator[Any]:
    """An empty bucket, in use."""
    s3 = boto3.session.Session().resource(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    found = s3.Bucket(BUCKET)
    found.create()
    found.objects.all().delete()
    settings.STORAGES = {**configured.STORAGES, "default": made_by_settings["files"]}
    settings.S3_BUCKET = BUCKET
    yield found
    # The connections that are kept open for the next call.
    default_storage.connection.meta.client.close()  # type: ignore[attr-defined]
    s3.meta.client.close()


@pytest.fixture
def finished(student: User) -> SpeakResource:
    return finished_session(student, PCM)


def names(bucket: Any) -> list[str]:
    return [item.key for item in bucket.objects.all()]


def test_a_recording_is_stored_in_the_bucket(finished: SpeakResource, bucket: Any) -> None:
    assert names(bucket) == [f"recordings/{finished.user_id}/{finished.pk}.wav"]
    assert wav_read(bucket.Object(finished.audio.name).get()["Body"].read()).pcm == PCM


def test_its_signed_url_plays_it_without_signing_in(
    api: APIClient, finished: SpeakResource
) -> None:
    url = api.get(f"/api/speakup/sessions/{finished.pk}/audio").json()["url"]
    query = parse_qs(urlsplit(url).query)
    assert query["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert 0 < int(query["X-Amz-Expires"][0]) <= 3_600
    with urllib.request.urlopen(url, timeout=10) as response:
        assert wav_read(response.read()).pcm == PCM
    part = urllib.request.Request(url, headers={"Range": "bytes=0-3"})
    with urllib.request.urlopen(part, timeout=10) as response:
        assert (response.status, response.read()) == (206, b"RIFF")


def test_the_page_may_play_from_where_the_url_leads(
    finished: SpeakResource, made_by_settings: dict[str, Any]
) -> None:
    url = urlsplit(session_audio_url(finished) or "")
    assert f"{url.scheme}://{url.netloc}" in made_by_settings["media"]


def test_while_s3_is_away_that_is_told_soon_and_the_rest_goes_on(
    api: APIClient, finished: SpeakResource, settings: Settings, made_by_settings: dict[str, Any]
) -> None:
    files = made_by_settings["files"]
    nowhere = {**files["OPTIONS"], "endpoint_url": f"http://127.0.0.1:{free_port()}"}
    settings.STORAGES = {**configured.STORAGES, "default": {**files, "OPTIONS": nowhere}}
    with pytest.raises(FilesAway):
        default_storage.open(str(finished.audio.name))
    storage = next(part for part in health_check() if part.name == "storage")
    assert (storage.status, storage.needed) == ("down", False)
    peaks = api.get(session_peaks_url(finished) or "")
    assert peaks.status_code == 503
    assert int(peaks["Retry-After"]) > 0
    assert api.get(f"/api/speakup/sessions/{finished.pk}").json()["status"] == "COMPLETED"
    assert api.post("/api/process-text", {"text": "gave up"}).status_code == 200
    settings.CELERY_TASK_ALWAYS_EAGER = True
    waiting = abandoned(finished.user, PCM, status=SessionStatus.PROCESSING)
    step_run(session_id=waiting.pk, step=Step.STORE)
    waiting.refresh_from_db()
    # Tried again later, with what is in the spool.
    assert (waiting.status, waiting.attempts) == (SessionStatus.PROCESSING, 1)
    assert "FilesAway" in waiting.error_message
    assert spool_of(waiting.pk).read() == PCM
    spool_of(waiting.pk).delete()
    # The row goes; the daily search for orphans finds the file.
    assert api.delete(f"/api/speakup/sessions/{finished.pk}").status_code == 204


def test_deleting_a_session_deletes_its_recording_from_the_bucket(
    api: APIClient, finished: SpeakResource, bucket: Any
) -> None:
    url = session_audio_url(finished) or ""
    assert api.delete(f"/api/speakup/sessions/{finished.pk}").status_code == 204
    assert names(bucket) == []
    with pytest.raises(urllib.error.HTTPError) as gone:
        urllib.request.urlopen(url, timeout=10)
    gone.value.close()
    assert gone.value.code == 404


def test_speech_is_kept_in_the_bucket_and_its_place_reused(bucket: Any) -> None:
    key = speech_key(text="Try again.")
    assert speech_recall(key) is None
    said = speech_say(text="Try again.")
    assert speech_recall(key) == said
    (name,) = names(bucket)
    with default_storage.open(name, "wb") as file:
        file.write(b"broken")
    assert speech_recall(key) is None
    assert speech_say(text="Try again.") == said
    assert names(bucket) == [name]


def test_a_release_makes_the_bucket_of_a_server_of_ones_own_once(
    bucket: Any, endpoint: str, settings: Settings
) -> None:
    settings.AWS_S3_ENDPOINT_URL = endpoint
    bucket.delete()
    assert bucket_ensure()
    assert not bucket_ensure()
    assert names(bucket) == []
