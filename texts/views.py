"""Pages to look things up."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.people import person_of
from learnenglish.common.errors import DomainError
from texts.forms import LookupForm
from texts.nlp.base import Kind
from texts.presentation import result_context
from texts.quality.page import resource_page
from texts.selectors import resource_see_also
from texts.services import resource_view, text_process


@login_required
def lookup(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "")
    context: dict[str, object] = {"query": query, "result": None, "error": None}
    form = LookupForm(request.GET or None)
    status = 200
    if "q" in request.GET and form.is_valid():
        kind = Kind(form.cleaned_data["kind"]) if form.cleaned_data["kind"] else None
        try:
            processed = text_process(user=person_of(request), query=query, kind=kind)
            context["result"] = result_context(processed)
            context["see_also"] = resource_see_also(processed.content)
        except DomainError as error:
            status = error.status
            context["error"] = {
                "code": error.code,
                "title": _("That did not work"),
                "message": error.message,
            }
    partial = bool(getattr(request, "htmx", False))
    template = "texts/_result.html" if partial else "texts/lookup.html"
    # htmx swaps successful answers only; the fragment itself says what went wrong.
    return render(request, template, {**context, "form": form}, status=200 if partial else status)


@login_required
def resource(request: HttpRequest, resource_id: UUID) -> HttpResponse:
    try:
        found = resource_view(user=person_of(request), resource_id=resource_id)
    except DomainError as error:
        raise Http404(error.message) from error
    return resource_page(request, resource=found)
