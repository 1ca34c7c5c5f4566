from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from learnenglish.common.admin import ReadOnly
from speaking.models import DrillAttempt, SpeakResource, Topic
from speaking.services import session_delete


@admin.register(Topic)
class TopicAdmin(ModelAdmin[Topic]):
    list_display = ("title", "mode", "level", "is_published")
    list_filter = ("mode", "level", "is_published")
    search_fields = ("title", "slug")


@admin.register(SpeakResource)
class SpeakResourceAdmin(ModelAdmin[SpeakResource]):
    """A session is what happened: the admin shows it, changes nothing, and may remove it."""

    list_display = ("created_at", "user", "mode", "topic", "status", "overall_score")
    list_filter = ("status", "mode", "language")
    search_fields = ("user__email", "topic__title")
    list_select_related = ("user", "topic")
    raw_id_fields = ("user", "topic")
    readonly_fields = tuple(field.name for field in SpeakResource._meta.fields)
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def delete_model(self, request: HttpRequest, obj: SpeakResource) -> None:
        session_delete(session=obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[SpeakResource]) -> None:
        for session in queryset:
            session_delete(session=session)


@admin.register(DrillAttempt)
class DrillAttemptAdmin(ReadOnly, ModelAdmin[DrillAttempt]):
    """Which word of a pair was meant, and which was heard."""

    list_display = ("created_at", "user", "contrast", "target", "other", "outcome", "probability")
    list_filter = ("outcome", "contrast", ("created_at", admin.DateFieldListFilter))
    search_fields = ("user__email", "target", "other")
    list_select_related = ("user",)
    ordering = ("-id",)
    show_full_result_count = False
