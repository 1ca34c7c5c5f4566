"""Answers: each counts once, in the order in which they were given, and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from history.models import Activity
from history.services import history_record
from learnenglish.common.errors import DomainError, not_found
from texts.reviews.clock import answer_time
from texts.reviews.days import zone_for
from texts.reviews.load import due_spread
from texts.reviews.models import CardState, CardType, Rating, ReviewCard, ReviewLog
from texts.reviews.preferences import preferences_of
from texts.reviews.scheduling import Memory, interval_of, memory_answer

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import User

ANSWER_CHARS = 1000
LONGEST_MS = 10 * 60 * 1000
SITTING = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer as a device reports it; the times by that device's clock."""

    client_id: UUID
    card_type: CardType
    rating: Rating
    reviewed_at: datetime
    sent_at: datetime | None = None
    answer: str = ""
    verdict: str = ""
    elapsed_ms: int = 0


def memory_of(card: ReviewCard) -> Memory:
    return Memory(
        state=CardState(card.state),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due,
        last_review=card.last_review,
        reviews=card.reviews,
        lapses=card.lapses,
        is_leech=card.is_leech,
    )


def card_locked(*, user: User, card_id: UUID) -> ReviewCard:
    """The card, for a change within a transaction. Raises DomainError ``not_found``."""
    card = ReviewCard.objects.select_for_update().filter(user=user, pk=card_id).first()
    if card is None:
        raise not_found(_("There is no such card, or it is somebody else's."))
    return card


def grade_record(
    *, user: User, card_id: UUID, answer: Answer, now: datetime | None = None
) -> ReviewLog:
    """Note an answer and schedule its card; the same ``client_id`` again changes nothing.

    An answer that was given before others that are here already (another device was offline) is
    put in its place, and those after it are reckoned again. Raises DomainError ``not_found``,
    ``client_id_reused``, ``clock_ahead``, ``clock_behind``.
    """
    try:
        return _record(user, card_id, answer, now or timezone.now())
    except IntegrityError as error:
        if not ReviewLog.objects.filter(user=user, client_id=answer.client_id).exists():
            raise
        raise _reused() from error  # at the same moment, for another card


def _record(user: User, card_id: UUID, answer: Answer, now: datetime) -> ReviewLog:
    with transaction.atomic():
        card = card_locked(user=user, card_id=card_id)
        known = ReviewLog.objects.filter(user=user, client_id=answer.client_id).first()
        if known is not None:
            if known.card_id != card.pk:
                raise _reused()
            return known
        at = answer_time(
            reviewed_at=answer.reviewed_at, sent_at=answer.sent_at, now=now, kept_at=card.created_at
        )
        _sitting_note(user=user, at=at)
        later = list(_counting(card).filter(reviewed_at__gt=at))
        start = Memory.from_json(later[0].before) if later else memory_of(card)
        log = ReviewLog(
            user=user,
            card=card,
            client_id=answer.client_id,
            card_type=answer.card_type,
            rating=answer.rating,
            answer=answer.answer[:ANSWER_CHARS],
            verdict=answer.verdict,
            elapsed_ms=min(max(answer.elapsed_ms, 0), LONGEST_MS),
            reviewed_at=at,
            received_at=now,
        )
        _replay(card, start, [log, *later])
    return log


def _reused() -> DomainError:
    message = _("This id belongs to an answer for another card.")
    return DomainError("client_id_reused", message, status=409, field="client_id")


def grade_undo(*, user: User, client_id: UUID | None = None) -> ReviewLog:
    """Take an answer back: the one with ``client_id``, else the person's last one.

    The card is as if it had not been given. Doing it again with the same id changes nothing.
    Raises DomainError ``nothing_to_undo``.
    """
    with transaction.atomic():
        logs = ReviewLog.objects.filter(user=user)
        if client_id is not None:
            log = logs.filter(client_id=client_id).first()
        else:
            log = logs.filter(undone_at=None).order_by("-received_at", "-id").first()
        if log is None:
            raise DomainError("nothing_to_undo", _("There is no answer to take back."), status=409)
        card = card_locked(user=user, card_id=log.card_id)
        log.refresh_from_db()
        if log.undone_at is None:
            log.undone_at = timezone.now()
            log.save(update_fields=["undone_at", "updated_at"])
            order = [*_counting(card).filter(reviewed_at__gte=log.reviewed_at)]
            later = [other for other in order if (other.reviewed_at, other.pk) > _place(log)]
            _replay(card, Memory.from_json(log.before), later)
    log.card = card
    return log


def _place(log: ReviewLog) -> tuple[datetime, UUID]:
    return log.reviewed_at, log.pk


def _counting(card: ReviewCard) -> QuerySet[ReviewLog]:
    return card.logs.filter(undone_at=None).order_by("reviewed_at", "id")


def _replay(card: ReviewCard, memory: Memory, logs: list[ReviewLog]) -> None:
    """Let ``logs`` happen to ``card`` one after the other, and save all of it."""
    user = card.user
    zone = zone_for(user)
    scheduler = preferences_of(user=user).scheduler()
    for log in logs:
        log.state_before, log.before = memory.state, memory.to_json()
        memory = memory_answer(
            memory,
            rating=Rating(log.rating),
            at=log.reviewed_at,
            scheduler=scheduler,
            leech_lapses=settings.REVIEW_LEECH_LAPSES,
            zone=zone,
        )
        if log is logs[-1] and memory.state == CardState.REVIEW:
            due = due_spread(
                user=user,
                card_id=card.pk,
                days=interval_of(memory).days,
                answered_at=log.reviewed_at,
                zone=zone,
            )
            memory = replace(memory, due=due)
        log.after = memory.to_json()
        log.save()
    _memory_store(card, memory)


def _memory_store(card: ReviewCard, memory: Memory) -> None:
    """What became a leech is put aside; what is none after all comes back."""
    if memory.is_leech != card.is_leech:
        card.suspended_at = timezone.now() if memory.is_leech else None
    card.state, card.step = memory.state, memory.step
    card.stability, card.difficulty = memory.stability, memory.difficulty
    card.due, card.last_review = memory.due, memory.last_review
    card.reviews, card.lapses = memory.reviews, memory.lapses
    card.is_leech = memory.is_leech
    card.save()


def _sitting_note(*, user: User, at: datetime) -> None:
    """One line of the history for a sitting, not one for each card."""
    around = (at - SITTING, at + SITTING)
    if not ReviewLog.objects.filter(user=user, reviewed_at__range=around).exists():
        history_record(user=user, kind=Activity.REVIEW, at=at)
