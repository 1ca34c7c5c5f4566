"""An evaluator that judges in another's place: never without saying so."""

from __future__ import annotations

from dataclasses import replace

from speaking.evaluation.base import Evaluation, Evaluator, Utterance


class StandInEvaluator:
    """``evaluator``, with the reason why it judges and not the one that was configured."""

    def __init__(self, evaluator: Evaluator, reason: str) -> None:
        self._evaluator = evaluator
        self.reason = reason
        self.name = evaluator.name
        self.version = evaluator.version

    def warm_up(self) -> None:
        self._evaluator.warm_up()

    def close(self) -> None:
        self._evaluator.close()

    def evaluate(self, utterance: Utterance) -> Evaluation:
        """The evaluator's own judgement; ``fallback_reason`` tells why it is this one's."""
        return replace(self._evaluator.evaluate(utterance), fallback_reason=self.reason)
