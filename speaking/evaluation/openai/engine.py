"""The OpenAI evaluator: measured here, corrected and advised there."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from learnenglish.common.outage import Outage
from speaking.evaluation.base import Evaluation, ModelAnswer, Utterance
from speaking.evaluation.offline.engine import OfflineEvaluator, TextChecker, overall_score
from speaking.evaluation.offline.grammar import grammar_score
from speaking.evaluation.offline.vocabulary import LEVELS
from speaking.evaluation.openai.checking import check_corrections, quotes_said
from speaking.evaluation.openai.replies import FeedbackReply
from speaking.evaluation.script import Script
from texts.nlp.base import EngineError
from texts.nlp.openai.client import Answer, ModelClient
from texts.nlp.openai.failures import bad_answer
from texts.nlp.openai.options import OpenAIOptions
from texts.nlp.openai.prompting import Prompt, get_prompt
from texts.nlp.spending import Budget

PROMPTS_DIR = Path(__file__).resolve().parent / "prompts"
MIN_WORDS = 5
_READ_ALOUD = "read_aloud"
_STEPS = 2
# What somebody says into the microphone may talk a model into anything, a score included.
_MAX_SWAY = 20
_log = logging.getLogger(__name__)


class OpenAIEvaluator:
    """Thread-safe. Fluency, pronunciation, completeness and all metrics are the offline ones.

    Corrections are the model's, as far as they are about words that were said; the grammar score
    counts them by the offline formula. Its vocabulary score counts within 20 points of the
    measured one, its CEFR estimate within one level. Where the model does not answer, the offline
    evaluation is the result and says why.
    """

    name = "openai"
    version = "1"

    def __init__(
        self,
        checker: TextChecker,
        *,
        options: OpenAIOptions,
        budget: Budget,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._offline = OfflineEvaluator(checker)
        self._client = ModelClient(options, budget, wait=wait)
        self._outage = Outage()

    def warm_up(self) -> None:
        """Both: the offline one is needed in any case. Nothing is sent."""
        self._offline.warm_up()
        self._client.warm_up()

    def close(self) -> None:
        """Close idle connections; the evaluator can still be used."""
        self._client.close()

    def evaluate(self, utterance: Utterance) -> Evaluation:
        """Judge ``utterance``. Raises EvaluationError when even the offline evaluator fails."""
        measured = self._offline.evaluate(utterance)
        said = Script(utterance.transcript.words)
        if said.word_count < MIN_WORDS:
            return measured  # nothing to ask about, so nothing was left unasked
        message = self._outage.message
        if not message:
            try:
                return self._advised(utterance, measured, said)
            except EngineError as error:
                _log.warning("the openai evaluator did not answer: %s", error.code)
                message = error.message
                if error.retryable:
                    self._outage.begin(message)
        reason = f"{message} The offline engine judged instead."
        return replace(measured, fallback_reason=reason)

    def _advised(self, utterance: Utterance, measured: Evaluation, said: Script) -> Evaluation:
        """Raises EngineError."""
        prompt = get_prompt("speaking", PROMPTS_DIR)
        answer = self._client.ask(
            prompt,
            _data(utterance, measured, said),
            FeedbackReply,
            deadline=self._client.deadline(),
        )
        if utterance.mode == _READ_ALOUD:
            return self._worded(measured, said, prompt, answer, known=[utterance.reference_text])
        reply = answer.reply
        checked = check_corrections(said, reply.corrections)
        scores = _scores(measured, reply, len(checked.corrections))
        overall, why_not = overall_score(scores, utterance.mode)
        reasons = {name: text for name, text in measured.reasons.items() if name != "overall"}
        judged = replace(
            measured,
            overall=overall,
            grammar=scores["grammar"],
            vocabulary=scores["vocabulary"],
            reasons=reasons if overall is not None else {**reasons, "overall": why_not},
            corrections=checked.corrections,
            metrics=replace(
                measured.metrics,
                error_rate=grammar_score(measured.metrics.words, len(checked.corrections))[1],
            ),
            cefr_estimate=_near(measured.cefr_estimate, reply.cefr),
            quotes_dropped=checked.dropped,
            model_answer=_answer(reply.model_answer, said) or measured.model_answer,
        )
        known = [correction.corrected for correction in checked.corrections]
        return self._worded(judged, said, prompt, answer, known=known)

    def _worded(
        self,
        judged: Evaluation,
        said: Script,
        prompt: Prompt,
        answer: Answer[FeedbackReply],
        *,
        known: list[str],
    ) -> Evaluation:
        """With the model's sentences in place of ours, where they quote what was said."""
        reply, sources = answer.reply, [said.text, *known]
        strengths, untrue = quotes_said(reply.strengths, sources)
        steps, unsaid = quotes_said(reply.next_steps, sources)
        reasons, unfounded = quotes_said(reply.cefr_reasons, sources)
        spare = [step for step in judged.next_steps if step not in steps]
        agrees = judged.cefr_estimate is not None and judged.cefr_estimate == reply.cefr
        return replace(
            judged,
            strengths=tuple(strengths) or judged.strengths,
            next_steps=tuple([*steps, *spare][:_STEPS]),
            cefr_reasons=tuple(reasons) if agrees and reasons else judged.cefr_reasons,
            evaluator=self.name,
            evaluator_version=self.version,
            evaluator_model=answer.model,
            prompt_version=prompt.version,
            quotes_dropped=judged.quotes_dropped + untrue + unsaid + unfounded,
        )


def _data(utterance: Utterance, measured: Evaluation, said: Script) -> dict[str, object]:
    """What the model is told. The learner's words are in ``transcript`` and nowhere else."""
    return {
        "mode": utterance.mode,
        "topic": utterance.topic_title,
        "dialect": utterance.language,
        "level": utterance.target_level or "",
        "measured": {
            **asdict(measured.metrics),
            "fluency": measured.fluency,
            "pronunciation": measured.pronunciation,
            "completeness": measured.completeness,
        },
        "transcript": said.text,
    }


def _scores(measured: Evaluation, reply: FeedbackReply, mistakes: int) -> dict[str, int | None]:
    vocabulary = measured.vocabulary
    if vocabulary is not None and reply.vocabulary is not None:
        sway = min(max(reply.vocabulary - vocabulary, -_MAX_SWAY), _MAX_SWAY)
        vocabulary = min(max(vocabulary + sway, 0), 100)
    grammar, _, _ = grammar_score(measured.metrics.words, mistakes)
    return {"fluency": measured.fluency, "grammar": grammar, "vocabulary": vocabulary}


def _near(measured: str | None, given: str | None) -> str | None:
    """``given`` if it is at most one level away, else the level beside ``measured``."""
    if measured is None or given is None:
        return measured
    here, there = LEVELS.index(measured), LEVELS.index(given)
    return LEVELS[min(max(there, here - 1), here + 1)]


def _answer(text: str, said: Script) -> ModelAnswer | None:
    """Raises EngineError for an answer that is no version of what was said."""
    if len(text) > 3 * len(said.text) + 200:
        raise bad_answer()
    return ModelAnswer(text=text) if text else None
