"""Who may use engines that run elsewhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.cloud import cloud_allowed, cloud_configured, cloud_must_ask, cloud_reason
from accounts.models import Plan, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def premium(student: User) -> User:
    student.plan = Plan.PREMIUM
    student.save()
    return student


def test_the_cloud_needs_both_the_plan_and_the_persons_consent(student: User) -> None:
    student.cloud_consent = True
    assert not cloud_allowed(user=student)
    assert "plan" in cloud_reason(user=student)
    student.plan = Plan.PREMIUM
    assert cloud_allowed(user=student)
    assert cloud_reason(user=student) == ""
    for answer in (None, False):
        student.cloud_consent = answer
        assert not cloud_allowed(user=student)
        assert "agreed" in cloud_reason(user=student)


def test_a_plan_that_is_over_takes_the_cloud_with_it(premium: User) -> None:
    premium.cloud_consent = True
    premium.plan_expires_at = timezone.now() - timedelta(seconds=1)
    assert not cloud_allowed(user=premium)


def test_a_person_is_asked_once_and_only_where_it_would_change_something(
    premium: User, student: User, settings: Settings
) -> None:
    assert not cloud_configured()
    assert not cloud_must_ask(user=premium)
    settings.TTS_PROVIDER = "polly"
    assert cloud_configured()
    assert cloud_must_ask(user=premium)
    premium.cloud_consent = False
    assert not cloud_must_ask(user=premium)
    assert not cloud_must_ask(user=User(cloud_consent=None))


def test_an_app_reads_and_changes_the_consent_and_the_time_is_kept(
    api: APIClient, student: User
) -> None:
    before = timezone.now()
    assert api.get("/auth/me").json()["cloud_consent"] is None
    for answer in (True, False):
        body = api.patch("/auth/me", {"cloud_consent": answer}).json()
        assert body["cloud_consent"] is answer
        student.refresh_from_db()
        assert student.cloud_consent is answer
        assert student.cloud_consent_at is not None
        assert student.cloud_consent_at >= before


def test_changing_the_profile_leaves_the_consent_alone(api: APIClient, student: User) -> None:
    api.patch("/auth/me", {"display_name": "S."})
    student.refresh_from_db()
    assert (student.cloud_consent, student.cloud_consent_at) == (None, None)


def test_a_consent_that_is_neither_yes_nor_no_is_refused(api: APIClient) -> None:
    answer = api.patch("/auth/me", {"cloud_consent": "perhaps"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "cloud_consent"


@pytest.fixture
def cloud(settings: Settings) -> None:
    settings.NLP_PROVIDER, settings.TTS_PROVIDER = "openai", "polly"


def test_every_page_asks_until_there_is_an_answer(
    cloud: None, premium: User, client: Client
) -> None:
    client.force_login(premium)
    html = client.get("/history").content.decode()
    assert 'data-testid="cloud-question"' in html
    assert "OpenAI" in html
    assert "Amazon Polly" in html
    answer = client.post("/settings/privacy/cloud", {"consent": "yes", "next": "/history"})
    assert answer.headers["Location"] == "/history"
    premium.refresh_from_db()
    assert premium.cloud_consent is True
    assert 'data-testid="cloud-question"' not in client.get("/history").content.decode()


def test_no_is_an_answer_too_and_can_be_changed_in_the_settings(
    cloud: None, premium: User, client: Client
) -> None:
    client.force_login(premium)
    client.post("/settings/privacy/cloud", {"consent": "no"})
    assert 'data-testid="cloud-question"' not in client.get("/history").content.decode()
    assert "You declined" in client.get("/settings/privacy").content.decode()
    client.post("/settings/privacy/cloud", {"consent": "yes"})
    assert "You agreed" in client.get("/settings/privacy").content.decode()


def test_nobody_is_asked_where_everything_stays_here(premium: User, client: Client) -> None:
    client.force_login(premium)
    assert 'data-testid="cloud-question"' not in client.get("/history").content.decode()
    html = " ".join(client.get("/settings/privacy").content.decode().split())
    assert "Nothing is sent anywhere else" in html


def test_who_is_not_on_a_plan_with_the_cloud_is_not_asked(
    cloud: None, student: User, client: Client
) -> None:
    client.force_login(student)
    assert 'data-testid="cloud-question"' not in client.get("/history").content.decode()
    assert "not part of your plan" in client.get("/settings/privacy").content.decode()
