"""Admin pages of other packages: in the site's theme, or not at all."""

from __future__ import annotations

from typing import Any

import allauth.account.admin
import allauth.mfa.admin
import allauth.socialaccount.admin  # noqa: F401
import django_celery_beat.admin as beat
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import QuerySet
from django.http import HttpRequest
from django_celery_beat.models import (
    ClockedSchedule,
    CrontabSchedule,
    IntervalSchedule,
    PeriodicTask,
    SolarSchedule,
)
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

import learnenglish.upkeep.admin  # noqa: F401  (registers its model)
from learnenglish.common.admin import ReadOnly

# Secrets, and what people change themselves: nobody looks at it or edits it by hand. The imports
# above have registered these.
for model in (
    EmailAddress,
    Authenticator,
    SocialAccount,
    SocialApp,
    SocialToken,
    ClockedSchedule,
    SolarSchedule,
    PeriodicTask,
    CrontabSchedule,
    IntervalSchedule,
):
    admin.site.unregister(model)


class TaskSelect(UnfoldAdminSelectWidget, beat.TaskSelectWidget):
    """The registered tasks, as the theme shows a choice."""


class PeriodicTaskForm(beat.PeriodicTaskForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["task"].widget = UnfoldAdminTextInputWidget()
        self.fields["regtask"].widget = TaskSelect()


@admin.register(PeriodicTask)
class PeriodicTaskAdmin(beat.PeriodicTaskAdmin, ModelAdmin):
    form = PeriodicTaskForm


@admin.register(IntervalSchedule)
class IntervalScheduleAdmin(beat.IntervalScheduleAdmin, ModelAdmin):
    pass


@admin.register(CrontabSchedule)
class CrontabScheduleAdmin(beat.CrontabScheduleAdmin, ModelAdmin):
    pass


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnly, ModelAdmin):
    """Who changed what in the admin: to be read, never written."""

    list_display = ("action_time", "user", "content_type", "object_repr", "change", "message")
    list_filter = ("action_flag", "content_type")
    search_fields = ("object_repr", "user__email")
    list_select_related = ("user", "content_type")
    date_hierarchy = "action_time"
    show_full_result_count = False

    @admin.display(description="change", ordering="action_flag")
    def change(self, entry: LogEntry) -> str:
        return str(entry.get_action_flag_display())

    @admin.display(description="what")
    def message(self, entry: LogEntry) -> str:
        return str(entry.get_change_message())

    def get_queryset(self, request: HttpRequest) -> QuerySet[LogEntry]:
        rows: QuerySet[LogEntry] = super().get_queryset(request)
        return rows.order_by("-action_time")
