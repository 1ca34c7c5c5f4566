"""Conditional requests, batches, and the examples of the API description."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import User
from texts.api import quality as quality_api
from texts.models import ReportReason, ReportStatus, Source
from texts.quality.services import report_resolve, resource_rate, resource_report
from texts.rating_job import ratings_recalculate
from texts.tests.making import word

pytestmark = pytest.mark.django_db


# --- conditional requests ----------------------------------------------------------------------
def test_what_has_not_changed_is_not_sent_again(api: APIClient) -> None:
    address = f"/api/resources/{word().pk}"
    first = api.get(address)
    again = api.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert first["Cache-Control"] == again["Cache-Control"] == "private, no-cache"
    other = api.get(address, headers={"If-None-Match": 'W/"something-else"'})
    assert other.status_code == 200


def test_content_rating_and_report_each_change_the_tag(
    api: APIClient, student: User, tutor: User
) -> None:
    one = word()
    address = f"/api/resources/{one.pk}"
    tags = [api.get(address)["ETag"]]
    one.save()
    tags.append(api.get(address)["ETag"])
    resource_rate(tutor=tutor, resource_id=one.pk, stars=5)
    ratings_recalculate()
    tags.append(api.get(address)["ETag"])
    made = resource_report(reporter=student, resource_id=one.pk, reason=ReportReason.TYPO)
    tags.append(api.get(address)["ETag"])
    report_resolve(report_id=made.pk, by=tutor, resolution=ReportStatus.FIXED)
    tags.append(api.get(address)["ETag"])
    assert len(set(tags)) == len(tags)


def test_a_tag_opens_nothing_that_is_somebody_else_s(
    api: APIClient, other_api: APIClient, student: User
) -> None:
    own = word("my own", created_by=student, source=Source.USER)
    tag = api.get(f"/api/resources/{own.pk}")["ETag"]
    response = other_api.get(f"/api/resources/{own.pk}", headers={"If-None-Match": tag})
    assert response.status_code == 404


# --- batches -----------------------------------------------------------------------------------
def test_a_batch_is_in_the_order_asked_for_and_says_what_is_missing(
    api: APIClient, other_student: User
) -> None:
    first, second = word("first"), word("second")
    private = word("private", created_by=other_student, source=Source.USER)
    nothing = uuid4()
    ids = [str(pk) for pk in (second.pk, nothing, first.pk, private.pk, second.pk)]
    body = api.post("/api/resources/batch", {"ids": ids}).json()
    assert [one["text"] for one in body["resources"]] == ["second", "first"]
    assert body["missing"] == [str(nothing), str(private.pk)]
    assert body["resources"][0]["ranking"]["explanation"]


def test_a_batch_of_many_takes_as_many_queries_as_one(api: APIClient) -> None:
    ids = [str(word(f"word {number}").pk) for number in range(100)]
    counts = []
    for some in (ids[:1], ids):
        with CaptureQueriesContext(connection) as queries:
            assert len(api.post("/api/resources/batch", {"ids": some}).json()["resources"])
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("resources/batch", {"ids": []}, "batch_empty"),
        ("resources/batch", {"ids": [str(uuid4())] * 101}, "batch_too_large"),
        ("resources/batch", {"ids": ["x"]}, "invalid"),
        ("resources/batch", {}, "invalid"),
        ("process-text/batch", {"texts": []}, "batch_empty"),
        ("process-text/batch", {"texts": ["go"] * 21}, "batch_too_large"),
        ("process-text/batch", {"texts": "go"}, "invalid"),
        ("process-text/batch", {"texts": [{"a": 1}]}, "invalid"),
    ],
)
def test_a_wrong_batch_is_refused(
    api: APIClient, path: str, body: dict[str, Any], code: str
) -> None:
    response = api.post(f"/api/{path}", body)
    assert (response.status_code, response.json()["code"]) == (400, code)


def test_each_text_of_a_batch_is_answered_or_refused_by_itself(api: APIClient) -> None:
    texts = ["went", "", "buenos días amigo mío", "give up"]
    results = api.post("/api/process-text/batch", {"texts": texts}).json()["results"]
    assert [one["text"] for one in results] == texts
    assert [one["result"] and one["result"]["text"] for one in results] == [
        "go",
        None,
        None,
        "give up",
    ]
    assert [one["problem"] and one["problem"]["code"] for one in results] == [
        None,
        "query_empty",
        "not_english",
        None,
    ]


@pytest.mark.parametrize("path", ["resources/batch", "process-text/batch"])
def test_batches_are_for_people_who_are_signed_in(anonymous: APIClient, path: str) -> None:
    assert anonymous.post(f"/api/{path}", {}).status_code == 401


# --- the examples of the API description -------------------------------------------------------
def answers(api: APIClient, tutor_api: APIClient) -> dict[str, dict[str, Any]]:
    """What the endpoints say, under the names of the examples."""
    one = word(impressions=311)
    missing = "0199c0de-0000-7000-8000-000000000000"
    asked: dict[str, tuple[APIClient, str, dict[str, Any]]] = {
        "rate": (
            tutor_api,
            "/api/tutor/ratings",
            {"resource_id": str(one.pk), "stars": 4, "comment": "Clear, and good examples."},
        ),
        "report": (
            api,
            f"/api/resources/{one.pk}/report",
            {"reason": "TYPO", "note": "The example says 'brethe'."},
        ),
        "resource_batch": (api, "/api/resources/batch", {"ids": [str(one.pk), missing]}),
        "process_text_batch": (api, "/api/process-text/batch", {"texts": ["give up", "12345"]}),
    }
    found = {}
    for name, (client, path, body) in asked.items():
        response = client.post(path, body)
        found[name] = {"request": body, "status": response.status_code, "response": response.json()}
        ratings_recalculate()
    response = api.get(f"/api/resources/{one.pk}")
    found["resource"] = {"status": response.status_code, "response": response.json()}
    return found


def shape(value: Any) -> Any:
    """The names and types of ``value``: what a client relies on."""
    if isinstance(value, dict):
        return {name: shape(member) for name, member in value.items()}
    if isinstance(value, list):
        return [shape(member) for member in value]
    return "number" if isinstance(value, int | float) else type(value).__name__


def test_the_examples_are_what_the_endpoints_answer(api: APIClient, tutor_api: APIClient) -> None:
    found = answers(api, tutor_api)
    if os.environ.get("LEARN_WRITE_EXAMPLES"):
        file = Path(quality_api.__file__).with_name("examples.json")
        file.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        return
    assert shape(found) == shape(quality_api.EXAMPLES)


def test_the_api_description_has_the_examples(client: Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path in (
        "/api/tutor/ratings",
        "/api/resources/{resource_id}/report",
        "/api/resources/batch",
        "/api/process-text/batch",
    ):
        request = paths[path]["post"]["requestBody"]["content"]["application/json"]
        assert request["examples"], path
