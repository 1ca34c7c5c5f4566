"""The page of one's own history."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from accounts.people import person_of
from history.filters import HistoryFilter
from history.models import UserHistory
from history.selectors import history_list
from learnenglish.common.pagination import NewestFirst


@login_required
def history(request: HttpRequest) -> HttpResponse:
    filters = HistoryFilter(request.GET, queryset=history_list(user=person_of(request)))
    rows = filters.qs if filters.form.is_valid() else filters.queryset.none()
    pages = NewestFirst()
    entries: list[UserHistory] | None
    try:
        entries = pages.paginate_queryset(rows, Request(request))
    except NotFound:
        entries = pages.paginate_queryset(rows, Request(_without_cursor(request)))
    context = {
        "entries": entries,
        "filter_form": filters.form,
        "next_url": pages.get_next_link(),
        "previous_url": pages.get_previous_link(),
    }
    return render(request, "history/list.html", context)


def _without_cursor(request: HttpRequest) -> HttpRequest:
    """A cursor somebody cut or made up leads to the first page, not to an error."""
    query = request.GET.copy()
    query.pop("cursor", None)
    request.GET = query  # type: ignore[assignment]
    return request
