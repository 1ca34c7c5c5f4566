"""What a cloud engine is told of a student: words and mistakes, neither name nor address."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from speaking.models import SessionStatus, SpeakResource
from texts.templatetags.texts_labels import area_label
from tutoring.selectors.student_page import recurring_errors

RECORDINGS = 4
TRANSCRIPT_CHARS = 1500
CORRECTIONS = 8


def lesson_material(*, student: User) -> dict[str, Any]:
    """Of the last finished recordings. ``recordings`` is empty if nothing was said."""
    sessions = (
        SpeakResource.objects.filter(user=student, status=SessionStatus.COMPLETED)
        .select_related("topic")
        .order_by("-id")[:RECORDINGS]
    )
    return {
        "level": student.cefr_level,
        "goal": student.cefr_target,
        "mistakes_that_come_back": [
            {"kind": area_label(error.category), "recordings": error.recordings}
            for error in recurring_errors(student=student)[:5]
        ],
        "recordings": [_recording(one) for one in sessions if (one.transcript or {}).get("text")],
    }


def _recording(session: SpeakResource) -> dict[str, Any]:
    evaluation = session.evaluation or {}
    return {
        "topic": session.topic.title if session.topic else "",
        "said": (session.transcript or {})["text"][:TRANSCRIPT_CHARS],
        "mistakes": [
            {"original": one.get("original", ""), "corrected": one.get("corrected", "")}
            for one in (evaluation.get("corrections") or [])[:CORRECTIONS]
        ],
    }
