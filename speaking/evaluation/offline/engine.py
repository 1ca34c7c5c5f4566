"""The offline evaluator: what can be told from words and times alone."""

from __future__ import annotations

from dataclasses import dataclass, field
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
from speaking.evaluation.offline.cefr import Estimate, estimate_cefr
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
from speaking.evaluation.offline.ranges import usual_at
from speaking.evaluation.offline.speech import real_words
from speaking.evaluation.offline.timing import Timing, measure_timing
from speaking.evaluation.offline.vocabulary import (
    LevelSource,
    Vocabulary,
    measure_vocabulary,
    vocabulary_score,
)
from speaking.evaluation.script import Script
from speaking.pronunciation.base import PronunciationJudge
from speaking.pronunciation.registry import get_judge
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


@dataclass(slots=True)
class _Judged:
    """What is known of one recording so far."""

    timing: Timing
    vocabulary: Vocabulary
    findings: Findings = field(default_factory=lambda: Findings((), ""))
    reading: Reading | None = None
    error_rate: float | None = None
    answer: ModelAnswer | None = None
    pronounced: Pronounced = field(default_factory=not_judged)
    cefr: Estimate = field(default_factory=lambda: Estimate(None))
    scores: dict[str, int | None] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)

    def score(self, name: str, value: int | None, reason: str) -> None:
        """``reason`` counts where there is no value."""
        self.scores[name] = value
        if value is None:
            self.reasons[name] = reason


class OfflineEvaluator:
    """Judges fluency, grammar, vocabulary and, for read aloud, completeness. Thread-safe."""

    name = "offline"
    version = "2"

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

    def close(self) -> None:
        """Nothing is held."""

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

    def _judge_talk(self, utterance: Utterance, timing: Timing) -> Evaluation:
        script = Script(utterance.transcript.words)
        findings = find_mistakes(script, self._checker, language=utterance.language)
        judged = _Judged(timing, self._vocabulary(utterance), findings)
        judged.score("completeness", None, "Completeness is for reading a text aloud only.")
        judged.score("fluency", *fluency_score(timing))
        grammar, judged.error_rate, reason = grammar_score(timing.words, len(findings.corrections))
        judged.score("grammar", grammar, reason)
        judged.score("vocabulary", *vocabulary_score(timing.words, judged.vocabulary))
        judged.cefr = estimate_cefr(timing, judged.scores, judged.error_rate, judged.vocabulary)
        if findings.corrections:
            judged.answer = ModelAnswer(text=findings.corrected_text)
        return self._evaluation(utterance, judged)

    def _judge_reading(self, utterance: Utterance, timing: Timing) -> Evaluation:
        reading = compare_reading(utterance.reference_text, utterance.transcript.words)
        judged = _Judged(timing, self._vocabulary(utterance), reading=reading)
        for name in ("grammar", "vocabulary"):
            judged.score(name, None, _OWN_WORDS_ONLY.format(name))
        judged.score("fluency", *fluency_score(timing))
        judged.score("completeness", *completeness_score(reading))
        text = " ".join(utterance.reference_text.split())
        judged.answer = ModelAnswer(text=text) if text else None
        judged.pronounced = judge_pronunciation(
            utterance, reading.verdicts, self._judge or get_judge()
        )
        return self._evaluation(utterance, judged)

    def _vocabulary(self, utterance: Utterance) -> Vocabulary:
        return measure_vocabulary(real_words(utterance.transcript.words), self._checker)

    def _evaluation(self, utterance: Utterance, judged: _Judged) -> Evaluation:
        facts = advice.Facts(
            timing=judged.timing,
            scores=judged.scores,
            corrections=judged.findings.corrections,
            vocabulary=judged.vocabulary,
            reading=judged.reading,
            clarity=_clarity(utterance),
        )
        pronounced = judged.pronounced
        judged.score("pronunciation", pronounced.score, pronounced.reason)
        judged.score("overall", *overall_score(judged.scores, utterance.mode))
        scores = judged.scores
        return Evaluation(
            overall=scores["overall"],
            fluency=scores["fluency"],
            pronunciation=scores["pronunciation"],
            grammar=scores["grammar"],
            vocabulary=scores["vocabulary"],
            completeness=scores["completeness"],
            reasons=judged.reasons,
            cefr_estimate=judged.cefr.level,
            cefr_reasons=judged.cefr.reasons,
            metrics=_metrics(judged, utterance.target_level or judged.cefr.level),
            evaluator=self.name,
            evaluator_version=self.version,
            corrections=judged.findings.corrections,
            words=pronounced.words,
            pronunciation_interval=pronounced.interval,
            listen_again=pronounced.listen_again,
            sounds=pronounced.sounds,
            strengths=advice.find_strengths(facts),
            next_steps=advice.find_next_steps(facts),
            model_answer=judged.answer,
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
            metrics=_metrics(_Judged(timing, Vocabulary({}, None)), None),
            evaluator=self.name,
            evaluator_version=self.version,
            next_steps=advice.nothing_heard(),
        )


def overall_score(scores: dict[str, int | None], mode: str) -> tuple[int | None, str]:
    """The weighted mean of the scores there are, or None and the reason."""
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


def _metrics(judged: _Judged, level: str | None) -> Metrics:
    timing = judged.timing
    usual = usual_at(level, timing)
    return Metrics(
        words=timing.words,
        speech_ms=timing.speech_ms,
        words_per_minute=timing.words_per_minute,
        articulation_rate=timing.articulation_rate,
        pause_ratio=timing.pause_ratio,
        pauses=timing.pauses,
        long_pauses=timing.long_pauses,
        fillers=timing.fillers,
        error_rate=judged.error_rate,
        words_by_level=judged.vocabulary.counts,
        usual_level=level or "" if usual else "",
        usual=usual,
    )
