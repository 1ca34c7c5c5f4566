"""Keeping what is to be remembered."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError
from texts.models import ResourceKind, ResourceStatus, TextResource
from texts.reviews.days import tomorrow_start, zone_for
from texts.reviews.grading import card_locked
from texts.reviews.models import CardKind, CardOrigin, ReviewCard
from texts.reviews.notes import CorrectionNote, Note, WordNote, note_dump

if TYPE_CHECKING:
    from accounts.models import User

TEXT_CHARS = 1000


def card_keep(
    *, user: User, resource: TextResource, origin: CardOrigin = CardOrigin.LOOKUP
) -> ReviewCard:
    """A card for an explanation; the one there is if it was kept before.

    The caller has made sure that ``user`` may see ``resource``.
    """
    return _card(
        user=user,
        kind=CardKind.RESOURCE,
        origin=origin,
        key=f"resource:{resource.pk}",
        text=resource.text,
        resource=resource,
    )


def card_keep_again(*, user: User, resource: TextResource) -> ReviewCard:
    """``card_keep`` by the person's own hand: a card that was let go of comes back as it was."""
    card = card_keep(user=user, resource=resource)
    return card if card.suspended_at is None else card_resume(user=user, card_id=card.pk)


def card_let_go(*, user: User, resource: TextResource) -> None:
    """Ask no more for an explanation. A card that was never answered is forgotten, another is put
    aside, so that changing one's mind loses nothing.
    """
    with transaction.atomic():
        kept = ReviewCard.objects.filter(user=user, key=f"resource:{resource.pk}")
        kept.filter(reviews=0).delete()
        kept.filter(suspended_at=None).update(suspended_at=timezone.now())


def card_keep_correction(
    *,
    user: User,
    session_id: UUID | None,
    original: str,
    corrected: str,
    explanation: str,
    category: str,
    sentence: str,
    start_ms: int | None,
    end_ms: int | None,
) -> ReviewCard:
    """A card for a mistake made in ``sentence``, where ``original`` should have been ``corrected``.

    The times are of the mistake in the session's recording. The same mistake in the same sentence
    is one card. Raises DomainError ``card_invalid``.
    """
    note = CorrectionNote(
        sentence=sentence,
        original=original,
        corrected=corrected,
        explanation=explanation[:TEXT_CHARS],
        category=category,
        start_ms=start_ms,
        end_ms=end_ms,
    )
    return _card(
        user=user,
        kind=CardKind.CORRECTION,
        origin=CardOrigin.SESSION,
        key=f"correction:{_digest(sentence, original, corrected)}",
        text=sentence[:TEXT_CHARS],
        session_id=session_id,
        note=note,
    )


def card_keep_word(*, user: User, text: str, session_id: UUID | None = None) -> ReviewCard:
    """A card for a word to be said better. What the dictionary knows of it comes along.

    Raises DomainError ``card_invalid``.
    """
    note = WordNote(text=text)
    resource = TextResource.objects.filter(
        kind__in=(ResourceKind.VOCABULARY, ResourceKind.PHRASE),
        normalised=text.strip().lower(),
        created_by=None,
        status=ResourceStatus.PUBLISHED,
    ).first()
    return _card(
        user=user,
        kind=CardKind.WORD,
        origin=CardOrigin.SESSION,
        key=f"word:{_digest(text)}",
        text=text.strip()[:TEXT_CHARS],
        resource=resource,
        session_id=session_id,
        note=note,
    )


def card_suspend(*, user: User, card_id: UUID) -> ReviewCard:
    """Ask no more until the person wants it. Raises DomainError ``not_found``."""
    return _change(user, card_id, suspended_at=timezone.now())


def card_resume(*, user: User, card_id: UUID) -> ReviewCard:
    """Ask again: ends a suspension, a burial, and being a leech. Raises ``not_found``."""
    return _change(user, card_id, suspended_at=None, buried_until=None, is_leech=False)


def card_bury(*, user: User, card_id: UUID) -> ReviewCard:
    """Not today. Raises DomainError ``not_found``."""
    return _change(user, card_id, buried_until=tomorrow_start(timezone.now(), zone_for(user)))


def card_delete(*, user: User, card_id: UUID) -> None:
    """Forget a card and its answers. Raises DomainError ``not_found``."""
    with transaction.atomic():
        card_locked(user=user, card_id=card_id).delete()


def _change(user: User, card_id: UUID, **fields: Any) -> ReviewCard:
    with transaction.atomic():
        card = card_locked(user=user, card_id=card_id)
        for name, value in fields.items():
            setattr(card, name, value)
        card.save(update_fields=[*fields, "updated_at"])
    return card


def _card(
    *, user: User, key: str, note: Note | None = None, session_id: UUID | None = None, **fields: Any
) -> ReviewCard:
    if note is not None:
        fields["note"] = note_dump(note)
    found = ReviewCard.objects.filter(user=user, key=key).first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return ReviewCard.objects.create(
                user=user, key=key, session_id=session_id, due=timezone.now(), **fields
            )
    except IntegrityError as error:
        found = ReviewCard.objects.filter(user=user, key=key).first()
        if found is None:  # its session or its explanation went away at this moment
            raise DomainError("card_invalid", _("What you wanted to keep is gone.")) from error
        return found


def _digest(*texts: str) -> str:
    """A key for ``texts`` in which case and spaces make no difference."""
    plain = "\n".join(" ".join(text.casefold().split()) for text in texts)
    return hashlib.sha256(plain.encode()).hexdigest()
