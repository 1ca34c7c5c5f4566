from __future__ import annotations

from django.contrib import admin

from tutoring.models import Enrolment


@admin.register(Enrolment)
class EnrolmentAdmin(admin.ModelAdmin[Enrolment]):
    list_display = ("tutor", "student", "since", "until")
    autocomplete_fields = ("tutor", "student")
