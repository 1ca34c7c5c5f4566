"""Explanations in the admin: what waits for a decision, and decisions about many at once."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin

from accounts.models import Role
from accounts.people import person_of
from accounts.permissions import has_role
from texts.models import ResourceStatus, TextResource
from texts.quality import admin as quality_admin
from texts.quality.selectors import resources_rated_low
from texts.quality.services import resources_moderate


class RatedLow(admin.SimpleListFilter):
    """What tutors found poor: two stars or fewer on average."""

    title = _("tutors' ratings")
    parameter_name = "rated"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin
    ) -> Iterable[tuple[str, str]]:
        return [("low", str(_("Low")))]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[TextResource]
    ) -> QuerySet[TextResource]:
        return resources_rated_low(queryset) if self.value() == "low" else queryset


@admin.register(TextResource)
class TextResourceAdmin(ModelAdmin[TextResource]):
    list_display = ("text", "kind", "level", "source", "status", "rating_score", "provider")
    list_filter = ("status", RatedLow, "kind", "level", "source", "provider")
    actions = ("publish", "make_draft", "hide")
    search_fields = ("text", "normalised")
    raw_id_fields = ("created_by",)
    readonly_fields = (
        "normalised",
        "provider",
        "model",
        "prompt_version",
        "rating_score",
        "rating_usage",
        "rating_tutors",
        "rating_impressions",
        "impressions",
    )
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[TextResource]:
        """Tutors look at what is everyone's; what people wrote for themselves stays theirs."""
        rows = super().get_queryset(request)
        return rows if has_role(request.user, Role.ADMIN) else rows.filter(created_by=None)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return quality_admin.may_moderate(request)

    def has_view_permission(self, request: HttpRequest, obj: TextResource | None = None) -> bool:
        return quality_admin.may_moderate(request)

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        return has_role(request.user, Role.ADMIN)

    @admin.action(description=_("Publish"), permissions=["moderate"])
    def publish(self, request: HttpRequest, rows: QuerySet[TextResource]) -> None:
        self._moderate(request, rows, ResourceStatus.PUBLISHED)

    @admin.action(description=_("Make a draft"), permissions=["moderate"])
    def make_draft(self, request: HttpRequest, rows: QuerySet[TextResource]) -> None:
        self._moderate(request, rows, ResourceStatus.DRAFT)

    @admin.action(description=_("Hide"), permissions=["moderate"])
    def hide(self, request: HttpRequest, rows: QuerySet[TextResource]) -> None:
        self._moderate(request, rows, ResourceStatus.HIDDEN)

    def _moderate(
        self, request: HttpRequest, rows: QuerySet[TextResource], status: ResourceStatus
    ) -> None:
        ids = list(rows.values_list("pk", flat=True))
        changed = resources_moderate(by=person_of(request), resource_ids=ids, status=status)
        for resource in changed:
            self.log_change(request, resource, str(status.label))
        text = ngettext(
            "%(count)d explanation is changed.", "%(count)d explanations are changed.", len(changed)
        )
        self.message_user(request, text % {"count": len(changed)}, messages.SUCCESS)
