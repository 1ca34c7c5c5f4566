"""After an account is anonymised nothing anywhere tells who it was: the whole database, the files,
the cache and the log are searched."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from rest_framework.test import APIClient

from accounts.models import NotificationKind, Role, Status, Usage, User
from accounts.notifications.services import notification_send
from accounts.privacy.exports import export_begin, export_make
from accounts.privacy.leaving import account_anonymise
from accounts.verification import code_request
from conftest import PASSWORD, api_client
from history.models import UserHistory
from speaking.models import SessionStatus, SpeakResource
from texts.models import ResourceRating, ResourceReport, TextResource
from texts.reviews.services import card_keep_word
from tutoring.models import Enrolment
from tutoring.services.enrolments import enrolment_create

pytestmark = pytest.mark.django_db

NAME = "Zephyrine Quillfeather"
EMAIL = "zephyrine.quill@example.org"
MARKER = "the purple walrus forgot its umbrella"
SECRETS = (NAME.lower(), "zephyrine", EMAIL, MARKER)


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user(EMAIL, PASSWORD, display_name=NAME)


@pytest.fixture
def admin(db: None) -> User:
    return User.objects.create_user("ada@example.com", PASSWORD, role=Role.ADMIN)


def live(person: User, tutor: User, admin: User) -> None:
    """Leave a trace in every part of the site."""
    api, client, stranger = api_client(person), Client(), APIClient()
    client.post("/accounts/login/", {"login": EMAIL, "password": PASSWORD})
    assert client.get("/").status_code == 200
    stranger.post("/auth/token", {"email": EMAIL, "password": "wrong"})
    code_request(email=EMAIL)
    EmailAddress.objects.update_or_create(user=person, email=EMAIL, defaults={"verified": True})
    SocialAccount.objects.create(
        user=person, provider="google", uid="1", extra_data={"name": NAME, "email": EMAIL}
    )
    api.patch("/auth/me", {"native_language": "Zephyrine's tongue"})
    api.post("/api/process-text", {"text": MARKER})
    client.post("/lookup", {"q": MARKER})
    client.get("/lookup", {"q": MARKER})
    api.get("/api/search", {"q": MARKER})
    client.get("/search", {"q": MARKER})
    card_keep_word(user=person, text="walrus")
    own = TextResource.objects.filter(created_by=person).first()
    assert own is not None
    api.post(f"/api/resources/{own.pk}/report", {"reason": "OTHER", "note": MARKER})
    session = SpeakResource.objects.create(
        user=person,
        status=SessionStatus.COMPLETED,
        transcript={"text": MARKER},
        evaluation={"overall": 64, "metrics": {"words": 6}, "next_steps": [MARKER]},
        reference_text=MARKER,
        config={"said": MARKER},
        overall_score=64,
        duration_ms=9_000,
    )
    session.audio = default_storage.save("recordings/z.wav", ContentFile(MARKER.encode()))
    session.save()
    SpeakResource.objects.create(user=person, status=SessionStatus.FAILED, error_message=MARKER)
    enrolment_create(tutor=tutor, student=person)
    notification_send(
        user=person, kind=NotificationKind.FEEDBACK, key="1", payload={"title": MARKER}
    )
    notification_send(
        user=tutor, kind=NotificationKind.FEEDBACK, key="1", payload={"actor_id": str(person.pk)}
    )
    LogEntry.objects.create(
        user=admin,
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(person.pk),
        object_repr=str(person),
        action_flag=CHANGE,
        change_message="[]",
    )
    export_make(export_id=str(export_begin(user=person).pk))


def database_texts() -> Iterator[tuple[str, str]]:
    """Every value of every row of every table."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                yield table, " ".join(str(value) for value in row).lower()


def files_texts() -> Iterator[tuple[str, str]]:
    for folder in (settings.MEDIA_ROOT, settings.SPOOL_DIR):
        for path in Path(folder).rglob("*"):
            if path.is_file():
                yield str(path), f"{path.name} {path.read_bytes().decode('latin-1')}".lower()


def cache_texts() -> Iterator[tuple[str, str]]:
    # Neither kind of cache can list its entries in public.
    inner: Any = caches["default"]._cache  # type: ignore[attr-defined]
    if isinstance(inner, dict):
        entries = {key.encode(): pickle.dumps(value) for key, value in inner.items()}
    else:
        redis = inner.get_client()
        entries = {key: redis.dump(key) or b"" for key in redis.scan_iter("*")}
    for key, value in entries.items():
        yield str(key), (key + value).decode("latin-1").lower()


def everything() -> Iterator[tuple[str, str]]:
    yield from database_texts()
    yield from files_texts()
    yield from cache_texts()


def traces() -> set[str]:
    return {place for place, text in everything() if any(secret in text for secret in SECRETS)}


@pytest.fixture
def anonymised(
    person: User,
    tutor: User,
    admin: User,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> User:
    caplog.set_level(logging.INFO)
    live(person, tutor, admin)
    assert len(traces()) > 8
    with django_capture_on_commit_callbacks(execute=True):
        assert account_anonymise(user_id=person.pk)
    person.refresh_from_db()
    return person


def test_no_row_file_cache_entry_or_log_tells_who_it_was(
    anonymised: User, caplog: pytest.LogCaptureFixture
) -> None:
    assert traces() == set()
    logged = " ".join(
        f"{record.msg} {record.args}" for record in caplog.get_records("setup")
    ).lower()
    assert "request_finished" in logged
    assert [secret for secret in SECRETS if secret in logged] == []
    assert anonymised.status == Status.ANONYMISED
    assert not Usage.objects.filter(user=anonymised).exists()


def test_no_session_of_theirs_is_left(anonymised: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM django_session")
        assert cursor.fetchone()[0] == 0


def test_what_tutors_and_ratings_count_stays(anonymised: User, tutor: User) -> None:
    session = SpeakResource.objects.get(user=anonymised)
    assert (session.overall_score, session.duration_ms) == (64, 9_000)
    assert session.evaluation == {"overall": 64, "metrics": {"words": 6}}
    assert UserHistory.objects.filter(user=anonymised).count() >= 2
    enrolment = Enrolment.objects.get(student=anonymised)
    assert enrolment.until is not None
    assert str(enrolment.student) == "Somebody who left"


def test_what_others_have_stays(
    person: User, tutor: User, admin: User, student: User, api: APIClient
) -> None:
    api.post("/api/process-text", {"text": MARKER})
    live(person, tutor, admin)
    account_anonymise(user_id=person.pk)
    assert TextResource.objects.filter(created_by=student).count() == 1
    assert tutor.notifications.count() == 1
    assert LogEntry.objects.filter(user=admin).count() == 1


def test_a_tutor_who_leaves_leaves_the_stars_and_takes_the_words(tutor: User) -> None:
    resource = TextResource.objects.create(
        kind="VOCABULARY", text="walrus", normalised="walrus", content={}, provider="test"
    )
    ResourceRating.objects.create(resource=resource, tutor=tutor, stars=4, comment=MARKER)
    ResourceReport.objects.create(resource=resource, reporter=tutor, reason="TYPO", note=MARKER)
    account_anonymise(user_id=tutor.pk)
    assert [(row.stars, row.comment) for row in ResourceRating.objects.all()] == [(4, "")]
    assert MARKER not in " ".join(text for _place, text in database_texts())


def test_anonymising_twice_is_no_error(person: User) -> None:
    assert account_anonymise(user_id=person.pk)
    assert not account_anonymise(user_id=person.pk)
