from __future__ import annotations

from django.contrib import admin

from history.models import UserHistory


@admin.register(UserHistory)
class UserHistoryAdmin(admin.ModelAdmin[UserHistory]):
    list_display = ("created_at", "user", "kind", "query", "validation_status")
    list_filter = ("kind", "validation_status")
    search_fields = ("query", "user__email")
    autocomplete_fields = ("user", "text_resource")
    raw_id_fields = ("speak_resource",)
    show_full_result_count = False
