"""How long the offline engine takes to process text: median and 95th percentile by query class.

Run as ``python -m bench.process_text [--rounds 20]`` from the project's root.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from texts.nlp.base import TextEngine
from texts.nlp.registry import get_engine

_QUERIES = {
    "word": ["reluctant", "water", "umbrella", "achieve", "because", "stubborn", "run", "set"],
    "inflected word": ["went", "children", "happiest", "writing", "saw", "knives", "has", "flew"],
    "phrase": ["give up", "gave it up", "piece of cake", "looking forward to", "pull my leg"],
    "sentence": [
        "He go to school every day.",
        "I have lived here since 2015.",
        "She dont like informations about the weather in winter.",
        "Yesterday I have seen a very good film with my friends in the city.",
    ],
    "grammar question": [
        "when do I use present perfect?",
        "third conditional",
        "affect vs effect",
        "difference between say and tell",
    ],
    "unknown word": ["recieve", "definately", "xqzzt", "tommorow", "pronounciation"],
}
_CHECKED = [
    "He go to school every day.",
    "My friend live in a small town near the sea.",
    "If it rains tomorrow, we will stay at home and watch a film.",
    "I am very interested on history and old buildings.",
]
_CORPUS = Path(__file__).resolve().parents[1] / "texts" / "tests" / "corpora" / "queries.jsonl"


def _times_ms(call: Callable[[str], object], texts: list[str], rounds: int) -> list[float]:
    taken: list[float] = []
    for _ in range(rounds):
        for text in texts:
            start = time.perf_counter()
            call(text)
            taken.append((time.perf_counter() - start) * 1_000)
    return taken


def _print_row(name: str, taken_ms: list[float]) -> None:
    p95 = statistics.quantiles(taken_ms, n=20)[-1]
    print(f"{name:<18}{statistics.median(taken_ms):>10.2f}{p95:>10.2f}")


def _print_first_calls(engine: TextEngine) -> None:
    for name, call in (
        ("first word", lambda: engine.analyse("water")),
        ("first phrase", lambda: engine.analyse("gave up")),
        ("first check", lambda: engine.check("He go home.")),
        ("first question", lambda: engine.analyse("present perfect")),
    ):
        start = time.perf_counter()
        call()
        print(f"{name:<18}{(time.perf_counter() - start) * 1_000:>10.1f}")


def _print_detection(engine: TextEngine) -> None:
    rows = [json.loads(line) for line in _CORPUS.read_text(encoding="utf-8").splitlines()]
    for split in ("dev", "report"):
        asked = [row for row in rows if row["split"] == split]
        right = sum(engine.detect(row["query"]).kind == row["kind"] for row in asked)
        print(f"detection, {split:<8}{right / len(asked):>9.3f} right of {len(asked)}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    start = time.perf_counter()
    engine = get_engine("offline")
    print(f"{'engine ready':<18}{(time.perf_counter() - start) * 1_000:>10.1f} ms")
    _print_first_calls(engine)
    print(f"\n{'ms':<18}{'median':>10}{'p95':>10}")
    for name, queries in _QUERIES.items():
        _print_row(name, _times_ms(engine.analyse, queries, rounds))
    _print_row("check, a sentence", _times_ms(engine.check, _CHECKED, rounds))
    _print_row(
        "detect", _times_ms(engine.detect, list(chain.from_iterable(_QUERIES.values())), rounds)
    )
    print()
    _print_detection(engine)


if __name__ == "__main__":
    main()
