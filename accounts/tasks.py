"""Tasks about people. All may run twice without harm."""

from __future__ import annotations

from celery import shared_task


@shared_task(name="accounts.email_code_send")
def email_code_send(user_id: str) -> None:
    from accounts.verification import code_send

    code_send(user_id=user_id)


@shared_task(name="accounts.plans_expire")
def plans_expire() -> None:
    """End the plans that are over, and tell whose plan is about to end."""
    from accounts.plans import plans_expire as expire
    from accounts.plans import plans_warn

    expire()
    plans_warn()


@shared_task(name="accounts.tidy")
def tidy() -> None:
    """Forget what has expired: sign-ins of apps, days of usage, old notifications."""
    from accounts.notifications.services import notifications_purge
    from accounts.plans import usage_purge
    from accounts.tokens import families_purge

    families_purge()
    usage_purge()
    notifications_purge()


@shared_task(name="accounts.privacy_tidy")
def privacy_tidy() -> None:
    """Anonymise whose time to think again is over, see to copies of data."""
    from accounts.privacy.exports import exports_tidy
    from accounts.privacy.leaving import accounts_anonymise_due

    accounts_anonymise_due()
    exports_tidy()


@shared_task(name="accounts.export_make", time_limit=550)
def export_make(export_id: str) -> None:
    from accounts.privacy.exports import export_make as make

    make(export_id=export_id)


@shared_task(name="accounts.account_anonymise")
def account_anonymise(user_id: str) -> None:
    from accounts.privacy.leaving import account_anonymise as anonymise

    anonymise(user_id=user_id)


@shared_task(name="accounts.leaving_mail_send")
def leaving_mail_send(user_id: str) -> None:
    from accounts.privacy.leaving import leaving_mail_send as send

    send(user_id=user_id)


@shared_task(name="accounts.notification_deliver")
def notification_deliver(notification_id: str) -> None:
    """Move the bell on open pages, and mail what is due."""
    from accounts.notifications.delivery import notification_deliver as deliver

    deliver(notification_id=notification_id)


@shared_task(name="accounts.mails_send")
def mails_send() -> None:
    """Mail what is due: digests, and what a lost task left behind."""
    from accounts.notifications.delivery import mails_send as send

    send()
