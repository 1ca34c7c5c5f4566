"""Signing in with an account elsewhere: who is let in as whom."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.models import User
from learnenglish.common.errors import DomainError


def social_login_check(sociallogin: Any) -> None:
    """Raise DomainError unless this account elsewhere may sign in here.

    ``sociallogin`` has been looked up: it carries the person it is connected to, or whose confirmed
    address it brings. Only an address that its provider has confirmed makes or finds an account,
    and one that we have not seen confirmed ourselves is nobody's to take over: whoever registered
    it first need not be its owner. Codes: ``email_not_verified``, ``email_of_another_account``.
    """
    if sociallogin.state.get("process") == AuthProcess.CONNECT or sociallogin.is_existing:
        return
    verified = [address.email for address in sociallogin.email_addresses if address.verified]
    if not verified:
        raise DomainError(
            "email_not_verified",
            _("Google has not confirmed your e-mail address. Confirm it there, then try again."),
            status=403,
        )
    if User.objects.filter(email=User.objects.normalize_email(verified[0])).exists():
        raise DomainError(
            "email_of_another_account",
            _(
                "There is an account with this address. Sign in with its password, then connect "
                "Google in the settings."
            ),
            status=409,
        )


def social_user(request: HttpRequest, sociallogin: Any) -> User:
    """The person an account elsewhere belongs to, found or made; for apps.

    Pages go through allauth's own flow, which asks ``social_login_check`` as well.
    """
    from allauth.socialaccount.adapter import get_adapter

    sociallogin.lookup()
    social_login_check(sociallogin)
    if not sociallogin.is_existing:
        get_adapter().save_user(request, sociallogin)
    elif sociallogin.account.pk is None:
        sociallogin.connect(request, sociallogin.user)
    user: User = sociallogin.user
    return user


def social_error_page(request: HttpRequest, error: DomainError) -> HttpResponse:
    context = {"message": error.message}
    template = "socialaccount/authentication_error.html"
    return render(request, template, context, status=error.status)
