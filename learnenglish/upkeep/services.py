"""The synchronisation: every check in turn, with a report."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Any

import structlog
from django.utils import timezone

from history.upkeep import history_types_check
from learnenglish.common.upkeep import Check
from learnenglish.upkeep.models import SynchronisationRun
from speaking.upkeep import session_facts_check
from texts.upkeep import impressions_check, ratings_check, search_documents_check
from tutoring.progress.upkeep import roll_up_check

log = structlog.get_logger(__name__)

# What others are made of comes first. ``accounts.Usage`` is not among them: what was used stays
# used when it is deleted, so that no row could tell what it should be.
CHECKS: tuple[Check, ...] = (
    session_facts_check,
    history_types_check,
    roll_up_check,
    impressions_check,
    ratings_check,
    search_documents_check,
)
RUNS_KEPT = timedelta(days=365)


def synchronise(*, repair: bool) -> SynchronisationRun:
    """Check all that is derived, and repair it if so told; the report is stored after each check.

    A check that fails is in the report with its error and holds up no other. Beside a site that
    runs, and twice at once, it does no harm: each repair is made of the rows anew.
    """
    run = SynchronisationRun.objects.create(started_at=timezone.now(), repair=repair)
    for check in CHECKS:
        _note(run, _result(check, repair))
        run.save()
    run.finished_at = timezone.now()
    run.save()
    SynchronisationRun.objects.filter(started_at__lt=run.started_at - RUNS_KEPT).delete()
    return run


def _result(check: Check, repair: bool) -> dict[str, Any]:
    started = timezone.now()
    try:
        result = {**asdict(check(repair)), "error": ""}
    except Exception as error:
        log.exception("synchronisation_failed", check=check.__name__)
        name = check.__name__.removesuffix("_check").replace("_", " ")
        result = {"name": name, "error": f"{type(error).__name__}: {error}"[:500]}
    return {**result, "seconds": round((timezone.now() - started).total_seconds(), 2)}


def _note(run: SynchronisationRun, result: dict[str, Any]) -> None:
    run.report.append(result)
    run.checked += result.get("checked", 0)
    run.wrong += result.get("wrong", 0)
    run.repaired += result.get("repaired", 0)
    run.failed += bool(result["error"])
