"""Explanations to rate, one after another, by keyboard."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import CefrLevel
from accounts.people import person_of
from texts.content import content_load
from texts.models import ResourceKind
from texts.quality.services import resource_rate
from tutoring.portal.forms import RateForm
from tutoring.portal.pages import attempt, portal_page, portal_render, posted_id
from tutoring.selectors.ratings import rating_effects, ratings_count, resource_to_rate


class RatingFilter(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("Type"),
        required=False,
        choices=[("", gettext_lazy("All types")), *ResourceKind.choices],
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        required=False,
        choices=[("", gettext_lazy("All levels")), *CefrLevel.choices],
    )
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)


@portal_page()
def ratings(request: HttpRequest) -> HttpResponse:
    tutor = person_of(request)
    form = RatingFilter(request.GET)
    wanted: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    if request.method == "POST":
        return _rate(request, wanted)
    resource = resource_to_rate(
        tutor=tutor,
        kind=wanted.get("kind", ""),
        level=wanted.get("level", ""),
        after=wanted.get("after"),
    )
    return portal_render(
        request,
        "tutoring/portal/ratings.html",
        title=_("Rate one by one"),
        filter_form=form,
        resource=resource,
        content=content_load(resource.content) if resource else None,
        rate_form=RateForm(),
        stars=range(1, 6),
        rated=ratings_count(tutor=tutor),
        effects=rating_effects(tutor=tutor),
        skip_url=_url(wanted, after=str(resource.pk)) if resource else "",
    )


def _rate(request: HttpRequest, wanted: dict[str, Any]) -> HttpResponse:
    form = RateForm(request.POST)
    if form.is_valid():
        attempt(
            request,
            _("Rated. The rank follows with the next run."),
            lambda: resource_rate(
                tutor=person_of(request),
                resource_id=posted_id(request, "resource_id"),
                **form.cleaned_data,
            ),
        )
    else:
        messages.error(request, _("Give 1 to 5 stars."))
    return redirect(_url(wanted, after=str(wanted.get("after") or "")))


def _url(wanted: dict[str, Any], *, after: str) -> str:
    query = {"kind": wanted.get("kind"), "level": wanted.get("level"), "after": after}
    return f"{reverse('portal:ratings')}?{urlencode({k: v for k, v in query.items() if v})}"
