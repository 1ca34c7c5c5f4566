"""Which part of a text is shown and which words of it were found: pieces, never markup."""

from __future__ import annotations

import re
from dataclasses import dataclass

from texts.search.base import Match
from texts.search.terms import pieces, plain

SNIPPET_CHARS = 180
_LEAD_CHARS = 60
_PIECE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text; ``match`` tells whether it is what was searched for."""

    text: str
    match: bool


class Highlighter:
    """Finds the words of a match in texts. Without a match nothing is highlighted."""

    def __init__(self, match: Match | None) -> None:
        terms = match.terms if match else ()
        self._words = {piece for t in terms for v in t.variants for piece in pieces(v)}
        self._prefix = next((term.word for term in terms if term.is_prefix), "")

    def fragments(self, text: str, *, is_title: bool = False) -> list[Fragment]:
        """``text`` cut where what was found begins and ends; joined again they give ``text``."""
        cut: list[Fragment] = []
        position = 0
        for start, end in self._spans(text, is_title):
            if start > position:
                cut.append(Fragment(text[position:start], match=False))
            cut.append(Fragment(text[start:end], match=True))
            position = end
        if position < len(text):
            cut.append(Fragment(text[position:], match=False))
        return cut

    def snippet(self, lines: list[str], *, is_named: bool = False) -> list[Fragment]:
        """The line that says most about the match, shortened.

        If the title says it already (``is_named``), the first line: the main definition.
        """
        if not lines:
            return []
        is_first = is_named or not self._words
        return self.fragments(
            self._shortened(lines[0] if is_first else max(lines, key=self._found))
        )

    def _found(self, line: str) -> int:
        return len(self._words.intersection(pieces(plain(line))))

    def _shortened(self, line: str) -> str:
        if len(line) <= SNIPPET_CHARS:
            return line
        first = next(iter(self._spans(line, False)), (0, 0))[0]
        start = max(0, first - _LEAD_CHARS)
        start = line.find(" ", start) + 1 if start else 0
        end = line.rfind(" ", start + SNIPPET_CHARS // 2, start + SNIPPET_CHARS)
        end = end if end > 0 else start + SNIPPET_CHARS
        return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")

    def _spans(self, text: str, is_title: bool) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        for found in _PIECE.finditer(text):
            word = plain(found.group())
            if word in self._words:
                spans.append(found.span())
            elif is_title and self._prefix and word.startswith(self._prefix):
                end = found.start() + len(self._prefix)
                spans.append((found.start(), min(end, found.end())))
        return spans
