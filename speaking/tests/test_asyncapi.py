"""The published description of the socket is whole, and what the code says."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.test import Client
from jsonschema import Draft202012Validator

from speaking.asyncapi import asyncapi_document

DOCUMENT: dict[str, Any] = asyncapi_document()


def references(part: Any) -> list[str]:
    if isinstance(part, dict):
        here = [part["$ref"]] if "$ref" in part else []
        return here + [found for value in part.values() for found in references(value)]
    if isinstance(part, list):
        return [found for value in part for found in references(value)]
    return []


def test_the_document_in_docs_is_what_the_code_says() -> None:
    """Mend with ``manage.py asyncapi > docs/asyncapi.json``."""
    kept = settings.BASE_DIR / "docs" / "asyncapi.json"
    assert json.loads(kept.read_text()) == DOCUMENT


def test_the_site_serves_it_and_its_api_pages_lead_there(client: Client) -> None:
    assert client.get("/asyncapi.json").json() == DOCUMENT
    assert settings.SPECTACULAR_SETTINGS["EXTERNAL_DOCS"]["url"] == "/asyncapi.json"


def test_every_reference_leads_somewhere() -> None:
    for reference in references(DOCUMENT):
        place: Any = DOCUMENT
        for name in reference.removeprefix("#/").split("/"):
            assert name in place, reference
            place = place[name]


def test_it_has_what_version_3_asks_for() -> None:
    assert DOCUMENT["asyncapi"] == "3.0.0"
    assert {"title", "version"} <= DOCUMENT["info"].keys()
    channel = DOCUMENT["channels"]["speak"]
    operations: dict[str, Any] = DOCUMENT["operations"]
    for operation in operations.values():
        assert operation["action"] in ("send", "receive")
        assert operation["channel"] == {"$ref": "#/channels/speak"}
    used = [ref for one in DOCUMENT["operations"].values() for ref in references(one["messages"])]
    assert {ref.rpartition("/")[2] for ref in used} == channel["messages"].keys()
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_message_says_what_it_is_for() -> None:
    messages = DOCUMENT["components"]["messages"]
    assert [name for name, message in messages.items() if not message.get("summary")] == []
