"""People in the admin: admins change them, tutors look their own students up.

Nobody acts in somebody else's name here. Every change is in the log with what was and what is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from allauth.account.decorators import secure_admin_login
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin, TabularInline

from accounts.administration import (
    user_anonymise,
    user_change_plan,
    user_reactivate,
    user_send_reset,
    user_suspend,
)
from accounts.models import Plan, Role, Status, Usage, User
from accounts.people import person_of
from accounts.permissions import has_role, may_see, people_visible
from accounts.plans import limits_of
from learnenglish.common.admin import ReadOnly
from learnenglish.common.errors import DomainError

# One door: the site's own sign-in page, with its lock and its second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.unregister(Group)

# What cannot be taken back, or fills mailboxes, is done to so many at once at most.
AT_ONCE = 100
LOGGED_FIELDS = ("role", "plan", "plan_expires_at", "cefr_level", "cefr_target")


class UsageInline(ReadOnly, TabularInline[Usage, User]):
    """What was used of the plan, day by day; the task forgets it after a while."""

    model = Usage
    fields = ("day", "name", "used")
    readonly_fields = fields
    ordering = ("-day", "name")
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return has_role(request.user, Role.ADMIN)


@admin.register(User)
class UserAdmin(ModelAdmin[User]):
    list_display = (
        "email",
        "display_name",
        "role",
        "plan",
        "plan_expires_at",
        "status",
        "cefr_level",
        "last_login",
        "created_at",
    )
    list_filter = ("role", "plan", "status", "cefr_level", "created_at", "last_login")
    search_fields = ("email", "display_name")
    ordering = ("-created_at",)
    show_full_result_count = False
    readonly_fields = (
        "id",
        "email",
        "status",
        "anonymise_at",
        "limits",
        "cloud_consent",
        "cloud_consent_at",
        "last_login",
        "created_at",
        "updated_at",
    )
    fields: ClassVar = [
        "email",
        "display_name",
        "role",
        ("status", "anonymise_at"),
        "plan",
        "plan_expires_at",
        "limits",
        ("cefr_level", "cefr_target"),
        ("native_language", "language"),
        "time_zone",
        "daily_goal_minutes",
        ("cloud_consent", "cloud_consent_at"),
        "last_login",
        ("created_at", "updated_at"),
    ]
    inlines = (UsageInline,)
    actions = ("suspend", "reactivate", "make_premium", "make_free", "send_reset", "anonymise")

    @admin.display(description=_("used of the plan"))
    def limits(self, user: User) -> SafeString:
        unlimited = _("no limit")
        return format_html_join(
            "",
            "<div>{}: {} / {}</div>",
            (
                (limit.label, limit.used, unlimited if limit.limit is None else limit.limit)
                for limit in limits_of(user)
            ),
        )

    # --- who may ---------------------------------------------------------------------------
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
        gone = obj is not None and obj.status == Status.ANONYMISED
        return has_role(request.user, Role.ADMIN) and not gone

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People sign up themselves: nobody else should know their password."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Anonymising leaves statistics whole; deleting would tear holes into them."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Nobody gives their own role away by mistake."""
        own = obj is not None and obj.pk == person_of(request).pk
        return (*self.readonly_fields, "role") if own else self.readonly_fields

    # --- the log ---------------------------------------------------------------------------
    def construct_change_message(
        self, request: HttpRequest, form: Form, formsets: Any, add: bool = False
    ) -> Any:
        """What was and what is; of what tells who somebody is, that it changed alone."""
        return "; ".join(
            f"{name}: {form.initial.get(name) or '–'} → {form.cleaned_data[name] or '–'}"
            if name in LOGGED_FIELDS
            else f"{name} changed"
            for name in form.changed_data
        )

    # --- actions ---------------------------------------------------------------------------
    @admin.action(description=_("Suspend"), permissions=["change"])
    def suspend(self, request: HttpRequest, people: QuerySet[User]) -> None:
        by = person_of(request)
        self._each(request, people, "suspended", lambda user: user_suspend(by=by, user=user))

    @admin.action(description=_("Reactivate"), permissions=["change"])
    def reactivate(self, request: HttpRequest, people: QuerySet[User]) -> None:
        by = person_of(request)
        self._each(request, people, "reactivated", lambda user: user_reactivate(by=by, user=user))

    @admin.action(description=_("Give 30 days of Premium"), permissions=["change"])
    def make_premium(self, request: HttpRequest, people: QuerySet[User]) -> None:
        self._change_plan(request, people, Plan.PREMIUM)

    @admin.action(description=_("Put on the free plan"), permissions=["change"])
    def make_free(self, request: HttpRequest, people: QuerySet[User]) -> None:
        self._change_plan(request, people, Plan.FREE)

    @admin.action(description=_("Mail a link for a new password"), permissions=["change"])
    def send_reset(self, request: HttpRequest, people: QuerySet[User]) -> None:
        if self._too_many(request, people):
            return
        note = "link for a new password mailed"
        self._each(request, people, note, lambda user: user_send_reset(request=request, user=user))

    @admin.action(description=_("Anonymise for good…"), permissions=["change"])
    def anonymise(self, request: HttpRequest, people: QuerySet[User]) -> HttpResponse | None:
        """Asks first: it cannot be taken back."""
        if self._too_many(request, people):
            return None
        by = person_of(request)
        if request.POST.get("sure") == "yes":
            self._each(request, people, "anonymised", lambda user: user_anonymise(by=by, user=user))
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Anonymise for good?"),
            "people": people,
            "opts": self.model._meta,
            "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/accounts/anonymise.html", context)

    def _change_plan(self, request: HttpRequest, people: QuerySet[User], plan: Plan) -> None:
        by = person_of(request)
        self._each(
            request,
            people,
            f"plan: {plan.label}",
            lambda user: user_change_plan(by=by, user=user, plan=plan),
        )

    def _each(
        self,
        request: HttpRequest,
        people: QuerySet[User],
        note: str,
        act: Callable[[User], bool],
    ) -> None:
        """Do it to each, log each, and say how many it was and who was left out, why."""
        done = 0
        for user in people.iterator():
            try:
                if act(user):
                    self.log_change(request, user, note)
                    done += 1
            except DomainError as error:
                messages.warning(request, f"{user}: {error.message}")
        text = ngettext("%(count)d account changed.", "%(count)d accounts changed.", done)
        messages.success(request, text % {"count": done})

    def _too_many(self, request: HttpRequest, people: QuerySet[User]) -> bool:
        if people.count() <= AT_ONCE:
            return False
        messages.error(request, _("Choose at most %(count)d for this.") % {"count": AT_ONCE})
        return True
