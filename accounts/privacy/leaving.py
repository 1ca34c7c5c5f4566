"""Leaving: a time to think again, then nothing that tells who it was."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.mail import mail_for
from accounts.models import Status, User
from accounts.privacy.registry import holdings
from learnenglish.common.errors import DomainError
from learnenglish.common.queueing import task_queue

# Where a session keeps who has signed in to an account on its way out.
RESTORE_KEY = "accounts.restore"
log = structlog.get_logger(__name__)


def account_leave(*, user: User) -> datetime:
    """Close the account at once and have it anonymised after ACCOUNT_DELETION_GRACE_DAYS; when.

    Sessions and tokens end. Until then a sign-in offers to undo it.
    """
    from accounts.tasks import account_anonymise as anonymise
    from accounts.tasks import leaving_mail_send

    days = settings.ACCOUNT_DELETION_GRACE_DAYS
    user.anonymise_at = timezone.now() + timedelta(days=days)
    user.status = Status.LEAVING
    with transaction.atomic():
        user.save(update_fields=["anonymise_at", "status", "updated_at"])
        task = leaving_mail_send if days else anonymise
        transaction.on_commit(lambda: task_queue(task, str(user.pk)))
    return user.anonymise_at


def account_restore(*, user: User) -> None:
    """Undo ``account_leave``. Raises DomainError ``account_closed`` when it is too late."""
    restored = User.objects.filter(pk=user.pk, status=Status.LEAVING).update(
        status=Status.ACTIVE, anonymise_at=None, updated_at=timezone.now()
    )
    if not restored:
        raise DomainError("account_closed", _("This account is closed."), status=403)
    user.refresh_from_db()
    # What follows from the status, such as an admin's rights, is written by save.
    user.save(update_fields=["updated_at"])


def leaving_error(user: User) -> DomainError:
    """What an app hears that signs in to an account on its way out."""
    at = user.anonymise_at
    return DomainError(
        "account_leaving",
        _(
            "This account is about to be deleted. To keep it, send address and password to "
            "/auth/me/restore, or sign in on the site."
        ),
        status=403,
        extra={"anonymise_at": at.isoformat() if at else None},
    )


def leaving_mail_send(*, user_id: str) -> None:
    """Tell the owner of an account that is closed until when it can be kept, and how."""
    user = User.objects.filter(pk=user_id, status=Status.LEAVING).first()
    if user is None:
        return
    context = {"anonymise_at": user.anonymise_at, "url": settings.SITE_URL}
    mail_for(user, template="accounts/mail/leaving", context=context).send()


def account_anonymise(*, user_id: UUID | str, due_only: bool = False) -> bool:
    """Take out of every app what tells who the person was; False if there is nothing to do.

    ``due_only``: only an account whose time to think again is over. Twice does no harm.
    """
    with transaction.atomic():
        rows = User.objects.select_for_update().filter(pk=user_id)
        if due_only:
            rows = rows.filter(status=Status.LEAVING, anonymise_at__lte=timezone.now())
        user = rows.exclude(status=Status.ANONYMISED).first()
        if user is None:
            return False
        # The account's own part comes last: the others may need to know whose rows they are.
        for holding in sorted(holdings(), key=lambda holding: holding.app == "account"):
            holding.eraser(user=user)
    log.info("account_anonymised", user=str(user_id))
    return True


def accounts_anonymise_due() -> int:
    """Anonymise everyone whose time is over; how many."""
    due = User.objects.filter(status=Status.LEAVING, anonymise_at__lte=timezone.now())
    ids = list(due.values_list("pk", flat=True))
    return sum(account_anonymise(user_id=user_id, due_only=True) for user_id in ids)
