"""The review page: a question, its answer, a grade, the next question."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.people import person_of
from learnenglish.common.errors import DomainError
from texts.reviews import services
from texts.reviews.answering import GivenAnswer, answer_give, card_judge
from texts.reviews.forms import AnswerForm, GradeForm
from texts.reviews.grading import grade_undo
from texts.reviews.models import CardType, Rating
from texts.reviews.presentation import question_context, reveal_context
from texts.reviews.selectors import card_get


@require_GET
@login_required
def review(request: HttpRequest) -> HttpResponse:
    return _show(
        request, question_context(user=person_of(request), instead="instead" in request.GET)
    )


@require_POST
@login_required
def check(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """Judge what was typed or heard; nothing is graded yet."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise Http404
    user = person_of(request)
    try:
        prompt, judged = card_judge(
            user=user,
            card_id=card_id,
            card_type=CardType(form.cleaned_data["card_type"]),
            answer=form.cleaned_data["answer"],
        )
        card = card_get(user=user, card_id=card_id)
    except DomainError:
        # Forgotten or changed meanwhile, on another page: go on with the next.
        return _next(request)
    context = reveal_context(user=user, card=card, prompt=prompt, judged=judged)
    return _show(request, {**context, "elapsed_ms": form.cleaned_data["elapsed_ms"] or 0})


@require_POST
@login_required
def grade(request: HttpRequest, card_id: UUID) -> HttpResponse:
    form = GradeForm(request.POST)
    if not form.is_valid():
        raise Http404
    data = form.cleaned_data
    given = GivenAnswer(
        card_id=card_id,
        client_id=data["client_id"],
        card_type=CardType(data["card_type"]),
        reviewed_at=timezone.now(),
        rating=Rating(int(data["rating"])),
        answer=data["answer"],
        elapsed_ms=data["elapsed_ms"] or 0,
    )
    try:
        log = answer_give(user=person_of(request), given=given, sent_at=None)
    except DomainError:
        return _next(request)
    became_leech = log.after["is_leech"] and not log.before["is_leech"]
    return _next(request, leech=log.card if became_leech else None)


@require_POST
@login_required
def undo(request: HttpRequest) -> HttpResponse:
    """Take the last answer back and ask again."""
    user = person_of(request)
    try:
        log = grade_undo(user=user)
    except DomainError as error:
        return _next(request, message=error.message)
    card = card_get(user=user, card_id=log.card_id)
    if not request.htmx:  # type: ignore[attr-defined]  # set by django-htmx
        return redirect("reviews:review")
    return _show(request, question_context(user=user, card=card))


@require_POST
@login_required
def aside(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """Not today, or no more."""
    change = services.card_suspend if "suspend" in request.POST else services.card_bury
    try:
        change(user=person_of(request), card_id=card_id)
    except DomainError as error:
        raise Http404(error.message) from error
    return _next(request)


def _next(request: HttpRequest, **more: Any) -> HttpResponse:
    if not request.htmx:  # type: ignore[attr-defined]  # set by django-htmx
        return redirect("reviews:review")
    return _show(request, {**question_context(user=person_of(request)), **more})


def _show(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    partial = bool(request.htmx)  # type: ignore[attr-defined]  # set by django-htmx
    template = "reviews/_stage.html" if partial else "reviews/review.html"
    return render(request, template, context)
