"""What is kept how long, in words, from the settings."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.plans import Quota, limit_of


def history_kept() -> str:
    days = settings.HISTORY_KEEP_DAYS
    if not days:
        return _("Your history is kept until you delete it.")
    return ngettext(
        "Your history is kept for %(days)d day.", "Your history is kept for %(days)d days.", days
    ) % {"days": days}


def recordings_kept(*, user: User) -> str:
    """By the site's setting and by the person's plan; what was said and scored stays."""
    days, count = settings.RECORDINGS_KEEP_DAYS, limit_of(user, Quota.RECORDINGS)
    if days and count is not None:
        return _(
            "The sound of your last %(count)d recordings is kept, for %(days)d days at the most."
            " Their words and scores stay."
        ) % {"count": count, "days": days}
    if days:
        return ngettext(
            "The sound of a recording is kept for %(days)d day. Its words and scores stay.",
            "The sound of a recording is kept for %(days)d days. Its words and scores stay.",
            days,
        ) % {"days": days}
    if count is not None:
        return ngettext(
            "The sound of your last recording is kept. All words and scores stay.",
            "The sound of your last %(count)d recordings is kept. All words and scores stay.",
            count,
        ) % {"count": count}
    return _("The sound of your recordings is kept until you delete it.")
