"""What the accounts themselves hold about a person, sign-ins and the admin's log included."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from axes.models import AccessAttempt
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet

from accounts import privacy
from accounts.lockout import account_key
from accounts.models import (
    DataExport,
    Notification,
    NotificationPreference,
    Plan,
    Status,
    TokenFamily,
    Usage,
    User,
)
from accounts.privacy.erasing import files_forget
from accounts.privacy.files import ExportFile, json_file, rows_of

# Rows that belong to one person and mean nothing without them.
OWN_MODELS = (
    EmailAddress,
    SocialAccount,
    Authenticator,
    TokenFamily,
    Usage,
    Notification,
    NotificationPreference,
    DataExport,
)
PROFILE_SECRETS = ("password",)


def privacy_register() -> None:
    privacy.register(
        app="account",
        covers=(
            "accounts.User",
            "accounts.TokenFamily",
            "accounts.Usage",
            "accounts.Notification",
            "accounts.NotificationPreference",
            "accounts.DataExport",
            "account.EmailAddress",
            "account.EmailConfirmation",
            "socialaccount.SocialAccount",
            "socialaccount.SocialToken",
            "mfa.Authenticator",
            "admin.LogEntry",
        ),
        exporter=account_export,
        eraser=account_erase,
    )


def account_export(*, user: User) -> Iterable[ExportFile]:
    """Everything but secrets: what would let whoever finds the copy sign in is left out."""
    profile = User.objects.filter(pk=user.pk)
    yield json_file("profile.json", rows_of(profile, omit=PROFILE_SECRETS))
    yield json_file("email-addresses.json", rows_of(_of(EmailAddress, user)))
    yield json_file("accounts-elsewhere.json", rows_of(_of(SocialAccount, user)))
    yield json_file("second-factors.json", rows_of(_of(Authenticator, user), omit=("data",)))
    app_sign_ins = rows_of(_of(TokenFamily, user), omit=("current_jti",))
    yield json_file("app-sign-ins.json", app_sign_ins)
    yield json_file("usage.json", rows_of(_of(Usage, user)))
    yield json_file("notifications.json", rows_of(_of(Notification, user)))
    preferences = rows_of(_of(NotificationPreference, user))
    yield json_file("notification-preferences.json", preferences)
    yield json_file("exports.json", rows_of(_of(DataExport, user)))
    yield json_file("admin-log.json", rows_of(_log(user)))


def account_erase(*, user: User) -> None:
    """What is left is an id with a role, a level and dates."""
    files_forget([export.file.name for export in _of(DataExport, user) if export.file.name])
    for model in OWN_MODELS:
        _of(model, user).delete()
    AccessAttempt.objects.filter(username=account_key(None, {"email": user.email})).delete()
    _sessions_end(user)
    _log(user).filter(object_id=str(user.pk)).update(object_repr=str(user.pk))
    user.email = f"{user.pk}@anonymised.invalid"
    user.display_name = user.native_language = user.language = ""
    user.time_zone, user.last_login = "UTC", None
    user.plan, user.plan_expires_at = Plan.FREE, None
    user.cloud_consent = user.cloud_consent_at = user.anonymise_at = None
    user.status = Status.ANONYMISED
    user.set_unusable_password()
    user.groups.clear()
    user.user_permissions.clear()
    user.save()


def _of(model: Any, user: User) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.filter(user=user).order_by("pk")
    return rows


def _log(user: User) -> QuerySet[LogEntry]:
    """What the person did in the admin, and what was done there to their account."""
    person = ContentType.objects.get_for_model(User)
    about = Q(content_type=person, object_id=str(user.pk))
    return LogEntry.objects.filter(Q(user=user) | about).order_by("pk")


def _sessions_end(user: User) -> None:
    """allauth notes the address in the session. Sessions say inside whose they are, so all are
    looked through; it is a task's work."""
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
