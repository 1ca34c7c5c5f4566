"""The page of one's own history."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.forms import DateTimeField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from accounts.people import person_of
from history.filters import HistoryFilter
from history.models import UserHistory
from history.pages import HistoryPages
from history.presentation import entries_by_day, entry_shown, kind_chips
from history.selectors import history_list
from history.services import history_clear, history_remove, history_restore
from learnenglish.common.errors import DomainError


@login_required
def history(request: HttpRequest) -> HttpResponse:
    filters = HistoryFilter(request.GET, queryset=history_list(user=person_of(request)))
    rows = filters.qs if filters.form.is_valid() else filters.queryset.none()
    pages = HistoryPages()
    entries: list[UserHistory] | None
    try:
        entries = pages.paginate_queryset(rows, Request(request))
    except NotFound:
        entries = pages.paginate_queryset(rows, Request(_without_cursor(request)))
    shown = filters.form.cleaned_data if filters.form.is_bound else {}
    context = {
        "days": entries_by_day(entries or []),
        "chips": kind_chips(request.GET, user=person_of(request)),
        "filter_form": filters.form,
        "is_filtered": any(shown.values()) or bool(filters.form.errors),
        "more_filters": any(value for name, value in shown.items() if name != "kind"),
        "undo_entry": _uuid(request.GET.get("entry")),
        "undo_cleared_at": _moment(request.GET.get("cleared_at")),
        "next_url": pages.get_next_link(),
        "previous_url": pages.get_previous_link(),
    }
    return render(request, "history/list.html", context)


@require_POST
@login_required
def remove(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """With htmx the entry gives way to a line that can bring it back."""
    try:
        entry = history_remove(user=person_of(request), entry_id=entry_id)
    except DomainError as error:
        raise Http404(error.message) from error
    if _is_partial(request):
        return render(request, "history/_removed.html", {"shown": entry_shown(entry)})
    return _to_undo(entry=str(entry.pk))


@require_POST
@login_required
def clear(request: HttpRequest) -> HttpResponse:
    cleared_at, _count = history_clear(user=person_of(request))
    return _to_undo(cleared_at=cleared_at.isoformat())


@require_POST
@login_required
def restore(request: HttpRequest) -> HttpResponse:
    """Undo: one entry, or all that were cleared together."""
    entry_id, cleared_at = _uuid(request.POST.get("entry")), _moment(request.POST.get("cleared_at"))
    user = person_of(request)
    try:
        if entry_id is None and cleared_at is None:
            raise Http404("There is nothing to bring back.")
        count = history_restore(user=user, entry_id=entry_id, cleared_at=cleared_at)
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("history:list")
    if _is_partial(request) and entry_id:
        entry = history_list(user=user).get(pk=entry_id)
        return render(request, "history/_entry.html", {"shown": entry_shown(entry)})
    text = ngettext("%(count)d entry is back.", "%(count)d entries are back.", count)
    messages.success(request, text % {"count": count})
    return redirect("history:list")


def _to_undo(**what: str) -> HttpResponse:
    """The list, with an offer to take back what was just done."""
    return redirect(f"{reverse('history:list')}?{urlencode(what)}")


def _is_partial(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def _moment(text: str | None) -> datetime | None:
    try:
        return DateTimeField(required=False).clean(text)
    except ValidationError:
        return None


def _without_cursor(request: HttpRequest) -> HttpRequest:
    """A cursor somebody cut or made up leads to the first page, not to an error."""
    query = request.GET.copy()
    query.pop("cursor", None)
    request.GET = query  # type: ignore[assignment]
    return request
