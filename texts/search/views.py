"""The search page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.people import person_of
from learnenglish.common.errors import DomainError
from texts.models import ResourceKind
from texts.search.forms import SearchForm
from texts.search.selectors import FacetCount, SearchPage, SearchRequest
from texts.search.services import search_run
from texts.search.suggestions import resource_suggest


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet as a link. ``count`` is None for "all of them"."""

    label: str
    count: int | None
    url: str
    is_chosen: bool


@login_required
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    kept = {"q": request.GET.get("q", ""), **form.chosen()}
    wanted = SearchRequest(
        **kept, cursor=request.GET.get("cursor", ""), exact="exact" in request.GET
    )
    context: dict[str, Any] = {"query": wanted.q, "form": form, "kept": kept, "page": None}
    status = 200
    try:
        page = _run(request, wanted)
        context |= {"page": page, "is_landing": not any(kept.values()), **_links(kept, page)}
    except DomainError as error:
        status = error.status
        context["error"] = error.message
    if not getattr(request, "htmx", False):
        return render(request, "texts/search.html", context, status=status)
    # htmx swaps successful answers only; the fragment itself says what went wrong.
    response = render(request, "texts/_search_results.html", context)
    response["HX-Push-Url"] = _url(kept, cursor=wanted.cursor)
    return response


@login_required
def suggest(request: HttpRequest) -> HttpResponse:
    """Options for the datalist of the search box."""
    titles = resource_suggest(user=person_of(request), typed=request.GET.get("q", ""))
    return render(request, "texts/_search_options.html", {"titles": titles})


def _run(request: HttpRequest, wanted: SearchRequest) -> SearchPage:
    try:
        return search_run(user=person_of(request), wanted=wanted)
    except DomainError as error:
        if error.code != "cursor_invalid":
            raise
    # A cursor somebody cut or made up leads to the first page, not to an error.
    return search_run(user=person_of(request), wanted=replace(wanted, cursor=""))


def _links(kept: dict[str, Any], page: SearchPage) -> dict[str, Any]:
    kinds = dict(ResourceKind.choices)
    shown = page.showing_for or page.query
    return {
        "kinds": _choices(kept, "type", page.facets.kind, {k: str(v) for k, v in kinds.items()}),
        "levels": _choices(kept, "level", page.facets.level, {}),
        "next_url": _url(kept, cursor=page.next_cursor) if page.next_cursor else "",
        "previous_url": _url(kept, cursor=page.previous_cursor) if page.previous_cursor else "",
        "exact_url": _url(kept, exact="1"),
        # Where there are filters to leave out.
        "all_url": _url({"q": kept["q"]}) if len(kept) > 1 else "",
        "lookup_url": f"{reverse('texts:lookup')}?{urlencode({'q': shown})}",
        "suggestions": [(word, _url(kept, q=word)) for word in page.suggestions],
    }


def _choices(
    kept: dict[str, Any], name: str, counts: tuple[FacetCount, ...], labels: dict[str, str]
) -> list[Choice]:
    """All together, then each value there is, in the order of ``labels``; none if there is none."""
    chosen = kept.get(name, "")
    places = list(labels)
    values = [one for one in counts if one.value]
    values.sort(key=lambda one: places.index(one.value) if one.value in places else 0)
    if chosen and chosen not in {one.value for one in values}:
        values.append(FacetCount(value=chosen, count=0))
    if not values:
        return []
    every = Choice(_("All"), None, _url(kept, **{name: ""}), not chosen)
    return [
        every,
        *(
            Choice(
                labels.get(one.value, one.value),
                one.count,
                _url(kept, **{name: one.value}),
                one.value == chosen,
            )
            for one in values
        ),
    ]


def _url(kept: dict[str, Any], **changes: str) -> str:
    """This page with what was chosen, changed; without what is empty."""
    chosen = {name: value for name, value in {**kept, **changes}.items() if value}
    chosen = {name: "1" if value is True else value for name, value in chosen.items()}
    return reverse("texts:search") + (f"?{urlencode(chosen)}" if chosen else "")
