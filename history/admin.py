"""What people did, in the admin: tutors see and check what their students did, admins all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin
from unfold.forms import ActionForm
from unfold.widgets import UnfoldAdminTextInputWidget

from accounts.models import Role
from accounts.people import person_of
from accounts.permissions import has_role
from history.models import UserHistory, Validation
from history.selectors import history_of_students
from history.validation import NOTE_CHARS, history_validate
from learnenglish.common.admin import ReadOnly
from learnenglish.common.errors import DomainError


class NoteForm(ActionForm):
    note = forms.CharField(
        required=False,
        max_length=NOTE_CHARS,
        label=_("What you say to the student"),
        widget=UnfoldAdminTextInputWidget(),
    )


@admin.register(UserHistory)
class UserHistoryAdmin(ReadOnly, ModelAdmin[UserHistory]):
    """Read, and checked by actions; nobody edits what somebody did."""

    list_display = (
        "created_at",
        "user",
        "kind",
        "query",
        "resource_type",
        "validation_status",
        "validation_note",
    )
    list_filter = ("kind", "resource_type", "validation_status")
    search_fields = ("query", "user__email")
    ordering = ("-created_at", "-id")
    actions = ("approve", "reject", "take_back")
    action_form = NoteForm
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[UserHistory]:
        return history_of_students(viewer=person_of(request))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return has_role(request.user, Role.TUTOR, Role.ADMIN)

    def has_view_permission(self, request: HttpRequest, obj: UserHistory | None = None) -> bool:
        return has_role(request.user, Role.TUTOR, Role.ADMIN)

    @admin.action(description=_("Approve"), permissions=["view"])
    def approve(self, request: HttpRequest, rows: QuerySet[UserHistory]) -> None:
        self._validate(request, rows, Validation.VALIDATED)

    @admin.action(description=_("Reject, with a note"), permissions=["view"])
    def reject(self, request: HttpRequest, rows: QuerySet[UserHistory]) -> None:
        self._validate(request, rows, Validation.REJECTED)

    @admin.action(description=_("Take back what was said"), permissions=["view"])
    def take_back(self, request: HttpRequest, rows: QuerySet[UserHistory]) -> None:
        self._validate(request, rows, Validation.PENDING)

    def _validate(
        self, request: HttpRequest, rows: QuerySet[UserHistory], status: Validation
    ) -> None:
        done, refused = 0, set[str]()
        call: dict[str, Any] = {"by": person_of(request), "status": status}
        for entry_id in rows.values_list("pk", flat=True):
            try:
                history_validate(entry_id=entry_id, note=request.POST.get("note", ""), **call)
                done += 1
            except DomainError as error:
                refused.add(error.message)
        for message in sorted(refused):
            self.message_user(request, message, messages.WARNING)
        text = ngettext("%(count)d entry is settled.", "%(count)d entries are settled.", done)
        self.message_user(request, text % {"count": done}, messages.SUCCESS)
