"""Cards from Anki, and cards for Anki."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError
from texts.content import PhraseContent, Sense, WordContent, content_dump
from texts.lexicon import get_lexicon
from texts.models import ResourceKind, Source, TextResource
from texts.reviews.anki.reading import AnkiError, AnkiNote, package_read
from texts.reviews.anki.writing import CardText, package_write
from texts.reviews.models import CardKind, CardOrigin, ReviewCard
from texts.reviews.prompts import GAP, Prompt, prompts_of
from texts.reviews.wording import bare_words

if TYPE_CHECKING:
    from accounts.models import User

ENGLISH_CHARS = 200
MEANING_CHARS = 1000
_STATUS_OF = {"anki_too_large": 413}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """``known`` were there already; ``skipped`` have no English side or no other one."""

    added: int
    known: int
    skipped: int


@dataclass(frozen=True, slots=True)
class _Pair:
    english: str
    meaning: str
    example: str


def anki_import(*, user: User, file: BinaryIO, size: int) -> Imported:
    """Make private cards of an Anki package's notes. Importing again adds only what is new.

    The notes' first two fields count, a third as an example; media and Anki's schedule stay there.
    Raises DomainError with AnkiError's codes.
    """
    if size > settings.REVIEW_ANKI_MAX_MB * 1024 * 1024:
        raise DomainError(
            "anki_too_large",
            _("A package is at most %(most)s MB. Leave its media out.")
            % {"most": settings.REVIEW_ANKI_MAX_MB},
            status=413,
            field="file",
        )
    # Reading takes a while; others may use the connection meanwhile.
    if not connection.in_atomic_block:
        connection.close()
    try:
        notes = package_read(file, max_notes=settings.REVIEW_ANKI_MAX_CARDS)
    except AnkiError as error:
        status = _STATUS_OF.get(error.code, 400)
        raise DomainError(error.code, str(error), status=status, field="file") from error
    pairs = {pair.english.lower(): pair for note in notes if (pair := _pair(note))}
    with transaction.atomic():
        added = _store(user, list(pairs.values()))
    return Imported(added=added, known=len(pairs) - added, skipped=len(notes) - len(pairs))


def anki_export(*, user: User) -> bytes:
    """A package with all of the person's cards, in the first way each can be read."""
    cards = ReviewCard.objects.filter(user=user).select_related("resource").order_by("id")
    return package_write((_card_text(card) for card in cards.iterator(500)), deck="Learn English")


def _pair(note: AnkiNote) -> _Pair | None:
    """The English side is the one with more words that the dictionary knows, the first if equal."""
    filled = [field for field in note.fields if field]
    if len(filled) < 2:
        return None
    english, meaning = filled[:2]
    if _english_share(meaning) > _english_share(english) and len(meaning) <= ENGLISH_CHARS:
        english, meaning = meaning, english
    if not bare_words(english) or len(english) > ENGLISH_CHARS:
        return None
    example = filled[2] if len(filled) > 2 else ""
    return _Pair(english, meaning[:MEANING_CHARS], example[:MEANING_CHARS])


def _english_share(text: str) -> float:
    words = bare_words(text)
    return sum(map(get_lexicon().has_word, words)) / len(words) if words else 0.0


def _store(user: User, pairs: list[_Pair]) -> int:
    """Three statements however many there are: resources, those that are there now, cards."""
    resources = [_resource(user, pair) for pair in pairs]
    TextResource.objects.bulk_create(resources, ignore_conflicts=True, batch_size=500)
    keys = {resource.normalised for resource in resources}
    own = TextResource.objects.filter(
        created_by=user, kind__in=(ResourceKind.VOCABULARY, ResourceKind.PHRASE)
    ).defer("content")
    found = [row for row in own.iterator(500) if row.normalised in keys]
    before = ReviewCard.objects.filter(user=user).count()
    ReviewCard.objects.bulk_create(
        [_card(user, resource) for resource in found], ignore_conflicts=True, batch_size=500
    )
    return ReviewCard.objects.filter(user=user).count() - before


def _resource(user: User, pair: _Pair) -> TextResource:
    examples = (pair.example,) if pair.example else ()
    senses = (Sense(part_of_speech="", definition=pair.meaning, examples=examples),)
    one_word = " " not in pair.english
    content = (
        WordContent(headword=pair.english, senses=senses)
        if one_word
        else PhraseContent(headword=pair.english, category="phrase", senses=senses)
    )
    return TextResource(
        kind=ResourceKind.VOCABULARY if one_word else ResourceKind.PHRASE,
        text=pair.english,
        normalised=pair.english.lower()[:255],
        content=content_dump(content),
        source=Source.USER,
        created_by=user,
        provider="anki",
    )


def _card(user: User, resource: TextResource) -> ReviewCard:
    return ReviewCard(
        user=user,
        kind=CardKind.RESOURCE,
        origin=CardOrigin.IMPORT,
        key=f"resource:{resource.pk}",
        text=resource.text,
        resource=resource,
        due=timezone.now(),
    )


def _card_text(card: ReviewCard) -> CardText:
    prompts = prompts_of(card)
    shown = next((prompt for prompt in prompts if prompt.question), prompts[0])
    return CardText(
        key=str(card.pk),
        english=shown.answers[0],
        question=_question(shown),
        example=_example(prompts),
        explanation=shown.explanation,
    )


def _question(prompt: Prompt) -> str:
    if prompt.question == prompt.answers[0] or not prompt.question:
        return _("Say it: %(text)s") % {"text": prompt.answers[0]}
    return prompt.question


def _example(prompts: tuple[Prompt, ...]) -> str:
    gap = next((p for p in prompts if GAP in p.question), None)
    return gap.question.replace(GAP, gap.answers[0]) if gap else ""
