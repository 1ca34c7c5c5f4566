"""The rating job: every resource's score and its three parts, by one set-based statement.

Within a kind (word, phrase, grammar), each part from 0 to 100:

- usage = 100 · ln(1 + x) / ln(1 + max x), x = look-ups, views and reviews in 30 days
- tutors = 100 · (sum of ratings + 5 · mean of the kind) / (number of ratings + 5), where a rating
  of 1–5 counts as 0–1 (a Bayesian mean). A kind nobody has rated takes the middle of the scale.
- impressions = 100 · ln(1 + x) / ln(1 + max x), x = times shown, ever

score = 0.4 · usage + 0.4 · tutors + 0.2 · impressions
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from history.models import USES, UserHistory
from learnenglish.common.metrics import RATING_RUN_SECONDS
from learnenglish.common.statements import long_statements
from texts.models import RatingRun, ResourceRating, TextResource
from texts.quality.locking import statistics_lock

USAGE_DAYS = 30
PRIOR_RATINGS = 5
# A new rating moves the mean of its kind, and with it every row of a million.
LONGEST_S = 3000
UNRATED_KIND = 0.5
WEIGHT_USAGE = 0.4
WEIGHT_TUTORS = 0.4
WEIGHT_IMPRESSIONS = 0.2
# Sums in another order differ by less; a row that only differs by this is left as it is.
TOLERANCE = 1e-8

_USES = ", ".join(f"'{kind}'" for kind in USES)
# SQLite and PostgreSQL both read it. Where SQLite was compiled without ln(), Django adds one.
# It begins with UPDATE, or Python's SQLite would not count the rows.
_STATEMENT = f"""\
UPDATE {TextResource._meta.db_table} AS resource
SET rating_usage = parts.usage,
    rating_tutors = parts.tutors,
    rating_impressions = parts.impressions,
    rating_score = %(weight_usage)s * parts.usage + %(weight_tutors)s * parts.tutors
        + %(weight_impressions)s * parts.impressions
FROM (
    WITH used AS (
        SELECT text_resource_id AS id, COUNT(*) AS uses
        FROM {UserHistory._meta.db_table}
        WHERE text_resource_id IS NOT NULL AND created_at >= %(since)s
            AND kind IN ({_USES})
        GROUP BY text_resource_id
    ), rated AS (
        SELECT resource_id AS id, COUNT(*) AS ratings, SUM((stars - 1) / 4.0) AS total
        FROM {ResourceRating._meta.db_table}
        GROUP BY resource_id
    ), facts AS (
        SELECT
            resource.id,
            resource.kind,
            resource.impressions,
            COALESCE(used.uses, 0) AS uses,
            COALESCE(rated.ratings, 0) AS ratings,
            COALESCE(rated.total, 0) AS total
        FROM {TextResource._meta.db_table} AS resource
        LEFT JOIN used ON used.id = resource.id
        LEFT JOIN rated ON rated.id = resource.id
    ), kinds AS (
        SELECT
            kind,
            LN(CAST(1 + MAX(uses) AS double precision)) AS most_uses,
            LN(CAST(1 + MAX(impressions) AS double precision)) AS most_impressions,
            COALESCE(
                CAST(SUM(total) AS double precision) / NULLIF(SUM(ratings), 0), %(unrated)s
            ) AS mean
        FROM facts
        GROUP BY kind
    )
    SELECT
        facts.id,
        COALESCE(
            100 * LN(CAST(1 + facts.uses AS double precision)) / NULLIF(kinds.most_uses, 0), 0
        ) AS usage,
        100 * (CAST(facts.total AS double precision) + %(prior)s * kinds.mean)
            / (facts.ratings + %(prior)s) AS tutors,
        COALESCE(
            100 * LN(CAST(1 + facts.impressions AS double precision))
                / NULLIF(kinds.most_impressions, 0), 0
        ) AS impressions
    FROM facts JOIN kinds ON kinds.kind = facts.kind
) AS parts
WHERE parts.id = resource.id
    AND (
        ABS(resource.rating_usage - parts.usage) > %(tolerance)s
        OR ABS(resource.rating_tutors - parts.tutors) > %(tolerance)s
        OR ABS(resource.rating_impressions - parts.impressions) > %(tolerance)s
        OR ABS(
            resource.rating_score - %(weight_usage)s * parts.usage
            - %(weight_tutors)s * parts.tutors - %(weight_impressions)s * parts.impressions
        ) > %(tolerance)s
    )
"""  # noqa: S608 (table names are the models')


def ratings_recalculate(*, now: datetime | None = None) -> RatingRun:
    """Bring every resource's rating up to date; may run at any time, also twice at once.

    The run is recorded; one that fails is recorded with its error, which is raised again.
    """
    run = RatingRun.objects.create(started_at=now or timezone.now())
    try:
        with transaction.atomic():
            statistics_lock()
            long_statements(seconds=LONGEST_S)
            run.rows_changed = _ratings_update(run.started_at - timedelta(days=USAGE_DAYS))
            run.rows_total = TextResource.objects.count()
    except Exception as error:
        run.error = str(error)[:500]
        run.save(update_fields=["error", "updated_at"])
        raise
    run.finished_at = timezone.now()
    run.save(update_fields=["rows_changed", "rows_total", "finished_at", "updated_at"])
    RATING_RUN_SECONDS.observe((run.finished_at - run.started_at).total_seconds())
    return run


def rating_statement(*, since: datetime) -> tuple[str, dict[str, str | float | None]]:
    """The statement and its parameters; uses count from ``since`` on."""
    return _STATEMENT, {
        "since": connection.ops.adapt_datetimefield_value(since),
        "unrated": UNRATED_KIND,
        "prior": PRIOR_RATINGS,
        "weight_usage": WEIGHT_USAGE,
        "weight_tutors": WEIGHT_TUTORS,
        "weight_impressions": WEIGHT_IMPRESSIONS,
        "tolerance": TOLERANCE,
    }


def _ratings_update(since: datetime) -> int:
    """The number of rows written."""
    with connection.cursor() as cursor:
        cursor.execute(*rating_statement(since=since))
        return cursor.rowcount
