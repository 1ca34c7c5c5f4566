"""Mail by a provider's own interface, and what the settings must have for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings as configured
from pytest_django import Settings

from accounts.models import NotificationKind, User
from accounts.notifications.delivery import mails_send
from accounts.notifications.services import notification_send
from learnenglish import checks
from learnenglish.testing.mail_stub import TOKEN, MailStub, mail_stub


@pytest.fixture
def provider(settings: Settings) -> Iterator[MailStub]:
    with mail_stub() as stub:
        settings.EMAIL_BACKEND = "anymail.backends.postmark.EmailBackend"
        settings.ANYMAIL = {"POSTMARK_SERVER_TOKEN": TOKEN, "POSTMARK_API_URL": stub.url}
        yield stub


@pytest.mark.django_db
def test_a_provider_gets_the_mail_with_the_headers_to_leave_it(
    student: User, provider: MailStub
) -> None:
    notification_send(user=student, kind=NotificationKind.EXPORT_READY, key="1", payload={})
    provider.is_down = True
    assert mails_send() == 0
    provider.is_down = False
    assert mails_send() == 1
    assert mails_send() == 0
    (sent,) = provider.sent
    assert sent["To"] == student.email
    headers = {header["Name"]: header["Value"] for header in sent["Headers"]}
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].startswith("<http://localhost:8000/notifications/unsub")
    assert "ready to download" in sent["TextBody"]
    assert "ready to download" in sent["HtmlBody"]


@pytest.mark.parametrize(
    ("environment", "backend", "anymail"),
    [
        ({}, "django.core.mail.backends.console.EmailBackend", {}),
        (
            {"EMAIL_PROVIDER": "postmark", "EMAIL_API_KEY": "k"},
            "anymail.backends.postmark.EmailBackend",
            {"POSTMARK_SERVER_TOKEN": "k"},
        ),
        (
            {"EMAIL_PROVIDER": "mailgun", "EMAIL_API_KEY": "k", "EMAIL_API_URL": "https://eu"},
            "anymail.backends.mailgun.EmailBackend",
            {"MAILGUN_API_KEY": "k", "MAILGUN_API_URL": "https://eu"},
        ),
        ({"EMAIL_PROVIDER": "amazon_ses"}, "anymail.backends.amazon_ses.EmailBackend", {}),
    ],
)
def test_the_settings_choose_the_provider(
    environment: dict[str, str], backend: str, anymail: dict[str, str]
) -> None:
    code = (
        "import json; from learnenglish.settings import mail as m; "
        "print(json.dumps([m.__dict__['EMAIL_BACKEND'], m.ANYMAIL]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=configured.BASE_DIR,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
        text=True,
    )
    chosen, kept = json.loads(ran.stdout)
    kept.pop("REQUESTS_TIMEOUT")
    assert (chosen, kept) == (backend, anymail)


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("EMAIL_PROVIDER", "postmark", "learnenglish.E023"),
        ("SITE_URL", "english.example.org", "learnenglish.E024"),
        ("SITE_URL", "https://example.org/english", "learnenglish.E024"),
        ("NOTIFICATION_DIGEST_HOUR", 24, "learnenglish.E025"),
    ],
)
def test_a_wrong_configuration_is_an_error_with_the_variables_name(
    settings: Settings, name: str, value: object, error: str
) -> None:
    assert checks.mail_has_what_it_needs() == []
    setattr(settings, name, value)
    (found,) = checks.mail_has_what_it_needs()
    assert found.id == error
    assert name in found.msg
    assert found.hint
