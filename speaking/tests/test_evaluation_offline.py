"""The offline evaluator: on a made transcript whose facts are known, and on a real recording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from speaking.evaluation.base import DIMENSIONS, Evaluation, EvaluationError, Utterance
from speaking.evaluation.offline.sounds import count_syllables, sound_alike
from speaking.evaluation.offline.speech import split_sentences
from speaking.evaluation.offline.vocabulary import lemma_of, moving_ratio
from speaking.evaluation.registry import get_evaluator
from speaking.stt.base import BYTES_PER_MS, Transcript, Word
from speaking.stt.registry import get_recogniser
from speaking.tests.recordings import TWO_CITIES, TWO_CITIES_HALF, TWO_CITIES_HALF_MS, recording
from texts.content import Correction
from texts.nlp.base import EngineError

TALK = (
    "Last summer I visited my grandmother in a small village near the coast. She have a beautiful "
    "garden with enormous sunflowers. Every morning we picked fresh vegetables and cooked lunch "
    "together. In the afternoon I walked along the beach and read novels. It was a remarkable "
    "experience, and I would recommend it to anybody who is exhausted."
)
LEVELS = {
    "grandmother": "A1", "small": "A1", "garden": "A1", "summer": "A1", "lunch": "A1",
    "walk": "A1", "morning": "A1", "beautiful": "A1", "read": "A1", "visit": "A1", "we": "A1",
    "village": "A2", "beach": "A2", "vegetable": "A1", "fresh": "A2", "coast": "B1",
    "recommend": "B1", "novel": "B1", "enormous": "B2", "remarkable": "B2", "exhausted": "B2",
}  # fmt: skip


class PhraseChecker:
    """A checker that knows a handful of mistakes and the levels of a handful of words."""

    MISTAKES = (
        ("She have", "She has", "agreement"),
        ("summer", "Summer", "capitalisation"),
        ("novels", "nouvelles", "spelling"),
    )

    def check(self, text: str, *, dialect: str = "en-US") -> tuple[Correction, ...]:
        found = [
            Correction(
                start=text.index(wrong),
                end=text.index(wrong) + len(wrong),
                original=wrong,
                corrected=right,
                category=category,
                explanation=f"“{right}”.",
                rule="Phrase",
                topic="subject-verb-agreement",
            )
            for wrong, right, category in self.MISTAKES
            if wrong in text
        ]
        return tuple(sorted(found, key=lambda correction: correction.start))

    def level(self, word: str) -> str | None:
        return LEVELS.get(word)


class FailingChecker(PhraseChecker):
    def check(self, text: str, *, dialect: str = "en-US") -> tuple[Correction, ...]:
        raise EngineError("offline", "No dictionary.", retryable=True)


def said(
    text: str, *, word_ms: int = 300, gaps: dict[int, int] | None = None, sure: float = 0.9
) -> Transcript:
    """Words of ``word_ms`` each, back to back but for ``gaps`` (ms) after the numbered words."""
    words: list[Word] = []
    now = 500
    for index, written in enumerate(text.split()):
        words.append(Word(text=written, start_ms=now, end_ms=now + word_ms, confidence=sure))
        now += word_ms + (gaps or {}).get(index, 0)
    return Transcript(
        text=text, words=tuple(words), duration_ms=now + 500, provider="offline", model="test"
    )


def judge(transcript: Transcript, mode: str = "free_talk", reference: str = "") -> Evaluation:
    utterance = Utterance(transcript=transcript, mode=mode, reference_text=reference)
    return get_evaluator("offline", PhraseChecker()).evaluate(utterance)


def verdicts(evaluation: Evaluation) -> list[tuple[str, str]]:
    return [(word.text, word.verdict) for word in evaluation.words]


def assert_honest(evaluation: Evaluation) -> None:
    """Each score is in range or has its reason; nothing more is explained."""
    scores = {name: getattr(evaluation, name) for name in DIMENSIONS}
    assert set(evaluation.reasons) == {name for name, score in scores.items() if score is None}
    assert all(evaluation.reasons.values())
    assert all(0 <= score <= 100 for score in scores.values() if score is not None)


def test_the_metrics_are_what_the_contract_defines() -> None:
    metrics = judge(said(TALK, gaps={5: 200, 12: 400, 20: 1_600})).metrics

    # 57 words of 300 ms; 200 ms is no pause, 400 and 1,600 are, the last one long.
    assert metrics.words == 57
    assert metrics.speech_ms == 57 * 300 + 2_200
    assert (metrics.pauses, metrics.long_pauses, metrics.fillers) == (2, 1, 0)
    assert metrics.pause_ratio == pytest.approx(2_000 / 19_300, abs=0.001)
    assert metrics.words_per_minute == pytest.approx(57 * 60_000 / 19_300, abs=0.1)
    syllables = sum(count_syllables(word) for word in TALK.split())
    assert metrics.articulation_rate == pytest.approx(syllables / 17.3, abs=0.01)
    assert metrics.error_rate == pytest.approx(100 / 57, abs=0.1)
    assert metrics.words_by_level["B2"] == 3


def test_free_talk_gets_scores_corrections_and_advice() -> None:
    evaluation = judge(said(TALK))

    assert_honest(evaluation)
    assert set(evaluation.reasons) == {"pronunciation", "completeness"}
    assert (evaluation.evaluator, evaluation.evaluator_version) == ("offline", "2")
    assert evaluation.cefr_estimate in {"B1", "B2", "C1"}
    assert 2 <= len(evaluation.strengths) <= 4
    assert 2 <= len(evaluation.next_steps) <= 4
    assert any("She has" in step for step in evaluation.next_steps)
    assert any("remarkable" in strength for strength in evaluation.strengths)
    assert evaluation.model_answer is not None
    assert evaluation.model_answer.text == TALK.replace("She have", "She has")


def test_a_correction_has_the_time_of_its_words_and_writing_is_not_corrected() -> None:
    transcript = said(TALK)

    corrections = judge(transcript).corrections

    assert [correction.category for correction in corrections] == ["agreement"]
    she = next(word for word in transcript.words if word.text == "She")
    have = next(word for word in transcript.words if word.text == "have")
    assert (corrections[0].start_ms, corrections[0].end_ms) == (she.start_ms, have.end_ms)
    assert corrections[0].topic == "subject-verb-agreement"


def test_words_the_recogniser_doubts_are_not_corrected() -> None:
    evaluation = judge(said(TALK, sure=0.4))

    assert evaluation.corrections == ()
    assert evaluation.model_answer is None
    assert any("hard to make out" in step for step in evaluation.next_steps)


def test_faultless_talk_has_no_model_answer() -> None:
    evaluation = judge(said(TALK.replace("She have", "She has")))

    assert evaluation.grammar == 100
    assert evaluation.model_answer is None
    assert evaluation.corrections == ()


def test_no_words_are_said_to_be_none() -> None:
    nothing = replace(said(""), duration_ms=5_000)
    for mode in ("free_talk", "read_aloud", "role_play"):
        evaluation = judge(nothing, mode, "Some text.")
        assert_honest(evaluation)
        assert all("No words were heard" in reason for reason in evaluation.reasons.values())
        assert len(evaluation.reasons) == len(DIMENSIONS)
        assert any("microphone" in step for step in evaluation.next_steps)
        assert evaluation.metrics.words == 0


@pytest.mark.parametrize("text", ["Yes.", "I like apples.", "um uh", "Um, I think."])
def test_too_little_speech_is_not_guessed_at(text: str) -> None:
    evaluation = judge(said(text))

    assert_honest(evaluation)
    assert evaluation.overall is None
    assert evaluation.cefr_estimate is None
    assert evaluation.metrics.words_per_minute is None
    assert evaluation.metrics.error_rate is None
    assert len(evaluation.next_steps) == 2


def test_slow_halting_speech_is_less_fluent() -> None:
    gaps = dict.fromkeys(range(0, 60, 3), 1_200)
    halting = judge(said("Um, " + TALK.replace(" and ", " um, er and "), gaps=gaps, word_ms=450))
    flowing = judge(said(TALK))

    assert halting.fluency is not None
    assert flowing.fluency is not None
    assert halting.fluency < 40 < 70 < flowing.fluency
    assert halting.metrics.fillers == 7
    assert halting.metrics.words == 57
    assert any("stopped" in step for step in halting.next_steps)


def test_more_mistakes_lower_the_grammar_score() -> None:
    many = TALK.replace("I ", "She have ", 3)

    scores = [judge(said(text)).grammar for text in (TALK, many)]

    assert scores[0] is not None
    assert scores[1] is not None
    assert scores[1] < scores[0] < 100


def test_reading_aloud_judges_each_word_of_the_text() -> None:
    reference = "The quick brown fox jumps over 21 lazy dogs, doesn’t it?"

    evaluation = judge(
        said("the quick um red fox jumps over twenty one lazy really dogs doesn't it"),
        "read_aloud",
        reference,
    )

    assert_honest(evaluation)
    assert verdicts(evaluation) == [
        ("The", "correct"),
        ("quick", "correct"),
        ("red", "inserted"),
        ("brown", "omitted"),
        ("fox", "correct"),
        ("jumps", "correct"),
        ("over", "correct"),
        ("21", "correct"),
        ("lazy", "correct"),
        ("really", "inserted"),
        ("dogs,", "correct"),
        ("doesn’t", "correct"),
        ("it?", "correct"),
    ]
    assert evaluation.completeness == round(100 * 10 / 11)
    assert (evaluation.grammar, evaluation.vocabulary) == (None, None)
    assert evaluation.cefr_estimate is None
    assert any("brown" in step for step in evaluation.next_steps)
    assert evaluation.model_answer is not None
    assert evaluation.model_answer.text == reference
    number = evaluation.words[7]
    assert number.start_ms is not None
    assert number.end_ms == number.start_ms + 600


def test_a_word_written_otherwise_but_sounding_alike_counts_as_read() -> None:
    evaluation = judge(said("the noisyest write would"), "read_aloud", "The noisiest right wood")

    assert evaluation.completeness == 100


def test_another_text_is_not_complete() -> None:
    evaluation = judge(said("Ever tried ever failed no matter"), "read_aloud", TWO_CITIES)

    assert evaluation.completeness is not None
    assert evaluation.completeness < 10


def test_a_real_reading_is_recognised_as_complete() -> None:
    transcript = get_recogniser("offline").transcribe(
        recording("two_cities")[: TWO_CITIES_HALF_MS * BYTES_PER_MS],
        language="en-GB",
        pause_ms=1_000,
    )

    evaluation = judge(transcript, "read_aloud", TWO_CITIES_HALF)

    assert_honest(evaluation)
    assert evaluation.completeness is not None
    assert evaluation.completeness >= 95
    assert evaluation.fluency is not None
    assert evaluation.fluency >= 70
    assert evaluation.overall is not None
    assert len(evaluation.strengths) >= 2


def test_the_same_recording_is_always_judged_the_same() -> None:
    transcript = said(TALK, gaps={5: 400, 20: 1_600})
    assert judge(transcript) == judge(transcript)


def test_a_correction_comes_with_its_sentence_put_right() -> None:
    [found] = judge(said(TALK)).corrections
    words = said(TALK).words
    first = next(word for word in words if word.text == "She")
    last = next(word for word in words if word.text == "sunflowers.")
    assert found.sentence == "She have a beautiful garden with enormous sunflowers."
    assert found.sentence_corrected == "She has a beautiful garden with enormous sunflowers."
    assert (found.sentence_start_ms, found.sentence_end_ms) == (first.start_ms, last.end_ms)


def test_the_level_says_what_it_rests_on() -> None:
    evaluation = judge(said(TALK))
    assert evaluation.cefr_estimate == "C1"
    text = " ".join(evaluation.cefr_reasons)
    for fact in (
        f"Vocabulary {evaluation.vocabulary} of 100",
        f"Fluency {evaluation.fluency} of 100",
        f"Grammar {evaluation.grammar} of 100: 1.8 corrections",
    ):
        assert fact in text
    assert judge(said("Yes, I like it.")).cefr_reasons == ()


@pytest.mark.parametrize(("level", "usual"), [("A2", (55, 105)), ("C1", (110, 170)), (None, None)])
def test_rates_are_held_against_what_is_usual_at_the_level(
    level: str | None, usual: tuple[float, float] | None
) -> None:
    utterance = Utterance(transcript=said(TALK, sure=0.9), target_level=level)
    metrics = get_evaluator("offline", PhraseChecker()).evaluate(utterance).metrics
    if usual is None:
        assert metrics.usual_level == judge(said(TALK)).cefr_estimate
    else:
        assert (metrics.usual_level, metrics.usual["words_per_minute"]) == (level, usual)
    assert judge(said("Yes.")).metrics.usual == {}


def test_nobody_is_praised_for_three_words() -> None:
    assert judge(said("I like apples.")).strengths == ()


def test_speech_too_fast_to_follow_is_no_strength() -> None:
    hurried = judge(said(TALK, word_ms=180, gaps={10: 1_500}))
    assert hurried.metrics.words_per_minute is not None
    assert hurried.metrics.words_per_minute > 180
    assert not any("easy to follow" in strength for strength in hurried.strengths)


def test_a_word_that_keeps_coming_back_is_named() -> None:
    text = "The garden is nice. " * 3 + "A garden needs water. My garden has a garden gate. "
    evaluation = judge(said(text + "We sit there in the evening and talk about many things."))
    assert "“garden” came 6 times: find another word for it." in evaluation.next_steps


def test_a_failing_checker_is_an_evaluation_error() -> None:
    evaluator = get_evaluator("offline", FailingChecker())

    with pytest.raises(EvaluationError) as failed:
        evaluator.evaluate(Utterance(transcript=said(TALK)))

    assert failed.value.retryable


def test_an_unknown_evaluator_is_named_with_the_known_ones() -> None:
    with pytest.raises(LookupError, match=r"'oracle'.*offline"):
        get_evaluator("oracle", PhraseChecker())


def test_sentences_leave_out_fillers_and_false_starts() -> None:
    sentences = split_sentences(said("I um I I like it. And you?").words)

    assert [sentence.text for sentence in sentences] == ["I like it.", "And you?"]
    assert [word.text for word in sentences[0].words_at(2, 6)] == ["like"]


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("beautiful", 3), ("walked", 1), ("grokked", 1), ("blorple", 2), ("25", 3), ("—", 0)],
)
def test_syllables_are_those_spoken(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(
    ("form", "lemma"), [("went", "go"), ("children", "child"), ("can't", "can"), ("isn't", "be")]
)
def test_forms_count_as_their_headword(form: str, lemma: str) -> None:
    assert lemma_of(form) == lemma


def test_different_words_do_not_sound_alike() -> None:
    pairs: Sequence[tuple[str, str]] = [("red", "brown"), ("yes", "no"), ("house", "garden")]
    assert not any(sound_alike(one, other) for one, other in pairs)


def test_diversity_does_not_depend_on_length() -> None:
    lemmas = [str(index % 40) for index in range(400)]

    assert moving_ratio(lemmas[:19]) is None
    assert moving_ratio(lemmas[:50]) == moving_ratio(lemmas) == 1.0
    assert moving_ratio(["the"] * 30) == 0.05
