"""What machines that watch are told."""

from __future__ import annotations

from threading import Event

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, override_settings
from pytest_django import Settings

from accounts.models import User
from learnenglish.common.metrics import engine_timed
from learnenglish.health import health_check, part_ask
from learnenglish.testing.site import free_port
from texts.tests.making import word

pytestmark = pytest.mark.django_db(transaction=True)
DEAD_CACHE = {
    **settings.CACHES,
    "shared": {
        "BACKEND": "learnenglish.common.redis_cache.StrictCache",
        "LOCATION": "redis://127.0.0.1:1/0",
    },
}
# What everybody who runs a site is promised to see.
WATCHED = (
    *("django_http_requests_total_by_view", "speak_sockets_active", "speak_sessions_active"),
    *("speak_chunk_seconds", "speak_lag_seconds", "speak_results", "engine_seconds"),
    *("engine_units", "task_seconds", "task_wait_seconds", "cache_answers", "rating_run_seconds"),
)


def test_ready_names_each_part_with_its_latency(client: Client) -> None:
    body = client.get("/healthz/ready").json()
    assert body["status"] == "ok"
    assert [part["name"] for part in body["parts"]] == ["database", "cache", "broker", "storage"]
    assert all(part["latency_ms"] < 2000 for part in body["parts"])


def test_a_dead_cache_degrades_the_site_and_leaves_it_ready(client: Client) -> None:
    with override_settings(CACHES=DEAD_CACHE):
        response = client.get("/healthz/ready")
    assert response.status_code == 200
    assert response.json()["status"] == "degraded"
    assert [part["status"] for part in response.json()["parts"] if part["name"] == "cache"] == [
        "down"
    ]
    cache.set("alive", 1)


def test_a_replica_is_named_where_there_is_one_and_not_needed(
    client: Client, settings: Settings
) -> None:
    settings.DATABASE_REPLICA_URL = "postgres://nowhere/learnenglish"
    response = client.get("/healthz/ready")
    assert response.status_code == 200
    replica = next(part for part in response.json()["parts"] if part["name"] == "replica")
    assert (replica["status"], replica["needed"]) == ("down", False)


def test_a_dead_broker_is_down_within_the_time_limit(settings: Settings) -> None:
    settings.CELERY_TASK_ALWAYS_EAGER = False
    from learnenglish.celery import app

    before = app.conf.broker_url
    app.conf.broker_url = f"redis://127.0.0.1:{free_port()}/0"
    try:
        broker = next(part for part in health_check() if part.name == "broker")
    finally:
        app.conf.broker_url = before
    assert (broker.status, broker.needed) == ("down", False)
    assert broker.latency_ms <= 2500


def test_a_part_that_hangs_holds_one_thread_however_many_ask() -> None:
    is_back = Event()
    hanging = part_ask("test", lambda: is_back.wait(10))
    assert part_ask("test", lambda: None) is hanging
    is_back.set()
    hanging.result(10)
    assert part_ask("test", lambda: None) is not hanging


def test_machines_are_answered_under_any_host_name_and_without_a_log_line(
    client: Client, capfd: pytest.CaptureFixture[str]
) -> None:
    assert client.get("/healthz", headers={"host": "10.0.0.7:8000"}).status_code == 200
    assert "request_started" not in capfd.readouterr().err


def test_metrics_count_requests_by_view_and_time_engines(client: Client) -> None:
    with engine_timed(area="text", provider="offline"):
        client.get("/accounts/login/")
    text = client.get("/metrics").content.decode()
    assert 'engine_seconds_count{area="text",outcome="ok",provider="offline"}' in text
    assert 'view="account_login"' in text
    assert "speak_sessions_active" in text


def test_what_is_promised_is_measured(client: Client) -> None:
    text = client.get("/metrics").content.decode()
    assert [name for name in WATCHED if name not in text] == []


def test_no_label_carries_what_has_no_end(client: Client, student: User) -> None:
    """An id, an address or a word of somebody's in a label is a new series for each."""
    client.force_login(student)
    assert series_after(client, student, "breathe") == series_after(client, student, "whisper")


def series_after(client: Client, student: User, text: str) -> set[str]:
    """All series there are when ``student`` has looked at ``text`` and at what there is not."""
    resource = word(text, created_by=student)
    pages = (f"/resources/{resource.pk}", f"/search?q={text}", f"/no/{text}", "/progress")
    for page in pages * 2:
        client.get(page)
    lines = client.get("/metrics").content.decode().splitlines()
    return {line.rpartition(" ")[0] for line in lines if not line.startswith("#")}


def test_metrics_are_for_neighbours_or_whoever_has_the_token(client: Client) -> None:
    assert client.get("/metrics", REMOTE_ADDR="8.8.8.8").status_code == 403
    assert client.get("/metrics", headers={"x-forwarded-for": "10.0.0.1"}).status_code == 403
    assert client.get("/metrics", REMOTE_ADDR="10.1.2.3").status_code == 200
    with override_settings(METRICS_TOKEN="watcher"):
        assert client.get("/metrics").status_code == 403
        wrong = client.get("/metrics", headers={"authorization": "Bearer wätcher"})
        assert wrong.status_code == 403
        right = client.get("/metrics", headers={"authorization": "Bearer watcher"})
        assert right.status_code == 200


def test_a_failing_engine_is_counted_as_such() -> None:
    from prometheus_client import REGISTRY

    labels = {"area": "speech", "provider": "stub", "outcome": "error"}
    with pytest.raises(ZeroDivisionError), engine_timed(area="speech", provider="stub"):
        _ = 1 / 0
    assert REGISTRY.get_sample_value("engine_seconds_count", labels) == 1
