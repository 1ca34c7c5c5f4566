from __future__ import annotations

from django.contrib import admin
from unfold.admin import ModelAdmin

from speaking.models import SpeakResource, Topic


@admin.register(Topic)
class TopicAdmin(ModelAdmin[Topic]):
    list_display = ("title", "mode", "level", "is_published")
    list_filter = ("mode", "level", "is_published")
    search_fields = ("title", "slug")


@admin.register(SpeakResource)
class SpeakResourceAdmin(ModelAdmin[SpeakResource]):
    list_display = ("created_at", "user", "mode", "topic", "status", "overall_score")
    list_filter = ("status", "mode", "language")
    search_fields = ("user__email", "topic__title")
    list_select_related = ("user", "topic")
    raw_id_fields = ("user", "topic")
    show_full_result_count = False

    def get_readonly_fields(self, request, obj=None):  # type: ignore[no-untyped-def]
        """A session is what happened; the admin shows it and changes nothing."""
        return [field.name for field in SpeakResource._meta.fields]
