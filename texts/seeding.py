"""The starter content: the lexicon, grammar topics and contrasts as everyone's resources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.db import connection
from django.utils import timezone

from texts.content import Content, ContentError, content_dump, content_load
from texts.content_files import contrast_files, contrast_paths, grammar_paths, topic_files
from texts.lexicon import get_lexicon
from texts.lexicon.store import DATA_FILE
from texts.models import ResourceKind, Source, TextResource
from texts.services import resource_key

PROVIDER = "offline"
BATCH = 500
# What a new version of the content may change; ratings and the key stay.
UPDATED = ["text", "level", "content", "updated_at"]


def resource_files() -> list[Path]:
    return [DATA_FILE, *grammar_paths(), *contrast_paths()]


def resources_seed() -> int:
    """Make what is missing, update what changed, leave the rest alone. How many there are.

    Resources keep their key, so ratings, cards and history stay with them. What a tutor has
    taken over (another source) is not touched.
    """
    shared = TextResource.objects.filter(created_by=None, provider=PROVIDER)
    known = {(row.kind, row.normalised): row for row in shared.iterator(chunk_size=2000)}
    new, changed, total = [], [], 0
    for resource in _resources():
        total += 1
        old = known.get((resource.kind, resource.normalised))
        if old is None:
            new.append(resource)
        elif old.source == Source.SYSTEM and _differs(old, resource):
            old.text, old.level, old.content = resource.text, resource.level, resource.content
            old.updated_at = timezone.now()
            changed.append(old)
    TextResource.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    TextResource.objects.bulk_update(changed, UPDATED, batch_size=BATCH)
    if new:
        _plan_anew()
    return total


def _plan_anew() -> None:
    """PostgreSQL keeps plans for checks of foreign keys: those made when the table was empty read
    all of it for each row."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {TextResource._meta.db_table}")


def _differs(old: TextResource, new: TextResource) -> bool:
    if (old.text, old.level) != (new.text, new.level):
        return True
    return old.content != new.content and not _means_the_same(old.content, new.content)


def _means_the_same(old: object, new: object) -> bool:
    """What was kept before a member was invented lacks it, and means its default."""
    try:
        return content_load(old) == content_load(new)
    except ContentError:
        return False


def _resources() -> Iterator[TextResource]:
    lexicon = get_lexicon()
    for entry in lexicon.iter_words():
        word = lexicon.word(entry.headword)
        if word is not None:
            yield _resource(ResourceKind.VOCABULARY, entry.headword, entry.level, word)
    for entry in lexicon.iter_phrases():
        phrase = lexicon.phrase(entry.headword)
        if phrase is not None:
            yield _resource(ResourceKind.PHRASE, entry.headword, entry.level, phrase)
    for topic in topic_files():
        yield _resource(ResourceKind.GRAMMAR, topic.content.title, topic.level, topic.content)
    for contrast in contrast_files():
        title = " / ".join(contrast.content.items)
        yield _resource(ResourceKind.GRAMMAR, title, contrast.level, contrast.content)


def _resource(kind: ResourceKind, text: str, level: str | None, content: Content) -> TextResource:
    return TextResource(
        kind=kind.value,
        text=text,
        normalised=resource_key(content, text.casefold()),
        level=level or "",
        content=content_dump(content),
        source=Source.SYSTEM,
        provider=PROVIDER,
    )
