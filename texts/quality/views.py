"""The forms of an explanation's page."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import Role
from accounts.people import person_of
from accounts.permissions import role_required
from learnenglish.common.errors import DomainError
from texts.models import ReportReason
from texts.quality.forms import RatingForm, ReportForm
from texts.quality.page import resource_page
from texts.quality.services import resource_rate, resource_report
from texts.selectors import resource_get


@require_POST
@role_required(Role.TUTOR, Role.ADMIN)
def rate(request: HttpRequest, resource_id: UUID) -> HttpResponse:
    form = RatingForm(request.POST)
    if form.is_valid():
        try:
            resource_rate(tutor=person_of(request), resource_id=resource_id, **form.cleaned_data)
        except DomainError as error:
            _refuse(form, error)
        else:
            messages.success(
                request, _("Your rating is saved. The rank follows when it is worked out next.")
            )
            return redirect("texts:resource", resource_id)
    return _again(request, resource_id, rating_form=form)


@require_POST
@login_required
def report(request: HttpRequest, resource_id: UUID) -> HttpResponse:
    form = ReportForm(request.POST)
    if form.is_valid():
        try:
            resource_report(
                reporter=person_of(request),
                resource_id=resource_id,
                reason=ReportReason(form.cleaned_data["reason"]),
                note=form.cleaned_data["note"],
            )
        except DomainError as error:
            _refuse(form, error)
        else:
            messages.success(request, _("Thank you. A tutor will look into it."))
            return redirect("texts:resource", resource_id)
    return _again(request, resource_id, report_form=form)


def _refuse(form: Form, error: DomainError) -> None:
    """Show what a service said, beside its field. What is not there is 404."""
    if error.status == 404:
        raise Http404(error.message) from error
    form.add_error(error.field if error.field in form.fields else None, error.message)


def _again(request: HttpRequest, resource_id: UUID, **forms: Form) -> HttpResponse:
    try:
        found = resource_get(user=person_of(request), resource_id=resource_id)
    except DomainError as error:
        raise Http404(error.message) from error
    return resource_page(request, resource=found, status=400, **forms)
