"""Fluency from timing.

A weighted mean of five measures, each from 0 to 100 between two anchors. Which measures count,
and that rate and pausing count most, follows Kormos & Dénes (2004, "Exploring measures and
perceptions of fluency in the speech of second language learners") and Tavakoli, Nakatsuhara &
Hunter (2020, "Aspects of fluency across assessed levels of speaking proficiency"). The anchors
are round numbers from the ranges these and de Jong & Wempe (2009) report, from halting learners
to relaxed native talk. They are not calibrated against human raters.
"""

from __future__ import annotations

from speaking.evaluation.offline.scale import score_between
from speaking.evaluation.offline.timing import MIN_SPEECH_MS, Timing

MIN_WORDS = 15

# measure: (weight, worst, best)
_ANCHORS = {
    "words_per_minute": (0.35, 45.0, 140.0),
    "articulation_rate": (0.20, 1.8, 4.0),
    "pause_ratio": (0.25, 0.55, 0.20),
    "long_pauses_per_minute": (0.10, 15.0, 2.0),
    "fillers_per_minute": (0.10, 15.0, 2.0),
}


def fluency_score(timing: Timing) -> tuple[int | None, str]:
    """The score, or None and the reason."""
    if timing.speech_ms < MIN_SPEECH_MS or timing.words < MIN_WORDS:
        return None, (
            f"Fluency needs at least {MIN_SPEECH_MS // 1000} seconds of speech and {MIN_WORDS} "
            f"words; there were {timing.speech_ms / 1000:.0f} seconds and {timing.words} words."
        )
    values = {
        "words_per_minute": timing.words_per_minute or 0.0,
        "articulation_rate": timing.articulation_rate or 0.0,
        "pause_ratio": timing.pause_ratio or 0.0,
        "long_pauses_per_minute": timing.per_minute(timing.long_pauses),
        "fillers_per_minute": timing.per_minute(timing.fillers),
    }
    total = sum(
        weight * score_between(values[name], worst=worst, best=best)
        for name, (weight, worst, best) in _ANCHORS.items()
    )
    return round(total), ""
