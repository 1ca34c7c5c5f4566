"""How long what people leave with us is kept."""

from __future__ import annotations

from learnenglish.common import environment
from learnenglish.settings.base import env

# How long somebody who deleted their account may think again; 0: not at all.
ACCOUNT_DELETION_GRACE_DAYS = environment.days(
    "ACCOUNT_DELETION_GRACE_DAYS", env.str("ACCOUNT_DELETION_GRACE_DAYS", default="7")
)
# How long a copy of somebody's data waits to be downloaded.
EXPORT_KEEP_DAYS = environment.positive(
    "EXPORT_KEEP_DAYS", env.str("EXPORT_KEEP_DAYS", default="7")
)
# How long acts stay in people's history; 0: for ever.
HISTORY_KEEP_DAYS = environment.days("HISTORY_KEEP_DAYS", env.str("HISTORY_KEEP_DAYS", default="0"))
