"""People in the admin: admins change them, tutors look their own students up."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from accounts.models import Role, User
from accounts.people import person_of
from accounts.permissions import has_role, may_see, people_visible

# One door: the site's own sign-in page, with its lock and its second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.unregister(Group)


@admin.register(User)
class UserAdmin(ModelAdmin[User]):
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

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        visible = people_visible(person_of(request)).values("pk")
        return super().get_queryset(request).filter(pk__in=visible)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return has_role(request.user, Role.TUTOR, Role.ADMIN)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if not has_role(request.user, Role.TUTOR, Role.ADMIN):
            return False
        return obj is None or may_see(person_of(request), obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return has_role(request.user, Role.ADMIN)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People sign up themselves: nobody else should know their password."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
