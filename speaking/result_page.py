"""What the page about one recording shows."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from speaking.evaluation.base import DIMENSIONS
from speaking.markers import session_markers
from speaking.models import Mode, SpeakResource
from speaking.selectors import session_audio_url, session_peaks_url


def result_context(session: SpeakResource) -> dict[str, Any]:
    """For ``speaking/_result.html``."""
    return {
        "session": session,
        "transcript": session.transcript,
        "evaluation": session.evaluation,
        "scores": _scores(session),
        "audio_url": session_audio_url(session),
        "peaks_url": session_peaks_url(session),
        "marks": session_markers(session),
    }


def _scores(session: SpeakResource) -> list[dict[str, Any]]:
    labels = {
        "overall": _("Overall"),
        "fluency": _("Fluency"),
        "pronunciation": _("Pronunciation"),
        "grammar": _("Grammar"),
        "vocabulary": _("Vocabulary"),
        "completeness": _("Completeness"),
    }
    evaluation = session.evaluation or {}
    return [
        {
            "name": name,
            "label": labels[name],
            "value": evaluation.get(name),
            "reason": evaluation.get("reasons", {}).get(name, ""),
            "interval": evaluation.get(f"{name}_interval"),
        }
        for name in DIMENSIONS
        if name != "completeness" or session.mode == Mode.READ_ALOUD
    ]
