"""The evaluators by name. Importing this loads none of them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from speaking.evaluation.base import Evaluator

if TYPE_CHECKING:
    from speaking.evaluation.offline.engine import TextChecker

# name -> "module:class"; a new evaluator needs a line here, its options in speaking.engines.
EVALUATORS: dict[str, str] = {
    "offline": "speaking.evaluation.offline.engine:OfflineEvaluator",
    "openai": "speaking.evaluation.openai.engine:OpenAIEvaluator",
}


def get_evaluator(name: str, checker: TextChecker, **options: Any) -> Evaluator:
    """A new evaluator (cheap to make) that asks ``checker`` about grammar and word levels.

    ``options`` are the constructor's further arguments. Raises LookupError for a name not in
    ``EVALUATORS``.
    """
    try:
        module, _, attribute = EVALUATORS[name].partition(":")
    except KeyError:
        known = ", ".join(sorted(EVALUATORS))
        raise LookupError(f"No evaluator named {name!r}; known: {known}.") from None
    evaluator: Callable[..., Evaluator] = getattr(import_module(module), attribute)
    return evaluator(checker, **options)
