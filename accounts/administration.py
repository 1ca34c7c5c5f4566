"""What admins do to people: never to themselves, never to somebody who has left."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.forms import ResetPasswordForm
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Plan, Status, User
from learnenglish.common.errors import DomainError
from learnenglish.common.queueing import task_queue_or_say

PREMIUM_DAYS = 30


def user_suspend(*, by: User, user: User) -> bool:
    """Close an account: its sessions and tokens end. False if it is closed already.

    Raises DomainError ``own_account`` or ``account_anonymised``.
    """
    _check(by, user)
    return _status_set(user, Status.SUSPENDED)


def user_reactivate(*, by: User, user: User) -> bool:
    """Open a suspended account, or keep one that is being deleted. False if it is open.

    Raises DomainError ``own_account`` or ``account_anonymised``.
    """
    _check(by, user)
    return _status_set(user, Status.ACTIVE)


def user_change_plan(*, by: User, user: User, plan: Plan) -> bool:
    """Put somebody on ``plan``; PREMIUM lasts, or is prolonged by, PREMIUM_DAYS.

    False if nothing changes: they are on FREE, or on a PREMIUM that never ends. Raises DomainError
    ``account_anonymised``.
    """
    if user.status == Status.ANONYMISED:
        raise _anonymised()
    if plan == Plan.PREMIUM and user.plan == Plan.PREMIUM and user.plan_expires_at is None:
        return False
    if plan == Plan.FREE and user.plan == Plan.FREE:
        return False
    now = timezone.now()
    lasts = max(now, user.plan_expires_at or now) + timedelta(days=PREMIUM_DAYS)
    user.plan = plan
    user.plan_expires_at = lasts if plan == Plan.PREMIUM else None
    user.save(update_fields=["plan", "plan_expires_at", "updated_at"])
    return True


def user_anonymise(*, by: User, user: User) -> bool:
    """Have a task take out of every app what tells who somebody was, without a time to think
    again. Raises DomainError ``own_account`` or ``account_anonymised``."""
    from accounts.tasks import account_anonymise

    _check(by, user)
    _status_set(user, Status.SUSPENDED)
    transaction.on_commit(lambda: task_queue_or_say(account_anonymise, str(user.pk)))
    return True


def user_send_reset(*, request: HttpRequest, user: User) -> bool:
    """Mail somebody a link to choose a new password. False if their account is closed."""
    if not user.is_active:
        return False
    form = ResetPasswordForm(data={"email": user.email})
    if not form.is_valid():
        return False
    form.save(request)
    return True


def _status_set(user: User, status: Status) -> bool:
    if user.status == status:
        return False
    user.status, user.anonymise_at = status, None
    user.save(update_fields=["status", "anonymise_at", "updated_at"])
    return True


def _check(by: User, user: User) -> None:
    if by.pk == user.pk:
        raise DomainError("own_account", _("Your own account is not yours to close."), status=403)
    if user.status == Status.ANONYMISED:
        raise _anonymised()


def _anonymised() -> DomainError:
    return DomainError("account_anonymised", _("Whose account this was has left."), status=409)
