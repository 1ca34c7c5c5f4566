"""What a query is: measured on labelled queries, and single promises."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from texts.nlp.base import Kind
from texts.nlp.offline.detection import Intent, read_query
from texts.nlp.offline.engine import OfflineEngine
from texts.nlp.offline.normalise import clean

pytestmark = pytest.mark.embedded

QUERIES = Path(__file__).parent / "corpora" / "queries.jsonl"
GOAL = 0.92


@pytest.fixture(scope="module")
def engine() -> OfflineEngine:
    return OfflineEngine()


def _queries(split: str) -> list[dict[str, str]]:
    rows = [json.loads(line) for line in QUERIES.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["split"] == split]


def _macro_f1(engine: OfflineEngine, rows: list[dict[str, str]]) -> tuple[float, dict[str, float]]:
    pairs = Counter((row["kind"], engine.detect(row["query"]).kind.value) for row in rows)
    scores: dict[str, float] = {}
    for kind in (member.value for member in Kind):
        hits = pairs[kind, kind]
        wrong = sum(n for pair, n in pairs.items() if (pair[0] == kind) != (pair[1] == kind))
        scores[kind] = 2 * hits / (2 * hits + wrong)
    return sum(scores.values()) / len(scores), scores


@pytest.mark.parametrize("split", ["dev", "report"])
def test_kinds_of_labelled_queries_are_found(engine: OfflineEngine, split: str) -> None:
    macro, scores = _macro_f1(engine, _queries(split))
    print(f"\n{split}: macro-F1 {macro:.3f}", {kind: round(f1, 3) for kind, f1 in scores.items()})
    assert macro >= GOAL


def test_confidence_is_higher_where_the_answer_is_right(engine: OfflineEngine) -> None:
    rows = _queries("report")
    found = [(row["kind"], engine.detect(row["query"])) for row in rows]
    right = [d.confidence for kind, d in found if d.kind == kind]
    wrong = [d.confidence for kind, d in found if d.kind != kind]
    assert abs(sum(right + wrong) / len(found) - len(right) / len(found)) < 0.1
    assert sum(right) / len(right) > sum(wrong) / max(len(wrong), 1)


@pytest.mark.parametrize(
    ("query", "intent", "target"),
    [
        ("reluctant", Intent.WORD, "reluctant"),
        ("What does “stubborn” mean?", Intent.WORD, "stubborn"),
        ("meaning of procrastinate", Intent.WORD, "procrastinate"),
        ("opposite of brave", Intent.WORD, "brave"),
        ("saw (noun)", Intent.WORD, "saw (noun)"),
        ("what does carry on mean", Intent.PHRASE, "carry on"),
        ("kick the bucket meaning", Intent.PHRASE, "kick the bucket"),
        ("gave up", Intent.PHRASE, "gave up"),
        ("He go to school every day", Intent.SENTENCE, "He go to school every day"),
        ("Is this correct: I am agree.", Intent.SENTENCE, "I am agree."),
        ("when do I use present perfect?", Intent.TOPIC, "when do I use present perfect?"),
        ("relative clauses", Intent.TOPIC, "relative clauses"),
    ],
)
def test_reading_names_what_the_query_is_about(
    engine: OfflineEngine, query: str, intent: Intent, target: str
) -> None:
    reading = read_query(engine._lexicon, clean(query))
    assert (reading.intent, reading.target) == (intent, target)
    assert 0 < reading.confidence <= 1
    assert reading.reason


@pytest.mark.parametrize(
    ("query", "items"),
    [
        ("affect vs effect", ("affect", "effect")),
        ("since or for", ("since", "for")),
        ("difference between say and tell", ("say", "tell")),
        ("What's the difference between bring and take?", ("bring", "take")),
        ("some any", ("some", "any")),
        ("should I use who or that", ("who", "that")),
        ("quokka vs cat", ("quokka", "cat")),
    ],
)
def test_comparisons_name_both_items(
    engine: OfflineEngine, query: str, items: tuple[str, ...]
) -> None:
    reading = read_query(engine._lexicon, clean(query))
    assert reading.intent == Intent.CONTRAST
    assert reading.items == items
