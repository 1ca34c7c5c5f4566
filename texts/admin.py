from __future__ import annotations

from django.contrib import admin

from texts.models import TextResource


@admin.register(TextResource)
class TextResourceAdmin(admin.ModelAdmin[TextResource]):
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
