"""The offline evaluator: what can be told from words and times alone."""

from __future__ import annotations

from statistics import fmean
from typing import Protocol

from speaking.evaluation.base import (
    DIMENSIONS,
    Evaluation,
    EvaluationError,
    Metrics,
    ModelAnswer,
    Utterance,
)
from speaking.evaluation.offline import advice
from speaking.evaluation.offline.cefr import estimate_cefr
from speaking.evaluation.offline.completeness import Reading, compare_reading, completeness_score
from speaking.evaluation.offline.fluency import fluency_score
from speaking.evaluation.offline.grammar import (
    Findings,
    GrammarChecker,
    find_mistakes,
    grammar_score,
)
from speaking.evaluation.offline.pronunciation import (
    Pronounced,
    judge_pronunciation,
    not_judged,
)
from speaking.evaluation.offline.speech import real_words, split_sentences
from speaking.evaluation.offline.timing import Timing, measure_timing
from speaking.evaluation.offline.vocabulary import (
    LevelSource,
    Vocabulary,
    measure_vocabulary,
    vocabulary_score,
)
from speaking.pronunciation.base import PronunciationJudge
from speaking.stt.base import Transcript, Word
from texts.nlp.base import EngineError

_READ_ALOUD = "read_aloud"
_NO_WORDS = "No words were heard in the recording."
_OWN_WORDS_ONLY = "A text that was read says nothing about the reader's own {}."

# What each score weighs in the overall one; those that are None drop out. Reading aloud is first
# of all about the text; talking about being understood, which fluency and grammar carry.
_WEIGHTS = {
    "free": {"fluency": 0.4, "grammar": 0.35, "vocabulary": 0.25},
    _READ_ALOUD: {"completeness": 0.6, "fluency": 0.4},
}
# One dimension of a talk alone says too little of the whole.
_LEAST_WEIGHT = 0.55


class TextChecker(GrammarChecker, LevelSource, Protocol):
    """What is needed of a text engine."""


class OfflineEvaluator:
    """Judges fluency, grammar, vocabulary and, for read aloud, completeness. Thread-safe."""

    name = "offline"
    version = "1"

    def __init__(self, checker: TextChecker, judge: PronunciationJudge | None = None) -> None:
        self._checker = checker
        self._judge = judge

    def warm_up(self) -> None:
        """Judge a sentence, which loads the dictionaries; about a second's work."""
        words = tuple(
            Word(text=text, start_ms=400 * n, end_ms=400 * n + 300)
            for n, text in enumerate("I have lived here for a year.".split())
        )
        transcript = Transcript(
            text=" ".join(w.text for w in words),
            words=words,
            duration_ms=3000,
            provider="",
            model="",
        )
        self.evaluate(Utterance(transcript=transcript))

    def evaluate(self, utterance: Utterance) -> Evaluation:
        """Judge ``utterance``. Raises EvaluationError when the checker fails.

        Scores and their reasons are in the modules of the same names. ``overall`` is the
        weighted mean of the scores there are (fluency 40, grammar 35, vocabulary 25; read aloud:
        completeness 60, fluency 40), None where what is there weighs
        less than 55. ``Metrics.words`` leaves fillers out.
        """
        timing = measure_timing(utterance.transcript)
        if not timing.words:
            return self._unheard(timing)
        try:
            if utterance.mode == _READ_ALOUD:
                return self._judge_reading(utterance, timing)
            return self._judge_talk(utterance, timing)
        except EngineError as error:
            raise EvaluationError(
                "evaluation_failed", f"The text checker failed: {error}", retryable=error.retryable
            ) from error

    def _pronunciation_judge(self) -> PronunciationJudge:
        if self._judge is None:
            # Imported late: whoever judges no reading needs none of its models.
            from speaking.pronunciation.offline import OfflineJudge

            self._judge = OfflineJudge()
        return self._judge

    def _judge_talk(self, utterance: Utterance, timing: Timing) -> Evaluation:
        words = real_words(utterance.transcript.words)
        findings = find_mistakes(
            split_sentences(utterance.transcript.words),
            self._checker,
            language=utterance.language,
        )
        vocabulary = measure_vocabulary(words, self._checker)
        scores: dict[str, int | None] = {}
        reasons = {"completeness": "Completeness is for reading a text aloud only."}
        scores["fluency"], reasons["fluency"] = fluency_score(timing)
        scores["grammar"], error_rate, reasons["grammar"] = grammar_score(
            timing.words, len(findings.corrections)
        )
        scores["vocabulary"], reasons["vocabulary"] = vocabulary_score(timing.words, vocabulary)
        answer = ModelAnswer(text=findings.corrected_text) if findings.corrections else None
        return self._evaluation(
            utterance, timing, scores, reasons, vocabulary, findings, None, error_rate, answer,
            not_judged(),
        )  # fmt: skip

    def _judge_reading(self, utterance: Utterance, timing: Timing) -> Evaluation:
        reading = compare_reading(utterance.reference_text, utterance.transcript.words)
        words = real_words(utterance.transcript.words)
        scores: dict[str, int | None] = {}
        reasons = {name: _OWN_WORDS_ONLY.format(name) for name in ("grammar", "vocabulary")}
        scores["fluency"], reasons["fluency"] = fluency_score(timing)
        scores["completeness"], reasons["completeness"] = completeness_score(reading)
        text = utterance.reference_text.strip()
        answer = ModelAnswer(text=text) if text else None
        pronounced = judge_pronunciation(utterance, reading.verdicts, self._pronunciation_judge())
        return self._evaluation(
            utterance,
            timing,
            scores,
            reasons,
            measure_vocabulary(words, self._checker),
            Findings((), ""),
            reading,
            None,
            answer,
            pronounced,
        )

    def _evaluation(
        self,
        utterance: Utterance,
        timing: Timing,
        scores: dict[str, int | None],
        reasons: dict[str, str],
        vocabulary: Vocabulary,
        findings: Findings,
        reading: Reading | None,
        error_rate: float | None,
        answer: ModelAnswer | None,
        pronounced: Pronounced,
    ) -> Evaluation:
        facts = advice.Facts(
            timing=timing,
            scores=scores,
            corrections=findings.corrections,
            vocabulary=vocabulary,
            reading=reading,
            clarity=_clarity(utterance),
        )
        scores["pronunciation"], reasons["pronunciation"] = pronounced.score, pronounced.reason
        scores["overall"], reasons["overall"] = _overall(scores, utterance.mode)
        every = {name: scores.get(name) for name in DIMENSIONS}
        return Evaluation(
            **every,
            reasons={name: reasons[name] for name, score in every.items() if score is None},
            cefr_estimate=None if reading else estimate_cefr(timing.words, scores, vocabulary),
            metrics=_metrics(timing, vocabulary, error_rate),
            evaluator=self.name,
            evaluator_version=self.version,
            corrections=findings.corrections,
            words=pronounced.words,
            pronunciation_interval=pronounced.interval,
            listen_again=pronounced.listen_again,
            sounds=pronounced.sounds,
            strengths=advice.find_strengths(facts),
            next_steps=advice.find_next_steps(facts),
            model_answer=answer,
        )

    def _unheard(self, timing: Timing) -> Evaluation:
        return Evaluation(
            overall=None,
            fluency=None,
            pronunciation=None,
            grammar=None,
            vocabulary=None,
            completeness=None,
            reasons=dict.fromkeys(DIMENSIONS, _NO_WORDS),
            cefr_estimate=None,
            metrics=_metrics(timing, Vocabulary({}, None), None),
            evaluator=self.name,
            evaluator_version=self.version,
            next_steps=advice.nothing_heard(),
        )


def _overall(scores: dict[str, int | None], mode: str) -> tuple[int | None, str]:
    weights = _WEIGHTS.get(mode, _WEIGHTS["free"])
    present = {name: score for name in weights if (score := scores.get(name)) is not None}
    weight = sum(weights[name] for name in present)
    if weight < _LEAST_WEIGHT:
        return None, "There was too little speech for an overall score."
    total = sum(weights[name] * score for name, score in present.items())
    return round(total / weight), ""


def _clarity(utterance: Utterance) -> float | None:
    sure = [word.confidence for word in utterance.transcript.words if word.confidence is not None]
    return fmean(sure) if sure else None


def _metrics(timing: Timing, vocabulary: Vocabulary, error_rate: float | None) -> Metrics:
    return Metrics(
        words=timing.words,
        speech_ms=timing.speech_ms,
        words_per_minute=timing.words_per_minute,
        articulation_rate=timing.articulation_rate,
        pause_ratio=timing.pause_ratio,
        pauses=timing.pauses,
        long_pauses=timing.long_pauses,
        fillers=timing.fillers,
        error_rate=error_rate,
        words_by_level=vocabulary.counts,
    )
