"""The one way in which acts get into the history, and out of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db.models import Exists, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from history.models import USES, Activity, ResourceType, UserHistory
from learnenglish.common.errors import DomainError, not_found
from learnenglish.common.replica import replica_pause
from learnenglish.common.zones import zone_of

if TYPE_CHECKING:
    from accounts.models import User

QUERY_CHARS = 1000
# How long a removed entry can be brought back.
UNDO = timedelta(days=1)
PURGE_BATCH = 1000


def history_record(
    *,
    user: User,
    kind: Activity,
    query: str = "",
    text_resource_id: UUID | None = None,
    speak_resource_id: UUID | None = None,
    is_impression: bool = False,
    metadata: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> UserHistory:
    """One row for one act. A query longer than the column is cut, never refused.

    ``at`` is when it was done, now if not given: a review made without a connection counts for the
    day on which it was made. ``metadata`` is small JSON of figures and codes.
    """
    done = at or timezone.now()
    local = done.astimezone(zone_of(user.time_zone) or UTC)
    resource_type, is_first = _about(user, kind, text_resource_id, speak_resource_id)
    replica_pause(user_id=user.pk)
    return UserHistory.objects.create(
        user=user,
        kind=kind,
        query=query[:QUERY_CHARS],
        text_resource_id=text_resource_id,
        speak_resource_id=speak_resource_id,
        resource_type=resource_type,
        is_first=is_first,
        is_impression=is_impression,
        metadata=metadata or {},
        created_at=done,
        day=local.date(),
        utc_offset_minutes=offset_minutes(local),
    )


def offset_minutes(local: datetime) -> int:
    """How far ahead of UTC the clock of an aware ``local`` is."""
    offset = local.utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def _about(
    user: User, kind: Activity, text_resource_id: UUID | None, speak_resource_id: UUID | None
) -> tuple[str, bool]:
    """The type of the resource, and whether ``user`` uses it for the first time."""
    if text_resource_id is None:
        return (ResourceType.SPEAKING if speak_resource_id else ""), False
    before = UserHistory.objects.filter(user=user, text_resource_id=text_resource_id, kind__in=USES)
    resources = apps.get_model("texts", "TextResource").objects.filter(pk=text_resource_id)
    found = resources.annotate(before=Exists(before)).values_list("kind", "before").first()
    if found is None:  # deleted at this moment: the foreign key will say so
        return "", False
    return found[0], kind in USES and not found[1]


def history_remove(*, user: User, entry_id: UUID) -> UserHistory:
    """Take an entry off ``user``'s list; ``history_restore`` brings it back for a day.

    Raises DomainError ``not_found``.
    """
    entry = UserHistory.objects.filter(pk=entry_id, user=user).first()
    if entry is None:
        raise not_found(_("There is no such entry in your history."))
    if entry.removed_at is None:
        entry.removed_at = timezone.now()
        entry.save(update_fields=["removed_at", "updated_at"])
    return entry


def history_clear(*, user: User) -> tuple[datetime, int]:
    """Take everything off ``user``'s list: the moment that ``history_restore`` takes it back by,
    and how many entries it were."""
    now = timezone.now()
    shown = UserHistory.objects.filter(user=user, removed_at__isnull=True)
    return now, shown.update(removed_at=now, updated_at=now)


def history_restore(
    *, user: User, entry_id: UUID | None = None, cleared_at: datetime | None = None
) -> int:
    """Bring back one entry, or all that were cleared at ``cleared_at``; how many there were.

    Raises DomainError ``too_late`` (409) if there is nothing left to bring back.
    """
    now = timezone.now()
    chosen = Q(pk=entry_id) if entry_id is not None else Q(removed_at=cleared_at)
    removed = UserHistory.objects.filter(chosen, user=user, removed_at__gt=now - UNDO)
    # Some moments that people can write are beyond what a database can.
    can_be = entry_id is not None or (cleared_at is not None and now - UNDO < cleared_at <= now)
    count = removed.update(removed_at=None, updated_at=now) if can_be else 0
    if not count:
        raise DomainError("too_late", _("This cannot be brought back any more."), status=409)
    return count


def history_purge() -> int:
    """Empty what was removed longer ago than it can be brought back; how many rows.

    That something was done on a day stays, for progress counts it; what it was does not.
    """
    total = 0
    while count := _empty(_to_empty()):
        total += count
    return total


def _to_empty() -> QuerySet[UserHistory]:
    full = ~Q(query="") | Q(text_resource__isnull=False) | Q(speak_resource__isnull=False)
    old = UserHistory.objects.filter(removed_at__lte=timezone.now() - UNDO)
    return old.filter(full | ~Q(validation_note=""))[:PURGE_BATCH]


def _empty(rows: QuerySet[UserHistory]) -> int:
    ids = list(rows.values_list("pk", flat=True))
    return UserHistory.objects.filter(pk__in=ids).update(
        query="",
        text_resource=None,
        speak_resource=None,
        validation_note="",
        updated_at=timezone.now(),
    )


def history_expire() -> int:
    """Take acts older than ``HISTORY_KEEP_DAYS`` off their people's lists, as if they had done it
    themselves; how many. 0 days keeps all."""
    if not settings.HISTORY_KEEP_DAYS:
        return 0
    now = timezone.now()
    oldest = now - timedelta(days=settings.HISTORY_KEEP_DAYS)
    old = UserHistory.objects.filter(created_at__lt=oldest, removed_at__isnull=True)
    return old.update(removed_at=now, updated_at=now)
