"""Confirming an e-mail address by a code, for apps. Pages have allauth's."""

from __future__ import annotations

import secrets

from allauth.account.models import EmailAddress
from django.core.cache import caches
from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from accounts.mail import mail_for
from accounts.models import User
from learnenglish.common.errors import DomainError
from learnenglish.common.queueing import task_queue_or_say

CODE_SECONDS = 15 * 60
CODE_TRIES = 5
CODE_AGAIN_SECONDS = 30
# Without the letters and digits that look alike.
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8


def code_request(*, email: str) -> None:
    """Have a code sent to ``email``. The work is a task's, whether or not there is an account:
    nobody learns it from the answer, nor from how long it takes."""
    from accounts.tasks import email_code_send

    user = User.objects.filter(email=User.objects.normalize_email(email)).first()
    user_id = str(user.pk) if user else ""
    transaction.on_commit(lambda: task_queue_or_say(email_code_send, user_id))


def code_send(*, user_id: str) -> None:
    """Send a code if the person's address awaits confirmation; else tell them that it is known."""
    user = User.objects.filter(pk=user_id).first() if user_id else None
    if user is None or not user.is_active:
        return
    email = user.email
    if not caches["shared"].add(_key("again", email), 1, CODE_AGAIN_SECONDS):
        return
    verified = EmailAddress.objects.filter(user=user, email=email, verified=True).exists()
    if verified:
        mail_for(user, template="account/email/app_account_exists", context={}).send()
        return
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    caches["shared"].set(_key("code", email), _digest(code), CODE_SECONDS)
    caches["shared"].set(_key("tries", email), 0, CODE_SECONDS)
    context = {"code": f"{code[:4]}-{code[4:]}"}
    mail_for(user, template="account/email/app_code", context=context).send()


def code_confirm(*, email: str, code: str) -> None:
    """Mark the address as confirmed. Raises DomainError ``code_wrong``, the same for a wrong code,
    an old one, one tried too often and an address that nobody has."""
    email = User.objects.normalize_email(email)
    wrong = DomainError(
        "code_wrong", _("This code is wrong or too old. Ask for a new one."), field="code"
    )
    try:
        tries = caches["shared"].incr(_key("tries", email))
    except ValueError as error:
        raise wrong from error
    given = "".join(code.upper().replace("-", "").split())
    kept = str(caches["shared"].get(_key("code", email), ""))
    if tries > CODE_TRIES or not constant_time_compare(kept, _digest(given)):
        raise wrong
    user = User.objects.filter(email=email).first()
    if user is None:
        raise wrong
    caches["shared"].delete_many([_key("code", email), _key("tries", email)])
    address, _made = EmailAddress.objects.get_or_create(user=user, email=email)
    if address.set_verified(commit=False):
        address.set_as_primary(conditional=True)
        address.save()


def _key(what: str, email: str) -> str:
    return f"email-{what}:{_digest(email)}"


def _digest(text: str) -> str:
    return salted_hmac("accounts.verification", text, algorithm="sha256").hexdigest()
