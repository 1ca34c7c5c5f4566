"""How often one may ask, and how the answers say it."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Plan, User
from accounts.throttling import route_of
from learnenglish.common.addresses import client_ip, client_network
from learnenglish.common.ratelimit import Rate, rate_hit, rate_parse

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tight(settings: Settings) -> None:
    """Three an hour for everybody, six on PREMIUM; an hour ends in no test."""
    one = {"ADDRESS": "3/h", "FREE": "3/h", "PREMIUM": "6/h"}
    settings.RATE_LIMITS = {
        "sign_in": {"ADDRESS": "3/h"},
        "lookup": one,
        "api": one,
        "page": one,
    }


def statuses(ask: Any, count: int) -> Counter[int]:
    return Counter(ask().status_code for _ in range(count))


def test_rest_counts_by_person(api: APIClient, other_api: APIClient) -> None:
    assert statuses(lambda: api.get("/auth/me"), 5) == {200: 3, 429: 2}
    assert other_api.get("/auth/me").status_code == 200, "the same address, another person"


def test_a_better_plan_may_ask_more_often(api: APIClient, student: User) -> None:
    student.plan = Plan.PREMIUM
    student.save()
    assert statuses(lambda: api.get("/auth/me"), 8) == {200: 6, 429: 2}


def test_pages_count_by_person(client: Client, student: User) -> None:
    client.force_login(student)
    assert statuses(lambda: client.get("/settings/profile"), 5) == {200: 3, 429: 2}


def test_strangers_count_by_address(client: Client) -> None:
    assert statuses(lambda: client.get("/accounts/password/reset/done/"), 5) == {200: 3, 429: 2}
    elsewhere = Client(REMOTE_ADDR="198.51.100.9")
    assert elsewhere.get("/accounts/password/reset/done/").status_code == 200


def test_the_doors_count_by_address_whoever_comes(student: User, anonymous: APIClient) -> None:
    def register() -> Any:
        return anonymous.post("/auth/register", {"email": "x", "password": "y"})

    assert statuses(register, 5) == {400: 3, 429: 2}


def test_trying_tokens_out_counts_by_address(anonymous: APIClient) -> None:
    anonymous.credentials(HTTP_AUTHORIZATION="Bearer nonsense")
    assert statuses(lambda: anonymous.get("/auth/me"), 5) == {401: 3, 429: 2}


def test_routes_are_counted_apart(api: APIClient) -> None:
    statuses(lambda: api.get("/auth/me"), 4)
    assert api.post("/api/process-text", {"text": "water"}).status_code == 200


def test_every_answer_says_what_is_left(api: APIClient) -> None:
    response = api.get("/auth/me")
    assert response["RateLimit-Limit"] == "3"
    assert response["RateLimit-Remaining"] == "2"
    assert response["RateLimit-Policy"] == "3;w=3600"
    assert 1 <= int(response["RateLimit-Reset"]) <= 3600
    assert "Retry-After" not in response


def test_too_many_is_a_problem_that_says_when_to_come_back(api: APIClient) -> None:
    statuses(lambda: api.get("/auth/me"), 3)
    response = api.get("/auth/me")
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["code"] == "rate_limited"
    assert response["Retry-After"] == response["RateLimit-Reset"]
    assert response["RateLimit-Remaining"] == "0"


def test_too_many_is_a_page_that_says_when_to_come_back(client: Client, student: User) -> None:
    client.force_login(student)
    statuses(lambda: client.get("/settings/profile"), 3)
    response = client.get("/settings/profile")
    assert "429.html" in {template.name for template in response.templates}
    assert int(response["Retry-After"]) >= 1


def test_health_is_never_limited(client: Client) -> None:
    assert statuses(lambda: client.get("/healthz"), 10) == {200: 10}


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/auth/token", "sign_in"),
        ("/auth/google/callback", "sign_in"),
        ("/accounts/login/", "sign_in"),
        ("/auth/me", "api"),
        ("/auth/me/export", "api"),
        ("/auth/menu", "sign_in"),
        ("/api/process-text", "lookup"),
        ("/lookup", "lookup"),
        ("/api/history", "api"),
        ("/settings/profile", "page"),
        ("/static/css/app.css", ""),
    ],
)
def test_every_path_has_its_route(path: str, route: str) -> None:
    assert route_of(path) == route


def test_of_many_at_once_no_more_than_the_rate_are_allowed() -> None:
    rate = Rate(count=50, period_s=86400)
    cache.clear()
    with ThreadPoolExecutor(8) as pool:
        verdicts = list(pool.map(lambda _: rate_hit(key="race", rate=rate), range(200)))
    assert sum(verdict.allowed for verdict in verdicts) == 50


@pytest.mark.parametrize("text", ["", "600", "0/m", "-1/m", "600/w", "six/m", "6 / m"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no rate"):
        rate_parse(text)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.9", "203.0.113.7"),
        (1, "198.51.100.9", "198.51.100.9"),
        (1, "10.0.0.1, 198.51.100.9", "198.51.100.9"),
        (2, "198.51.100.9, 192.0.2.1", "198.51.100.9"),
        (2, "198.51.100.9", "203.0.113.7"),
        (1, "rubbish", None),
    ],
)
def test_only_what_our_own_proxies_wrote_tells_the_address(
    settings: Settings, proxies: int, forwarded: str, address: str | None
) -> None:
    settings.TRUSTED_PROXY_COUNT = proxies
    headers = {"REMOTE_ADDR": "203.0.113.7", "HTTP_X_FORWARDED_FOR": forwarded}
    assert client_ip(RequestFactory().get("/", **headers)) == address  # type: ignore[arg-type]


def test_neighbours_in_one_ipv6_network_count_together() -> None:
    def network(address: str) -> str:
        return client_network(RequestFactory().get("/", REMOTE_ADDR=address))

    assert network("2001:db8::1") == network("2001:db8::ffff") != network("2001:db8:0:1::1")
    assert network("::ffff:203.0.113.7") == "203.0.113.7"
    assert network("") == "unknown"
