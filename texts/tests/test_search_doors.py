"""Search by the API and on the page: what is asked, shown and suggested."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from accounts.models import User
from conftest import api_client
from history.models import Activity, UserHistory
from texts.models import Source
from texts.search.suggestions import resource_suggest
from texts.tests.shelves import HOSTILE, sentence, word

pytestmark = pytest.mark.django_db


class TestApi:
    def test_an_answer_has_fragments_and_no_markup(
        self, api: APIClient, shelf: object, student: User
    ) -> None:
        sentence("<mark>Breathe</mark> & <b>go</b>", student)
        body = api.get("/api/search", {"q": "breathe", "mine": "true"}).json()
        assert body["count"] == 1
        (result,) = body["results"]
        assert result["title"] == [
            {"text": "<mark>", "match": False},
            {"text": "Breathe", "match": True},
            {"text": "</mark> & <b>go</b>", "match": False},
        ]
        assert result["text"] == "<mark>Breathe</mark> & <b>go</b>"
        assert body["facets"]["kind"] == [{"value": "GRAMMAR", "count": 1}]
        assert (body["next"], body["previous"]) == (None, None)

    def test_links_lead_on_and_back(self, api: APIClient, shelf: object) -> None:
        first = api.get("/api/search", {"q": "bre", "page_size": "2", "order": "level"}).json()
        assert first["previous"] is None
        second = api.get(first["next"]).json()
        assert not {r["id"] for r in first["results"]} & {r["id"] for r in second["results"]}
        again = api.get(second["previous"]).json()
        assert again["results"] == first["results"]

    def test_whatever_is_typed_is_answered(self, api: APIClient, shelf: object) -> None:
        refusals = {"query_too_long", "query_without_words", "invalid"}
        for typed in HOSTILE:
            answer = api.get("/api/search", {"q": typed})
            assert answer.status_code in {200, 400}, typed
            if answer.status_code == 400:
                assert answer.json()["code"] in refusals, typed
            assert api.get("/api/search/suggest", {"q": typed}).status_code == 200, typed

    def test_a_refusal_says_what_to_do(self, api: APIClient, db: None) -> None:
        answer = api.get("/api/search", {"q": "-" * 50}).json()
        assert (answer["code"], answer["errors"][0]["field"]) == ("query_without_words", "q")
        assert api.get("/api/search", {"q": "a" * 10_000}).json()["code"] == "query_too_long"

    def test_wrong_filters_are_refused(self, api: APIClient, db: None) -> None:
        wrong = ["type=SONG", "level=Z9", "source='", "min_rating=nan", "min_rating=101"]
        wrong += ["order=id;", "page_size=0", "page_size=101", "mine=perhaps"]
        wrong += ["cursor=AAAA", "cursor=a:b:%00"]
        for query in wrong:
            answer = api.get(f"/api/search?{query}")
            assert answer.status_code == 400, query
            assert answer.json()["code"] in {"invalid", "cursor_invalid"}, query

    def test_a_cursor_of_another_order_is_refused(self, api: APIClient, shelf: object) -> None:
        page = api.get("/api/search", {"page_size": "1", "order": "newest"}).json()
        address = page["next"].replace("order=newest", "order=level")
        assert api.get(address).json()["code"] == "cursor_invalid"

    def test_a_search_is_noted_once_for_its_pages_and_filters(
        self, api: APIClient, student: User, shelf: object
    ) -> None:
        body = api.get("/api/search", {"q": "bre", "page_size": "1"}).json()
        api.get(body["next"])
        api.get("/api/search", {"q": "bre", "level": "A1"})
        api.get("/api/search", {"level": "A1"})
        api.get("/api/search/suggest", {"q": "bre"})
        (noted,) = UserHistory.objects.filter(user=student)
        assert (noted.kind, noted.query) == (Activity.SEARCH, "bre")
        assert noted.metadata == {"count": body["count"]}

    def test_nobody_searches_without_signing_in(self, anonymous: APIClient, db: None) -> None:
        assert anonymous.get("/api/search?q=go").status_code == 401
        assert anonymous.get("/api/search/suggest?q=go").status_code == 401


class TestSuggestions:
    def test_headwords_that_begin_so_the_frequent_first(
        self, api: APIClient, shelf: object
    ) -> None:
        body = api.get("/api/search/suggest", {"q": "Bre"}).json()
        named = [one["text"] for one in body["suggestions"]]
        assert named[:2] == ["breakfast", "breathe"]
        assert len(named) <= 8
        assert set(body["suggestions"][0]) == {"id", "kind", "text", "level"}

    def test_what_was_typed_whole_comes_first(self, student: User, shelf: object) -> None:
        assert resource_suggest(user=student, typed="go")[0].text == "go"

    def test_topics_are_found_by_any_word(self, student: User, shelf: object) -> None:
        named = [title.text for title in resource_suggest(user=student, typed="perf")]
        assert named == ["Present perfect"]

    def test_what_tutors_wrote_is_suggested_too(self, student: User) -> None:
        word("zorblaxian", "an invented word", source=Source.TUTOR)
        assert [t.text for t in resource_suggest(user=student, typed="zorb")] == ["zorblaxian"]


class TestPage:
    @pytest.fixture
    def browser(self, client: Client, student: User) -> Client:
        client.force_login(student)
        return client

    def page(self, browser: Client, **query: str) -> str:
        answer = browser.get(f"{reverse('texts:search')}?{urlencode(query)}")
        assert answer.status_code == 200
        return answer.content.decode()

    def test_without_a_query_kinds_and_levels_can_be_browsed(
        self, browser: Client, shelf: object
    ) -> None:
        html = self.page(browser)
        assert 'href="/search?type=PHRASE"' in html
        assert 'href="/search?level=B1"' in html

    def test_matches_are_marked_and_content_is_escaped(
        self, browser: Client, shelf: object, student: User
    ) -> None:
        sentence("<script>alert(1)</script> breathe", student)
        html = self.page(browser, q="breathe")
        assert "<mark>breathe</mark>" in html
        assert "<script>alert(1)" not in html
        assert "&lt;script&gt;alert(1)" in html

    def test_filters_stay_in_the_links(self, browser: Client, shelf: object) -> None:
        html = self.page(browser, q="breathe", order="level")
        assert "q=breathe&amp;order=level&amp;type=GRAMMAR" in html
        html = self.page(browser, q="breathe", type="GRAMMAR")
        assert '<input type="hidden" name="type" value="GRAMMAR" form="search-form">' in html

    def test_a_misspelling_says_what_is_shown(self, browser: Client, shelf: object) -> None:
        html = self.page(browser, q="brekfast")
        assert "Showing results for" in html
        assert "q=brekfast&amp;exact=1" in html

    def test_nothing_found_offers_to_look_it_up(self, browser: Client, shelf: object) -> None:
        html = self.page(browser, q="qwxyzzk")
        assert "/lookup?q=qwxyzzk" in html

    def test_whatever_is_typed_gives_a_page(self, browser: Client, shelf: object) -> None:
        for typed in HOSTILE:
            query = urlencode({"q": typed, "cursor": typed[:50], "type": typed, "tag": typed})
            answer = browser.get(f"/search?{query}")
            assert answer.status_code in {200, 400}, typed
            assert b"<script>alert" not in answer.content, typed
            assert browser.get(f"/search/suggest?{query}").status_code == 200, typed

    def test_htmx_gets_the_results_alone_and_a_clean_address(
        self, browser: Client, shelf: object
    ) -> None:
        answer = browser.get("/search?q=go&tag=&order=&level=", headers={"HX-Request": "true"})
        assert b"<html" not in answer.content
        assert answer["HX-Push-Url"] == "/search?q=go"

    def test_options_for_the_box(self, browser: Client, shelf: object) -> None:
        assert '<option value="breathe">' in self.suggested(browser, "brea")

    def suggested(self, browser: Client, typed: str) -> str:
        return browser.get("/search/suggest", {"q": typed}).content.decode()


def test_two_people_get_their_own(student: User, other_student: User, shelf: object) -> None:
    sentence("I breathe", student)
    mine = api_client(student).get("/api/search", {"q": "I breathe"}).json()
    theirs = api_client(other_student).get("/api/search", {"q": "I breathe"}).json()
    assert mine["results"][0]["text"] == "I breathe"
    assert "I breathe" not in {result["text"] for result in theirs["results"]}
