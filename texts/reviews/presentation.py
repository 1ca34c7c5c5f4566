"""What the review page shows beyond the data: headings, intervals in words, a sitting's sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from texts.reviews.judging import Judgement
from texts.reviews.models import CardType, Rating, ReviewCard, Verdict
from texts.reviews.notes import CorrectionNote, note_load
from texts.reviews.prompts import Prompt, prompts_of
from texts.reviews.selectors import day_summary, forecaster, review_counts, review_queue

if TYPE_CHECKING:
    from accounts.models import User

TASKS = {
    CardType.RECALL: gettext_lazy("What is the word?"),
    CardType.CLOZE: gettext_lazy("Fill the gap"),
    CardType.CORRECT: gettext_lazy("Correct the sentence"),
    CardType.SAY: gettext_lazy("Say it aloud"),
    CardType.LISTEN: gettext_lazy("Listen and type"),
}
HEADINGS = {
    Verdict.RIGHT: gettext_lazy("Right."),
    Verdict.VARIANT: gettext_lazy("Right."),
    Verdict.TYPO: gettext_lazy("Right, with a typing slip."),
    Verdict.FORM: gettext_lazy("The right word, in another form."),
    Verdict.SYNONYM: gettext_lazy("Close: another word is wanted."),
    Verdict.WRONG: gettext_lazy("Not yet."),
    Verdict.EMPTY: gettext_lazy("Here it is."),
}


@dataclass(frozen=True, slots=True)
class Grade:
    """A button: ``interval`` says when the card comes back."""

    rating: Rating
    interval: str
    is_proposed: bool


def interval_words(seconds: int) -> str:
    """ "10 min", "3 days", "2 months": short enough for a button."""
    minutes, days = round(seconds / 60), round(seconds / 86_400)
    if minutes < 60:
        return _("%(n)d min") % {"n": max(1, minutes)}
    if days < 1:
        hours = round(seconds / 3600)
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    if days < 60:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if days < 365:
        return ngettext("%(n)d month", "%(n)d months", round(days / 30)) % {"n": round(days / 30)}
    return _("%(n).1f years") % {"n": days / 365}


def progress_context(user: User) -> dict[str, Any]:
    counts = review_counts(user=user)
    total = counts.done + counts.left
    return {"counts": counts, "total": total}


def question_context(
    *, user: User, card: ReviewCard | None = None, instead: bool = False
) -> dict[str, Any]:
    """The next card's question (or that of ``card``), or the end of today's work.

    ``instead`` asks in a way that needs no voice.
    """
    context = progress_context(user)
    if card is None:
        queue = review_queue(user=user, limit=1)
        card = queue.cards[0] if queue.cards else None
        context["next_due"] = queue.next_due
    if card is None:
        return {**context, "summary": day_summary(user=user)}
    prompts = prompts_of(card)
    silent = next((prompt for prompt in prompts if prompt.type != CardType.SAY), None)
    prompt = silent if instead and silent else prompts[0]
    return {
        **context,
        "card": card,
        "prompt": prompt,
        "task": TASKS[prompt.type],
        "can_be_silent": silent is not None,
        "is_sentence": " " in prompt.answers[0] and prompt.type != CardType.CLOZE,
    }


def reveal_context(
    *, user: User, card: ReviewCard, prompt: Prompt, judged: Judgement
) -> dict[str, Any]:
    """The answer, what was given, and the four grades."""
    forecast = forecaster(user=user)(card)
    grades = [
        Grade(rating, interval_words(seconds), rating == judged.rating)
        for rating, seconds in forecast.items()
    ]
    return {
        **progress_context(user),
        "card": card,
        "prompt": prompt,
        "task": TASKS[prompt.type],
        "judged": judged,
        "heading": HEADINGS[judged.verdict],
        "grades": grades,
        "client_id": uuid4(),
        "moment": moment_of(card),
    }


def moment_of(card: ReviewCard) -> int | None:
    """Milliseconds into the session's recording at which the mistake was made, where known."""
    note = note_load(card.note)
    if card.session_id is None or not isinstance(note, CorrectionNote):
        return None
    return note.start_ms


def due_words(card: ReviewCard) -> str:
    """When a card comes back, for lists."""
    if card.suspended_at is not None:
        return _("put aside")
    seconds = int((card.due - timezone.now()) / timedelta(seconds=1))
    if seconds <= 0:
        return _("due now")
    return _("in %(interval)s") % {"interval": interval_words(seconds)}
