"""Search, the same on SQLite and PostgreSQL."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import Count

from accounts.models import User
from texts.content import (
    Sense,
    WordContent,
    content_dump,
)
from texts.models import ResourceStatus, Source, TextResource
from texts.search.suggestions import resource_suggest
from texts.selectors import resource_visible
from texts.tests.shelves import find, sentence, texts, word

pytestmark = pytest.mark.django_db


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
