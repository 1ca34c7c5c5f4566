"""Checks of what is derived from explanations: search documents, impressions, ratings."""

from __future__ import annotations

from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import Count, F, Q
from django.db.models.functions import Abs
from django.utils import timezone

from history.models import UserHistory
from learnenglish.common.upkeep import Findings, windows
from texts.models import TextResource
from texts.quality.locking import statistics_lock
from texts.rating_job import (
    WEIGHT_IMPRESSIONS,
    WEIGHT_TUTORS,
    WEIGHT_USAGE,
    ratings_recalculate,
)
from texts.search.index import documents_differing, documents_rewrite

# Views are written in batches: younger ones may be on their way.
SETTLED = timedelta(hours=1)
NEAR = 1e-6


def search_documents_check(repair: bool) -> Findings:
    """Every resource has the search document that its content makes."""
    found = Findings("search documents")
    for window in windows(TextResource.objects.all()):
        ids = list(window.values_list("pk", flat=True))
        found.checked += len(ids)
        with transaction.atomic():
            wrong = documents_differing(ids)
            found.note(*wrong)
            if repair and wrong:
                found.repaired += documents_rewrite(wrong)
    if connection.vendor == "sqlite":
        _fts_check(found, repair)
    return found


def _fts_check(found: Findings, repair: bool) -> None:
    """SQLite keeps the words of the documents in tables of their own."""
    for table in ("texts_search_words", "texts_search_trigrams"):
        found.checked += 1
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
                )
        except DatabaseError:
            found.note(table)
            if repair:
                with connection.cursor() as cursor:
                    cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608
                found.repaired += 1


def impressions_check(repair: bool) -> Findings:
    """No resource counts fewer impressions than the history knows views of it.

    Most impressions are in no row, so that is all that can be known of a counter.
    """
    found = Findings("impressions")
    until = timezone.now() - SETTLED
    for window in windows(TextResource.objects.all()):
        counts = dict(window.values_list("pk", "impressions"))
        found.checked += len(counts)
        views = dict(
            UserHistory.objects.filter(
                text_resource__in=list(counts), is_impression=True, created_at__lt=until
            )
            .order_by()
            .values_list("text_resource")
            .annotate(Count("pk"))
        )
        wrong = {pk: count for pk, count in views.items() if counts[pk] < count}
        found.note(*wrong)
        if repair and wrong:
            with transaction.atomic():
                statistics_lock()
                for pk, count in wrong.items():
                    rows = TextResource.objects.filter(pk=pk, impressions__lt=count)
                    found.repaired += rows.update(impressions=count)
    return found


def ratings_check(repair: bool) -> Findings:
    """Every part of a rating is 0–100 and every score what its parts make; the rating job, which
    repairs it, sees to the rest."""
    found = Findings("ratings")
    parts = ("rating_usage", "rating_tutors", "rating_impressions")
    outside = Q()
    for part in parts:
        outside |= Q(**{f"{part}__lt": -NEAR}) | Q(**{f"{part}__gt": 100 + NEAR})
    made = (
        WEIGHT_USAGE * F("rating_usage")
        + WEIGHT_TUTORS * F("rating_tutors")
        + WEIGHT_IMPRESSIONS * F("rating_impressions")
    )
    for window in windows(TextResource.objects.all()):
        found.checked += window.count()
        off = window.annotate(off=Abs(F("rating_score") - made)).filter(outside | Q(off__gt=NEAR))
        found.note(*off.values_list("pk", flat=True))
    if repair and found.wrong:
        ratings_recalculate()
        found.repaired = found.wrong
    return found
