"""One student: how it goes, what to say, what to recommend."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.cloud import cloud_allowed
from accounts.languages import reading_as
from accounts.people import person_of
from tutoring.lessons.services import lesson_draft, lessons_available
from tutoring.models import RecommendationReason
from tutoring.portal.charts import drawing_of
from tutoring.portal.forms import NoteForm, RecommendationForm
from tutoring.portal.pages import attempt, portal_page, portal_render
from tutoring.progress.charts import charts_of
from tutoring.progress.summary import progress_summary
from tutoring.progress.views import DEFAULT_DAYS, RANGES
from tutoring.selectors.feedback import notes_of
from tutoring.selectors.people import student_get
from tutoring.selectors.recommendations import recommendations_of
from tutoring.selectors.student_page import (
    feedback_given,
    recurring_errors,
    review_counts,
    student_recordings,
    words_in_review,
)
from tutoring.selectors.students import student_row
from tutoring.selectors.suggestions import Suggestion, suggestions_for
from tutoring.services.enrolments import enrolment_end
from tutoring.services.feedback import note_add, note_delete
from tutoring.services.recommendations import (
    recommendation_dismiss,
    recommendation_draft,
    recommendation_edit,
    recommendation_publish,
)

RECORDINGS = 8
ROWS = 10


@portal_page()
def student(request: HttpRequest, student_id: UUID) -> HttpResponse:
    row = student_row(viewer=person_of(request), student_id=student_id)
    person = row.student
    kept, due = review_counts(student=person)
    asked = request.GET.get("days", "")
    days = next((known for known in RANGES if asked == str(known)), DEFAULT_DAYS)
    return portal_render(
        request,
        "tutoring/portal/student.html",
        title=str(person),
        row=row,
        student=person,
        progress_days=days,
        progress_ranges=RANGES,
        drawings=[drawing_of(one) for one in charts_of(progress_summary(user=person, days=days))],
        recordings=student_recordings(student=person)[:RECORDINGS],
        errors=recurring_errors(student=person)[:5],
        cards=words_in_review(student=person),
        cards_kept=kept,
        cards_due=due,
        feedback=feedback_given(student=person)[:ROWS],
        notes=notes_of(student=person)[:ROWS],
        note_form=NoteForm(),
        recommendations=recommendations_of(student=person)[:20],
        suggestions=suggestions_for(student=person),
        may_draft=lessons_available() and cloud_allowed(user=person),
    )


@portal_page()
@require_POST
def note(request: HttpRequest, student_id: UUID) -> HttpResponse:
    form = NoteForm(request.POST)
    if form.is_valid():
        attempt(
            request,
            _("Your note is kept."),
            lambda: note_add(tutor=person_of(request), student_id=student_id, **form.cleaned_data),
        )
    return _back(student_id, "notes")


@portal_page()
@require_POST
def note_remove(request: HttpRequest, student_id: UUID, note_id: UUID) -> HttpResponse:
    note_delete(tutor=person_of(request), note_id=note_id)
    messages.success(request, _("The note is deleted."))
    return _back(student_id, "notes")


@portal_page()
@require_POST
def end(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Stop looking after a student."""
    enrolment_end(by=person_of(request), student_id=student_id)
    messages.success(request, _("The enrolment is ended. Nothing is lost."))
    return redirect("portal:students")


@portal_page()
@require_POST
def recommend(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Take a suggestion, or write homework: as a draft, or published at once."""
    tutor = person_of(request)
    form = RecommendationForm(request.POST)
    if not form.is_valid():
        _say_errors(request, form)
        return _back(student_id, "recommendations")
    values = form.cleaned_data
    suggestion = _suggestion(request, student_id, values)

    def act() -> None:
        made = recommendation_draft(
            tutor=tutor,
            student_id=student_id,
            resource_id=values["resource_id"],
            topic_id=values["topic_id"],
            title=values["title"],
            body=values["body"],
            note=values["note"],
            due=values["due"],
            reason_kind=suggestion.reason_kind if suggestion else RecommendationReason.TUTOR,
            reason=suggestion.reason if suggestion else "",
        )
        if "publish" in request.POST:
            recommendation_publish(tutor=tutor, recommendation_id=made.pk)

    attempt(request, _done(request), act)
    return _back(student_id, "recommendations")


@portal_page()
@require_POST
def recommendation(request: HttpRequest, student_id: UUID, recommendation_id: UUID) -> HttpResponse:
    """Change, publish or put aside what is recommended."""
    tutor = person_of(request)
    student_get(viewer=tutor, student_id=student_id)
    form = RecommendationForm(request.POST)
    if not form.is_valid():
        _say_errors(request, form)
        return _back(student_id, "recommendations")
    due: date | None = form.cleaned_data["due"]

    def act() -> None:
        if "dismiss" in request.POST:
            recommendation_dismiss(tutor=tutor, recommendation_id=recommendation_id)
            return
        recommendation_edit(
            tutor=tutor,
            recommendation_id=recommendation_id,
            changes={
                "title": form.cleaned_data["title"],
                "body": form.cleaned_data["body"],
                "note": form.cleaned_data["note"],
                "due": due,
            },
        )
        if "publish" in request.POST:
            recommendation_publish(tutor=tutor, recommendation_id=recommendation_id)

    attempt(request, _done(request), act)
    return _back(student_id, "recommendations")


@portal_page()
@require_POST
def lesson(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Have a lesson drafted."""
    attempt(
        request,
        _("The draft is below. Nobody but tutors sees it."),
        lambda: lesson_draft(tutor=person_of(request), student_id=student_id),
    )
    return _back(student_id, "recommendations")


def _suggestion(
    request: HttpRequest, student_id: UUID, values: dict[str, Any]
) -> Suggestion | None:
    """The suggestion taken, computed again: the page's word for its reason is not taken. The reason
    is in the language of the student, who reads it, too."""
    if not values["reason_kind"]:
        return None
    person = student_get(viewer=person_of(request), student_id=student_id)
    with reading_as(person):
        suggestions = suggestions_for(student=person)
    for one in suggestions:
        same_resource = one.resource is not None and one.resource.pk == values["resource_id"]
        same_topic = one.topic is not None and one.topic.pk == values["topic_id"]
        if same_resource or same_topic:
            return one
    return None


def _done(request: HttpRequest) -> str:
    if "dismiss" in request.POST:
        return _("It is put aside.")
    if "publish" in request.POST:
        return _("It is published: the student sees it now.")
    return _("The draft is saved. Nobody but tutors sees it.")


def _say_errors(request: HttpRequest, form: forms.Form) -> None:
    for name, found in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        messages.error(request, f"{label or ''}: {' '.join(map(str, found))}".lstrip(": "))


def _back(student_id: UUID, place: str) -> HttpResponse:
    response = redirect("portal:student", student_id)
    response["Location"] += f"#{place}"
    return response
