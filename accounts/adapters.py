"""Where allauth asks us."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.shortcuts import redirect
from django.utils.encoding import force_bytes

from accounts.languages import language_now, reading_as
from accounts.mail import mail_framed
from accounts.models import Status, User
from accounts.privacy.leaving import RESTORE_KEY
from accounts.services import language_choose, user_newcomer
from accounts.social import social_error_page, social_login_check
from learnenglish.common.addresses import client_ip
from learnenglish.common.errors import DomainError

TIME_ZONE_COOKIE = "time_zone"


class AccountAdapter(DefaultAccountAdapter):
    def new_user(self, request: Any) -> User:
        """Reads what the browser reads; ``static/js/app.js`` tells its time zone."""
        return user_newcomer(time_zone=request.COOKIES.get(TIME_ZONE_COOKIE, ""))

    def login(self, request: Any, user: Any) -> None:
        super().login(request, user)
        if not user.language:
            language_choose(user=user, language=language_now())

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """allauth's, as text and in the frame of all our mails; as its reader reads."""
        owner = context.get("user") or User.objects.filter(email=email).first()
        with reading_as(owner):
            context = {**context, "site_url": settings.SITE_URL}
            made = super().render_mail(template_prefix, email, context, headers)
            return mail_framed(subject=made.subject, text=str(made.body), to=made.to)

    def populate_username(self, request: Any, user: Any) -> None:
        """There are no user names: the address identifies."""

    def pre_authenticate(self, request: Any, **credentials: Any) -> None:
        """Failures are counted by django-axes, for every door alike."""

    def reauthenticate(self, user: Any, password: str) -> bool:
        """By the account's own address: an account made by hand has no row in allauth's table."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def send_account_already_exists_mail(self, email: str) -> None:
        """As much work as a new account is: the time must not tell that there is one."""
        User().set_password(email)
        super().send_account_already_exists_mail(email)

    def respond_user_inactive(self, request: Any, user: Any) -> Any:
        """Who is leaving may think again; they have just shown that they know the password."""
        if user.status != Status.LEAVING:
            return super().respond_user_inactive(request, user)
        request.session[RESTORE_KEY] = str(user.pk)
        return redirect("accounts:restore")

    def get_client_ip(self, request: Any) -> str:
        address = client_ip(request)
        if address is None:
            raise PermissionDenied("the server does not tell where this request comes from")
        return address


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def populate_user(self, request: Any, sociallogin: Any, data: Any) -> Any:
        """The provider's account names the person; the address is kept as all of ours are."""
        user = super().populate_user(request, sociallogin, data)
        user.email = User.objects.normalize_email(user.email)
        user.display_name = str(sociallogin.account.extra_data.get("name", ""))[:80]
        return user

    def authenticate_by_email(self, sociallogin: Any) -> tuple[User, str] | None:
        """The account of an address that both the provider and we have seen confirmed."""
        for address in sociallogin.email_addresses:
            ours = EmailAddress.objects.filter(email__iexact=address.email, verified=True)
            row = ours.select_related("user").first() if address.verified else None
            if row is not None:
                return row.user, row.email
        return None

    def pre_social_login(self, request: Any, sociallogin: Any) -> None:
        try:
            social_login_check(sociallogin)
        except DomainError as error:
            raise ImmediateHttpResponse(social_error_page(request, error)) from error


class MfaAdapter(DefaultMFAAdapter):
    """Secrets of authenticator apps are encrypted in the database, under ``SECRET_KEY``."""

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _fernet().decrypt(encrypted_text.encode()).decode()


def _fernet() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (hashlib.sha256(b"accounts.mfa:" + force_bytes(key)).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
