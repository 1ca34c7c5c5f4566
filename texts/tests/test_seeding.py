"""The starter content."""

from __future__ import annotations

import pytest
from django.db import connection

from texts.content import ContrastContent, TopicContent, content_load
from texts.content_files import GrammarFile, contrast_files, topic_files
from texts.models import ResourceKind, Source, TextResource
from texts.seeding import resources_seed
from texts.tests.making import word

pytestmark = pytest.mark.django_db


def grammar_files() -> list[GrammarFile[TopicContent] | GrammarFile[ContrastContent]]:
    return [*topic_files(), *contrast_files()]


def plan_for_an_empty_table() -> None:
    """Have PostgreSQL keep plans that were right for one row, and would take a minute for all."""
    if connection.vendor == "postgresql":
        only = word("only")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE texts_textresource")
        for number in range(10):
            word(f"word {number}")
            connection.check_constraints()
        TextResource.objects.exclude(pk=only.pk).delete()
        only.delete()


def test_everything_is_there_and_a_second_load_keeps_ratings_and_keys() -> None:
    plan_for_an_empty_table()
    total = resources_seed()
    count = TextResource.objects.count()
    assert count == total
    by_kind = {kind: TextResource.objects.filter(kind=kind).count() for kind in ResourceKind}
    assert by_kind[ResourceKind.VOCABULARY] >= 20_000
    assert by_kind[ResourceKind.PHRASE] >= 3_000
    assert by_kind[ResourceKind.GRAMMAR] >= 160
    rated = TextResource.objects.get(kind="VOCABULARY", normalised="breathe")
    TextResource.objects.filter(pk=rated.pk).update(rating_score=77, text="changed")
    # As an older version left a word it had no level for.
    unknown = TextResource.objects.get(kind="VOCABULARY", normalised="voicemail")
    estimate = unknown.level
    unknown.content.pop("level_is_estimate")
    unknown.level, unknown.rating_score = "", 66
    unknown.save()
    taken_over = TextResource.objects.get(kind="VOCABULARY", normalised="river")
    TextResource.objects.filter(pk=taken_over.pk).update(source=Source.TUTOR, text="River!")

    assert resources_seed() == total
    assert TextResource.objects.count() == count
    again = TextResource.objects.get(pk=rated.pk)
    assert (again.rating_score, again.text) == (77, "breathe")
    unknown.refresh_from_db()
    assert (unknown.level, unknown.rating_score) == (estimate, 66)
    assert unknown.content["level_is_estimate"] is True
    assert TextResource.objects.get(pk=taken_over.pk).text == "River!"
    sample = TextResource.objects.order_by("id")[::500]
    for resource in sample:
        content_load(resource.content)


def test_topics_link_only_to_topics_that_are_there() -> None:
    files = grammar_files()
    slugs = {file.content.slug for file in files if file.content.type == "topic"}
    assert len(slugs) >= 100
    missing = {link for file in files for link in file.content.see_also} - slugs
    assert not missing


def test_every_topic_has_what_a_learner_needs() -> None:
    for file in grammar_files():
        content = file.content
        assert content.summary
        assert content.mistakes, content.slug
        if content.type == "topic":
            assert len(content.examples) >= 4, content.slug
            assert content.self_check, content.slug
            assert content.form, content.slug
