"""For admins: engines, spending, and how far machine and tutors agree."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.models import Role
from tutoring.models.feedback import Dimension
from tutoring.portal.pages import portal_page, portal_render
from tutoring.selectors.engines import engines, failures, spending
from tutoring.selectors.feedback import ENOUGH_PAIRS, agreement_of_machine_and_tutors


@portal_page(Role.ADMIN)
def engines_page(request: HttpRequest) -> HttpResponse:
    return portal_render(
        request,
        "tutoring/portal/engines.html",
        title=_("Engines and spending"),
        engines=engines(),
        spending=spending(),
        failures=failures(),
    )


@portal_page(Role.ADMIN)
def agreement_page(request: HttpRequest) -> HttpResponse:
    """How closely the machine's scores follow the tutors' own."""
    rows = [
        (dimension.label, agreement_of_machine_and_tutors(dimension=dimension.value))
        for dimension in Dimension
    ]
    return portal_render(
        request,
        "tutoring/portal/agreement.html",
        title=_("Machine and tutors"),
        rows=rows,
        enough=ENOUGH_PAIRS,
    )
