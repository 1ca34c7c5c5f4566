"""What is kept how long, in words, from the settings."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def history_kept() -> str:
    days = settings.HISTORY_KEEP_DAYS
    if not days:
        return _("Your history is kept until you delete it.")
    return ngettext(
        "Your history is kept for %(days)d day.", "Your history is kept for %(days)d days.", days
    ) % {"days": days}
