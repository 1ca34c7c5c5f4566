from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from accounts.models import Role
from accounts.permissions import has_role
from texts.models import TextResource
from texts.quality import admin as quality_admin


@admin.register(TextResource)
class TextResourceAdmin(ModelAdmin[TextResource]):
    list_display = ("text", "kind", "level", "source", "status", "rating_score", "provider")
    list_filter = ("kind", "level", "source", "status", "provider")
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
