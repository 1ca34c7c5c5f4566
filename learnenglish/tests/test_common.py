"""Parsers of the environment, keys, configuration checks."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from learnenglish import checks
from learnenglish.common import environment
from learnenglish.common.inflight import Door
from learnenglish.common.models import uuid7


def test_csv_list_drops_blanks() -> None:
    assert environment.csv_list(" a, b,,") == ["a", "b"]


def test_choice_names_the_variable_and_what_is_allowed() -> None:
    assert environment.choice("X", " Offline ", ("offline",)) == "offline"
    with pytest.raises(ImproperlyConfigured, match=r"STT_PROVIDER.*offline"):
        environment.choice("STT_PROVIDER", "magic", ("offline",))


@pytest.mark.parametrize("text", ["0", "-1", "ten", ""])
def test_positive_refuses_what_is_not(text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="MINUTES"):
        environment.positive("MINUTES", text)


def test_a_secret_is_made_once_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "secret_key"
    secret = environment.secret_from_file(path)
    assert len(secret) >= 64
    assert environment.secret_from_file(path) == secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_keys_are_version_7_and_sort_by_time() -> None:
    keys = [uuid7() for _ in range(1000)]
    assert {key.version for key in keys} == {7}
    assert len(set(keys)) == 1000
    assert keys == sorted(keys)


def test_a_google_id_without_its_secret_is_an_error() -> None:
    apps = {"google": {"APPS": [{"client_id": "id", "secret": ""}]}}
    with override_settings(SOCIALACCOUNT_PROVIDERS=apps):
        assert [error.id for error in checks.credentials_come_in_pairs()] == ["learnenglish.E001"]


def test_several_processes_need_a_shared_layer() -> None:
    memory = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    with override_settings(CHANNEL_LAYERS=memory, WEB_PROCESSES=2):
        assert [e.id for e in checks.several_processes_share_a_layer()] == ["learnenglish.E002"]


def test_hosts_are_named_in_production() -> None:
    with override_settings(ALLOWED_HOSTS=["*"]):
        assert [error.id for error in checks.origins_are_named()] == ["learnenglish.E003"]


def test_a_stop_waits_for_requests_that_are_being_answered_but_not_for_ever() -> None:
    door = Door()
    with door.entered() as let_in:
        assert let_in
        assert not door.shut(seconds=0.01)
    assert door.shut(seconds=0)


def test_who_comes_after_the_last_request_is_turned_away() -> None:
    door = Door()
    door.shut(seconds=0)
    with door.entered() as let_in:
        assert not let_in
    assert door.shut(seconds=0)
