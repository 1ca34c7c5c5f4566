"""What is usual at a level: to hold a measured rate against, never to score by.

That pace and articulation rise, and pausing falls, from level to level, and by about how much, is
what Tavakoli, Nakatsuhara & Hunter (2020, "Aspects of fluency across assessed levels of speaking
proficiency") and Kormos & Dénes (2004) report for monologues. The ranges are ours: rounded, wide
and overlapping, as the differences between speakers of one level are; nobody has calibrated them.
"""

from __future__ import annotations

from speaking.evaluation.offline.timing import Timing

Range = tuple[float, float]

# level: words per minute, syllables per second of phonation, share of time in pauses
_USUAL: dict[str, tuple[Range, Range, Range]] = {
    "A1": ((40, 85), (1.8, 3.0), (0.35, 0.60)),
    "A2": ((55, 105), (2.2, 3.4), (0.30, 0.52)),
    "B1": ((75, 130), (2.6, 3.9), (0.24, 0.44)),
    "B2": ((95, 150), (3.0, 4.4), (0.18, 0.36)),
    "C1": ((110, 170), (3.4, 4.9), (0.14, 0.30)),
    "C2": ((120, 185), (3.7, 5.3), (0.12, 0.28)),
}
NAMES = ("words_per_minute", "articulation_rate", "pause_ratio")


def usual_at(level: str | None, timing: Timing) -> dict[str, Range]:
    """The ranges at ``level`` of the rates that could be measured; none for an unknown level."""
    if level not in _USUAL:
        return {}
    return {
        name: usual
        for name, usual in zip(NAMES, _USUAL[level], strict=True)
        if getattr(timing, name) is not None
    }
