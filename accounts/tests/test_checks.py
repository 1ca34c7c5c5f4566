"""What is set wrong is said at start, with the variable's name."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from pytest_django import Settings


def ids() -> set[str]:
    return {str(message.id) for message in run_checks() if message.is_serious()}


def test_the_default_is_right() -> None:
    assert not ids()


def test_a_role_that_does_not_exist(settings: Settings) -> None:
    settings.MFA_REQUIRED_ROLES = ["TUTOR", "TEACHER"]
    assert "learnenglish.E020" in ids()


def test_a_rate_that_cannot_be_read(settings: Settings) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "sign_in": {"ADDRESS": "lots"}}
    assert "learnenglish.E021" in ids()


@pytest.mark.parametrize("address", ["/auth/google/callback", "https://learn.example.org/"])
def test_a_way_back_from_google_that_leads_nowhere(settings: Settings, address: str) -> None:
    settings.GOOGLE_REDIRECT_URI = address
    assert "learnenglish.E022" in ids()
