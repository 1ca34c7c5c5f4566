"""Rules of Harper that are wrong about correct sentences too often to be shown to learners."""

from __future__ import annotations

HARPER_RULES_OFF: frozenset[str] = frozenset(
    """
    CallThem CondenseAllThe DisjointPrefixes Everyday Everyone FindOut ForNoun However HowTo
    InAWhile Insofar LeftRightHand LetsConfusion MassNouns Nonetheless NounVerbConfusion
    PronounInflectionBe PronounVerbAgreement QuiteQuiet RedundantThat RepeatedWords SingleBe
    ThatWhich TheHowWhy Therein ThereIsAgreement ToTwoToo UpdatePlaceNames WayTooAdjective
    WhomSubjectOfVerb YeaToYeah YourPredicateAdjective
    """.split()
)
