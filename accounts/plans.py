"""What a plan allows and how much of it is used. The table is ``settings.PLAN_LIMITS``."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import NotificationKind, Plan, Status, Usage, User
from learnenglish.common.errors import DomainError

MINUTE_MS = 60_000
KEEP_USAGE_DAYS = 90
# How long before its end a plan is spoken of.
WARN_DAYS = 7


class Quota(models.TextChoices):
    LOOKUPS = "lookups_per_day", _("Look-ups today")
    SPEAKING = "speaking_minutes_per_day", _("Minutes of speaking today")
    RECORDINGS = "recordings_kept", _("Recordings kept")
    CLOUD = "cloud_engines", _("Cloud engines")


# How many of what ``Usage.used`` counts make one of what the table names.
UNITS = {Quota.LOOKUPS: 1, Quota.SPEAKING: MINUTE_MS}


@dataclass(frozen=True, slots=True)
class PlanLimit:
    """``limit`` None is no limit and 0 not included; ``resets_at`` None: it does not come back
    with time."""

    name: str
    limit: int | None
    used: int
    resets_at: datetime | None

    @property
    def label(self) -> str:
        return str(Quota(self.name).label)

    @property
    def left(self) -> int | None:
        return None if self.limit is None else max(0, self.limit - self.used)


def plan_of(user: User) -> str:
    """The plan in force: an expired PREMIUM is FREE also before the task has noticed."""
    expired = user.plan_expires_at is not None and user.plan_expires_at <= timezone.now()
    return Plan.FREE.value if expired else str(user.plan)


def limit_of(user: User, name: Quota) -> int | None:
    """What the person's plan allows; None is no limit."""
    return settings.PLAN_LIMITS[plan_of(user)][name.value]


def limits_of(user: User) -> list[PlanLimit]:
    """Every limit with what is used of it, in the order of the table."""
    used = dict(user.usage.filter(day=_today()).values_list("name", "used"))
    return [_described(user, name, used.get(name.value, 0)) for name in Quota]


def quota_spend(*, user: User, name: Quota, amount: int = 1) -> None:
    """Use up ``amount`` of a daily limit, or raise DomainError ``quota_exceeded`` and use nothing.

    The limit stands in the WHERE of one UPDATE: of many at once none gets past it.
    """
    limit = limit_of(user, name)
    rows = Usage.objects.filter(user=user, name=name.value, day=_today())
    if limit is not None:
        rows = rows.filter(used__lte=limit * UNITS[name] - amount)
    spend = {"used": F("used") + amount, "updated_at": timezone.now()}
    if rows.update(**spend):
        return
    day_begun = Usage(user=user, name=name.value, day=_today())
    Usage.objects.bulk_create([day_begun], ignore_conflicts=True)
    if not rows.update(**spend):
        raise _exceeded(user, name)


def quota_add(*, user: User, name: Quota, amount: int) -> None:
    """Note what was used, also past the limit: what began under it may be finished."""
    rows = Usage.objects.filter(user=user, name=name.value, day=_today())
    spend = {"used": F("used") + amount, "updated_at": timezone.now()}
    if not rows.update(**spend):
        day_begun = Usage(user=user, name=name.value, day=_today())
        Usage.objects.bulk_create([day_begun], ignore_conflicts=True)
        rows.update(**spend)


def quota_check(*, user: User, name: Quota) -> None:
    """Raise DomainError ``quota_exceeded`` when nothing is left of a daily limit."""
    limit = limit_of(user, name)
    if limit is None:
        return
    row = Usage.objects.filter(user=user, name=name.value, day=_today()).first()
    if (row.used if row else 0) >= limit * UNITS[name]:
        raise _exceeded(user, name)


def plans_expire() -> int:
    """Put everyone whose PREMIUM is over on FREE; how many there were. Twice does no harm."""
    now = timezone.now()
    return User.objects.filter(plan=Plan.PREMIUM, plan_expires_at__lte=now).update(
        plan=Plan.FREE, plan_expires_at=None, updated_at=now
    )


def plans_warn() -> int:
    """Tell everyone whose PREMIUM ends within WARN_DAYS, once for each end; how many there are."""
    from accounts.notifications.services import notification_send

    now = timezone.now()
    ending = User.objects.filter(
        plan=Plan.PREMIUM,
        status=Status.ACTIVE,
        plan_expires_at__gt=now,
        plan_expires_at__lte=now + timedelta(days=WARN_DAYS),
    )
    count = 0
    for user in ending.iterator():
        assert user.plan_expires_at is not None
        until = user.plan_expires_at.isoformat()
        notification_send(
            user=user,
            kind=NotificationKind.PLAN_EXPIRING,
            key=until,
            payload={"until": until, "url": reverse("accounts:profile")},
        )
        count += 1
    return count


def usage_purge() -> int:
    oldest = _today() - timedelta(days=KEEP_USAGE_DAYS)
    return Usage.objects.filter(day__lt=oldest).delete()[0]


def _described(user: User, name: Quota, used: int) -> PlanLimit:
    limit = limit_of(user, name)
    if name in UNITS:
        return PlanLimit(name.value, limit, math.ceil(used / UNITS[name]), _midnight())
    kept = user.speak_resources.exclude(audio="").count() if name == Quota.RECORDINGS else 0
    return PlanLimit(name.value, limit, kept, None)


def _exceeded(user: User, name: Quota) -> DomainError:
    limit = next(limit for limit in limits_of(user) if limit.name == name)
    assert limit.resets_at is not None
    message = _("%(name)s: all %(limit)s of your plan are used. New ones come at %(time)s.")
    wait = limit.resets_at - timezone.now()
    return DomainError(
        "quota_exceeded",
        message
        % {
            "name": limit.label,
            "limit": f"{limit.limit:,}",
            "time": f"{timezone.localtime(limit.resets_at):%H:%M}",
        },
        status=429,
        retry_after_ms=max(1000, int(wait.total_seconds() * 1000)),
        extra={"limit": {**asdict(limit), "resets_at": limit.resets_at.isoformat()}},
    )


def _today() -> date:
    return timezone.now().astimezone(UTC).date()


def _midnight() -> datetime:
    return datetime.combine(_today() + timedelta(days=1), time.min, tzinfo=UTC)
