"""Tasks that belong to no single domain. Each may run twice without harm."""

from __future__ import annotations

from celery import shared_task

LONGEST_S = 4 * 3600


# Acknowledged at its start: it takes longer than the broker waits before it hands a task to
# somebody else, and a night that is left out is made up for by the next.
@shared_task(name="learnenglish.synchronise", acks_late=False, time_limit=LONGEST_S)
def synchronise() -> None:
    from learnenglish.upkeep.services import synchronise as run

    run(repair=True)


@shared_task(name="learnenglish.changes_forget")
def changes_forget() -> None:
    """Forget changes from before any answer that is kept."""
    from learnenglish.common.caching.changes import changes_forget as forget

    forget()
