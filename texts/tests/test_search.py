"""Search, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from accounts.models import User
from conftest import api_client
from history.models import Activity, UserHistory
from texts.content import (
    Content,
    ContrastContent,
    ContrastEntry,
    PhraseContent,
    Sense,
    SentenceContent,
    TopicContent,
    WordContent,
    content_dump,
)
from texts.models import ResourceKind, ResourceStatus, Source, TextResource
from texts.search.selectors import SearchPage, SearchRequest, resource_search
from texts.search.suggestions import resource_suggest
from texts.selectors import resource_visible

pytestmark = pytest.mark.django_db

HOSTILE = [
    "-" * 50,
    "'; DROP TABLE texts_textresource; --",
    '" OR "1"="1',
    'NEAR(go breathe, 2) AND NOT {headword} : "x" ^',
    "headword:* OR (((",
    "go & | ! <-> :*A \\",
    "* ** %_% [a-z]{1000}",
    "go" + "\x00" + "ne",
    "\u202egnihtaerb\u202c",
    "\u200b\u200b",
    "<script>alert(1)</script>",
    "a" * 10_000,
    "a " * 5_000,
    "'" * 150,
    "💥 \ud7ff \uffff 日本語 עברית",
    "ǅ İ ß ﬁ ½ ²",
    "don't 'tis rock'n'roll o'",
    "\\",
    "\n\t\r",
    "%00%ff",
]


def resource_make(
    text: str,
    content: Content,
    *,
    kind: ResourceKind = ResourceKind.VOCABULARY,
    normalised: str = "",
    **fields: Any,
) -> TextResource:
    return TextResource.objects.create(
        kind=kind,
        text=text,
        normalised=normalised or text.casefold(),
        content=content_dump(content),
        provider="offline",
        **fields,
    )


def word(text: str, definition: str, *examples: str, **fields: Any) -> TextResource:
    sense = Sense(part_of_speech="noun", definition=definition, examples=examples)
    return resource_make(text, WordContent(headword=text, senses=(sense,)), **fields)


def phrase(text: str, definition: str, *examples: str, **fields: Any) -> TextResource:
    sense = Sense(part_of_speech="verb", definition=definition, examples=examples)
    content = PhraseContent(headword=text, category="idiom", senses=(sense,))
    return resource_make(text, content, kind=ResourceKind.PHRASE, **fields)


def topic(title: str, summary: str, **fields: Any) -> TextResource:
    content = TopicContent(
        slug=title.lower().replace(" ", "-"),
        title=title,
        area="tense-and-aspect",
        summary=summary,
        explanation="…",
        keywords=("since", "already"),
        questions=("for or since",),
        examples=("I have met her twice.",),
    )
    return resource_make(
        title, content, kind=ResourceKind.GRAMMAR, normalised=f"topic:{content.slug}", **fields
    )


def sentence(text: str, owner: User, **fields: Any) -> TextResource:
    content = SentenceContent(original=text, corrected=text)
    kind = ResourceKind.GRAMMAR
    return resource_make(text, content, kind=kind, created_by=owner, source=Source.USER, **fields)


@pytest.fixture
def shelf(db: None) -> dict[str, TextResource]:
    """A small library, in the order of frequency."""
    made = [
        word("go", "to move from one place to another", "We go to school by bus.", level="A1"),
        word("breathe", "to take air in and let it out", "Breathe deeply.", level="B1"),
        word("breakfast", "the first meal of the day", level="A1"),
        word("breeze", "a light wind", "There is a cool breeze, breathe it in.", level="B2"),
        word("café", "a small restaurant", level="A2"),
        phrase("give up", "to stop trying", "She never gives up.", level="B1"),
        phrase("a breath of fresh air", "something new and pleasant", level="B2"),
        topic("Present perfect", "Use it for the past that matters now.", level="B1"),
    ]
    contrast = ContrastContent(
        slug="breath-breathe",
        items=("breath", "breathe"),
        area="confusable-words",
        summary="One is a noun, the other a verb.",
        entries=(ContrastEntry(item="breath", use="the noun", examples=("Take a breath.",)),),
    )
    made.append(
        resource_make(
            "breath / breathe",
            contrast,
            kind=ResourceKind.GRAMMAR,
            normalised="contrast:breath-breathe",
            level="B1",
        )
    )
    return {resource.text: resource for resource in made}


def find(user: User, q: str = "", **wanted: Any) -> SearchPage:
    return resource_search(user=user, wanted=SearchRequest(q=q, **wanted))


def texts(page: SearchPage) -> list[str]:
    return [result.resource.text for result in page.results]


class TestFinding:
    def test_the_exact_headword_comes_first(self, student: User, shelf: object) -> None:
        for typed in ("breathe", "BREATHE", "  Breathe ", '"breathe"'):
            assert texts(find(student, typed))[0] == "breathe"
        assert texts(find(student, "give up"))[0] == "give up"
        assert texts(find(student, "present perfect"))[0] == "Present perfect"

    def test_a_headword_counts_more_than_an_example(self, student: User, shelf: object) -> None:
        assert texts(find(student, "breathe")) == ["breathe", "breath / breathe", "breeze"]

    def test_an_inflected_form_finds_its_lemma(self, student: User, shelf: object) -> None:
        assert texts(find(student, "went"))[0] == "go"
        assert texts(find(student, "breathing"))[0] == "breathe"
        assert texts(find(student, "gave up"))[0] == "give up"

    def test_a_beginning_finds_titles_in_the_order_of_frequency(
        self, student: User, shelf: object
    ) -> None:
        found = texts(find(student, "bre"))
        assert found[:3] == ["breathe", "breakfast", "breeze"]
        assert "a breath of fresh air" in found

    def test_definitions_examples_keywords_and_questions_are_searched(
        self, student: User, shelf: object
    ) -> None:
        assert texts(find(student, "light wind")) == ["breeze"]
        assert texts(find(student, "school bus")) == ["go"]
        assert texts(find(student, "already")) == ["Present perfect"]
        assert texts(find(student, "for or since")) == ["Present perfect"]

    def test_accents_and_typographic_apostrophes_do_not_matter(
        self, student: User, shelf: object
    ) -> None:
        word("o'clock", "of the clock")
        assert texts(find(student, "cafe")) == texts(find(student, "CAFÉ")) == ["café"]
        assert texts(find(student, "o’clock"))[0] == texts(find(student, "o'clock"))[0]

    def test_a_misspelling_finds_its_word_and_says_so(self, student: User, shelf: object) -> None:
        page = find(student, "brekfast")
        assert (page.showing_for, texts(page)[0]) == ("breakfast", "breakfast")
        page = find(student, "presnt perfct")
        assert (page.showing_for, texts(page)[0]) == ("present perfect", "Present perfect")

    def test_titles_outside_the_dictionary_tolerate_slips_too(
        self, student: User, shelf: object
    ) -> None:
        word("Zorblaxian", "an invented word", source=Source.TUTOR)
        page = find(student, "zorblaxain")
        assert (page.showing_for, texts(page)) == ("Zorblaxian", ["Zorblaxian"])

    def test_exact_does_not_respell(self, student: User, shelf: object) -> None:
        page = find(student, "brekfast", exact=True)
        assert (page.showing_for, page.count, page.results) == (None, 0, [])

    def test_when_nothing_has_all_the_words_some_are_enough(
        self, student: User, shelf: object
    ) -> None:
        page = find(student, "breathe qwxyzzk")
        assert page.relaxed
        assert texts(page)[0] == "breathe"

    def test_nothing_at_all_is_an_answer(self, student: User, shelf: object) -> None:
        page = find(student, "qwxyzzk")
        assert (page.count, page.results, page.showing_for, page.relaxed) == (0, [], None, False)

    def test_words_of_grammar_alone_are_looked_for_in_titles_first(
        self, student: User, shelf: object
    ) -> None:
        word("of", "belonging to")
        assert texts(find(student, "of")) == ["of", "a breath of fresh air"]


class TestIndex:
    def test_what_changes_is_found_as_it_is_now(self, student: User, shelf: object) -> None:
        breeze = TextResource.objects.get(text="breeze")
        sense = Sense(part_of_speech="noun", definition="something very easy")
        breeze.content = content_dump(WordContent(headword="breeze", senses=(sense,)))
        breeze.save()
        assert texts(find(student, "light wind", exact=True)) == []
        assert texts(find(student, "easy")) == ["breeze"]
        TextResource.objects.filter(pk=breeze.pk).update(text="zephyr", normalised="zephyr")
        assert texts(find(student, "zephyr")) == ["zephyr"]
        breeze.delete()
        assert texts(find(student, "easy", exact=True)) == []

    def test_bulk_writes_are_found(self, student: User) -> None:
        made = word("tern", "a bird of the sea")
        copies = [
            TextResource(
                kind=made.kind, text=name, normalised=name, content=made.content, provider="offline"
            )
            for name in ("tern one", "tern two")
        ]
        TextResource.objects.bulk_create(copies, ignore_conflicts=True)
        assert find(student, "tern").count == 3
        for copy in copies:
            copy.text = copy.normalised = "gull " + copy.text[-3:]
        TextResource.objects.bulk_update(copies, ["text", "normalised"])
        assert find(student, "gull").count == 2

    def test_the_triggers_are_there_after_all_migrations(self, db: None) -> None:
        """If this fails: a migration altered texts_textresource. End it with
        ``RunPython(index_install, RunPython.noop)`` from ``texts.search.index``."""
        catalogue = (
            "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index')"
            if connection.vendor == "sqlite"
            else "SELECT tgname FROM pg_trigger UNION SELECT indexname FROM pg_indexes"
        )
        with connection.cursor() as cursor:
            cursor.execute(catalogue)
            names = {name for (name,) in cursor.fetchall()}
        expected = (
            {
                *("made", "changed", "added", "removed", "replaced", "browse"),
                *("counted_made", "counted_gone", "counted_left", "counted_come"),
            }
            if connection.vendor == "sqlite"
            else {"resource", "vector", "trigrams", "browse"}
        )
        assert {f"texts_search_{name}" for name in expected} <= names


class TestVisibility:
    def test_other_peoples_sentences_drafts_and_hidden_are_never_found(
        self, student: User, other_student: User, shelf: dict[str, TextResource]
    ) -> None:
        sentence("My secret zeppelin leaks", other_student)
        word("zeppelin", "an airship", status=ResourceStatus.DRAFT)
        word("zeppelins", "airships", status=ResourceStatus.HIDDEN)
        for typed in ("zeppelin", "zeppelins", "My secret zeppelin leaks", "zepelin", "secret"):
            page = find(student, typed)
            assert (page.count, page.results, page.showing_for) == (0, [], None), typed
            assert "eppelin" not in " ".join(page.suggestions)
        assert "zeppelin" not in {t.text for t in resource_suggest(user=student, typed="zepp")}
        assert resource_suggest(user=student, typed="my sec") == []
        assert find(student).count == find(student, order="newest").count == len(shelf)
        assert texts(find(other_student, "zeppelin")) == ["My secret zeppelin leaks"]
        assert resource_suggest(user=other_student, typed="my sec")[0].text.startswith("My secret")

    def test_mine_gives_only_what_is_mine(
        self, student: User, other_student: User, shelf: object
    ) -> None:
        sentence("I breathe slowly", student)
        sentence("I breathe fast", other_student)
        assert texts(find(student, "breathe", mine=True)) == ["I breathe slowly"]
        assert texts(find(student, mine=True)) == ["I breathe slowly"]


class TestFilters:
    def test_each_filter_restricts(self, student: User, shelf: dict[str, TextResource]) -> None:
        TextResource.objects.filter(pk=shelf["go"].pk).update(rating_score=80, source="TUTOR")
        assert texts(find(student, type="PHRASE", order="newest")) == [
            "a breath of fresh air",
            "give up",
        ]
        assert set(texts(find(student, level="A1"))) == {"go", "breakfast"}
        assert texts(find(student, source="TUTOR")) == ["go"]
        assert texts(find(student, min_rating=50)) == ["go"]
        assert texts(find(student, tag="tense-and-aspect")) == ["Present perfect"]
        assert set(texts(find(student, tag="idiom"))) == {"give up", "a breath of fresh air"}
        assert texts(find(student, "breathe", type="GRAMMAR")) == ["breath / breathe"]

    def test_a_filter_that_leaves_nothing_is_no_misspelling(
        self, student: User, shelf: object
    ) -> None:
        page = find(student, "breeze", level="A1")
        assert (page.count, page.showing_for, page.relaxed) == (0, None, False)

    def test_facets_count_under_the_other_filters(self, student: User, shelf: object) -> None:
        page = find(student, "breathe", type="VOCABULARY")
        kinds = {one.value: one.count for one in page.facets.kind}
        levels = {one.value: one.count for one in page.facets.level}
        assert page.count == 2
        assert kinds == {"VOCABULARY": 2, "GRAMMAR": 1}
        assert levels == {"B1": 1, "B2": 1}
        assert [(one.value, one.count) for one in page.facets.source] == [("SYSTEM", 2)]

    def test_counts_of_everything_are_exact_whoever_writes(
        self, student: User, other_student: User, shelf: object
    ) -> None:
        def check() -> None:
            page = find(student, "")
            seen = resource_visible(user=student)
            assert page.count == seen.count()
            for facet, field in (("kind", "kind"), ("level", "level"), ("source", "source")):
                told = {one.value: one.count for one in getattr(page.facets, facet)}
                values = seen.order_by().values_list(field)
                assert told == dict(values.annotate(number=Count("id")))

        check()
        made = [word(name, "a bird") for name in ("auk", "eider", "skua", "knot")]
        check()
        TextResource.objects.filter(text="auk").update(level="C2", kind="PHRASE")
        TextResource.objects.filter(text="eider").update(status="HIDDEN")
        TextResource.objects.filter(text="skua").update(created_by=student, source="USER")
        TextResource.objects.filter(text="knot").update(created_by=other_student)
        check()
        TextResource.objects.filter(text="eider").update(status="PUBLISHED", level="A1")
        TextResource.objects.bulk_create(made, ignore_conflicts=True)
        made[1].level = "B2"
        TextResource.objects.bulk_create(
            made[1:2], update_conflicts=True, update_fields=["level"], unique_fields=["id"]
        )
        check()
        TextResource.objects.filter(text__in=["auk", "skua", "eider"]).delete()
        check()


class TestPages:
    @pytest.mark.parametrize("order", ["relevance", "rating", "newest", "level"])
    @pytest.mark.parametrize("q", ["", "tern"])
    def test_pages_neither_repeat_nor_skip(self, student: User, order: str, q: str) -> None:
        for n in range(23):
            level = ("A1", "B2", "")[n % 3]
            word(f"tern {n}", "a bird of the sea", level=level, rating_score=(0, 50)[n % 2])
        whole = texts(find(student, q, order=order, page_size=100))
        assert len(set(whole)) == 23
        seen: list[str] = []
        page = find(student, q, order=order, page_size=5)
        pages = [page]
        while page.next_cursor:
            seen += texts(page)
            # What is added meanwhile does not shift what follows.
            page = find(student, q, order=order, page_size=5, cursor=page.next_cursor)
            pages.append(page)
        assert seen + texts(page) == whole
        assert pages[0].previous_cursor is None
        back = find(student, q, order=order, page_size=5, cursor=page.previous_cursor)
        assert texts(back) == texts(pages[-2])
        first = find(student, q, order=order, page_size=5, cursor=pages[1].previous_cursor)
        assert texts(first) == texts(pages[0])
        assert first.previous_cursor is None

    def test_orders_are_what_they_say(self, student: User) -> None:
        word("low", "a bird", level="C1", rating_score=10)
        word("high", "a bird", level="", rating_score=90)
        word("mid", "a bird", level="A2", rating_score=50)
        assert texts(find(student, "bird", order="rating")) == ["high", "mid", "low"]
        assert texts(find(student, "bird", order="level")) == ["mid", "low", "high"]
        assert texts(find(student, "bird", order="newest")) == ["mid", "high", "low"]


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
