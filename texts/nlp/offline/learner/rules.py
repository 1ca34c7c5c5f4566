"""What a rule is. Each module of error types lists its rules in ``RULES``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from texts.nlp.offline.learner.conditions import Condition, parse_conditions
from texts.nlp.offline.learner.pattern import Pattern, compile_pattern, fill, matches
from texts.nlp.offline.learner.tokens import Sentence


class Edit(NamedTuple):
    """Replace tokens ``start`` to ``end`` (exclusive) by ``text``; equal indices insert.

    ``explanation`` overrides the rule's; ``alternatives`` are further texts for the same place.
    """

    start: int
    end: int
    text: str
    explanation: str = ""
    alternatives: tuple[str, ...] = ()


Find = Callable[[Sentence], Iterator[Edit]]


@dataclass(frozen=True, slots=True)
class Row:
    """One pattern with its replacement. All of ``conditions`` must hold for a match."""

    pattern: str
    replacement: str
    explanation: str = ""
    conditions: tuple[Condition, ...] = ()


def table(source: str) -> tuple[Row, ...]:
    """Rows written as ``pattern -> replacement ? conditions``, one a line.

    A line that begins with ``#`` explains the row above it (``{n}`` may be used); a line that
    begins with ``..`` continues the one above. Conditions are those of ``conditions.py``.
    """
    lines: list[str] = []
    for line in source.splitlines():
        stripped = line.strip()
        if stripped.startswith("..") and lines:
            lines[-1] += stripped[2:]
        elif stripped:
            lines.append(stripped)
    rows: list[Row] = []
    for line in lines:
        if line.startswith("#"):
            rows[-1] = replace(rows[-1], explanation=line[1:].strip())
            continue
        rule, _, conditions = line.partition(" ? ")
        pattern, _, replacement = rule.partition(" -> ")
        compile_pattern(pattern)
        rows.append(Row(pattern, replacement.strip(), "", parse_conditions(conditions)))
    return tuple(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing learners get wrong: how it is found, explained and shown right.

    ``id`` is unique; ``topic`` a grammar topic's slug or None; ``example`` a correct sentence.
    Either ``rows`` or ``find`` does the finding. Of overlapping edits the higher ``priority``
    wins.
    """

    id: str
    explanation: str
    example: str
    topic: str | None = None
    rows: tuple[Row, ...] = ()
    find: Find | None = None
    priority: int = 0


def row_edits(row: Row, pattern: Pattern, sentence: Sentence) -> Iterator[Edit]:
    """The edits that one row, of this compiled pattern, makes in a sentence."""
    for spans, first, last in matches(pattern, sentence):
        if not all(condition(sentence, spans) for condition in row.conditions):
            continue
        explanation = fill(row.explanation, sentence, spans) if row.explanation else ""
        yield Edit(first, last, fill(row.replacement, sentence, spans), explanation)
