"""Answers as people and apps give them: judged, then graded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from learnenglish.common.errors import DomainError
from texts.reviews.grading import Answer, grade_record
from texts.reviews.judging import Judgement, answer_judge
from texts.reviews.models import CardType, Rating, ReviewLog
from texts.reviews.prompts import Prompt, prompts_of
from texts.reviews.selectors import card_get

if TYPE_CHECKING:
    from accounts.models import User

ANSWERS_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """What a device sends. Without ``rating`` the one that the judgement proposes holds."""

    card_id: UUID
    client_id: UUID
    card_type: CardType
    reviewed_at: datetime
    rating: Rating | None = None
    answer: str = ""
    elapsed_ms: int = 0


@dataclass(frozen=True, slots=True)
class BatchResult:
    """Either ``log`` or what stood in its way."""

    given: GivenAnswer
    log: ReviewLog | None
    problem: DomainError | None


def card_judge(
    *, user: User, card_id: UUID, card_type: CardType, answer: str
) -> tuple[Prompt, Judgement]:
    """What ``answer`` is, without grading. Raises ``not_found`` or ``card_type_impossible``."""
    card = card_get(user=user, card_id=card_id)
    for prompt in prompts_of(card):
        if prompt.type == card_type:
            return prompt, answer_judge(prompt, answer)
    raise DomainError(
        "card_type_impossible", _("This card cannot be asked in that way."), field="card_type"
    )


def answer_give(
    *, user: User, given: GivenAnswer, sent_at: datetime | None, now: datetime | None = None
) -> ReviewLog:
    """Judge and grade one answer, once for its ``client_id``.

    Raises the errors of ``grading.grade_record``, and ``card_type_impossible`` or
    ``rating_missing`` where there is neither a rating nor an answer to judge.
    """
    rating, verdict = given.rating, ""
    if given.answer or rating is None:
        if not given.answer:
            raise DomainError("rating_missing", _("Send a rating or an answer."), field="rating")
        try:
            _prompt, judged = card_judge(
                user=user, card_id=given.card_id, card_type=given.card_type, answer=given.answer
            )
            verdict, rating = judged.verdict, rating or judged.rating
        except DomainError as error:
            # With a rating of the person's own, content that has changed since stops nothing.
            if rating is None or error.status == 404:
                raise
    return grade_record(
        user=user,
        card_id=given.card_id,
        now=now,
        answer=Answer(
            client_id=given.client_id,
            card_type=given.card_type,
            rating=rating,
            reviewed_at=given.reviewed_at,
            sent_at=sent_at,
            answer=given.answer,
            verdict=verdict,
            elapsed_ms=given.elapsed_ms,
        ),
    )


def answers_give(
    *, user: User, given: Sequence[GivenAnswer], sent_at: datetime | None
) -> list[BatchResult]:
    """Each answer in turn; one that is refused stops no other.

    Raises DomainError ``batch_empty`` or ``batch_too_large``.
    """
    if not given:
        raise DomainError("batch_empty", _("There is nothing in the list."), field="answers")
    if len(given) > ANSWERS_AT_ONCE:
        raise DomainError(
            "batch_too_large",
            _("Send up to %(most)d at a time.") % {"most": ANSWERS_AT_ONCE},
            field="answers",
        )
    return [_result(user, one, sent_at) for one in given]


def _result(user: User, given: GivenAnswer, sent_at: datetime | None) -> BatchResult:
    try:
        return BatchResult(given, answer_give(user=user, given=given, sent_at=sent_at), None)
    except DomainError as error:
        return BatchResult(given, None, error)
