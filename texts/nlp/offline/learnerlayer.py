"""The place of the learner rules in the check: present or not, the check works."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from texts.content import Correction

_PACKAGE = "texts.nlp.offline.learner"
_Rules = Callable[[str, str], list[Correction]]


@cache
def _rules() -> _Rules:
    if find_spec(_PACKAGE) is None:
        return lambda text, dialect: []
    rules: _Rules = import_module(_PACKAGE).learner_corrections
    return rules


def learner_corrections(text: str, dialect: str) -> list[Correction]:
    """Corrections by the learner rules."""
    return _rules()(text, dialect)
