"""The placement test as a page: after sign-up, and from the settings whenever one likes."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import CefrLevel
from accounts.people import person_of
from accounts.services import user_update_profile
from learnenglish.common.errors import DomainError
from texts.placement.services import (
    LENGTH,
    UNKNOWN,
    Placement,
    placement_answer,
    placement_read,
    placement_start,
    placement_token,
)


@login_required
def placement(request: HttpRequest) -> HttpResponse:
    """The invitation, then a question each time an answer is posted, then the level."""
    if request.method != "POST":
        return render(request, "texts/placement/invitation.html", {"length": LENGTH})
    try:
        taken = _taken(request)
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("texts:placement")
    partial = bool(getattr(request, "htmx", False))
    template = "texts/placement/_step.html" if partial else "texts/placement/step.html"
    return render(request, template, _context(taken))


@login_required
@require_POST
def placement_take(request: HttpRequest) -> HttpResponse:
    """Learn at this level from now on."""
    level = request.POST.get("level", "")
    if level not in CefrLevel.values:
        messages.error(request, _("Choose one of the levels."))
        return redirect("texts:placement")
    user_update_profile(user=person_of(request), cefr_level=level)
    messages.success(request, _("Your level is %(level)s now.") % {"level": level})
    return redirect("home")


def _taken(request: HttpRequest) -> Placement:
    """The test one answer further. Raises DomainError."""
    token = request.POST.get("token", "")
    if not token:
        return placement_start()
    try:
        number = int(request.POST.get("choice", ""))
    except ValueError:
        number = UNKNOWN - 1
    return placement_answer(placement=placement_read(token=token), choice=number)


def _context(taken: Placement) -> dict[str, object]:
    context: dict[str, object] = {
        "placement": taken,
        "length": LENGTH,
        "token": placement_token(placement=taken),
        "unknown": UNKNOWN,
        "levels": CefrLevel.values,
    }
    if taken.is_over:
        ability = taken.ability
        context["ability"] = ability
        context["known"] = [answer.word for answer in taken.answers if answer.known]
        context["to_learn"] = [answer.word for answer in taken.answers if not answer.known]
        context["percent"] = round(ability.confidence * 100)
    return context
