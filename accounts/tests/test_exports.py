"""A copy of everything about a person: what is in it, who gets it, how long."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail, signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from rest_framework.test import APIClient

from accounts.models import DataExport, ExportStatus, NotificationKind, User
from accounts.privacy import registry
from accounts.privacy.exports import LINK_SECONDS, SALT, export_begin, export_make, exports_tidy
from accounts.privacy.files import ExportFile
from history.models import Activity
from history.services import history_record
from speaking.models import SessionStatus, SpeakResource

pytestmark = pytest.mark.django_db

RECORDING = b"RIFF-of-a-voice" * 1000


@pytest.fixture
def learned(student: User) -> SpeakResource:
    """A student with a history and a recording."""
    history_record(user=student, kind=Activity.LOOKUP, query="reluctant")
    history_record(user=student, kind=Activity.LOOKUP, query="=1+1")
    session = SpeakResource.objects.create(
        user=student,
        status=SessionStatus.COMPLETED,
        transcript={"text": "I am Sofia"},
        overall_score=71,
        duration_ms=30_000,
    )
    session.audio = default_storage.save("recordings/one.wav", ContentFile(RECORDING))
    session.save()
    return session


@pytest.fixture
def made(
    student: User,
    learned: SpeakResource,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> DataExport:
    with django_capture_on_commit_callbacks(execute=True):
        export_begin(user=student)
    return DataExport.objects.get()


class SignerOfAnHourAgo(signing.TimestampSigner):
    def timestamp(self) -> str:
        return signing.b62_encode(int(time.time()) - LINK_SECONDS - 1)


def download(client: Client, url: str) -> zipfile.ZipFile:
    answer = client.get(url)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Cache-Control"] == "private, no-store"
    content = answer.getvalue()
    assert len(content) == int(answer.headers["Content-Length"])
    return zipfile.ZipFile(io.BytesIO(content))


def rows(archive: zipfile.ZipFile, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(archive.read(name))
    return found


def test_an_app_asks_until_the_copy_is_ready_and_downloads_it(
    api: APIClient,
    student: User,
    learned: SpeakResource,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as tasks:
        first = api.get("/auth/me/export")
        again = api.get("/auth/me/export")
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.headers["Retry-After"] == "2"
    assert first.json()["id"] == again.json()["id"]
    assert (first.json()["progress"], first.json()["url"]) == (0, None)
    assert len(tasks) == 1
    tasks[0]()
    ready = api.get("/auth/me/export")
    assert ready.status_code == 200
    assert (ready.json()["status"], ready.json()["progress"]) == ("READY", 100)
    archive = download(api, ready.json()["url"])
    assert archive.testzip() is None


def test_the_copy_has_every_row_the_tables_and_the_recordings(
    api: APIClient, student: User, made: DataExport, learned: SpeakResource
) -> None:
    archive = download(api, api.get("/auth/me/export").json()["url"])
    (profile,) = rows(archive, "account/profile.json")
    assert (profile["email"], profile["display_name"]) == (student.email, "Sofia")
    assert "password" not in profile
    assert [row["query"] for row in rows(archive, "history/history.json")] == ["reluctant", "=1+1"]
    (session,) = rows(archive, "speaking/sessions.json")
    assert session["transcript"] == {"text": "I am Sofia"}
    (recording,) = (name for name in archive.namelist() if name.startswith("speaking/recordings/"))
    assert archive.read(recording) == RECORDING
    table = list(csv.reader(io.StringIO(archive.read("history/history.csv").decode("utf-8-sig"))))
    # A spreadsheet must not calculate what somebody looked up.
    assert [row[2] for row in table] == ["what was asked", "reluctant", "'=1+1"]
    scores = archive.read("speaking/scores.csv").decode("utf-8-sig")
    assert "30000,71" in scores


def test_nothing_of_anybody_else_is_in_it(
    other_api: APIClient,
    other_student: User,
    made: DataExport,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        other_api.post("/auth/me/export")
    archive = download(other_api, other_api.get("/auth/me/export").json()["url"])
    everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"omar@example.com" in everything
    assert b"Sofia" not in everything
    assert b"reluctant" not in everything


def test_the_link_is_its_owners_alone_and_ends(
    api: APIClient, other_api: APIClient, anonymous: APIClient, made: DataExport
) -> None:
    url = api.get("/auth/me/export").json()["url"]
    assert other_api.get(url).status_code == 404
    assert anonymous.get(url).status_code == 401
    assert api.get(url[:-1] + ("a" if url[-1] != "a" else "b")).status_code == 404
    old = SignerOfAnHourAgo(salt=SALT).sign_object(str(made.pk))
    assert api.get(f"/auth/me/export/{old}").status_code == 404


def test_its_owner_is_told_once_by_the_bell_and_by_mail(student: User, made: DataExport) -> None:
    export_make(export_id=str(made.pk))
    told = student.notifications.get()
    assert told.kind == NotificationKind.EXPORT_READY
    assert told.payload["url"] == "/settings/privacy"
    assert [sent.to for sent in mail.outbox] == [[student.email]]


def test_a_copy_is_kept_as_long_as_the_settings_say(made: DataExport, student: User) -> None:
    name = made.file.name or ""
    assert default_storage.exists(name)
    exports_tidy()
    assert DataExport.objects.exists()
    assert made.expires_at is not None
    assert 6.9 < (made.expires_at - timezone.now()) / timedelta(days=1) <= 7
    DataExport.objects.update(expires_at=timezone.now())
    exports_tidy()
    assert not DataExport.objects.exists()
    assert not default_storage.exists(name)


def test_a_copy_whose_worker_was_killed_is_made_after_all(
    student: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks():
        export = export_begin(user=student)
    DataExport.objects.update(
        status=ExportStatus.RUNNING, updated_at=timezone.now() - timedelta(minutes=16)
    )
    exports_tidy()
    export.refresh_from_db()
    assert export.status == ExportStatus.READY


def test_a_part_that_cannot_be_read_fails_the_copy_and_a_new_one_can_be_asked_for(
    api: APIClient,
    student: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*, user: User) -> list[ExportFile]:
        raise RuntimeError("the disk is gone")

    registry.register(app="broken", covers=(), exporter=broken, eraser=lambda *, user: None)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            api.post("/auth/me/export")
    finally:
        registry._HOLDINGS.pop("broken")
    answer = api.get("/auth/me/export")
    assert (answer.status_code, answer.json()["code"]) == (503, "export_failed")
    assert "export_failed" in caplog.text
    with django_capture_on_commit_callbacks(execute=True):
        api.post("/auth/me/export")
    assert api.get("/auth/me/export").status_code == 200


def test_a_recording_that_is_gone_leaves_the_rest_of_the_copy_whole(
    api: APIClient,
    learned: SpeakResource,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    default_storage.delete(learned.audio.name or "")
    with django_capture_on_commit_callbacks(execute=True):
        api.post("/auth/me/export")
    assert download(api, api.get("/auth/me/export").json()["url"]).testzip() is None


def test_the_page_shows_how_far_it_is_and_then_the_button(
    client: Client,
    student: User,
    learned: SpeakResource,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    client.force_login(student)
    assert "Make a copy" in client.get("/settings/privacy").content.decode()
    with django_capture_on_commit_callbacks() as tasks:
        begun = client.post("/settings/privacy/export", headers={"HX-Request": "true"})
    assert "<progress" in begun.content.decode()
    DataExport.objects.update(status=ExportStatus.RUNNING, progress=40)
    assert 'value="40"' in client.get("/settings/privacy/export").content.decode()
    DataExport.objects.update(status=ExportStatus.WAITING)
    tasks[0]()
    html = client.get("/settings/privacy/export").content.decode()
    assert "hx-get" not in html
    link = html.split('href="')[1].split('"')[0]
    assert download(client, link).testzip() is None
