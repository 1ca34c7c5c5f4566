"""The second factor: who needs one, and whether a code is right."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import User

MFA_SETUP_REQUIRED = _(
    "Your role needs a second factor. Sign in on the site and set one up under Two-step sign-in."
)


def mfa_enabled(user: User) -> bool:
    return Authenticator.objects.filter(user=user).exists()


def mfa_setup_missing(user: User) -> bool:
    """Whether ``MFA_REQUIRED_ROLES`` names the person's role and they have no second factor."""
    return user.role in settings.MFA_REQUIRED_ROLES and not mfa_enabled(user)


def mfa_code_accepted(*, user: User, code: str) -> bool:
    """Whether ``code`` is the authenticator app's of now or an unused recovery code; uses it up."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)
    for authenticator in Authenticator.objects.filter(user=user, type__in=kinds):
        if authenticator.wrap().validate_code(code.strip()):
            authenticator.record_usage()
            return True
    return False
