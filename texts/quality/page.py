"""An explanation's page, the same for reading it and after a form on it was refused."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.models import Role, User
from accounts.people import person_of
from accounts.permissions import has_role
from texts.content import content_load
from texts.models import ReportStatus, TextResource
from texts.presentation import provider_label, segments_of
from texts.quality.forms import RatingForm, ReportForm
from texts.quality.selectors import resource_quality
from texts.selectors import resource_see_also


def resource_page(
    request: HttpRequest,
    *,
    resource: TextResource,
    status: int = 200,
    rating_form: Form | None = None,
    report_form: Form | None = None,
) -> HttpResponse:
    """``resource`` is one that the asker may see; forms given are those that were refused."""
    content = content_load(resource.content)
    user = person_of(request)
    context = {
        "resource": resource,
        "content": content,
        "segments": segments_of(content),
        "see_also": resource_see_also(content),
        "provider_label": provider_label(resource.provider),
        **_quality_context(resource, user, rating_form=rating_form, report_form=report_form),
    }
    return render(request, "texts/resource.html", context, status=status)


def _quality_context(
    resource: TextResource, user: User, *, rating_form: Form | None, report_form: Form | None
) -> dict[str, Any]:
    """The rating form is there for tutors and admins, the report form for everyone who has no
    open report."""
    quality = resource_quality(resources=[resource], user=user)[resource.pk]
    own, report = quality.my_rating, quality.my_report
    if rating_form is None and has_role(user, Role.TUTOR, Role.ADMIN):
        rating_form = RatingForm(
            initial={"stars": own.stars, "comment": own.comment} if own else None
        )
    if report_form is None and (report is None or report.status != ReportStatus.OPEN):
        report_form = ReportForm()
    return {"quality": quality, "rating_form": rating_form, "report_form": report_form}
