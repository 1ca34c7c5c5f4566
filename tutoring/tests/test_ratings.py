"""What to rate next, and what a rating changed."""

from __future__ import annotations

import pytest
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import User
from texts.quality.services import resource_rate
from texts.rating_job import ratings_recalculate
from texts.tests.making import word
from tutoring.selectors.ratings import rating_effects, resource_to_rate

pytestmark = pytest.mark.django_db


def test_what_most_people_see_and_one_has_not_rated_comes_next(tutor: User) -> None:
    seen, rare = word("seen", impressions=9), word("rare", impressions=1)
    assert resource_to_rate(tutor=tutor) == seen
    assert resource_to_rate(tutor=tutor, after=seen.pk) == rare
    resource_rate(tutor=tutor, resource_id=seen.pk, stars=4)
    assert resource_to_rate(tutor=tutor) == rare
    assert resource_to_rate(tutor=tutor, kind="GRAMMAR") is None


def test_the_effect_on_the_rank_is_told_after_the_next_run(
    tutor: User, tutor_api: APIClient
) -> None:
    low, high = word("low"), word("high", impressions=50)
    ratings_recalculate()
    body = {"resource_id": str(low.pk), "stars": 5}
    assert tutor_api.post("/api/tutor/ratings", body).status_code == 201
    body = {"resource_id": str(high.pk), "stars": 1}
    assert tutor_api.post("/api/tutor/ratings", body).status_code == 201
    assert {effect.place_now for effect in rating_effects(tutor=tutor)} == {None}
    ratings_recalculate()
    effects = {effect.resource.text: effect for effect in rating_effects(tutor=tutor)}
    assert effects["low"].place_before == 2
    assert effects["low"].score_now is not None
    assert effects["low"].score_now > effects["low"].score_before
    assert effects["high"].score_now is not None
    assert effects["high"].score_now < effects["high"].score_before


def test_a_rating_in_the_admin_or_on_the_page_has_its_effect_told_too(
    client: Client, tutor: User
) -> None:
    one, two = word("one"), word("two")
    client.force_login(tutor)
    client.post(
        "/admin/texts/resourcerating/add/", {"resource": str(one.pk), "stars": 5, "comment": ""}
    )
    client.post(f"/resources/{two.pk}/rate", {"stars": 2})
    effects = {effect.resource: effect.stars for effect in rating_effects(tutor=tutor)}
    assert effects == {one: 5, two: 2}


def test_a_rating_that_is_taken_back_has_no_effect(client: Client, tutor: User) -> None:
    rating, _ = resource_rate(tutor=tutor, resource_id=word("one").pk, stars=5)
    client.force_login(tutor)
    client.post(f"/admin/texts/resourcerating/{rating.pk}/delete/", {"post": "yes"})
    assert rating_effects(tutor=tutor) == []
