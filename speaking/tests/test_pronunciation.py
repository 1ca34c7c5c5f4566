"""Judging pronunciation: what the engine promises, on real speech and the voices at hand."""

from __future__ import annotations

import io
from functools import lru_cache

import av
import pytest

from speaking.evaluation.base import Utterance
from speaking.evaluation.offline.completeness import compare_reading
from speaking.evaluation.offline.pronunciation import judge_pronunciation
from speaking.pronunciation.base import PronunciationError, SpokenWord
from speaking.pronunciation.confusions import CONTRASTS, confusions_of
from speaking.pronunciation.offline import OfflineJudge
from speaking.pronunciation.phones import bare, dictionary_forms, ipa_word, right_forms
from speaking.pronunciation.process import JudgeProcess
from speaking.pronunciation.scoring import LEAST_WORDS, utterance_score
from speaking.sound import resample
from speaking.stt.base import BYTES_PER_MS, Transcript
from speaking.stt.offline.engine import OfflineRecogniser
from speaking.tests.recordings import BECKETT, recording
from speaking.tts.offline.engine import OfflineSynthesiser


@pytest.fixture(scope="module")
def judge() -> OfflineJudge:
    judge = OfflineJudge()
    judge.warm_up()
    return judge


@lru_cache(maxsize=64)
def spoken(text: str) -> bytes:
    """``text`` by the American voice, with half a second around it."""
    speech = OfflineSynthesiser().synthesise(text, accent="en-US")
    with av.open(io.BytesIO(speech.audio), "r", format="mp3") as container:
        to_pcm = av.AudioResampler("s16", "mono", speech.sample_rate_hz)
        frames = [out for frame in container.decode(audio=0) for out in to_pcm.resample(frame)]
    pcm = resample(
        b"".join(frame.to_ndarray().tobytes() for frame in frames), speech.sample_rate_hz
    )
    around = bytes(500 * BYTES_PER_MS)
    return around + pcm + around


@lru_cache(maxsize=4)
def heard(name: str) -> Transcript:
    recogniser = OfflineRecogniser(workers=1)
    return recogniser.transcribe(recording(name), language="en-US", pause_ms=1_000)


def words_of(transcript: Transcript) -> list[SpokenWord]:
    return [
        SpokenWord(text=word.text, start_ms=word.start_ms, end_ms=word.end_ms)
        for word in transcript.words
    ]


@pytest.mark.parametrize(
    ("contrast", "first", "second"),
    [
        ("IY/IH", "sheep", "ship"),
        ("R/L", "right", "light"),
        ("V/W", "vet", "wet"),
        ("TH/T", "three", "tree"),
        ("S/SH", "sock", "shock"),
        ("final", "cold", "coal"),
    ],
)
def test_the_word_that_was_said_is_heard(
    judge: OfflineJudge, contrast: str, first: str, second: str
) -> None:
    for said in (first, second):
        choice = judge.tell_apart(spoken(f"{said}."), first, second, contrast)
        assert choice.heard in (said, None)
        assert (choice.probability > 0.5) == (said == first)


@pytest.mark.parametrize("said", ["Banana.", "I do not know.", "Umbrella."])
def test_a_word_that_is_neither_is_not_told_to_be_one_of_them(
    judge: OfflineJudge, said: str
) -> None:
    assert judge.tell_apart(spoken(said), "sheep", "ship", "IY/IH").heard is None


@pytest.mark.parametrize("pcm", [b"", bytes(64_000), b"\x01\x00" * 400], ids=len)
def test_silence_is_no_word(judge: OfflineJudge, pcm: bytes) -> None:
    with pytest.raises(PronunciationError) as raised:
        judge.tell_apart(pcm, "sheep", "ship", "IY/IH")
    assert raised.value.code == "nothing_heard"
    assert not raised.value.retryable


def test_a_fluent_reader_is_told_at_most_one_word_in_ten_is_doubtful(judge: OfflineJudge) -> None:
    judgement = judge.judge(recording("beckett"), words_of(heard("beckett")))
    assert len(judgement.words) >= LEAST_WORDS
    assert sum(word.doubtful for word in judgement.words) <= len(judgement.words) // 10
    assert judgement.score is not None
    assert judgement.interval is not None
    low, high = judgement.interval
    assert low <= judgement.score <= high


def test_words_other_than_the_texts_are_the_least_certain_and_named(judge: OfflineJudge) -> None:
    pcm = spoken("I sink that the sheep is on the road.")
    recogniser = OfflineRecogniser(workers=1)
    words = words_of(recogniser.transcribe(pcm, language="en-US", pause_ms=1_000))
    wanted = "I think that the ship is on the road.".split()
    assert len(words) == len(wanted)
    asked = [
        SpokenWord(text=text, start_ms=word.start_ms, end_ms=word.end_ms)
        for text, word in zip(wanted, words, strict=True)
    ]
    words_judged = judge.judge(pcm, asked).words
    least_certain = sorted(words_judged, key=lambda word: word.right)[:2]
    assert {word.text for word in least_certain} == {"think", "ship"}
    judged = {word.text: word for word in words_judged}
    assert judged["think"].closer_to == "sink"
    assert judged["think"].contrast == "TH/S"
    assert judged["think"].phones == ("θ", "ɪ", "ŋ", "k")
    assert judged["ship"].doubtful
    assert judged["ship"].closer_to == "sheep"
    assert not judged["road."].doubtful


def test_an_evaluation_asks_for_another_listen_of_two_words_at_most(judge: OfflineJudge) -> None:
    transcript = heard("beckett")
    altered = BECKETT.replace("tried", "dried").replace("better", "bitter").replace("try", "fry")
    reading = compare_reading(altered, transcript.words)
    utterance = Utterance(transcript=transcript, mode="read_aloud", pcm=recording("beckett"))
    found = judge_pronunciation(utterance, reading.verdicts, judge)
    assert 1 <= len(found.listen_again) <= 2
    marked = [word for word in found.words if word.verdict == "mispronounced"]
    assert {word.text for word in marked} <= {word.text for word in found.listen_again}
    assert len(found.words) == len(reading.verdicts)
    assert all(sound.missed <= sound.tried for sound in found.sounds)


def test_without_a_recording_pronunciation_is_not_judged(judge: OfflineJudge) -> None:
    transcript = heard("beckett")
    utterance = Utterance(transcript=transcript, mode="read_aloud")
    found = judge_pronunciation(utterance, (), judge)
    assert found.score is None
    assert found.reason


def test_several_pronunciations_are_right() -> None:
    assert {bare(form) for form in right_forms("either")} >= {
        ("IY", "DH", "ER"),
        ("AY", "DH", "ER"),
    }
    assert ("K", "AA") in map(bare, right_forms("car")), "an r that is not said is no mistake"
    assert ("W", "AO", "D", "ER") in map(bare, right_forms("water")), "nor is a flap"


def test_mistakes_are_one_sound_away_and_named() -> None:
    found = {one.phones: one for one in confusions_of(dictionary_forms("think")[0])}
    assert found["S", "IH", "NG", "K"].contrast == "TH/S"
    assert found["T", "IH", "NG", "K"].contrast == "TH/T"
    assert found["TH", "IY", "NG", "K"].contrast == "IY/IH"
    assert {one.contrast for one in found.values()} <= set(CONTRASTS)
    assert not any(one.contrast == "T/D" for one in confusions_of(dictionary_forms("water")[0])), (
        "Americans say both alike between vowels"
    )


def test_a_schwa_is_nobodys_mistake() -> None:
    changed = {one.wanted for one in confusions_of(dictionary_forms("about")[0])}
    assert "AH" not in changed


def test_ipa_is_as_learners_dictionaries_write_it() -> None:
    assert [ipa_word(word) for word in ("sheep", "ship", "bird", "alive")] == [
        "ʃiːp",
        "ʃɪp",
        "bɜːd",
        "əlaɪv",
    ]


def test_a_score_needs_enough_words_and_says_how_far_it_can_be_trusted() -> None:
    assert utterance_score([1.0] * (LEAST_WORDS - 1)) == (None, None)
    few, many = utterance_score([0.9] * 10), utterance_score([0.9] * 100)
    assert few[0] == many[0] == 90
    assert few[1] is not None
    assert many[1] is not None
    assert many[1][0] > few[1][0], "more words say more"


def test_readings_are_judged_alike_in_a_process_apart(judge: OfflineJudge) -> None:
    apart = JudgeProcess()
    try:
        words = words_of(heard("beckett"))
        there = apart.judge(recording("beckett"), words).words
        here = judge.judge(recording("beckett"), words).words
        # The model keeps an idea of the noise from what it heard before, so not to the last digit.
        assert [one.text for one in there] == [one.text for one in here]
        assert [one.right for one in there] == pytest.approx([one.right for one in here], abs=0.2)
        with pytest.raises(PronunciationError) as raised:
            apart.tell_apart(bytes(64_000), "sheep", "ship", "IY/IH")
        assert raised.value.code == "nothing_heard"
    finally:
        apart.shutdown()
