"""How long sound is kept, and what is found of what was left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings as configured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from redis import Redis
from rest_framework.test import APIClient

from accounts.models import User
from speaking.models import SpeakResource
from speaking.orphans import orphans_find, orphans_remove
from speaking.recordings import recordings_expire, recordings_trim
from speaking.services import session_delete
from speaking.spool import spool_of
from speaking.spool.file import FileSpool
from speaking.spool.redis import spool_key
from speaking.tests.sessions import abandoned, finished_session

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _nothing_of_other_tests(settings: Settings, tmp_path: Path) -> None:
    """Files and spools that other tests left would be found here once they are old enough."""
    settings.MEDIA_ROOT = tmp_path / "media"
    if settings.REDIS_URL:
        redis = Redis.from_url(settings.REDIS_URL)
        for key in redis.scan_iter(spool_key("*", "*")):
            redis.delete(key)
        redis.close()


SECOND = bytes(32_000)
LONG_AGO = timedelta(days=40)


def made_long_ago(session: SpeakResource) -> SpeakResource:
    SpeakResource.objects.filter(pk=session.pk).update(created_at=timezone.now() - LONG_AGO)
    return session


# --- retention ---------------------------------------------------------------------------------
def test_sound_goes_after_its_days_and_the_result_stays(
    student: User, api: APIClient, settings: Settings
) -> None:
    old, new = made_long_ago(finished_session(student, SECOND)), finished_session(student, SECOND)
    name = str(old.audio.name)
    settings.RECORDINGS_KEEP_DAYS = 30
    assert recordings_expire() == 1
    assert not default_storage.exists(name)
    assert default_storage.exists(str(new.audio.name))
    result = api.get(f"/api/speakup/sessions/{old.pk}").json()
    assert (result["audio_url"], result["status"]) == (None, "COMPLETED")
    assert result["evaluation"]["next_steps"]
    assert api.get(f"/api/speakup/sessions/{old.pk}/audio").status_code == 404
    assert recordings_expire() == 0


def test_pages_say_how_long_sound_is_kept_and_that_it_has_gone(
    student: User, client: Client, settings: Settings
) -> None:
    settings.RECORDINGS_KEEP_DAYS = 30
    client.force_login(student)
    assert "for 30 days" in client.get("/settings/privacy").content.decode()
    old = made_long_ago(finished_session(student, SECOND))
    address = f"/speak/sessions/{old.pk}"
    assert "no longer kept" not in client.get(address).content.decode()
    recordings_expire()
    assert "no longer kept" in client.get(address).content.decode()


def test_without_a_setting_sound_is_kept_for_good(student: User, settings: Settings) -> None:
    settings.RECORDINGS_KEEP_DAYS = 0
    old = made_long_ago(finished_session(student, SECOND))
    assert recordings_expire() == 0
    assert default_storage.exists(str(old.audio.name))


def test_a_session_whose_sound_has_gone_can_be_deleted(student: User, settings: Settings) -> None:
    settings.RECORDINGS_KEEP_DAYS = 30
    old = made_long_ago(finished_session(student, SECOND))
    recordings_expire()
    session_delete(session=SpeakResource.objects.get(pk=old.pk))
    assert not SpeakResource.objects.exists()


# --- the plan ----------------------------------------------------------------------------------
def test_a_plan_keeps_the_sound_of_the_last_recordings(student: User, settings: Settings) -> None:
    limits = {**settings.PLAN_LIMITS["FREE"], "recordings_kept": 2}
    settings.PLAN_LIMITS = {**settings.PLAN_LIMITS, "FREE": limits}
    sessions = [finished_session(student, SECOND) for _ in range(3)]
    for session in sessions:
        session.refresh_from_db()
    assert [bool(session.audio) for session in sessions] == [False, True, True]
    assert sessions[0].evaluation
    assert recordings_trim(user=student) == 0


def test_the_page_says_what_the_plan_keeps(student: User, client: Client) -> None:
    client.force_login(student)
    assert "last 200 recordings" in client.get("/speak/sessions").content.decode()


# --- CloudFront --------------------------------------------------------------------------------
def rsa_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return pem.decode()


def settings_with(**environment: str) -> str:
    """What the settings make of ``environment``: the URL of a recording, or what is wrong."""
    program = (
        "import django; django.setup()\n"
        "from django.core.checks import run_checks\n"
        "from django.core.files.storage import default_storage\n"
        "from django.conf import settings\n"
        "wrong = [c.id for c in run_checks() if c.id.startswith('learnenglish.E05')]\n"
        "media = settings.CONTENT_SECURITY_POLICY['DIRECTIVES']['media-src']\n"
        "print(wrong or [default_storage.url('recordings/a.wav'), *media])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "learnenglish.settings",
            "S3_BUCKET": "bucket",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            **environment,
        },
        cwd=configured.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1]


def test_recordings_are_played_through_cloudfront_by_signed_addresses() -> None:
    key = rsa_key().replace("\n", "\\n")  # as an environment file has it
    said = settings_with(
        CLOUDFRONT_DOMAIN="d1.cloudfront.net", CLOUDFRONT_KEY_ID="K1", CLOUDFRONT_PRIVATE_KEY=key
    )
    assert "https://d1.cloudfront.net/recordings/a.wav?Expires=" in said
    assert "Key-Pair-Id=K1" in said
    assert "'https://d1.cloudfront.net'" in said


def test_half_a_cloudfront_or_a_wrong_key_is_an_error_at_start() -> None:
    assert settings_with(CLOUDFRONT_DOMAIN="d1.cloudfront.net") == "['learnenglish.E050']"
    wrong = settings_with(
        CLOUDFRONT_DOMAIN="d1.cloudfront.net",
        CLOUDFRONT_KEY_ID="K1",
        CLOUDFRONT_PRIVATE_KEY="no key",
    )
    assert wrong == "['learnenglish.E051']"


def test_recordings_are_played_from_where_browsers_reach_the_s3_server() -> None:
    inside = {"AWS_S3_ENDPOINT_URL": "http://s3:8333"}
    said = settings_with(**inside, S3_PUBLIC_URL="https://learn.example.org/")
    assert "'https://learn.example.org/bucket/recordings/a.wav?X-Amz-" in said
    assert "'https://learn.example.org'" in said
    assert "s3:8333" not in said
    wrong = settings_with(**inside, S3_PUBLIC_URL="learn.example.org/files")
    assert wrong == "['learnenglish.E052']"


def test_recordings_at_aws_are_played_from_their_region() -> None:
    said = settings_with(AWS_REGION="me-central-1")
    assert "'https://bucket.s3.me-central-1.amazonaws.com/recordings/a.wav?X-Amz-" in said
    assert "'https://bucket.s3.me-central-1.amazonaws.com'" in said


# --- what was left behind ----------------------------------------------------------------------
def age(path: Path) -> None:
    before = (timezone.now() - LONG_AGO).timestamp()
    os.utime(path, (before, before))


def age_spool(session_id: UUID) -> None:
    if configured.REDIS_URL:
        client = Redis.from_url(configured.REDIS_URL)
        before = (timezone.now() - LONG_AGO).timestamp()
        client.hset(spool_key(session_id, "head"), "at", before)
        client.close()
    else:
        age(FileSpool(session_id).path)


def test_a_recording_without_its_session_is_found_and_removed(student: User) -> None:
    kept = finished_session(student, SECOND)
    age(Path(default_storage.path(str(kept.audio.name))))
    lost = f"recordings/{student.pk}/{uuid4()}.wav"
    young = f"recordings/{student.pk}/{uuid4()}.wav"
    for name in (lost, young):
        default_storage.save(name, ContentFile(b"RIFF"))
    age(Path(default_storage.path(lost)))
    orphans = orphans_find()
    # Other tests leave files too.
    assert lost in orphans.files
    assert young not in orphans.files
    assert str(kept.audio.name) not in orphans.files
    orphans_remove(orphans)
    assert not default_storage.exists(lost)
    assert default_storage.exists(young)
    assert default_storage.exists(str(kept.audio.name))
    default_storage.delete(young)


def test_a_spool_without_a_future_is_found_and_removed(student: User) -> None:
    running = abandoned(student, SECOND, expires_at=timezone.now() + timedelta(hours=1))
    ended = abandoned(student, SECOND)
    failed = abandoned(student, SECOND)
    SpeakResource.objects.filter(pk=ended.pk).update(status="ABANDONED")
    SpeakResource.objects.filter(pk=failed.pk).update(status="FAILED")
    gone = uuid4()
    spool = spool_of(gone)
    spool.open(1)
    spool.close()
    for session_id in (running.pk, ended.pk, gone, failed.pk):
        age_spool(session_id)
    out = StringIO()
    call_command("reconcile", "--remove", stdout=out)
    for session_id in (ended.pk, gone, failed.pk):
        assert f"spool {session_id}" in out.getvalue()
        assert spool_of(session_id).read() == b""
    assert str(running.pk) not in out.getvalue()
    assert spool_of(running.pk).read() == SECOND
    spool_of(running.pk).delete()
