"""Tutors' words at their moment of a recording."""

from __future__ import annotations

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from speaking.markers import Marker
from speaking.models import SpeakResource
from tutoring.selectors.feedback import session_feedback

_LABEL_CHARS = 80


def feedback_markers(session: SpeakResource) -> list[Marker]:
    """What tutors said about a moment of ``session``."""
    markers: list[Marker] = []
    for feedback in session_feedback(session=session):
        if feedback.moment_ms is None or not feedback.text:
            continue
        tutor = feedback.tutor.display_name if feedback.tutor else ""
        words = {
            "author": tutor or _("Your tutor"),
            "text": Truncator(feedback.text).chars(_LABEL_CHARS),
        }
        markers.append(
            Marker(
                kind="comment",
                number=len(markers) + 1,
                at_ms=feedback.moment_ms,
                label=_("%(author)s: %(text)s") % words,
            )
        )
    return markers
