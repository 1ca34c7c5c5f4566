"""The doors that apps come through. Pages have allauth's; both ask the same lock and rules."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.models import EmailAddress
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.http import HttpRequest
from django.utils.translation import gettext as _
from rest_framework_simplejwt.tokens import RefreshToken

from accounts.lockout import is_locked_out, lockout_error
from accounts.mfa import MFA_SETUP_REQUIRED, mfa_code_accepted, mfa_enabled, mfa_setup_missing
from accounts.models import Status, User
from accounts.privacy.leaving import account_restore, leaving_error
from accounts.tokens import token_for
from learnenglish.common.errors import DomainError


def sign_in_by_password(
    *, request: HttpRequest, email: str, password: str, mfa_code: str = ""
) -> RefreshToken:
    """Tokens for the owner of an address.

    Raises DomainError ``no_active_account``, ``locked_out`` or what ``sign_in`` raises.
    """
    user = _user_by_password(request, email, password)
    if user is None:
        raise _no_active_account()
    return sign_in(request=request, user=user, mfa_code=mfa_code)


def restore_by_password(*, request: HttpRequest, email: str, password: str) -> None:
    """Undo the deletion of an account, for its owner.

    Raises DomainError ``no_active_account``, ``locked_out`` or ``account_closed``.
    """
    user = _user_by_password(request, email, password)
    if user is None:
        raise _no_active_account()
    account_restore(user=user)


def person_confirm(*, request: HttpRequest, user: User, password: str, mfa_code: str) -> None:
    """Have somebody who is signed in prove once more who they are, with all that they have set up.

    Raises DomainError ``password_wrong``, ``mfa_required``, ``mfa_code_wrong`` or ``locked_out``.
    """
    if user.has_usable_password() and _user_by_password(request, user.email, password) != user:
        raise DomainError(
            "password_wrong", _("This is not your password."), status=403, field="password"
        )
    _second_factor(request, user, mfa_code)


def _user_by_password(request: HttpRequest, email: str, password: str) -> User | None:
    """The owner of an address, or somebody who is leaving and may still come back."""
    AuthenticationBackend.unstash_authenticated_user()
    user = authenticate(request, email=User.objects.normalize_email(email), password=password)
    closed = AuthenticationBackend.unstash_authenticated_user()
    if is_locked_out(request):
        raise lockout_error(request, {"email": email})
    if isinstance(closed, User) and closed.status == Status.LEAVING:
        return closed
    return user if isinstance(user, User) else None


def _no_active_account() -> DomainError:
    return DomainError(
        "no_active_account", _("No account has this address and password."), status=401
    )


def sign_in(*, request: HttpRequest, user: User, mfa_code: str = "") -> RefreshToken:
    """Tokens for somebody who has proved who they are, but for the second factor.

    Raises DomainError ``account_leaving``, ``account_closed``, ``email_not_verified``,
    ``mfa_required``, ``mfa_code_wrong``, ``mfa_setup_required`` or ``locked_out``.
    """
    if user.status == Status.LEAVING:
        raise leaving_error(user)
    if not user.is_active:
        raise DomainError("account_closed", _("This account is closed."), status=403)
    if not email_is_verified(user):
        raise DomainError(
            "email_not_verified",
            _("Confirm your e-mail address first, with the code that we sent you."),
            status=403,
        )
    _second_factor(request, user, mfa_code)
    # Ends the count of failures and notes the time.
    user_logged_in.send(sender=User, request=request, user=user)
    return token_for(user)


def email_is_verified(user: User) -> bool:
    """True also where the server does not ask, because it cannot send mail."""
    if settings.ACCOUNT_EMAIL_VERIFICATION != "mandatory":
        return True
    return EmailAddress.objects.filter(user=user, verified=True).exists()


def _second_factor(request: HttpRequest, user: User, code: str) -> None:
    if mfa_setup_missing(user):
        raise DomainError("mfa_setup_required", MFA_SETUP_REQUIRED, status=403)
    if not mfa_enabled(user):
        return
    if not code:
        raise DomainError(
            "mfa_required",
            _("Send mfa_code too: from the authenticator app, or a recovery code."),
            status=401,
            field="mfa_code",
        )
    credentials = {"email": user.email}
    if not AxesProxyHandler.is_allowed(request, credentials):
        raise lockout_error(request, credentials)
    if mfa_code_accepted(user=user, code=code):
        return
    user_login_failed.send(sender=__name__, credentials=credentials, request=request)
    if is_locked_out(request):
        raise lockout_error(request, credentials)
    raise DomainError("mfa_code_wrong", _("This code is not right."), status=401, field="mfa_code")
