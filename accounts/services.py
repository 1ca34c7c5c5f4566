"""What changes people."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.languages import language_known, language_now
from accounts.models import User
from accounts.verification import code_request
from learnenglish.common.errors import DomainError
from learnenglish.common.zones import zone_names

PROFILE_FIELDS = frozenset(
    {
        "display_name",
        "native_language",
        "cefr_level",
        "cefr_target",
        "language",
        "time_zone",
        "daily_goal_minutes",
        "cloud_consent",
    }
)


def user_register(*, email: str, password: str, **profile: Any) -> User:
    """A new student, who reads the language of the request at hand unless ``profile`` says so.

    Raises DomainError ``email_taken`` or ``password_weak``.
    """
    profile.setdefault("language", language_now())
    user = User(email=User.objects.normalize_email(email), **profile)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise DomainError("password_weak", " ".join(error.messages), field="password") from error
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save()
            EmailAddress.objects.create(user=user, email=user.email, primary=True)
    except IntegrityError as error:
        raise DomainError(
            "email_taken",
            _("There is an account with this address. Sign in, or reset its password."),
            status=409,
            field="email",
        ) from error
    return user


def user_sign_up(*, email: str, password: str, **profile: Any) -> User | None:
    """``user_register``, or None where the address must be confirmed first.

    Then nobody learns from the answer whether there was an account: its owner does, by mail.
    """
    must_confirm = settings.ACCOUNT_EMAIL_VERIFICATION == "mandatory"
    try:
        user = user_register(email=email, password=password, **profile)
    except DomainError as error:
        if error.code != "email_taken" or not must_confirm:
            raise
    if must_confirm:
        code_request(email=email)
        return None
    return user


def user_newcomer(*, time_zone: str) -> User:
    """Somebody who is about to be made, not saved: reads the language of the request at hand.

    ``time_zone`` is what the browser says; another than we know is left out.
    """
    user = User(language=language_now())
    if time_zone in zone_names():
        user.time_zone = time_zone
    return user


def language_choose(*, user: User, language: str) -> None:
    """Read ``language`` from now on. One that the interface does not speak changes nothing."""
    if language_known(language) and user.language != language:
        user_update_profile(user=user, language=language)


def user_update_profile(*, user: User, **changes: Any) -> User:
    """Write the profile fields given. Other names are a programming error: ValueError."""
    if unknown := changes.keys() - PROFILE_FIELDS:
        raise ValueError(f"not profile fields: {sorted(unknown)}")
    for name, value in changes.items():
        setattr(user, name, value)
    if "cloud_consent" in changes:
        user.cloud_consent_at = timezone.now()
    user.save(update_fields=[*changes, "cloud_consent_at", "updated_at"])
    return user
