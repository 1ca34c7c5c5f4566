"""Users in the admin: found, filtered, changed by admins alone."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from accounts.models import User

admin.site.unregister(Group)


@admin.register(User)
class UserAdmin(admin.ModelAdmin[User]):
    list_display = ("email", "display_name", "role", "plan", "status", "cefr_level", "created_at")
    list_filter = ("role", "plan", "status", "cefr_level")
    search_fields = ("email", "display_name")
    ordering = ("-created_at",)
    readonly_fields = ("id", "email", "last_login", "created_at", "updated_at")
    fields: ClassVar = [
        "email",
        "display_name",
        "role",
        ("plan", "plan_expires_at"),
        "status",
        ("cefr_level", "cefr_target"),
        ("native_language", "time_zone", "daily_goal_minutes"),
        ("last_login", "created_at", "updated_at"),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People sign up themselves: nobody else should know their password."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False
