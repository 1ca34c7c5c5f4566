"""Reading cards: what is to be done today, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Count, Min, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from learnenglish.common.errors import not_found
from texts.models import ResourceStatus, TextResource
from texts.reviews.days import today_start, tomorrow_start, zone_for
from texts.reviews.grading import memory_of
from texts.reviews.models import CardState, Rating, ReviewCard, ReviewLog
from texts.reviews.preferences import preferences_of
from texts.reviews.scheduling import interval_of, memory_answer

if TYPE_CHECKING:
    from accounts.models import User

# With nothing else to do, a card that is due so soon is asked now.
AHEAD = timedelta(minutes=20)
SEARCH_CHARS = 200
LEARNING = (CardState.LEARNING, CardState.RELEARNING)


class CardFilter(models.TextChoices):
    """Which cards a list shows."""

    NEW = "new", _("New")
    LEARNING = "learning", _("Being learned")
    KNOWN = "known", _("Known")
    ASIDE = "aside", _("Put aside")
    LEECH = "leech", _("Forgotten often")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is left today, within the daily limits, and what was answered."""

    learning: int
    reviews: int
    new: int
    done: int

    @property
    def left(self) -> int:
        return self.learning + self.reviews + self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """``cards`` in the order to ask them; ``next_due`` is when there is something again, or None.

    ``next_due`` is only told where ``cards`` is empty.
    """

    cards: list[ReviewCard]
    counts: Counts
    next_due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary:
    """What was answered today: how many, how many of them were known, how long it took."""

    answers: int
    known: int
    minutes: int
    new: int
    kept: int

    @property
    def known_percent(self) -> int:
        return round(100 * self.known / self.answers) if self.answers else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStats:
    """``retention`` is the share of cards that were known when they came back (0–1), None where
    none came back. ``kept`` counts all cards, ``mature`` those FSRS trusts for three weeks.
    """

    reviews: int
    retention: float | None
    kept: int
    mature: int
    due_now: int


def card_get(*, user: User, card_id: UUID) -> ReviewCard:
    """Raises DomainError ``not_found``."""
    card = ReviewCard.objects.filter(user=user, pk=card_id).select_related("resource").first()
    if card is None:
        raise not_found(_("There is no such card, or it is somebody else's."))
    return card


def card_is_kept(*, user: User, resource: TextResource) -> bool:
    """Whether there is a card for ``resource`` that is asked."""
    cards = ReviewCard.objects.filter(user=user, key=f"resource:{resource.pk}")
    return cards.filter(suspended_at=None).exists()


def card_search(
    *, user: User, query: str = "", show: str = "", origin: str = ""
) -> QuerySet[ReviewCard]:
    """Cards whose text contains ``query``, those of a CardFilter and a CardOrigin ("": all)."""
    cards = ReviewCard.objects.filter(user=user).select_related("resource")
    wanted = " ".join(query.replace("\x00", " ").split())[:SEARCH_CHARS]
    if wanted:
        cards = cards.filter(text__icontains=wanted)
    if origin:
        cards = cards.filter(origin=origin)
    return cards.filter(_SHOWN[CardFilter(show)]) if show else cards


_SHOWN = {
    CardFilter.NEW: Q(state=CardState.NEW, suspended_at=None),
    CardFilter.LEARNING: Q(state__in=LEARNING, suspended_at=None),
    CardFilter.KNOWN: Q(state=CardState.REVIEW, suspended_at=None),
    CardFilter.ASIDE: Q(suspended_at__isnull=False),
    CardFilter.LEECH: Q(is_leech=True),
}


def forecaster(*, user: User) -> Callable[[ReviewCard], dict[Rating, int]]:
    """A function that tells in how many seconds a card would come back after each rating."""
    scheduler = preferences_of(user=user).scheduler()
    zone, now = zone_for(user), timezone.now()

    def forecast(card: ReviewCard) -> dict[Rating, int]:
        after = {
            rating: memory_answer(
                memory_of(card),
                rating=rating,
                at=now,
                scheduler=scheduler,
                leech_lapses=settings.REVIEW_LEECH_LAPSES,
                zone=zone,
            )
            for rating in Rating
        }
        return {
            rating: int(interval_of(memory).total_seconds()) for rating, memory in after.items()
        }

    return forecast


def review_queue(*, user: User, limit: int = 50, now: datetime | None = None) -> Queue:
    """What to ask now: what is being learned, then cards due, the new ones spread among them."""
    now = now or timezone.now()
    counts = review_counts(user=user, now=now)
    cards = _askable(user, now).select_related("resource")
    learning = list(cards.filter(state__in=LEARNING, due__lte=now).order_by("due")[:limit])
    reviews = cards.filter(state=CardState.REVIEW, due__lte=now).order_by("due", "id")
    new = cards.filter(state=CardState.NEW, due__lte=now).order_by("id")
    mixed = _interleave(
        list(reviews[: min(counts.reviews, limit)]), list(new[: min(counts.new, limit)])
    )
    queue = [*learning, *mixed][:limit]
    if not queue:
        queue = list(cards.filter(state__in=LEARNING, due__lte=now + AHEAD).order_by("due")[:limit])
    return Queue(cards=queue, counts=counts, next_due=None if queue else _next_due(user, now))


def review_counts(*, user: User, now: datetime | None = None) -> Counts:
    """What is left today, without the cards."""
    now = now or timezone.now()
    preferences = preferences_of(user=user)
    today = ReviewLog.objects.filter(
        user=user, undone_at=None, reviewed_at__gte=today_start(now, zone_for(user))
    ).aggregate(
        done=Count("id"),
        new=Count("id", filter=Q(state_before=CardState.NEW)),
        reviews=Count("id", filter=Q(state_before=CardState.REVIEW)),
    )
    due = (
        _askable(user, now)
        .filter(due__lte=now)
        .aggregate(
            learning=Count("id", filter=Q(state__in=LEARNING)),
            reviews=Count("id", filter=Q(state=CardState.REVIEW)),
            new=Count("id", filter=Q(state=CardState.NEW)),
        )
    )
    return Counts(
        learning=due["learning"],
        reviews=max(0, min(due["reviews"], preferences.reviews_per_day - today["reviews"])),
        new=max(0, min(due["new"], preferences.new_per_day - today["new"])),
        done=today["done"],
    )


def day_summary(*, user: User) -> DaySummary:
    """The learner's day so far."""
    start = today_start(timezone.now(), zone_for(user))
    found = ReviewLog.objects.filter(user=user, undone_at=None, reviewed_at__gte=start).aggregate(
        answers=Count("id"),
        known=Count("id", filter=Q(rating__gt=Rating.AGAIN)),
        elapsed_ms=Sum("elapsed_ms", default=0),
        new=Count("id", filter=Q(state_before=CardState.NEW)),
    )
    return DaySummary(
        answers=found["answers"],
        known=found["known"],
        minutes=max(1, round(found["elapsed_ms"] / 60_000)),
        new=found["new"],
        kept=ReviewCard.objects.filter(user=user).count(),
    )


def review_stats(*, user: User, since: datetime | None) -> ReviewStats:
    """Figures of the answers given since ``since`` (None: ever) and of all cards."""
    logs = ReviewLog.objects.filter(user=user, undone_at=None)
    if since is not None:
        logs = logs.filter(reviewed_at__gte=since)
    came_back = Q(state_before=CardState.REVIEW)
    answered = logs.aggregate(
        reviews=Count("id"),
        came_back=Count("id", filter=came_back),
        known=Count("id", filter=came_back & Q(rating__gt=Rating.AGAIN)),
    )
    cards = ReviewCard.objects.filter(user=user).aggregate(
        kept=Count("id"), mature=Count("id", filter=Q(stability__gte=21))
    )
    came = answered["came_back"]
    return ReviewStats(
        reviews=answered["reviews"],
        retention=answered["known"] / came if came else None,
        kept=cards["kept"],
        mature=cards["mature"],
        due_now=review_counts(user=user).left,
    )


def cards_askable(*, now: datetime) -> QuerySet[ReviewCard]:
    """Everybody's cards that may be asked, due or not."""
    awake = Q(buried_until=None) | Q(buried_until__lte=now)
    return ReviewCard.objects.filter(awake, _SHOWABLE, suspended_at=None)


# An explanation that was taken out of sight is not asked either.
_SHOWABLE = Q(resource=None) | Q(resource__status=ResourceStatus.PUBLISHED)


def _askable(user: User, now: datetime) -> QuerySet[ReviewCard]:
    return cards_askable(now=now).filter(user=user)


def _next_due(user: User, now: datetime) -> datetime | None:
    """When the next card may be asked: what today's limits or a burial hold back, tomorrow."""
    awake = ReviewCard.objects.filter(_SHOWABLE, user=user, suspended_at=None)
    held = awake.filter(due__lte=now).exists()
    later = awake.filter(due__gt=now).aggregate(due=Min("due"))["due"]
    if not held:
        found: datetime | None = later
        return found
    tomorrow = tomorrow_start(now, zone_for(user))
    return min(later, tomorrow) if later else tomorrow


def _interleave(reviews: list[ReviewCard], new: list[ReviewCard]) -> list[ReviewCard]:
    """``new`` at even distances among ``reviews``, each in its order."""
    places = [((n + 0.5) / len(reviews), 0, card) for n, card in enumerate(reviews)]
    places += [((n + 0.5) / len(new), 1, card) for n, card in enumerate(new)]
    return [card for *_, card in sorted(places, key=lambda place: place[:2])]
