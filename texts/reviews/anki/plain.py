"""A field of an Anki note as plain text: without markup, sounds and cloze marks."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

_SOUND = re.compile(r"\[(?:sound|anki):[^\]]*\]")
_CLOZE = re.compile(r"\{\{c\d+::(.*?)(?:::.*?)?\}\}", re.DOTALL)
_UNSEEN = frozenset({"script", "style", "head", "title", "template"})
_BREAKS = frozenset({"br", "div", "p", "li", "tr", "h1", "h2", "h3", "hr", "ul", "ol", "table"})


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _UNSEEN
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def field_plain(field: str) -> str:
    """``field`` as one line; breaks become "; "."""
    parser = _Text()
    parser.feed(_CLOZE.sub(r"\1", _SOUND.sub("", field)))
    parser.close()
    text = "".join(parser.pieces)
    lines = (" ".join(_printable(line).split()) for line in text.splitlines())
    return "; ".join(line for line in lines if line)


def _printable(line: str) -> str:
    composed = unicodedata.normalize("NFC", line)
    return "".join(" " if unicodedata.category(c)[0] == "C" else c for c in composed)
