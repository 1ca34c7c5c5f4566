"""The page on which minimal pairs are practised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from accounts.people import person_of
from learnenglish.common.errors import DomainError
from speaking.drills.choosing import contrasts_by_need, drill_next
from speaking.drills.contrasts import CONTRASTS, Contrast
from speaking.drills.pairs import pairs_by_contrast, word_ipa
from speaking.drills.selectors import (
    LEAST_SITTINGS,
    LEAST_TRIES,
    ContrastProgress,
    drill_progress,
    phone_tendencies,
)
from speaking.drills.services import MAX_MS, drill_attempt

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class Row:
    """A contrast with an example, and how it goes; ``progress`` is None if it was not tried."""

    contrast: Contrast
    example: str
    progress: ContrastProgress | None


@login_required
@require_GET
def drills(request: HttpRequest) -> HttpResponse:
    user = person_of(request)
    chosen = request.GET.get("contrast", "")
    try:
        drill = drill_next(user=user, contrast=chosen)
    except DomainError as error:
        raise Http404(error.message) from error
    context = {
        "drill": drill,
        "contrast": CONTRASTS[drill.pair.contrast],
        "chosen": chosen,
        # In the order of the pair, which the contrast's tip follows.
        "words": [(word, word_ipa(word), word == drill.target) for word in drill.pair.words],
        "rows": _rows(user),
        "tendencies": phone_tendencies(user=user),
        "least_tries": LEAST_TRIES,
        "least_sittings": LEAST_SITTINGS,
        "max_ms": MAX_MS,
    }
    return render(request, "speaking/drills/page.html", context)


@login_required
@require_POST
def attempt(request: HttpRequest) -> HttpResponse:
    """The body is the recording; the answer is a part of the page."""
    target, other = request.GET.get("target", ""), request.GET.get("other", "")
    try:
        found = drill_attempt(
            user=person_of(request), target=target, other=other, file=cast(BinaryIO, request)
        )
    except DomainError as error:
        problem = {"message": error.message}
        return render(request, "speaking/drills/_problem.html", problem, status=error.status)
    progress = drill_progress(user=person_of(request))[found.contrast]
    answer = {"attempt": found, "progress": progress}
    return render(request, "speaking/drills/_answer.html", answer)


def _rows(user: User) -> list[Row]:
    progress = drill_progress(user=user)
    pairs = pairs_by_contrast()
    return [
        Row(CONTRASTS[name], " – ".join(pairs[name][0].words), progress.get(name))
        for name in contrasts_by_need(user=user)
    ]
