"""Tasks of the history. Each may run twice without harm."""

from __future__ import annotations

from celery import shared_task


@shared_task(name="history.history_purge")
def history_purge() -> None:
    from history.services import history_purge as purge

    purge()


@shared_task(name="history.history_expire")
def history_expire() -> None:
    from history.services import history_expire as expire

    expire()
