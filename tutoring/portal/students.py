"""The list of students."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import CefrLevel
from accounts.people import person_of
from learnenglish.common.replica import replica_reads
from tutoring.portal.pages import portal_page, portal_render
from tutoring.portal.tables import table_response
from tutoring.selectors.attention import AttentionKind
from tutoring.selectors.students import MAX_STUDENTS, StudentRow, student_rows

PAGE = 25


class StudentFilter(forms.Form):
    q = forms.CharField(label=gettext_lazy("Name or e-mail"), required=False, max_length=100)
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        required=False,
        choices=[("", gettext_lazy("All levels")), *CefrLevel.choices],
    )
    attention = forms.ChoiceField(
        label=gettext_lazy("Needs attention for"),
        required=False,
        choices=[("", gettext_lazy("All students")), *AttentionKind.choices],
    )


@portal_page()
def students(request: HttpRequest) -> HttpResponse:
    form, rows = _filtered(request)
    query = request.GET.copy()
    query.pop("page", None)
    return portal_render(
        request,
        "tutoring/portal/students.html",
        title=_("Students"),
        form=form,
        page=Paginator(rows, PAGE).get_page(request.GET.get("page")),
        query=query.urlencode(),
        most=MAX_STUDENTS,
        is_filtered=any(form.cleaned_data.values()) if form.is_valid() else False,
    )


@portal_page()
def export(request: HttpRequest) -> HttpResponse:
    """What the list shows, as CSV or XLSX."""
    _form, rows = _filtered(request)
    return table_response(
        name=f"students-{timezone.localdate().isoformat()}",
        kind=request.GET.get("format", "csv"),
        header=[
            _("Name"),
            _("E-mail"),
            _("Needs attention for"),
            _("Last activity"),
            _("Minutes in 30 days"),
            _("Reviews due"),
            _("Own level"),
            _("Estimated level"),
            _("Last score"),
            _("Trend in points"),
            _("Tutors"),
        ],
        rows=[_cells(row) for row in rows],
    )


def _filtered(request: HttpRequest) -> tuple[StudentFilter, list[StudentRow]]:
    form = StudentFilter(request.GET)
    wanted: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    viewer = person_of(request)
    with replica_reads(user_id=viewer.pk):
        rows = student_rows(viewer=viewer, query=wanted.get("q", ""), level=wanted.get("level", ""))
    kind = wanted.get("attention")
    if kind:
        rows = [row for row in rows if kind in {reason.kind for reason in row.attention}]
    return form, rows


def _cells(row: StudentRow) -> list[Any]:
    last = timezone.localtime(row.last_activity) if row.last_activity else None
    return [
        row.student.display_name,
        row.student.email,
        " ".join(reason.text for reason in row.attention),
        f"{last:%Y-%m-%d %H:%M}" if last else "",
        row.minutes,
        row.reviews_due,
        row.student.cefr_level,
        row.cefr_estimate,
        row.scores[-1] if row.scores else None,
        row.trend,
        ", ".join(row.tutors),
    ]
