"""Tutors' words at their moment of a recording."""

from __future__ import annotations

from django.utils.translation import gettext as _

from speaking.markers import Marker
from speaking.models import SpeakResource
from tutoring.models import Feedback


def feedback_markers(session: SpeakResource) -> list[Marker]:
    """What tutors said about ``session``; that somebody only listened is no marker."""
    said = Feedback.objects.filter(session=session).exclude(text="").select_related("tutor")
    markers = []
    for number, feedback in enumerate(said.order_by("moment_ms", "id"), start=1):
        tutor = feedback.tutor.display_name if feedback.tutor else ""
        author = tutor or _("Your tutor")
        markers.append(
            Marker(
                kind="comment",
                number=number,
                at_ms=feedback.moment_ms,
                label=_("Comment by %(author)s") % {"author": author},
                text=feedback.text,
                author=author,
            )
        )
    return markers
