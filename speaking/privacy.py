"""What the speaking sessions hold about a person."""

from __future__ import annotations

from collections.abc import Iterable

from accounts import privacy
from accounts.models import User
from accounts.privacy import (
    ExportFile,
    csv_file,
    files_forget,
    json_file,
    numbers_of,
    rows_of,
    stored_file,
)
from speaking.models import DrillAttempt, SessionStatus, SpeakResource
from speaking.services import session_delete

RESULT_COLUMNS = ("created_at", "mode", "level", "duration_ms", "overall_score")


def privacy_register() -> None:
    privacy.register(
        app="speaking",
        covers=("speaking.SpeakResource", "speaking.DrillAttempt"),
        exporter=speaking_export,
        eraser=speaking_erase,
    )


def speaking_export(*, user: User) -> Iterable[ExportFile]:
    """Sessions with transcript and evaluation, a table of the scores, and every recording."""
    sessions = SpeakResource.objects.filter(user=user).order_by("id")
    yield json_file("sessions.json", rows_of(sessions))
    drills = DrillAttempt.objects.filter(user=user).order_by("id")
    yield json_file("drills.json", rows_of(drills))
    yield csv_file("scores.csv", RESULT_COLUMNS, sessions.values_list(*RESULT_COLUMNS).iterator())
    for session in sessions.exclude(audio="").only("audio", "created_at").iterator():
        suffix = (session.audio.name or "").rpartition(".")[2]
        name = f"{session.created_at:%Y-%m-%d-%H%M}-{session.pk}.{suffix}"
        yield stored_file(f"recordings/{name}", session.audio)


def speaking_erase(*, user: User) -> None:
    """Of finished sessions times and scores stay, which tutors' statistics count; nothing said or
    recorded does. The others go whole."""
    DrillAttempt.objects.filter(user=user).delete()
    for session in SpeakResource.objects.filter(user=user).exclude(status=SessionStatus.COMPLETED):
        session_delete(session=session)
    for session in SpeakResource.objects.filter(user=user).iterator():
        if session.audio:
            files_forget([session.audio.name or ""])
        session.audio = ""
        session.transcript, session.config, session.reference_text = None, {}, ""
        session.evaluation = numbers_of(session.evaluation)
        session.error_message = ""
        session.save()
