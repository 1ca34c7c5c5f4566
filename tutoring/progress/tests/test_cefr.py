"""The level that speech suggests: more and agreeing sessions are surer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import CefrLevel, User
from tutoring.progress.cefr import Evidence, cefr_estimate, cefr_of
from tutoring.progress.tests.making import spoke

EVIDENCE = st.builds(
    Evidence,
    level=st.integers(0, 5),
    words=st.integers(50, 2000),
    age_days=st.floats(0, 180),
)


def several(*levels: int, words: int = 200, age_days: float = 0) -> list[Evidence]:
    return [Evidence(level, words, age_days) for level in levels]


def test_too_little_speech_gives_no_level() -> None:
    assert cefr_of([]).level is None
    assert cefr_of(several(2, words=5000)).level is None, "one session is one day's form"
    assert cefr_of(several(2, 2, words=60)).level is None
    assert cefr_of(several(2, 2)).level == "B1"


def test_sessions_that_agree_are_surer_than_ones_that_do_not() -> None:
    assert cefr_of(several(2, 2, 2, 2)).confidence > cefr_of(several(1, 3, 1, 3)).confidence


def test_more_sessions_are_surer() -> None:
    sure = [cefr_of(several(*[2] * count)).confidence for count in (2, 5, 20)]
    assert sure == sorted(sure)
    assert sure[-1] > 0.98


def test_between_two_levels_the_confidence_is_a_half_at_most() -> None:
    estimate = cefr_of(several(*[2, 3] * 20))
    assert estimate.value == pytest.approx(2.5)
    assert estimate.confidence == pytest.approx(0.5, abs=0.01)


def test_what_is_long_past_gives_way() -> None:
    old, new = several(1, 1, 1, age_days=120), several(3, 3)
    assert cefr_of([*old, *new]).level == "B2"


def test_one_long_talk_does_not_outvote_three() -> None:
    long_talk = Evidence(level=5, words=20_000, age_days=0)
    assert cefr_of([long_talk, *several(2, 2, 2, words=300)]).value == pytest.approx(2.75)


@given(st.lists(EVIDENCE, max_size=20))
def test_it_is_a_level_between_the_lowest_and_the_highest_with_a_probability(
    evidence: list[Evidence],
) -> None:
    estimate = cefr_of(evidence)
    assert 0 <= estimate.confidence <= 1
    if estimate.level is not None:
        place = list(CefrLevel.values).index(estimate.level)
        levels = [one.level for one in evidence]
        assert min(levels) <= place <= max(levels)


@pytest.mark.django_db
def test_it_comes_out_of_the_sessions_of_half_a_year(student: User, other_student: User) -> None:
    now = timezone.now()
    for days in (1, 2, 3):
        spoke(student, when=now - timedelta(days=days), words=120, cefr=3)
    spoke(student, when=now - timedelta(days=200), words=120, cefr=0)
    spoke(student, when=now, words=40)
    spoke(other_student, when=now, words=500, cefr=0)
    estimate = cefr_estimate(user=student)
    assert (estimate.level, estimate.sessions, estimate.words) == ("B2", 3, 360)
