"""Who looks after whom, as admins change it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy, ngettext
from unfold.admin import ModelAdmin

from accounts.models import Role, User
from accounts.people import person_of
from tutoring.models import Enrolment
from tutoring.services.enrolments import enrolment_create, enrolment_end


class EnrolmentForm(forms.ModelForm[Enrolment]):
    class Meta:
        model = Enrolment
        fields = ("tutor", "student")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        tutor, student = cleaned.get("tutor"), cleaned.get("student")
        if isinstance(tutor, User) and tutor.role != Role.TUTOR:
            self.add_error("tutor", gettext_lazy("Choose a tutor."))
        if isinstance(student, User) and student.role != Role.STUDENT:
            self.add_error("student", gettext_lazy("Choose a student."))
        return cleaned


@admin.register(Enrolment)
class EnrolmentAdmin(ModelAdmin[Enrolment]):
    """Made and ended, never changed or deleted: who looked after whom stays known."""

    form = EnrolmentForm
    list_display = ("tutor", "student", "since", "until")
    list_filter = (("until", admin.EmptyFieldListFilter),)
    list_select_related = ("tutor", "student")
    search_fields = (
        "tutor__email",
        "tutor__display_name",
        "student__email",
        "student__display_name",
    )
    autocomplete_fields = ("tutor", "student")
    actions = ("end",)

    def has_change_permission(self, request: HttpRequest, obj: Enrolment | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Enrolment | None = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Enrolment, form: EnrolmentForm, change: bool
    ) -> None:
        """Through the service: enrolling somebody twice changes nothing."""
        obj.pk = enrolment_create(tutor=obj.tutor, student=obj.student).pk

    @admin.action(description=gettext_lazy("End the enrolment"), permissions=["view"])
    def end(self, request: HttpRequest, rows: QuerySet[Enrolment]) -> None:
        running = list(rows.filter(until=None).select_related("tutor"))
        for enrolment in running:
            enrolment_end(
                by=person_of(request), tutor=enrolment.tutor, student_id=enrolment.student_id
            )
        text = ngettext(
            "%(count)d enrolment is ended.", "%(count)d enrolments are ended.", len(running)
        )
        self.message_user(request, text % {"count": len(running)}, messages.SUCCESS)
