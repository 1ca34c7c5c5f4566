"""Speaking tasks, on the queue ``speech``. They take ids; state is in the session's row."""

from __future__ import annotations

from uuid import UUID

from celery import shared_task


@shared_task(name="speaking.recording_store")
def recording_store(session_id: str) -> None:
    from speaking.pipeline import Step, step_run

    step_run(session_id=UUID(session_id), step=Step.STORE)


@shared_task(name="speaking.session_transcribe")
def session_transcribe(session_id: str) -> None:
    from speaking.pipeline import Step, step_run

    step_run(session_id=UUID(session_id), step=Step.TRANSCRIBE)


@shared_task(name="speaking.session_evaluate")
def session_evaluate(session_id: str) -> None:
    from speaking.pipeline import Step, step_run

    step_run(session_id=UUID(session_id), step=Step.EVALUATE)


@shared_task(name="speaking.session_recover")
def session_recover(session_id: str) -> None:
    from speaking.recovery import session_recover as recover

    recover(session_id=UUID(session_id))


@shared_task(name="speaking.session_recover_all")
def session_recover_all() -> None:
    """The sweep: one task per unfinished session, so that one bad recording holds up no other."""
    from speaking.recovery import sessions_due

    for session_id in sessions_due():
        session_recover.delay(str(session_id))


@shared_task(name="speaking.recordings_tidy")
def recordings_tidy() -> None:
    """Daily: sound whose time is over, what dead processes left behind, what nobody began."""
    from speaking.orphans import orphans_find, orphans_remove
    from speaking.recordings import recordings_expire
    from speaking.recovery import sessions_drop_unstarted

    recordings_expire()
    sessions_drop_unstarted()
    orphans_remove(orphans_find())
