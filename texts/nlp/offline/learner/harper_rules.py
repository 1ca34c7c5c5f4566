"""Rules of Harper that are wrong about correct sentences too often to be shown to learners."""

from __future__ import annotations

HARPER_RULES_OFF: frozenset[str] = frozenset(
    """
    CallThem Everyday Everyone However MassNouns FindOut HowTo LetsConfusion NounVerbConfusion QuiteQuiet TheHowWhy
    ThereIsAgreement ToTwoToo UpdatePlaceNames WayTooAdjective WhomSubjectOfVerb
    """.split()
)
