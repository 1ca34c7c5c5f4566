"""The evaluators by name. Importing this loads none of them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from speaking.evaluation.base import Evaluator

if TYPE_CHECKING:
    from speaking.evaluation.offline.engine import TextChecker

# name -> "module:class"; the class takes the text checker.
EVALUATORS: dict[str, str] = {
    "offline": "speaking.evaluation.offline.engine:OfflineEvaluator",
}


def get_evaluator(name: str, checker: TextChecker) -> Evaluator:
    """A new evaluator (cheap to make) that asks ``checker`` about grammar and word levels.

    Raises LookupError for a name not in ``EVALUATORS``.
    """
    try:
        module, _, attribute = EVALUATORS[name].partition(":")
    except KeyError:
        known = ", ".join(sorted(EVALUATORS))
        raise LookupError(f"No evaluator named {name!r}; known: {known}.") from None
    evaluator: Callable[[TextChecker], Evaluator] = getattr(import_module(module), attribute)
    return evaluator(checker)
