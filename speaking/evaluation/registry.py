"""The evaluators by name. Importing this loads none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from learnenglish.common.engines import EngineTable
from speaking.evaluation.base import Evaluator

if TYPE_CHECKING:
    from speaking.evaluation.offline.engine import TextChecker

# A new evaluator needs a line here, its options in speaking.engines.
_TABLE: EngineTable[Evaluator] = EngineTable(
    "evaluator",
    {
        "offline": "speaking.evaluation.offline.engine:OfflineEvaluator",
        "openai": "speaking.evaluation.openai.engine:OpenAIEvaluator",
    },
)


def get_evaluator(name: str, checker: TextChecker, **options: Any) -> Evaluator:
    """A new evaluator (cheap to make) that asks ``checker`` about grammar and word levels.

    ``options`` are the constructor's further arguments. Raises LookupError for a name that is not
    in the table.
    """
    return _TABLE.make(name, checker, **options)
