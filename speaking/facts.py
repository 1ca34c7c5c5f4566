"""What stays known of a session when it is deleted: figures, which progress adds up."""

from __future__ import annotations

from collections import Counter
from typing import Any

from accounts.models import CefrLevel
from speaking.models import SpeakResource


def session_facts(session: SpeakResource) -> dict[str, Any]:
    """The ``metadata`` of a session's row in the history.

    ``overall`` is 0–100 or None; ``words`` were said in ``duration_ms``; ``errors`` maps a category
    to the number of mistakes; ``cefr`` is the place of the estimated level (A1 is 0), or None.
    """
    evaluation = session.evaluation or {}
    mistakes = Counter(one["category"] for one in evaluation.get("corrections", ()))
    levels = list(CefrLevel.values)
    estimate = evaluation.get("cefr_estimate")
    return {
        "mode": session.mode,
        "overall": session.overall_score,
        "duration_ms": session.duration_ms,
        "words": evaluation.get("metrics", {}).get("words", 0),
        "errors": dict(sorted(mistakes.items())),
        "cefr": levels.index(estimate) if estimate in levels else None,
    }
