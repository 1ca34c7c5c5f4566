"""Looking things up, through the endpoint and the real offline engine."""

from __future__ import annotations

import pytest
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import User
from history.models import Activity, UserHistory
from texts.models import ResourceStatus, Source, TextResource

pytestmark = pytest.mark.django_db


def look_up(api: APIClient, text: str, **more: str) -> dict:
    response = api.post("/api/process-text", {"text": text, **more})
    assert response.status_code == 200, response.content
    body: dict = response.json()
    return body


def test_a_word_is_explained(api: APIClient) -> None:
    body = look_up(api, "reluctant")
    assert (body["kind"], body["text"]) == ("VOCABULARY", "reluctant")
    assert body["content"]["senses"][0]["definition"]
    assert body["content"]["pronunciations"]
    assert body["detection"]["confidence"] > 0.5
    assert body["provenance"]["provider"] == "offline"


def test_an_estimated_level_is_called_one(api: APIClient, client: Client, student: User) -> None:
    body = look_up(api, "voicemail")
    assert body["content"]["level_is_estimate"] is True
    assert look_up(api, "reluctant")["content"]["level_is_estimate"] is False
    found = api.get("/api/search", {"q": "voicemail"}).json()["results"][0]
    assert (found["level"], found["level_is_estimate"]) == (body["level"], True)
    client.force_login(student)
    for page in (f"/resources/{found['id']}", "/search?q=voicemail", "/history"):
        html = " ".join(client.get(page).content.decode().split())
        assert f'about {body["level"]} </span> <span class="tiny soft">estimate' in html, page


def test_an_inflected_form_leads_to_its_word(api: APIClient) -> None:
    body = look_up(api, "went")
    assert body["text"] == "go"
    assert "past" in body["query_note"]


def test_a_phrase_is_explained(api: APIClient) -> None:
    body = look_up(api, "gave up")
    assert (body["kind"], body["text"]) == ("PHRASE", "give up")
    assert body["content"]["category"] == "phrasal verb"


def test_a_sentence_comes_back_corrected_with_every_change_explained(api: APIClient) -> None:
    body = look_up(api, "She have two childs.")
    content = body["content"]
    assert body["kind"] == "GRAMMAR"
    assert content["corrected"] == "She has two children."
    for change in content["corrections"]:
        assert change["explanation"]
        assert content["original"][change["start"] : change["end"]] == change["original"]


def test_a_right_sentence_is_left_as_it_is(api: APIClient) -> None:
    content = look_up(api, "She has lived in Lisbon since 2015.")["content"]
    assert content["corrected"] == content["original"]
    assert content["corrections"] == []


def test_a_grammar_question_is_answered(api: APIClient) -> None:
    body = look_up(api, "when do I use present perfect?")
    assert body["kind"] == "GRAMMAR"
    assert body["content"]["slug"].startswith("present-perfect")
    assert body["content"]["examples"]


def test_a_comparison_is_answered_with_the_contrast(api: APIClient) -> None:
    content = look_up(api, "affect vs effect")["content"]
    assert [entry["item"] for entry in content["entries"]] == ["affect", "effect"]


def test_an_unknown_word_gets_suggestions_and_no_invention(api: APIClient) -> None:
    body = look_up(api, "recieve")
    assert body["resource_id"] is None
    assert body["content"] is None
    assert body["suggestions"][0] == "receive"
    assert body["message"]


def test_the_learner_can_override_the_type(api: APIClient) -> None:
    assert look_up(api, "look after")["kind"] == "PHRASE"
    body = look_up(api, "look after", kind="GRAMMAR")
    assert body["kind"] == "GRAMMAR"
    assert body["content"]["type"] == "sentence"


def test_the_same_query_finds_the_same_explanation(api: APIClient, other_api: APIClient) -> None:
    first = look_up(api, "Breathe")
    again = look_up(other_api, "  breathe ")
    assert (first["is_new"], again["is_new"]) == (True, False)
    assert first["resource_id"] == again["resource_id"]
    assert TextResource.objects.count() == 1


def test_ones_own_sentence_stays_ones_own(
    api: APIClient, other_api: APIClient, student: User
) -> None:
    mine = look_up(api, "My boss is angry with me because I am late.")
    resource = TextResource.objects.get(pk=mine["resource_id"])
    assert (resource.source, resource.created_by_id) == (Source.USER, student.pk)
    url = f"/api/resources/{mine['resource_id']}"
    assert api.get(url).status_code == 200
    assert other_api.get(url).json()["code"] == "not_found"


def test_a_hidden_explanation_is_not_given_out(api: APIClient) -> None:
    body = look_up(api, "breathe")
    TextResource.objects.filter(pk=body["resource_id"]).update(status=ResourceStatus.HIDDEN)
    response = api.post("/api/process-text", {"text": "breathe"})
    assert (response.status_code, response.json()["code"]) == (404, "not_available")


def test_a_look_up_is_in_the_history(api: APIClient, student: User) -> None:
    body = look_up(api, "breathe")
    entry = UserHistory.objects.get(user=student, kind=Activity.LOOKUP)
    assert str(entry.text_resource_id) == body["resource_id"]
    assert entry.metadata["kind"] == "VOCABULARY"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "query_empty"),
        ("   \n\t ", "query_empty"),
        ("word " * 1000, "query_too_long"),
        ("buenos días amigo mío", "not_english"),
        ("これは英語ではありません", "not_english"),
        ("🎉🎉🎉", "not_text"),
        ("12345", "not_text"),
    ],
)
def test_what_cannot_be_looked_up_is_said_and_keeps_nothing(
    api: APIClient, text: str, code: str
) -> None:
    response = api.post("/api/process-text", {"text": text})
    assert response.status_code == 400
    body = response.json()
    assert body["code"] == code
    assert body["detail"]
    assert body["errors"][0]["field"] == "text"
    assert not TextResource.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "'; DROP TABLE texts_textresource; --",
        "\u202eevil\u202c word",
        "a\x00b",
        "ﬁne",
        "I\u2019m here\u2026",
        "x" * 1000,
        "the " * 250,
        "?",
        "%s %d {0} {{ x }}",
    ],
)
def test_odd_input_is_answered_or_refused_and_never_a_crash(
    api: APIClient, client: Client, student: User, text: str
) -> None:
    assert api.post("/api/process-text", {"text": text}).status_code in (200, 400)
    client.force_login(student)
    page = client.get("/lookup", {"q": text})
    assert page.status_code in (200, 400)
    assert b"<script>alert" not in page.content


@pytest.mark.parametrize(
    "body", [{}, {"text": None}, {"text": {"a": 1}}, {"text": "a", "kind": "X"}]
)
def test_a_wrong_body_names_the_field(api: APIClient, body: dict) -> None:
    response = api.post("/api/process-text", body)
    assert response.status_code == 400
    assert response.json()["code"] == "invalid"


def test_nobody_looks_things_up_unsigned(anonymous: APIClient) -> None:
    assert anonymous.post("/api/process-text", {"text": "run"}).status_code == 401


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("breathe", "breathe"),
        ("give up", "give up"),
        ("She have a car.", "has"),
        ("when do I use present perfect", "Present perfect"),
        ("affect vs effect", "affect"),
        ("recieve", "receive"),
    ],
)
def test_the_page_shows_every_kind_of_answer(
    client: Client, student: User, query: str, shown: str
) -> None:
    client.force_login(student)
    page = client.get("/lookup", {"q": query})
    assert page.status_code == 200
    assert shown in page.content.decode()
    fragment = client.get("/lookup", {"q": query}, headers={"HX-Request": "true"})
    assert b"<html" not in fragment.content
    resource = TextResource.objects.first()
    if resource is not None:
        assert client.get(f"/resources/{resource.pk}").status_code == 200


def test_the_page_says_what_is_wrong(client: Client, student: User) -> None:
    client.force_login(student)
    page = client.get("/lookup", {"q": "buenos días amigo mío"})
    assert page.status_code == 400
    assert "English" in page.content.decode()
