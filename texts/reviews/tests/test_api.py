"""Reviewing by app, with and without network."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from learnenglish.common.errors import DomainError
from texts.models import ResourceStatus, TextResource
from texts.reviews.models import ReviewCard, ReviewLog
from texts.reviews.tests.making import answer, card_of
from texts.tests.making import word


def given(**fields: Any) -> dict[str, Any]:
    known = {
        "client_id": str(uuid4()),
        "card_type": "RECALL",
        "rating": 3,
        "reviewed_at": timezone.now().isoformat(),
    }
    return {**known, **fields}


def grade(api: APIClient, card: ReviewCard, **fields: Any) -> Any:
    return api.post(f"/api/reviews/{card.pk}/grade", given(**fields), format="json")


def test_what_is_due_comes_with_all_that_is_needed_to_ask_it(api: APIClient, student: User) -> None:
    card = card_of(student)
    body = api.get("/api/reviews/due").json()
    assert body["counts"] == {"learning": 0, "reviews": 0, "new": 1, "done": 0, "left": 1}
    [due] = body["cards"]
    assert due["id"] == str(card.pk)
    assert due["prompts"][0]["type"] == "RECALL"
    assert due["prompts"][0]["answers"] == ["breathe"]
    assert list(due["intervals"]) == ["1", "2", "3", "4"]
    assert due["intervals"]["1"] == 60
    assert body["next_due"] is None


def test_a_grade_sent_twice_gets_the_same_answer_and_counts_once(
    api: APIClient, student: User
) -> None:
    card = card_of(student)
    body = given()
    first = api.post(f"/api/reviews/{card.pk}/grade", body, format="json")
    second = api.post(f"/api/reviews/{card.pk}/grade", {**body, "rating": 1}, format="json")
    assert first.status_code == second.status_code == 200
    assert first.content == second.content
    assert ReviewLog.objects.count() == 1


def test_a_typed_answer_is_judged_where_no_rating_is_sent(api: APIClient, student: User) -> None:
    card = card_of(student)
    body = grade(api, card, rating=None, answer="braethe").json()
    assert (body["verdict"], body["rating"]) == ("TYPO", 3)
    judged = api.post(
        f"/api/reviews/{card.pk}/judge", {"card_type": "RECALL", "answer": "braethe"}, format="json"
    ).json()
    assert (judged["verdict"], judged["is_right"], judged["expected"]) == ("TYPO", True, "breathe")


def test_answers_given_without_network_are_taken_one_by_one(
    api: APIClient, student: User, other_student: User
) -> None:
    mine, theirs = card_of(student, "sigh"), card_of(other_student, "yawn")
    now = timezone.now()
    late = given(card_id=str(mine.pk), reviewed_at=(now - timedelta(hours=1)).isoformat())
    early = given(card_id=str(mine.pk), reviewed_at=(now - timedelta(hours=5)).isoformat())
    wrong = given(card_id=str(theirs.pk))
    body = {"answers": [late, wrong, early, late], "sent_at": now.isoformat()}
    results = api.post("/api/reviews/grades", body, format="json").json()["results"]
    assert [result["problem"] and result["problem"]["code"] for result in results] == [
        None,
        "not_found",
        None,
        None,
    ]
    assert results[0]["client_id"] == late["client_id"]
    times = list(mine.logs.order_by("reviewed_at").values_list("client_id", "state_before"))
    assert [(str(client), state) for client, state in times] == [
        (early["client_id"], "NEW"),
        (late["client_id"], "LEARNING"),
    ]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"rating": 5}, "invalid"),
        ({"rating": None}, "rating_missing"),
        ({"client_id": "x"}, "invalid"),
        ({"reviewed_at": "yesterday"}, "invalid"),
        ({"reviewed_at": "2099-01-01T00:00:00Z"}, "clock_ahead"),
        ({"reviewed_at": "0001-01-01T00:00:00Z"}, "clock_behind"),
        (
            {"reviewed_at": "0001-01-01T00:00:00Z", "sent_at": "9999-12-31T00:00:00Z"},
            "clock_behind",
        ),
        ({"rating": None, "answer": "x", "card_type": "CORRECT"}, "card_type_impossible"),
        ({"answer": "x" * 1001}, "invalid"),
        ({"answer": "\x00"}, "invalid"),
        ({"elapsed_ms": -1}, "invalid"),
    ],
)
def test_a_bad_grade_is_refused_with_a_code(
    api: APIClient, student: User, fields: dict[str, Any], code: str
) -> None:
    response = grade(api, card_of(student), **fields)
    assert (response.status_code, response.json()["code"]) == (400, code)
    assert not ReviewLog.objects.exists()


@pytest.mark.parametrize("act", ["grade", "judge", "suspend", "resume", "bury"])
def test_a_card_of_somebody_else_is_not_there(
    other_api: APIClient, student: User, act: str
) -> None:
    card = card_of(student)
    response = other_api.post(f"/api/reviews/{card.pk}/{act}", given(), format="json")
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert other_api.get(f"/api/reviews/cards/{card.pk}").status_code == 404
    assert other_api.delete(f"/api/reviews/cards/{card.pk}").status_code == 404
    assert ReviewCard.objects.filter(pk=card.pk).exists()


def test_the_last_answer_can_be_taken_back(api: APIClient, student: User) -> None:
    card = card_of(student)
    grade(api, card)
    body = api.post("/api/reviews/undo").json()
    assert body["undone_at"]
    card.refresh_from_db()
    assert card.reviews == 0
    assert api.post("/api/reviews/undo").json()["code"] == "nothing_to_undo"


def test_cards_are_kept_found_put_aside_and_forgotten(api: APIClient, student: User) -> None:
    resource = word("breathe")
    card_of(student, "sigh")
    kept = api.post("/api/reviews/cards", {"resource_id": str(resource.pk)}, format="json")
    again = api.post("/api/reviews/cards", {"resource_id": str(resource.pk)}, format="json")
    assert kept.json()["id"] == again.json()["id"]
    found = api.get("/api/reviews/cards", {"q": "BREA"}).json()["results"]
    assert [card["text"] for card in found] == ["breathe"]
    card_id = found[0]["id"]
    assert api.post(f"/api/reviews/{card_id}/suspend").json()["suspended_at"]
    aside = api.get("/api/reviews/cards", {"show": "aside"}).json()["results"]
    assert [card["id"] for card in aside] == [card_id]
    assert api.post(f"/api/reviews/{card_id}/resume").json()["suspended_at"] is None
    assert api.post(f"/api/reviews/{card_id}/bury").json()["buried_until"]
    assert api.get(f"/api/reviews/cards/{card_id}").json()["prompts"]
    assert api.delete(f"/api/reviews/cards/{card_id}").status_code == 204
    assert api.get(f"/api/reviews/cards/{card_id}").status_code == 404


def test_what_was_put_aside_and_is_kept_again_is_asked_again(api: APIClient, student: User) -> None:
    card = card_of(student)
    assert api.post(f"/api/reviews/{card.pk}/suspend").status_code == 200
    assert api.post("/api/reviews/cards", {"resource_id": str(card.resource_id)}).status_code == 200
    assert [due["id"] for due in api.get("/api/reviews/due").json()["cards"]] == [str(card.pk)]


@pytest.mark.django_db(transaction=True)
def test_one_id_for_two_cards_at_the_same_moment_counts_once(student: User) -> None:
    cards, client_id = [card_of(student, text) for text in ("sigh", "yawn")], uuid4()

    def give(card: ReviewCard) -> str:
        try:
            answer(card, client_id=client_id)
        except DomainError as error:
            return error.code
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(give, cards)) == ["", "client_id_reused"]
    assert ReviewLog.objects.count() == 1


def test_what_one_may_not_see_cannot_be_kept(
    api: APIClient, student: User, other_student: User
) -> None:
    private = word("mine", created_by=other_student)
    hidden = word("hidden", status=ResourceStatus.HIDDEN)
    for resource in (private, hidden):
        response = api.post("/api/reviews/cards", {"resource_id": str(resource.pk)}, format="json")
        assert response.status_code == 404
    assert not ReviewCard.objects.exists()


def test_an_explanation_that_was_taken_down_is_not_asked(api: APIClient, student: User) -> None:
    card_of(student)
    TextResource.objects.update(status=ResourceStatus.HIDDEN)
    body = api.get("/api/reviews/due").json()
    assert (body["cards"], body["counts"]["left"]) == ([], 0)


def test_settings_are_ones_own_and_bounded(api: APIClient, student: User) -> None:
    url = "/api/reviews/settings"
    assert api.get(url).json()["desired_retention"] == 0.9
    changed = api.patch(url, {"desired_retention": 0.85, "new_per_day": 0}, format="json").json()
    assert (changed["desired_retention"], changed["new_per_day"]) == (0.85, 0)
    assert changed["reviews_per_day"] == 200
    refused = api.patch(url, {"desired_retention": 1.0}, format="json")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "desired_retention")
    assert api.patch(url, {"new_per_day": -1}, format="json").status_code == 400
    assert api.patch(url, {"new_per_day": 10**9}, format="json").status_code == 400
    assert (
        api.patch(url, {"desired_retention": None}, format="json").json()["desired_retention"]
        == 0.9
    )


def test_nobody_reviews_without_signing_in(anonymous: APIClient) -> None:
    assert anonymous.get("/api/reviews/due").status_code == 401


def test_the_figures_are_there(api: APIClient, student: User) -> None:
    grade(api, card_of(student))
    assert api.get("/api/reviews/stats").json() == {
        "reviews": 1,
        "retention": None,
        "kept": 1,
        "mature": 0,
        "due_now": 0,
    }
