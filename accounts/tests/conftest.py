"""Fixtures of the accounts' tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from pytest_django import Settings

from accounts.models import User
from learnenglish.celery import app
from learnenglish.testing.google_stub import GoogleStub, google_stub


@pytest.fixture(autouse=True)
def _fresh_counts() -> None:
    """What one test counted must not limit the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def _tasks_run_here() -> Iterator[None]:
    """As in the embedded default, also where the run has a broker: no worker runs beside these."""
    before = app.conf.task_always_eager
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = before


@pytest.fixture
def google(settings: Settings) -> Iterator[GoogleStub]:
    """Google on a local port, and the site set up to use it."""
    with google_stub() as stub:
        settings.SOCIALACCOUNT_PROVIDERS = {"google": stub.provider_settings()}
        stub.redirect_uris = {"http://testserver/auth/google/callback"}
        settings.ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http"
        yield stub


@pytest.fixture
def with_mail(settings: Settings) -> None:
    """A mail server is set up: addresses must be confirmed."""
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True


@pytest.fixture
def confirmed(student: User) -> User:
    """The student, whose address we have seen confirmed."""
    EmailAddress.objects.create(user=student, email=student.email, primary=True, verified=True)
    return student
