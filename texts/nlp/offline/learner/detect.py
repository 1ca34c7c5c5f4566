"""Runs all rules over a text and turns their edits into corrections that never overlap."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from texts.content import Correction
from texts.nlp.offline.learner.pattern import Pattern, compile_pattern, index_keys
from texts.nlp.offline.learner.rules import Edit, Find, Row, Rule, row_edits
from texts.nlp.offline.learner.tagging import sentences_of
from texts.nlp.offline.learner.tokens import Sentence, Token

_PASSES = 3
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Found:
    """An edit in characters of the text it was found in."""

    start: int
    end: int
    text: str
    rule: Rule
    category: str
    explanation: str
    alternatives: tuple[str, ...]


Catalogue = tuple[tuple[str, tuple[Rule, ...]], ...]


class _Indexed(NamedTuple):
    """A row of a rule, compiled; ``required`` are the key sets beyond the one it is found by."""

    category: str
    rule: Rule
    row: Row
    pattern: Pattern
    required: tuple[frozenset[str], ...]


class RuleIndex:
    """The rules of a catalogue; their rows by the rarest word that each needs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._finders: list[tuple[str, Rule, Find]] = []
        self._rows: list[_Indexed] = []
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for category, rules in catalogue:
            for rule in rules:
                if rule.find is not None:
                    self._finders.append((category, rule, rule.find))
                for row in rule.rows:
                    self._add(category, rule, row)

    def _add(self, category: str, rule: Rule, row: Row) -> None:
        pattern = compile_pattern(row.pattern)
        rarest, *others = pattern.required
        for key in rarest:
            self._numbers[key].append(len(self._rows))
        self._rows.append(_Indexed(category, rule, row, pattern, tuple(others)))

    def edits(self, sentence: Sentence) -> Iterator[tuple[str, Rule, Edit]]:
        """Every edit any rule makes in ``sentence``, with its category and rule."""
        for category, rule, find in self._finders:
            for edit in find(sentence):
                yield category, rule, edit
        keys = index_keys(sentence)
        numbers: set[int] = set()
        for key in keys:
            numbers.update(self._numbers.get(key, ()))
        for number in sorted(numbers):
            category, rule, row, pattern, required = self._rows[number]
            for needed in required:
                if needed.isdisjoint(keys):
                    break
            else:
                for edit in row_edits(row, pattern, sentence):
                    yield category, rule, edit


def corrections_of(text: str, rules: RuleIndex) -> list[Correction]:
    """Corrections of ``text`` in order. A later pass sees the text as the earlier corrected it."""
    corrections: list[Correction] = []
    current = text
    for _ in range(_PASSES):
        found = _without_overlap(_found_in(current, rules))
        if not found:
            break
        for change in reversed(found):
            corrections = _merged(text, current, corrections, change)
            current = _applied(text, corrections)
    return [c for c in corrections if c.corrected != c.original]


def _found_in(text: str, rules: RuleIndex) -> Iterator[_Found]:
    for sentence in sentences_of(text):
        if not any(token.is_word for token in sentence.tokens):
            continue
        for category, rule, edit in rules.edits(sentence):
            change = _characters(sentence, edit, rule, category)
            if change is not None:
                yield change


def _preference(change: _Found) -> tuple[int, int, int, str, str]:
    return (-change.rule.priority, change.start, -change.end, change.rule.id, change.text)


def _without_overlap(found: Iterator[_Found]) -> list[_Found]:
    """The best of ``found``, in order of position."""
    kept: list[_Found] = []
    for change in sorted(found, key=_preference):
        # Neighbours wait for the next pass: two insertions at one place would both be kept.
        if all(change.end + 1 < other.start or change.start > other.end + 1 for other in kept):
            kept.append(change)
    return sorted(kept, key=lambda f: f.start)


def _characters(sentence: Sentence, edit: Edit, rule: Rule, category: str) -> _Found | None:
    """The smallest change of whole words that does what ``edit`` says; None if it does nothing."""
    first, last = _glued(sentence, edit)
    tokens = sentence.tokens
    before = " ".join(_pieces(sentence, first, edit.start))
    after = " ".join(_pieces(sentence, edit.end, last))
    if not before and edit.text and after and edit.end < last:
        after = _lowered(sentence.tokens[edit.end], after)
    new = _joined(before, edit.text, after)
    start, end = tokens[first].start, tokens[last - 1].end
    if tokens[first].first:
        new = new[:1].upper() + new[1:]
    if _doubles_determiner(sentence, first, new):
        return None
    if "’" in sentence.text and "'" not in sentence.text:
        new = new.replace("'", "’")
    trimmed = _trimmed(sentence.text[start:end], new)
    if trimmed is None:
        return None
    offset, length, new = trimmed
    explanation = edit.explanation or rule.explanation
    start += offset
    return _Found(start, start + length, new, rule, category, explanation, edit.alternatives)


_ARTICLES = ("the ", "a ", "an ")


def _doubles_determiner(sentence: Sentence, first: int, new: str) -> bool:
    """True if ``new`` would put an article after a determiner ("my the house")."""
    if not new.lower().startswith(_ARTICLES):
        return False
    return (
        first > 0
        and sentence.tokens[first - 1].tag in ("DT", "PRP$", "POS")
        and (sentence.tokens[first - 1].lower not in ("all", "both", "half"))
    )


def _lowered(token: Token, text: str) -> str:
    """``text`` without the capital that ``token`` has only as the first word."""
    if not token.first or token.lower == "i" or token.tag.startswith("NNP"):
        return text
    return text[0].lower() + text[1:]


def _glued(sentence: Sentence, edit: Edit) -> tuple[int, int]:
    """Token range of the edit, widened to whole words and to one word at least."""
    tokens = sentence.tokens
    first, last = edit.start, edit.end
    if first == last:
        if first > 0 and tokens[first - 1].is_word:
            first -= 1
        else:
            last += 1
    while first > 0 and tokens[first].start == tokens[first - 1].end and tokens[first].is_word:
        if not tokens[first - 1].is_word:
            break
        first -= 1
    while (
        last < len(tokens) and tokens[last].is_word and tokens[last].start == tokens[last - 1].end
    ):
        last += 1
    return first, last


def _pieces(sentence: Sentence, start: int, end: int) -> list[str]:
    """The words of tokens ``start`` to ``end``, as spaced in the text."""
    if start >= end:
        return []
    tokens = sentence.tokens
    return [sentence.text[tokens[start].start : tokens[end - 1].end]]


def _joined(before: str, middle: str, after: str) -> str:
    text = " ".join(part for part in (before, middle, after) if part)
    return re.sub(r" (?=n['’]t\b|['’](?:s|re|ve|ll|d|m)\b)", "", text)


def _trimmed(old: str, new: str) -> tuple[int, int, str] | None:
    """Offset and length in ``old`` and the new text, common words at both ends left out."""
    words = list(_WORD.finditer(old))
    fresh = new.split()
    if [m[0] for m in words] == fresh:
        return None
    head = 0
    while head < min(len(words), len(fresh)) and words[head][0] == fresh[head]:
        head += 1
    tail = 0
    while tail < min(len(words), len(fresh)) - head and words[-1 - tail][0] == fresh[-1 - tail]:
        tail += 1
    if head + tail in (len(words), len(fresh)):
        if head:
            head -= 1
        elif tail:
            tail -= 1
    kept = words[head : len(words) - tail]
    if not kept:
        return None
    start, end = kept[0].start(), kept[-1].end()
    return start, end - start, " ".join(fresh[head : len(fresh) - tail])


def _merged(
    text: str, current: str, corrections: list[Correction], change: _Found
) -> list[Correction]:
    """``corrections`` of ``text`` with ``change``, found in ``current``, made part of them."""
    placed = _placed(corrections)
    touched = [p for p in placed if p.start < change.end and p.end > change.start]
    start = min([change.start, *(p.start for p in touched)])
    end = max([change.end, *(p.end for p in touched)])
    original_start = start - sum(p.growth for p in placed if p.end <= start)
    original_end = end - sum(p.growth for p in placed if p.end <= end)
    source = touched[0].correction if touched else _correction(change)
    fresh = replace(
        source,
        start=original_start,
        end=original_end,
        original=text[original_start:original_end],
        corrected=current[start : change.start] + change.text + current[change.end : end],
        alternatives=() if touched else change.alternatives,
    )
    others = [p.correction for p in placed if p not in touched]
    return sorted([*others, fresh], key=lambda c: c.start)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A correction and where its text stands in the text corrected so far."""

    correction: Correction
    start: int
    end: int

    @property
    def growth(self) -> int:
        return (self.end - self.start) - (self.correction.end - self.correction.start)


def _placed(corrections: list[Correction]) -> list[_Placed]:
    placed: list[_Placed] = []
    shift = 0
    for correction in corrections:
        start = correction.start + shift
        placed.append(_Placed(correction, start, start + len(correction.corrected)))
        shift += placed[-1].growth
    return placed


def _correction(change: _Found) -> Correction:
    return Correction(
        start=change.start,
        end=change.end,
        original="",
        corrected=change.text,
        category=change.category,
        explanation=change.explanation,
        rule=f"learner.{change.category}.{change.rule.id}",
        alternatives=change.alternatives,
        example=change.rule.example,
        topic=change.rule.topic,
    )


def _applied(text: str, corrections: list[Correction]) -> str:
    parts: list[str] = []
    position = 0
    for c in corrections:
        parts += [text[position : c.start], c.corrected]
        position = c.end
    return "".join([*parts, text[position:]])
