"""People: who they are, what they may do, how they learn."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.notifications.models import Notification as Notification
from accounts.notifications.models import NotificationKind as NotificationKind
from accounts.notifications.models import NotificationPreference as NotificationPreference
from learnenglish.common.models import BaseModel


class Role(models.TextChoices):
    STUDENT = "STUDENT", _("Student")
    TUTOR = "TUTOR", _("Tutor")
    ADMIN = "ADMIN", _("Admin")


class Plan(models.TextChoices):
    FREE = "FREE", _("Free")
    PREMIUM = "PREMIUM", _("Premium")


class Status(models.TextChoices):
    ACTIVE = "ACTIVE", _("Active")
    SUSPENDED = "SUSPENDED", _("Suspended")
    LEAVING = "LEAVING", _("Leaving")
    ANONYMISED = "ANONYMISED", _("Anonymised")


class CefrLevel(models.TextChoices):
    """Common European Framework of Reference, Council of Europe 2001."""

    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
    C2 = "C2", "C2"


class UserManager(BaseUserManager["User"]):
    use_in_migrations = True

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """Addresses differ in nothing but case for no provider a learner uses: keep lower case."""
        return (email or "").strip().lower()

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=self.normalize_email(username))

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, **{"role": Role.ADMIN, **fields})


class User(BaseModel, AbstractBaseUser, PermissionsMixin):
    """A person. Rights follow from ``role`` and ``status``; nobody sets Django's flags by hand."""

    email = models.EmailField(_("e-mail"), unique=True)
    display_name = models.CharField(_("name"), max_length=80, blank=True)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.STUDENT)
    plan = models.CharField(max_length=10, choices=Plan.choices, default=Plan.FREE)
    plan_expires_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.ACTIVE)
    native_language = models.CharField(_("native language"), max_length=35, blank=True)
    cefr_level = models.CharField(
        _("level"), max_length=2, choices=CefrLevel.choices, default=CefrLevel.A2
    )
    cefr_target = models.CharField(
        _("goal"), max_length=2, choices=CefrLevel.choices, default=CefrLevel.B2
    )
    # Of pages and mails; "": not known, so that of the browser.
    language = models.CharField(
        _("language of these pages"), max_length=10, blank=True, default="", db_default=""
    )
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    daily_goal_minutes = models.PositiveSmallIntegerField(_("minutes a day"), default=10)
    # Whether their texts and recordings may go to services elsewhere; None: not asked yet.
    cloud_consent = models.BooleanField(_("cloud services"), null=True, blank=True)
    cloud_consent_at = models.DateTimeField(null=True, blank=True)
    # When an account that is LEAVING is anonymised.
    anonymise_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique_in_any_case"),
        ]

    def __str__(self) -> str:
        if self.status == Status.ANONYMISED:
            return gettext("Somebody who left")
        return self.display_name or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.is_superuser = self.role == Role.ADMIN and self.is_active
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "is_superuser"}
        is_new, password_is_new = self._state.adding, getattr(self, "_password", None) is not None
        super().save(*args, **kwargs)
        if not is_new and (password_is_new or not self.is_active):
            # For good: a person who is let in again signs in again.
            self.token_families.filter(revoked_at=None).update(revoked_at=timezone.now())

    @property
    def is_active(self) -> bool:
        return self.status == Status.ACTIVE

    @is_active.setter
    def is_active(self, value: bool) -> None:
        """Libraries set this flag; a suspended person stays suspended until an admin says so."""
        if not value:
            self.status = Status.SUSPENDED

    @property
    def is_staff(self) -> bool:
        return self.is_active and self.role in (Role.TUTOR, Role.ADMIN)

    @property
    def is_tutor(self) -> bool:
        return self.role == Role.TUTOR

    @property
    def is_admin(self) -> bool:
        return self.role == Role.ADMIN

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name.split(" ")[0] or self.email.split("@")[0]


class TokenFamily(BaseModel):
    """One sign-in of an app: the refresh tokens that follow from each other.

    ``current_jti`` is the id of the only refresh token that still works. An older one that comes
    back was copied: the whole family is revoked (RFC 9700, section 4.14.2).
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="token_families")
    current_jti = models.CharField(max_length=64)
    expires_at = models.DateTimeField(db_index=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "token families"

    def __str__(self) -> str:
        return f"{self.user_id}, {self.created_at:%Y-%m-%d %H:%M}"


class ExportStatus(models.TextChoices):
    WAITING = "WAITING", _("Waiting")
    RUNNING = "RUNNING", _("Being made")
    READY = "READY", _("Ready")
    FAILED = "FAILED", _("Failed")


class DataExport(BaseModel):
    """A copy of everything about a person, made by a task; ``progress`` is 0-100."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="exports")
    status = models.CharField(
        max_length=7, choices=ExportStatus.choices, default=ExportStatus.WAITING
    )
    progress = models.PositiveSmallIntegerField(default=0)
    file = models.FileField(max_length=200, blank=True)
    size_bytes = models.PositiveBigIntegerField(default=0)
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(status__in=["WAITING", "RUNNING"]),
                name="export_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()}, {self.created_at:%Y-%m-%d %H:%M}"


class Usage(BaseModel):
    """How much of a plan's limit a person used on a day (UTC).

    ``used`` counts look-ups as such and speaking in milliseconds. Deleting what was made gives
    nothing back, so it is no sum over other tables.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="usage")
    name = models.CharField(max_length=40)
    day = models.DateField(db_index=True)
    used = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name_plural = "usage"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "name", "day"], name="usage_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.day}: {self.used}"
