"""Keeping explanations, and the list of what is kept."""

from __future__ import annotations

from typing import BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.people import person_of
from learnenglish.common.errors import DomainError
from texts.reviews import services
from texts.reviews.api.exchange import package_response
from texts.reviews.exchange import anki_export, anki_import
from texts.reviews.forms import PreferencesForm
from texts.reviews.models import ReviewSettings
from texts.reviews.preferences import CHOICES, preferences_update
from texts.reviews.selectors import (
    CardFilter,
    card_is_kept,
    card_search,
    review_counts,
    review_stats,
)
from texts.selectors import resource_get

PAGE_SIZE = 30


@require_POST
@login_required
def keep(request: HttpRequest, resource_id: UUID) -> HttpResponse:
    """Keep an explanation, or let go of it again; ``keep=1`` or ``keep=0`` says which."""
    user = person_of(request)
    try:
        resource = resource_get(user=user, resource_id=resource_id)
    except DomainError as error:
        raise Http404(error.message) from error
    if request.POST.get("keep") == "1":
        services.card_keep_again(user=user, resource=resource)
    else:
        services.card_let_go(user=user, resource=resource)
    if not request.htmx:  # type: ignore[attr-defined]  # set by django-htmx
        return redirect("texts:resource", resource.pk)
    context = {
        "resource": resource,
        "is_kept": card_is_kept(user=user, resource=resource),
        "announce": True,
        "left": review_counts(user=user).left,
    }
    return render(request, "reviews/_keep.html", context)


@require_GET
@login_required
def cards(request: HttpRequest) -> HttpResponse:
    user = person_of(request)
    query, show = request.GET.get("q", ""), request.GET.get("show", "")
    show = show if show in CardFilter.values else ""
    found = card_search(user=user, query=query, show=show).order_by("-id")
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "query": query,
        "show": show,
        "choices": CardFilter.choices,
        "stats": review_stats(user=user, since=None),
    }
    return render(request, "reviews/cards.html", context)


@require_POST
@login_required
def change(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """Put a card aside, ask it again or forget it."""
    user, act = person_of(request), request.POST.get("act", "")
    try:
        if act == "delete":
            services.card_delete(user=user, card_id=card_id)
            card = None
        elif act == "suspend":
            card = services.card_suspend(user=user, card_id=card_id)
        elif act == "resume":
            card = services.card_resume(user=user, card_id=card_id)
        else:
            raise Http404
    except DomainError as error:
        raise Http404(error.message) from error
    if not request.htmx:  # type: ignore[attr-defined]  # set by django-htmx
        return redirect("reviews:cards")
    return render(request, "reviews/_card_row.html", {"card": card}) if card else HttpResponse("")


@require_POST
@login_required
def package_import(request: HttpRequest) -> HttpResponse:
    upload = request.FILES.get("file")
    if upload is None or upload.size is None:
        messages.error(request, _("Choose an Anki package (.apkg) first."))
        return redirect("reviews:cards")
    try:
        done = anki_import(user=person_of(request), file=cast(BinaryIO, upload), size=upload.size)
    except DomainError as error:
        messages.error(request, error.message)
    else:
        text = _("%(added)d cards added, %(known)d were there already, %(skipped)d left out.")
        messages.success(
            request,
            text % {"added": done.added, "known": done.known, "skipped": done.skipped},
        )
    return redirect("reviews:cards")


@require_GET
@login_required
def package_export(request: HttpRequest) -> HttpResponse:
    return package_response(anki_export(user=person_of(request)))


@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    user = person_of(request)
    chosen = ReviewSettings.objects.filter(user=user).first()
    form = PreferencesForm(request.POST or None, instance=chosen)
    if request.method == "POST" and form.is_valid():
        preferences_update(user=user, **{name: form.cleaned_data[name] for name in CHOICES})
        messages.success(request, _("Saved."))
        return redirect("reviews:cards")
    context = {"form": form, "chosen": chosen}
    return render(request, "reviews/preferences.html", context, status=400 if form.errors else 200)
