"""A backup comes back whole, into a fresh database and a fresh object store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import boto3
import pytest
from django.conf import settings as configured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from accounts.models import User
from conftest import database_environment
from learnenglish.testing.aws import aws_server

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "recordings/who/one.wav"
SOUND = bytes(range(256)) * 40
BUCKET = "restored"


@pytest.fixture
def stored(settings: Settings, tmp_path: Path) -> None:
    """A file people left, and one that is only a cache, in a storage without other tests' files."""
    settings.MEDIA_ROOT = tmp_path / "media"
    default_storage.save(NAME, ContentFile(SOUND))
    default_storage.save("speech/place", ContentFile(b"made again when asked for"))


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a new installation: an empty database, an S3 server without a bucket."""
    with aws_server() as endpoint, fresh_database(tmp_path) as url:
        yield {
            "DATABASE_URL": url,
            "S3_BUCKET": BUCKET,
            "AWS_S3_ENDPOINT_URL": endpoint,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "ENDPOINT": endpoint,
        }


KEYS = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}


class fresh_database:
    """The URL of an empty database of the kind that this run uses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> str:
        if connection.vendor == "sqlite":
            return f"sqlite:///{self.folder / 'restored.sqlite3'}"
        with connection.cursor() as cursor:
            cursor.execute("CREATE DATABASE restored")
        url = database_environment()["DATABASE_URL"]
        return url.replace(str(connection.settings_dict["NAME"]), "restored")

    def __exit__(self, *_: object) -> None:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("DROP DATABASE restored WITH (FORCE)")


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=configured.BASE_DIR,
        env={**os.environ, **database_environment(), **environment},
        capture_output=True,
        text=True,
    )


def backup(folder: Path) -> str:
    out = StringIO()
    call_command("backup", str(folder), stdout=out)
    return out.getvalue()


def refusal(folder: Path, *arguments: str) -> str:
    """Why a restore into this very site is refused."""
    with pytest.raises(CommandError) as error:
        call_command("restore", str(folder), *arguments, stdout=StringIO())
    return str(error.value)


SHOW = (
    "import json; from accounts.models import User; user = User.objects.get();"
    "print(json.dumps([user.email, str(user.pk)]))"
)


def test_a_backup_is_restored_into_a_fresh_database_and_object_store(
    student: User, stored: None, fresh: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "backup"
    assert "1 files" in backup(folder)
    endpoint = fresh.pop("ENDPOINT")

    restored = manage("restore", str(folder), **fresh)
    assert restored.returncode == 0, restored.stderr

    found = manage("shell", "-v0", "-c", SHOW, **fresh)
    assert json.loads(found.stdout.splitlines()[-1]) == [student.email, str(student.pk)]
    client = boto3.client("s3", endpoint_url=endpoint, **KEYS, region_name="us-east-1")
    assert client.get_object(Bucket=BUCKET, Key=NAME)["Body"].read() == SOUND


def test_a_site_with_people_is_replaced_only_when_told_so(
    student: User, stored: None, tmp_path: Path
) -> None:
    folder = tmp_path / "backup"
    backup(folder)
    User.objects.create_user("late@example.com")
    assert "--force" in refusal(folder)
    assert User.objects.count() == 2
    call_command("restore", str(folder), "--force", stdout=StringIO())
    assert User.objects.get() == student


def test_a_second_backup_into_the_same_folder_copies_only_what_is_new(
    student: User, stored: None, tmp_path: Path
) -> None:
    folder = tmp_path / "backup"
    backup(folder)
    default_storage.save("recordings/who/two.wav", ContentFile(b"12345"))
    assert "2 files (0.0 MB copied)" in backup(folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    assert [file["size"] for file in manifest["files"]] == [len(SOUND), 5]


def test_a_damaged_or_unfinished_backup_changes_nothing(
    student: User, stored: None, tmp_path: Path
) -> None:
    folder = tmp_path / "backup"
    backup(folder)
    (folder / "files" / NAME).write_bytes(b"short")
    assert "damaged" in refusal(folder, "--force")
    (folder / "manifest.json").unlink()
    assert "no finished backup" in refusal(folder, "--force")
    assert User.objects.get() == student


def test_a_name_that_leads_out_of_the_backup_is_refused(
    student: User, stored: None, tmp_path: Path
) -> None:
    folder = tmp_path / "backup"
    backup(folder)
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["files"] = [{"name": "../outside", "size": 1, "sha256": ""}]
    path.write_text(json.dumps(manifest))
    (tmp_path / "backup" / "outside").write_bytes(b"1")
    assert "no name of a file" in refusal(folder, "--force")
    assert User.objects.get() == student
