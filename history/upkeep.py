"""A check of what the history repeats of other tables."""

from __future__ import annotations

from datetime import UTC, timedelta

from django.apps import apps
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import TruncDate

from history.models import ResourceType, UserHistory
from learnenglish.common.upkeep import Findings, windows


def history_types_check(repair: bool) -> Findings:
    """Every entry names the type of the resource it leads to, and a day that some clock on earth
    showed when it was done."""
    found = Findings("history entries")
    for window in windows(UserHistory.objects.all()):
        found.checked += window.count()
        _types(window, found, repair)
        _days(window, found, repair)
    return found


def _types(window: QuerySet[UserHistory], found: Findings, repair: bool) -> None:
    text = window.filter(text_resource__isnull=False).exclude(
        resource_type=F("text_resource__kind")
    )
    spoken = window.filter(text_resource=None, speak_resource__isnull=False).exclude(
        resource_type=ResourceType.SPEAKING
    )
    wrong_text = list(text.values_list("pk", flat=True))
    wrong_spoken = list(spoken.values_list("pk", flat=True))
    found.note(*wrong_text, *wrong_spoken)
    if not repair:
        return
    resources = apps.get_model("texts", "TextResource").objects
    kind = resources.filter(pk=OuterRef("text_resource")).values("kind")
    rows = UserHistory.objects
    found.repaired += rows.filter(pk__in=wrong_text).update(resource_type=Subquery(kind))
    found.repaired += rows.filter(pk__in=wrong_spoken).update(resource_type=ResourceType.SPEAKING)


def _days(window: QuerySet[UserHistory], found: Findings, repair: bool) -> None:
    wrong = [
        pk
        for pk, day, done in window.values_list("pk", "day", "created_at")
        if abs(day - done.astimezone(UTC).date()) > timedelta(days=1)
    ]
    found.note(*wrong)
    if repair and wrong:
        rows = UserHistory.objects.filter(pk__in=wrong)
        day = TruncDate("created_at", tzinfo=UTC)
        found.repaired += rows.update(day=day, utc_offset_minutes=0)
