"""Ratings, the queue of reports and the runs of the rating job in the admin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.admin import ModelAdmin

from accounts.models import Role
from accounts.people import person_of
from accounts.permissions import has_role
from learnenglish.common.admin import ReadOnly
from learnenglish.common.errors import DomainError
from texts.models import RatingRun, ReportStatus, ResourceRating, ResourceReport
from texts.quality.selectors import report_list
from texts.quality.services import report_resolve, resource_rate


def may_moderate(request: HttpRequest) -> bool:
    return has_role(request.user, Role.TUTOR, Role.ADMIN)


@admin.register(ResourceRating)
class ResourceRatingAdmin(ModelAdmin[ResourceRating]):
    """Tutors write and see their own ratings; admins see everyone's."""

    list_display = ("resource", "stars", "comment", "tutor", "updated_at")
    list_filter = ("stars", "resource__kind")
    search_fields = ("resource__text", "comment")
    list_select_related = ("resource", "tutor")
    autocomplete_fields = ("resource",)
    fields = ("resource", "stars", "comment")
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ResourceRating]:
        rows = super().get_queryset(request)
        if has_role(request.user, Role.ADMIN):
            return rows
        return rows.filter(tutor=person_of(request))

    def get_readonly_fields(
        self, request: HttpRequest, obj: ResourceRating | None = None
    ) -> tuple[str, ...]:
        return ("resource",) if obj else ()

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_moderate(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_moderate(request)

    def has_view_permission(self, request: HttpRequest, obj: ResourceRating | None = None) -> bool:
        return may_moderate(request)

    def has_change_permission(
        self, request: HttpRequest, obj: ResourceRating | None = None
    ) -> bool:
        return may_moderate(request) and (obj is None or obj.tutor == request.user)

    def has_delete_permission(
        self, request: HttpRequest, obj: ResourceRating | None = None
    ) -> bool:
        return self.has_change_permission(request, obj)

    def save_model(
        self, request: HttpRequest, obj: ResourceRating, form: ModelForm, change: bool
    ) -> None:
        """Through the service: whoever rates a second time changes the first rating."""
        rating, _is_new = resource_rate(
            tutor=person_of(request),
            resource_id=obj.resource_id,
            stars=obj.stars,
            comment=obj.comment,
        )
        obj.pk, obj.tutor = rating.pk, rating.tutor


class OpenFirst(admin.SimpleListFilter):
    """The queue shows open reports unless asked for others."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin
    ) -> Iterable[tuple[str, str]]:
        settled = [status for status in ReportStatus if status != ReportStatus.OPEN]
        return [*((status.value, str(status.label)) for status in settled), ("all", _("All"))]

    def choices(self, changelist: Any) -> Any:
        first, *others = super().choices(changelist)
        return [{**first, "display": ReportStatus.OPEN.label}, *others]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[ResourceReport]
    ) -> QuerySet[ResourceReport]:
        if self.value() == "all":
            return queryset
        return queryset.filter(status=self.value() or ReportStatus.OPEN)


@admin.register(ResourceReport)
class ResourceReportAdmin(ReadOnly, ModelAdmin[ResourceReport]):
    """The queue. Reports are read and settled here, by actions; nobody edits what was said."""

    list_display = ("resource", "reason", "note", "reporter", "created_at", "status", "resolved_by")
    list_filter = (OpenFirst, "reason", "resource__kind")
    search_fields = ("resource__text", "note")
    actions = ("settle_as_fixed", "settle_as_dismissed", "hide_resource")
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ResourceReport]:
        return report_list()

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_moderate(request)

    def has_view_permission(self, request: HttpRequest, obj: ResourceReport | None = None) -> bool:
        return may_moderate(request)

    @admin.action(description=gettext_lazy("Settle: fixed"), permissions=["view"])
    def settle_as_fixed(self, request: HttpRequest, rows: QuerySet[ResourceReport]) -> None:
        self._settle(request, rows, ReportStatus.FIXED)

    @admin.action(description=gettext_lazy("Settle: nothing to change"), permissions=["view"])
    def settle_as_dismissed(self, request: HttpRequest, rows: QuerySet[ResourceReport]) -> None:
        self._settle(request, rows, ReportStatus.DISMISSED)

    @admin.action(description=gettext_lazy("Hide the explanation"), permissions=["view"])
    def hide_resource(self, request: HttpRequest, rows: QuerySet[ResourceReport]) -> None:
        self._settle(request, rows, ReportStatus.HIDDEN)

    def _settle(
        self, request: HttpRequest, rows: QuerySet[ResourceReport], resolution: ReportStatus
    ) -> None:
        settled = 0
        for report in rows:
            try:
                report_resolve(report_id=report.pk, by=person_of(request), resolution=resolution)
                settled += 1
            except DomainError as error:  # hidden with another of the same resource, or by others
                self.message_user(request, f"{report}: {error.message}", messages.WARNING)
        text = ngettext("%(count)d report is settled.", "%(count)d reports are settled.", settled)
        self.message_user(request, text % {"count": settled}, messages.SUCCESS)


@admin.register(RatingRun)
class RatingRunAdmin(ReadOnly, ModelAdmin[RatingRun]):
    """What the rating job did: to be read, not written."""

    list_display = ("started_at", "finished_at", "rows_changed", "rows_total", "error")
    ordering = ("-id",)
