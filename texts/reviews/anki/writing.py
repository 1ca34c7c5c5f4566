"""Writing an Anki package."""

from __future__ import annotations

import html
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import genanki

# Made once: a deck that is imported again updates its notes instead of doubling them.
_MODEL_ID, _DECK_ID = 1_736_402_811, 1_736_402_812
_FIELDS = ("English", "Question", "Example", "Explanation")
_FRONT = "{{Question}}"
_BACK = (
    '{{FrontSide}}<hr id="answer"><b>{{English}}</b>'
    "{{#Example}}<p>{{Example}}</p>{{/Example}}{{#Explanation}}<p>{{Explanation}}</p>{{/Explanation}}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """One card. ``key`` is its own for ever; the texts are plain."""

    key: str
    english: str
    question: str
    example: str = ""
    explanation: str = ""


def package_write(cards: Iterable[CardText], *, deck: str) -> bytes:
    """A package with one deck called ``deck``. Its cards begin as new ones."""
    model = genanki.Model(
        _MODEL_ID,
        "Learn English",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Recall", "qfmt": _FRONT, "afmt": _BACK}],
    )
    written = genanki.Deck(_DECK_ID, deck)
    for card in cards:
        texts = (card.english, card.question, card.example, card.explanation)
        written.add_note(
            genanki.Note(
                model=model,
                fields=[html.escape(text) for text in texts],
                guid=genanki.guid_for("learn-english", card.key),
            )
        )
    with tempfile.TemporaryDirectory(prefix="anki-") as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(written).write_to_file(str(path))
        return path.read_bytes()
