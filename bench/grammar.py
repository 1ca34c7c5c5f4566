"""How well and how fast grammar is corrected: ``python -m bench.grammar [dev|report]``.

Definitions, for a corpus of wrong sentences with their edits and one or more right versions:

* an error is one edit, but the deletion and the insertion of the same words, a move, are one error;
* an error is *detected* when a correction overlaps an edit of it (an insertion point is the gap
  between two words: it is touched by a correction of the word before or after it);
* it is *found* when all its edits are touched and the corrected sentence equals one of the right
  versions at their places: a comparison word by word shows no difference there;
* a correction is *right* when the corrected sentence equals one of the right versions where the
  correction was made; every correction of a right sentence is wrong;
* recall = found / errors, detection = detected / errors, precision = right / corrections, and
  F0.5 = 1.25 P R / (0.25 P + R), which counts precision twice as much as recall;
* a false alarm is a right sentence with at least one correction.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from texts.content import Correction

CORPORA = Path(__file__).resolve().parent.parent / "texts" / "tests" / "corpora"
Check = Callable[[str], Sequence[Correction]]
Span = tuple[int, int]


@dataclass
class Tally:
    """Counts of edits and corrections for one error type."""

    errors: int = 0
    detected: int = 0
    found: int = 0
    corrections: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        return self.found / self.errors if self.errors else 0.0

    @property
    def detection(self) -> float:
        return self.detected / self.errors if self.errors else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.corrections if self.corrections else 1.0

    @property
    def f_half(self) -> float:
        low = 0.25 * self.precision + self.recall
        return 1.25 * self.precision * self.recall / low if low else 0.0

    def add(self, other: Tally) -> None:
        """Add the counts of ``other``."""
        self.errors += other.errors
        self.detected += other.detected
        self.found += other.found
        self.corrections += other.corrections
        self.right += other.right


@dataclass
class Measure:
    """The figures of one run. ``false_alarms`` are right sentences with a correction."""

    by_type: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    right_sentences: int = 0
    false_alarms: int = 0
    false_corrections: int = 0
    times_ms: list[float] = field(default_factory=list)

    @property
    def total(self) -> Tally:
        """All types together; corrections of right sentences count against precision."""
        total = Tally(corrections=self.false_corrections)
        for tally in self.by_type.values():
            total.add(tally)
        return total

    @property
    def false_alarm_rate(self) -> float:
        return self.false_alarms / self.right_sentences if self.right_sentences else 0.0

    @property
    def median_ms(self) -> float:
        return statistics.median(self.times_ms)


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """One JSON object a line."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def measure(check: Check, half: str) -> Measure:
    """Run ``check`` over ``learner_<half>.jsonl`` and ``right_<half>.jsonl``."""
    result = Measure()
    for item in read_jsonl(CORPORA / f"learner_{half}.jsonl"):
        corrections = _timed(check, item["wrong"], result)
        result.by_type[item["type"]].add(judge(item, corrections))
    for item in read_jsonl(CORPORA / f"right_{half}.jsonl"):
        corrections = _timed(check, item["text"], result)
        result.right_sentences += 1
        result.false_alarms += bool(corrections)
        result.false_corrections += len(corrections)
    return result


def _timed(check: Check, text: str, result: Measure) -> Sequence[Correction]:
    began = time.perf_counter()
    corrections = check(text)
    result.times_ms.append((time.perf_counter() - began) * 1000)
    return corrections


def judge(item: dict[str, Any], corrections: Sequence[Correction]) -> Tally:
    """The counts for one sentence of the learner corpus."""
    references = [item["right"], *item["also_right"]]
    corrected = apply(item["wrong"], corrections)
    errors = _errors(item["edits"])
    tally = Tally(errors=len(errors), corrections=len(corrections))
    if corrected in references:
        tally.detected = tally.found = len(errors)
        errors = []
    for error in errors:
        touched = [_touched(item["wrong"], edit, corrections) for edit in error]
        places = [_mapped((edit["start"], edit["end"]), corrections) for edit in error]
        tally.detected += any(touched)
        tally.found += all(touched) and any(
            not any(_differs(corrected, reference, place) for place in places)
            for reference in references
        )
    for correction in corrections:
        place = _mapped((correction.start, correction.end), corrections)
        tally.right += _agrees(corrected, references, place)
    return tally


def _errors(edits: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The edits by error: a deletion and an insertion of the same words belong together."""
    errors: list[list[dict[str, Any]]] = []
    for edit in edits:
        old, new = edit["original"].strip().lower(), edit["corrected"].strip().lower()
        for error in errors:
            first = error[0]
            if (
                len(error) == 1
                and (old or new)
                and (
                    (not old and not first["corrected"].strip())
                    or (not new and not first["original"].strip())
                )
                and {old or new}
                == {(first["original"].strip() or first["corrected"].strip()).lower()}
            ):
                error.append(edit)
                break
        else:
            errors.append([edit])
    return errors


def _touched(text: str, edit: dict[str, Any], corrections: Sequence[Correction]) -> bool:
    start, end = edit["start"], edit["end"]
    if start == end:
        start, end = len(text[:start].rstrip()), len(text) - len(text[end:].lstrip())
    return any(c.start <= end and c.end >= start for c in corrections)


def apply(text: str, corrections: Iterable[Correction]) -> str:
    """``text`` with every correction made."""
    for correction in sorted(corrections, key=lambda c: c.start, reverse=True):
        text = text[: correction.start] + correction.corrected + text[correction.end :]
    return text


def _mapped(span: Span, corrections: Sequence[Correction]) -> Span:
    """``span`` of the original as a span of the corrected text, corrections in it included."""
    start, end = span
    low = min([start, *(c.start for c in corrections if c.start <= end and c.end >= start)])
    high = max([end, *(c.end for c in corrections if c.start <= end and c.end >= start)])
    before = sum(len(c.corrected) - (c.end - c.start) for c in corrections if c.end < low)
    until = sum(len(c.corrected) - (c.end - c.start) for c in corrections if c.start <= high)
    return low + before, high + until


def _agrees(corrected: str, references: Sequence[str], place: Span) -> bool:
    return any(not _differs(corrected, reference, place) for reference in references)


def _differs(corrected: str, reference: str, place: Span) -> bool:
    """True if the two texts differ, word by word, inside or at the borders of ``place``."""
    words, spans = _words(corrected)
    others, _ = _words(reference)
    for kind, first, last, _, _ in SequenceMatcher(
        None, words, others, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            continue
        start = spans[first][0] if first < len(spans) else len(corrected)
        end = spans[last - 1][1] if last > first else start
        if start <= place[1] + 1 and end >= place[0] - 1:
            return True
    return False


def _words(text: str) -> tuple[list[str], list[Span]]:
    words, spans, position = [], [], 0
    for word in text.split():
        start = text.index(word, position)
        position = start + len(word)
        words.append(word)
        spans.append((start, position))
    return words, spans


def table(result: Measure) -> str:
    """The figures as text, a line for each error type."""
    head = f"{'type':20}{'errors':>7}{'detect':>8}{'recall':>8}{'prec.':>8}{'F0.5':>8}"
    rows = [head]
    for name, tally in sorted(result.by_type.items()):
        rows.append(_row(name, tally))
    rows.append(_row("all, with right ones", result.total))
    rows.append(
        f"false alarms: {result.false_alarms} of {result.right_sentences} right sentences "
        f"({result.false_alarm_rate:.1%}); median {result.median_ms:.1f} ms a sentence"
    )
    return "\n".join(rows)


def _row(name: str, tally: Tally) -> str:
    return (
        f"{name:20}{tally.errors:7}{tally.detection:8.2f}{tally.recall:8.2f}"
        f"{tally.precision:8.2f}{tally.f_half:8.2f}"
    )


def engine_check() -> Check:
    """The whole offline check, loaded and warm."""
    from texts.nlp.offline.engine import OfflineEngine

    engine = OfflineEngine()
    engine.check("This sentence loads what is needed.", dialect="en-GB")
    return lambda text: engine.check(text, dialect="en-GB")


def main() -> None:
    """Print the table for the half of the corpora named on the command line."""
    half = sys.argv[1] if len(sys.argv) > 1 else "dev"
    began = time.perf_counter()
    check = engine_check()
    print(f"loaded in {time.perf_counter() - began:.1f} s")
    print(table(measure(check, half)))


if __name__ == "__main__":
    main()
