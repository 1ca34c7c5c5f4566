"""Floors under what ``python -m bench.pronunciation`` measures, on a small part of it."""

from __future__ import annotations

import gzip
import json
from itertools import islice

import pytest

from bench.pronouncing.fitting import TARGET, calibration
from bench.pronouncing.pairs import FIT, REPORT, pairs, report_pairs
from bench.pronouncing.table import auc, drill_figures, read_figures
from bench.pronouncing.trials import drills, human, readings
from bench.pronouncing.voices import DATA, MADE, VOICES, clips, report_words
from speaking.pronunciation.confusions import CONTRASTS
from speaking.pronunciation.offline import OfflineJudge

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def judge() -> OfflineJudge:
    judge = OfflineJudge()
    judge.warm_up()
    return judge


def test_drills_are_right_where_they_answer_and_answer_most(judge: OfflineJudge) -> None:
    voices = ("hibari", "rms")
    found = drill_figures([one for voice in voices for one in drills(voice, judge, most=12)])
    assert found.trials >= 48
    assert found.auc >= 0.92
    assert found.accuracy >= 0.88
    assert found.unanswered <= 0.25


def test_words_of_a_sentence_are_told_from_their_partners(judge: OfflineJudge) -> None:
    found = read_figures(list(islice(readings("rms", judge), 40)))
    assert found.right >= 12
    assert found.wrong >= 10
    assert found.auc >= 0.93
    assert found.false_alarms <= 0.1


def test_a_person_who_reads_well_is_rarely_doubted(judge: OfflineJudge) -> None:
    found = read_figures(list(human("beckett", judge)))
    assert found.false_alarms <= 0.1
    assert found.auc >= 0.8


def test_the_halves_share_no_word_and_every_contrast_is_in_both() -> None:
    words = {
        half: {word for pair in pairs() if pair.half == half for word in pair.words}
        for half in (FIT, REPORT)
    }
    assert not words[FIT] & words[REPORT]
    assert len(report_pairs()) >= 100
    for half in (FIT, REPORT):
        assert {pair.contrast for pair in pairs() if pair.half == half} == set(CONTRASTS)


def test_at_least_four_voices_speak_and_recorded_ones_say_every_word() -> None:
    assert len(VOICES) >= 4
    for voice in set(VOICES) - set(MADE):
        said = {word for word, carrier, pcm in clips(voice) if not carrier and len(pcm) > 6_000}
        missing = set(report_words()) - said
        assert len(missing) <= 2, (voice, missing)


def test_the_calibration_shipped_is_the_one_that_was_fitted() -> None:
    stored = json.loads(gzip.decompress((DATA / "fit.json.gz").read_bytes()))
    shipped = json.loads(TARGET.read_text())
    fitted = calibration(stored)
    assert fitted["drill"].pop("bias") == pytest.approx(shipped["drill"].pop("bias"), abs=0.001)
    assert fitted["drill"] == pytest.approx(shipped["drill"], abs=0.001)
    assert fitted["reading"] == pytest.approx(shipped["reading"], abs=0.001)
    assert fitted["unusual"].keys() == shipped["unusual"].keys()


def test_the_area_under_the_curve_counts_ties_half() -> None:
    assert auc([2.0, 3.0], [1.0, 0.0]) == 1.0
    assert auc([1.0], [1.0]) == 0.5
    assert auc([0.0], [1.0]) == 0.0
    assert auc([1.0, 2.0], [1.0, 2.0]) == 0.5
