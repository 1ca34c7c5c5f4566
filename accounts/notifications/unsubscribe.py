"""Leaving a kind of mail with one click, without signing in (RFC 8058)."""

from __future__ import annotations

from collections.abc import Sequence

from django.core import signing
from django.utils.translation import gettext as _

from accounts.models import NotificationKind, User
from accounts.notifications.models import MailWhen
from accounts.notifications.preferences import preference_set
from learnenglish.common.errors import DomainError

SALT = "accounts.unsubscribe"
ALL = "ALL"


def unsubscribe_token(*, user: User, kind: str = ALL) -> str:
    """Says who leaves what, signed; it never ends, as mails are kept for years."""
    return signing.dumps([str(user.pk), kind], salt=SALT)


def unsubscribe_read(token: str) -> tuple[User, list[NotificationKind]]:
    """Whose token it is and which kinds it names. Raises DomainError ``unsubscribe_invalid``."""
    invalid = DomainError(
        "unsubscribe_invalid",
        _(
            "This link is not complete. Open it from the mail again, or sign in and change it "
            "under Notifications in the settings."
        ),
        status=404,
    )
    try:
        user_id, kind = signing.loads(token, salt=SALT)
        kinds = list(NotificationKind) if kind == ALL else [NotificationKind(kind)]
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise invalid from error
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise invalid
    return user, kinds


def unsubscribe(*, user: User, kinds: Sequence[NotificationKind]) -> None:
    """Mail these kinds never again; the bell still tells. Twice is no error."""
    for kind in kinds:
        preference_set(user=user, kind=kind, mail=MailWhen.NEVER)
    user.notifications.filter(kind__in=kinds, mailed_at=None).update(mail_due_at=None)
