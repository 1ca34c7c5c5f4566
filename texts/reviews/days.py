"""Days as the learner lives them: from four in the morning to four in the morning.

A card comes back with the day, not at the hour it was seen, and what is reviewed after midnight
belongs to the evening before. At four no zone changes its clock.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from learnenglish.common.zones import zone_of

if TYPE_CHECKING:
    from accounts.models import User

DAY_STARTS = time(4)


def zone_for(user: User) -> ZoneInfo:
    """The person's zone; UTC if theirs is unknown to this machine."""
    return zone_of(user.time_zone) or ZoneInfo("UTC")


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    local = moment.astimezone(zone)
    return local.date() - timedelta(days=local.time() < DAY_STARTS)


def day_start(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of ``day``, in UTC."""
    return datetime.combine(day, DAY_STARTS, zone).astimezone(UTC)


def today_start(now: datetime, zone: ZoneInfo) -> datetime:
    return day_start(day_of(now, zone), zone)


def tomorrow_start(now: datetime, zone: ZoneInfo) -> datetime:
    return day_start(day_of(now, zone) + timedelta(days=1), zone)
